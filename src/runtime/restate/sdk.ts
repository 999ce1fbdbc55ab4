/** A message that was sent and can be called back by its id. */
export interface RestateHandle {
  readonly invocationId: PromiseLike<string>
}

/** What is used of the context of a handler. */
export interface RestateContext {
  /** The life. */
  readonly key: string
  readonly rand: { uuidv4(): string }
  run<Result>(name: string, action: () => Promise<Result>): PromiseLike<Result>
  /** Ends an invocation, also one that only waits for its time. */
  cancel(invocationId: string): void
  genericSend(message: RestateMessage): RestateHandle
  request(): { readonly attemptCompletedSignal: AbortSignal }
}

/** The same where nobody else handles anything of the life meanwhile. */
export interface RestateObjectContext extends RestateContext {
  get<Value>(name: string): PromiseLike<Value | null>
  set<Value>(name: string, value: Value): void
  clear(name: string): void
}

/** How a message is written and read. */
export interface RestateSerde {
  serialize(value: unknown): Uint8Array
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
  handle(context: RestateObjectContext, input: unknown): Promise<unknown>
}['handle']

/** A handler beside which others go on. */
export type RestateSharedHandler = {
  handle(context: RestateContext, input: unknown): Promise<unknown>
}['handle']

/** What is used of `@restatedev/restate-sdk`, 1.17 or newer; `import * as restate` has all of it. */
export interface RestateSdk {
  object(definition: {
    name: string
    handlers: Record<string, RestateHandler | RestateSharedHandler>
    options: object
  }): object
  readonly handlers: {
    readonly object: {
      exclusive(options: object, handler: RestateHandler): RestateHandler
      shared(options: object, handler: RestateSharedHandler): RestateSharedHandler
    }
  }
  readonly serde: { readonly json: RestateSerde }
  readonly TerminalError: new (
    message: string,
    options: { errorCode: number; metadata: Record<string, string> },
  ) => Error
}
