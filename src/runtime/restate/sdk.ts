/** A message that was sent and can be called back by its id. */
export interface RestateHandle {
  readonly invocationId: PromiseLike<string>
}

/** What is used of the context of a handler. */
export interface RestateContext {
  /** The life. */
  readonly key: string
  readonly rand: {
    /** The same on each attempt of an invocation. */
    uuidv4(): string
  }
  /** Does it once and keeps what came of it; an attempt that was not kept is made again. */
  run<Result>(name: string, action: () => Promise<Result>): PromiseLike<Result>
  /** Ends an invocation, also one that only waits for its time. */
  cancel(invocationId: string): void
  /** Sends a message, at once or after its delay, without waiting for an answer. */
  genericSend(message: RestateMessage): RestateHandle
  /** What this attempt was asked with; its signal tells that the attempt is over. */
  request(): { readonly attemptCompletedSignal: AbortSignal }
}

/** The same where nobody else handles anything of the life meanwhile. */
export interface RestateObjectContext extends RestateContext {
  /** What is kept of the life under a name. */
  get<Value>(name: string): PromiseLike<Value | null>
  /** Keeps it, together with the outcome of the handler. */
  set<Value>(name: string, value: Value): void
  /** Forgets it. */
  clear(name: string): void
}

/** How a message is written and read. */
export interface RestateSerde {
  /** As bytes. */
  serialize(value: unknown): Uint8Array
  /** From bytes. */
  deserialize(data: Uint8Array): unknown
}

/** A message to a handler of a life, delivered once. */
export interface RestateMessage {
  service: string
  method: string
  key: string
  parameter: unknown
  inputSerde: RestateSerde
  /** Milliseconds. */
  delay?: number
}

/** A handler; what it takes is its own affair, so that it is compared as a method is. */
export type RestateHandler = {
  /** One message of the life, alone. */
  handle(context: RestateObjectContext, input: unknown): Promise<unknown>
}['handle']

/** A handler beside which others go on. */
export type RestateSharedHandler = {
  /** One message, while others are handled. */
  handle(context: RestateContext, input: unknown): Promise<unknown>
}['handle']

/** What is used of `@restatedev/restate-sdk`, 1.17 or newer; `import * as restate` has all of it. */
export interface RestateSdk {
  /** A virtual object of these handlers. */
  object(definition: {
    name: string
    handlers: Record<string, RestateHandler | RestateSharedHandler>
    options: object
  }): object
  readonly handlers: {
    readonly object: {
      /** Of a life one at a time. */
      exclusive(options: object, handler: RestateHandler): RestateHandler
      /** Beside others of the same life. */
      shared(options: object, handler: RestateSharedHandler): RestateSharedHandler
    }
  }
  readonly serde: { readonly json: RestateSerde }
  readonly TerminalError: new (
    message: string,
    options: { errorCode: number; metadata: Record<string, string> },
  ) => Error
}
