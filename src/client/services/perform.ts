import {
  type AcquirerClient,
  type CallOptions,
  type Contract,
  contract,
  type Failed,
  type InputOf,
  type OperationName,
  type ReplyOf,
  type Result,
  readReply,
  strayEcho,
  terminalRef,
} from '../../contract/index.ts'
import {
  type InvalidInputError,
  isTerminalLifecycleError,
  OutcomeUnknownError,
  ProtocolError,
  RefusedError,
  type RequestSummary,
} from '../../errors/index.ts'
import { type Call, type OrderKind, type Pending, pending } from '../../schemas/index.ts'
import { NotEnded } from './not-ended.ts'

type DoneOf<R> = Extract<R, { status: 'done' }>

/** Orders that are carried out, and answered with what became of them; a status is only read. */
type WrittenKind = Exclude<OrderKind, 'readStatus'>

type Input = Readonly<Record<string, unknown>>

type Send = (input: unknown, options: CallOptions) => Promise<Result>

/** Carries an order out through the operation of its name; whose terminal it is comes from the call. */
export type Perform = <K extends WrittenKind>(
  kind: K,
  input: Omit<InputOf<Contract[K]>, 'terminalRef'>,
  call: Call,
) => Promise<DoneOf<ReplyOf<Contract[K]>> | Failed>

const requestOf = (operation: OperationName): RequestSummary => ({
  method: contract[operation].method,
  url: `operation:${operation}`,
})

/** An answer that fits the contract and says nothing that can be told to a record. */
export const notUnderstood = (operation: OperationName, path: string): ProtocolError =>
  new ProtocolError({
    request: requestOf(operation),
    issues: [{ path, code: 'NOT_UNDERSTOOD' }],
  })

/** By the mark: the client may be one of another copy of the package. */
const isRefused = (error: unknown): error is RefusedError =>
  isTerminalLifecycleError(error) && error.code === 'REFUSED'

const isInvalid = (error: unknown): error is InvalidInputError =>
  isTerminalLifecycleError(error) && error.code === 'INVALID_INPUT'

const isNotFound = (error: unknown): boolean => isRefused(error) && error.refusal === 'NOT_FOUND'

/** The question was refused, not the order: a refusal would end it. */
const notTold = (
  operation: OperationName,
  idempotencyKey: string,
  cause: RefusedError,
): OutcomeUnknownError =>
  new OutcomeUnknownError({
    request: requestOf('getResult'),
    idempotencyKey,
    operation,
    retryAfter: null,
    cause,
  })

export const performing = (client: AcquirerClient): Perform => {
  // Name and input belong together; a method found by its name cannot say so.
  const methods = client as unknown as Readonly<Record<WrittenKind, Send>>

  /** What became of the order earlier; `undefined`: nothing was carried out under its key. */
  const kept = async (operation: OperationName, input: Input, call: Call): Promise<unknown> => {
    const { idempotencyKey, signal } = call
    const found = await client.getResult({ idempotencyKey }, { signal }).catch((error: unknown) => {
      if (isNotFound(error)) return undefined
      throw isRefused(error) ? notTold(operation, idempotencyKey, error) : error
    })
    if (!found) return undefined
    const parsed = readReply(contract[operation].reply, found.result)
    if (found.operation !== operation || !parsed.ok) throw notUnderstood('getResult', '/result')
    const stray = strayEcho(contract[operation], input, parsed.value)
    if (stray !== undefined) throw notUnderstood('getResult', `/result${stray}`)
    return parsed.value
  }

  /**
   * An earlier attempt may be what a repeat is refused for: who judges the state before the key says that it is paid already. So
   * the refusal is believed only when nothing was carried out under the key.
   */
  const instead =
    (operation: OperationName, input: Input, call: Call) =>
    async (error: unknown): Promise<Result> => {
      const isRefusal = isRefused(error) || isInvalid(error)
      const earlier = isRefusal && call.attempt > 1 ? await kept(operation, input, call) : undefined
      if (earlier === undefined) throw error
      return earlier as Result
    }

  return async <K extends WrittenKind>(
    kind: K,
    input: Omit<InputOf<Contract[K]>, 'terminalRef'>,
    call: Call,
  ) => {
    const { idempotencyKey, signal } = call
    const whole = { ...input, terminalRef: terminalRef(call.identity) }
    const send = (): Promise<Result> => methods[kind](whole, { idempotencyKey, signal })
    // Acquirers forget keys after a day, and no clock can be trusted to tell how old this one is: the one that dated the order may
    // have been a day ahead.
    const earlier = call.attempt > 1 ? await kept(kind, whole, call) : undefined
    // What the row's own schema read is what the row's method returns.
    const result = earlier ? (earlier as Result) : await send().catch(instead(kind, whole, call))
    if (result.status === 'failed' || result.status === 'done')
      return result as DoneOf<ReplyOf<Contract[K]>> | Failed
    throw new NotEnded()
  }
}

/** What our own side may not even send will not do later either; what has not ended is asked for again. */
export const orPending = async <T>(work: Promise<T>): Promise<T | Pending> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotEnded) return pending({ retryAfter: error.retryAfter })
    if (!isInvalid(error)) throw error
    const reason = error.issues.map(({ path, code }) => `${path} ${code}`).join(', ')
    throw new RefusedError({ refusal: 'VALIDATION_FAILED', reason })
  }
}

/** The facts of a result; a failed one ends the order. */
export const done = <D>(result: D | Failed): D => {
  if (isFailed(result)) throw new RefusedError({ refusal: result.code, reason: result.reason })
  return result
}

export const isFailed = <Done>(result: Done | Failed): result is Failed =>
  (result as Partial<Failed>).status === 'failed'
