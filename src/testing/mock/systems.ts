import { operations, type StatusView } from '../../contract/index.ts'
import { RefusedError } from '../../errors/index.ts'
import { canonicalJson } from '../../schemas/index.ts'
import type { Implementation, RequestContext } from '../../server/index.ts'
import { carryOut, type Moment, type WriteName } from './carry-out.ts'
import type { FaultKind, Faults } from './faults.ts'
import type { Ledger, MockResult } from './ledger.ts'
import type { MockClock } from './mock-clock.ts'
import type { Overrides } from './overrides.ts'
import { type MockWorld, terminalOf } from './world.ts'

type Input = Readonly<Record<string, unknown>>

/** What the systems work on. */
export interface Systems {
  readonly world: MockWorld
  readonly ledger: Ledger
  readonly clock: MockClock
  readonly faults: Faults
  readonly overrides: Overrides
  readonly idempotency: boolean
  /** The same for the same key, also after a restart. */
  readonly referenceOf: (key: string) => string
}

/** The world after one more write; names and inputs were checked against the contract when they came in. */
export const apply = (world: MockWorld, operation: string, input: Input, moment: Moment): Input => {
  const effect = carryOut[operation as WriteName] as (world: MockWorld, input: never, moment: Moment) => Input
  return effect(world, input as never, moment)
}

interface Decided {
  readonly result: MockResult
  readonly carriedOut: boolean
  readonly did?: Input | undefined
}

/** Half of the money, where only a share of it moves. */
const shareOf = (input: Input, share: number): Input => {
  const amount = input.amount as { readonly amount: number; readonly currency: string }
  return { ...input, amount: { ...amount, amount: Math.floor(amount.amount * share) } }
}

const resultOf = ({ reference }: Moment, facts: Input): MockResult => ({
  status: 'done',
  reference,
  ...facts,
})

const decide = (
  { world, overrides }: Systems,
  fault: FaultKind | undefined,
  operation: string,
  input: Input,
  moment: Moment,
): Decided => {
  const { reference } = moment
  if (fault?.kind === 'fail') {
    const { code, reason } = fault
    return { result: { status: 'failed', reference, code, reason }, carriedOut: false }
  }
  if (fault?.kind === 'pretend')
    return {
      result: resultOf(moment, apply(structuredClone(world), operation, input, moment)),
      carriedOut: false,
    }
  const own = overrides.decide(operation, input, moment, () =>
    resultOf(moment, apply(world, operation, input, moment)),
  )
  // Status and reference were filled in.
  if (own) return { result: own.answer as MockResult, carriedOut: own.carriedOut }
  const did = fault?.kind === 'partly' ? shareOf(input, fault.share ?? 0.5) : undefined
  const facts = apply(world, operation, did ?? input, moment)
  // The amount is what was asked; less than that is said beside it.
  const partly = did && { amount: input.amount, paid: facts.amount }
  return { result: resultOf(moment, { ...facts, ...partly }), carriedOut: true, did }
}

const skewed = (at: string, fault: FaultKind | undefined): string =>
  fault?.kind === 'skew' ? new Date(Date.parse(at) + fault.ms).toISOString() : at

const asToldUnder = (fault: FaultKind | undefined, result: MockResult): MockResult =>
  fault?.kind === 'pending' ? { status: 'pending', reference: result.reference } : result

/** Once per key: a repeat gets the first answer, and the same key for something else is refused. */
const write =
  (systems: Systems, operation: string) =>
  (input: Input, { idempotencyKey: key }: RequestContext): MockResult => {
    const { ledger, clock, idempotency, faults, referenceOf } = systems
    const now = clock.now()
    ledger.add({ kind: 'attempt', key, operation, at: now })
    const fault = faults.take('inside', { operation, key })
    const told = (result: MockResult): MockResult => asToldUnder(fault, result)
    const kept = idempotency ? ledger.resultOf(key) : undefined
    if (kept) {
      if (kept.operation !== operation || canonicalJson(kept.input) !== canonicalJson(input))
        throw new RefusedError({ refusal: 'IDEMPOTENCY_KEY_REUSED' })
      return told(kept.result)
    }
    const at = skewed(now, fault)
    const { result, carriedOut, did } = decide(systems, fault, operation, input, {
      at,
      reference: referenceOf(key),
    })
    ledger.add({ kind: 'result', key, operation, input, result, at, carriedOut, ...(did && { did }) })
    return told(result)
  }

const readStatus =
  ({ world, clock, faults, overrides, referenceOf }: Systems) =>
  (input: Input): StatusView => {
    const { terminalRef, notBefore } = input
    const fault = faults.take('inside', { operation: 'readStatus', key: undefined })
    const readAt = clock.reading(typeof notBefore === 'string' ? notBefore : undefined)
    const base = (): Input => {
      const { capabilities, registry, unsettled, currency } = terminalOf(world, String(terminalRef))
      return {
        acceptance: capabilities.sale ? 'on' : 'off',
        registry,
        // Paid twice, it is overdrawn; that is somebody's to claim back, and nothing to be settled.
        unsettled: { amount: unsettled, currency },
        readAt: skewed(readAt, fault),
        source: 'mock-host',
        capabilities: { ...capabilities },
      }
    }
    const moment = { at: readAt, reference: referenceOf(readAt) }
    const own = overrides.decide('readStatus', input, moment, base)
    // What does not fit the contract is told by the handler, naming the member.
    return (own?.answer ?? base()) as unknown as StatusView
  }

const getResult =
  ({ ledger, idempotency, faults }: Systems) =>
  ({ idempotencyKey }: Input) => {
    const kept = idempotency ? ledger.resultOf(String(idempotencyKey)) : undefined
    if (!kept) throw new RefusedError({ refusal: 'NOT_FOUND' })
    const { key, operation, result } = kept
    return {
      idempotencyKey: key,
      operation,
      result: asToldUnder(faults.take('asked', { operation, key }), result),
    }
  }

/** The systems side of the contract over a world. */
export const systemsOf = (systems: Systems): Implementation<'systems'> => {
  const writes = operations
    .filter(({ side, method }) => side === 'systems' && method !== 'GET')
    .map(({ name }) => [name, write(systems, name)])
  // Every function comes from the row of its name.
  return {
    ...Object.fromEntries(writes),
    readStatus: readStatus(systems),
    getResult: getResult(systems),
  } as Implementation<'systems'>
}
