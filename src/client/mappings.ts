import type { AnswerOf, Contract, OperationName, ParsedOf } from '../contract/index.ts'

/** A request as one acquirer wants it. Path parameters stay where the path, or `pathMap`, has them. */
export interface MappedRequest {
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  /** Sent as JSON; bytes are sent as they are, then `headers` say what they are. Nothing is sent when left out. */
  readonly body?: unknown
  /** Beside those of the client, which keep their values; `content-type` may be another. */
  readonly headers?: Readonly<Record<string, string>>
}

/** What a request has beside its input, for an acquirer that wants it in the body. */
export interface MappedCall {
  /** `undefined` for reads. */
  readonly idempotencyKey: string | undefined
  readonly expectedVersion: number | undefined
}

/** How one operation is said in an acquirer's own words. Both ways are checked against the contract: what goes in before, what comes out after. */
export interface Mapping<Row> {
  /** Another method. A write is never a `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /**
   * What is sent instead of the contract's request: path, query, headers and body.
   *
   * @param input path parameters, query and body in one object, as the contract reads them.
   */
  request?(input: ParsedOf<Row>, call: MappedCall): MappedRequest
  /**
   * From the parsed body of a good answer to the contract's. A `dialect` comes first.
   *
   * @param input what was asked, for members that the acquirer does not repeat.
   */
  reply?(body: unknown, input: ParsedOf<Row>): AnswerOf<Row>
}

/** By operation. */
export type Mappings = { readonly [K in OperationName]?: Mapping<Contract[K]> }

/** A mapping without the types of its row, which only its name knows. */
export interface AnyMapping {
  readonly method?: string
  request?(input: unknown, call: MappedCall): MappedRequest
  reply?(body: unknown, input: unknown): unknown
}

export const mappingOf = (mappings: Mappings, name: string): AnyMapping =>
  Object.hasOwn(mappings, name) ? (mappings[name as OperationName] as unknown as AnyMapping) : {}
