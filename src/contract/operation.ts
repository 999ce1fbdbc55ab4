/** Any Zod schema, by what the types need of it: naming the class itself triples the work of the type checker. */
export interface Schema {
  readonly _zod: { readonly input: unknown; readonly output: unknown }
}

/** `portal` is what portals and people call, `systems` is what the record's orders call in the acquirer's own systems. */
export type Side = 'portal' | 'systems'

/** One row of the contract. Client, server, mock and OpenAPI are all read off it. */
export interface Operation {
  readonly name: string
  readonly side: Side
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below the base path; `{name}` stands for a member of `params`. */
  readonly path: `/${string}`
  readonly summary: string
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  readonly reply: Schema
  /** The body is `{ content }` and travels as these bytes, not as JSON. */
  readonly media?: 'application/octet-stream'
  /** The body may be a piece, `{ content, range }`: the range travels as `Content-Range`. */
  readonly ranged?: true
  /** The reply is `{ content, mediaType, name }` and travels as bytes of one of these types, as a download. */
  readonly replyMedia?: readonly string[]
  /** `If-Match` with the version that the caller has seen is understood; another one is answered with 412. */
  readonly versioned?: true
  /** Of a good answer; 200 when left out. */
  readonly status?: 201 | 202
  /** Codes that a refusal may carry, beside those that every operation has. */
  readonly errors?: readonly string[]
}

/** Keeps a row exactly as it is written, so that the types of client and server can be read off it. */
export const operation = <const Row extends Operation>(row: Row): Row => row

type In<O, K extends PropertyKey> = O extends {
  readonly [key in K]: { readonly _zod: { readonly input: infer I } }
}
  ? I
  : // biome-ignore lint/complexity/noBannedTypes: a left-out part must add nothing; Record<string, never> forbids everything
    {}
type Out<O, K extends PropertyKey> = O extends {
  readonly [key in K]: { readonly _zod: { readonly output: infer I } }
}
  ? I
  : // biome-ignore lint/complexity/noBannedTypes: as above
    {}
// The empty object has an intersection shown as one.
type Flat<T> = { [K in keyof T]: T[K] } & {}

/** What a caller writes: path parameters, query and body in one object. */
export type InputOf<O> = Flat<In<O, 'params'> & In<O, 'query'> & In<O, 'body'>>
/** What the implementation gets: the same, parsed. */
export type ParsedOf<O> = Flat<Out<O, 'params'> & Out<O, 'query'> & Out<O, 'body'>>
/** What the implementation answers. */
export type AnswerOf<O> = In<O, 'reply'>
/** What the caller gets. */
export type ReplyOf<O> = Out<O, 'reply'>

/** Given with a single call. */
export interface CallOptions {
  /**
   * For writes: the same key again is the same write, and is carried out once. 1 to 200 printable ASCII characters without
   * blanks and backslashes, and without `.` or `..` between slashes, as it is asked for by path; random (128 bits) when left out. Store it first where the call may be repeated after a crash.
   */
  readonly idempotencyKey?: string | undefined
  /** The version of the case that the decision rests on; another one is refused with `VersionConflictError`. */
  readonly expectedVersion?: number | undefined
  /** W3C trace context, passed on as it is. */
  readonly traceparent?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** One method per row. */
export type ClientOf<T> = {
  readonly [K in keyof T]: (input: InputOf<T[K]>, options?: CallOptions) => Promise<ReplyOf<T[K]>>
}
