import { operations, type StatusView } from '../../contract/index.ts'
import { RefusedError } from '../../errors/index.ts'
import { canonicalJson } from '../../schemas/index.ts'
import type { Implementation, RequestContext } from '../../server/index.ts'
import { carryOut, type Moment, type WriteName } from './carry-out.ts'
import type { Faults } from './faults.ts'
import type { Ledger, MockResult } from './ledger.ts'
import type { MockClock } from './mock-clock.ts'
import { type MockWorld, terminalOf } from './world.ts'

type Input = Readonly<Record<string, unknown>>

/** Decides for the mock; `undefined` leaves it to the mock. */
export type Override = (input: Input, moment: Moment) => MockResult | undefined

/** What the systems work on. */
export interface Systems {
  readonly world: MockWorld
  readonly ledger: Ledger
  readonly clock: MockClock
  readonly faults: Faults
  readonly overrides: ReadonlyMap<string, Override>
  readonly idempotency: boolean
  /** The same for the same key, also after a restart. */
  readonly referenceOf: (key: string) => string
}

/** The world after one more write; names and inputs were checked against the contract when they came in. */
export const apply = (world: MockWorld, operation: string, input: Input, moment: Moment): Input => {
  const effect = carryOut[operation as WriteName] as (world: MockWorld, input: never, moment: Moment) => Input
  return effect(world, input as never, moment)
}

const decide = (systems: Systems, operation: string, input: Input, key: string, moment: Moment) => {
  const { reference } = moment
  const fault = systems.faults.take('inside', { operation, key })
  if (fault?.kind === 'fail') {
    const { code, reason } = fault
    return { result: { status: 'failed', reference, code, reason }, carriedOut: false, pending: false }
  }
  const pending = fault?.kind === 'pending'
  const own = systems.overrides.get(operation)?.(input, moment)
  if (own) return { result: own, carriedOut: false, pending }
  const facts = apply(systems.world, operation, input, moment)
  return { result: { status: 'done', reference, ...facts }, carriedOut: true, pending }
}

/** Once per key: a repeat gets the first answer, and the same key for something else is refused. */
const write =
  (systems: Systems, operation: string) =>
  (input: Input, { idempotencyKey: key }: RequestContext): MockResult => {
    const { ledger, clock, referenceOf } = systems
    const at = clock.now()
    ledger.add({ kind: 'attempt', key, operation, at })
    const kept = systems.idempotency ? ledger.resultOf(key) : undefined
    if (kept) {
      if (kept.operation !== operation || canonicalJson(kept.input) !== canonicalJson(input)) {
        throw new RefusedError({ refusal: 'IDEMPOTENCY_KEY_REUSED' })
      }
      const open = systems.faults.take('inside', { operation, key })?.kind === 'pending'
      return open ? { status: 'pending', reference: kept.result.reference } : kept.result
    }
    const { result, carriedOut, pending } = decide(systems, operation, input, key, {
      at,
      reference: referenceOf(key),
    })
    ledger.add({ kind: 'result', key, operation, input, result, at, carriedOut })
    return pending ? { status: 'pending', reference: result.reference } : result
  }

const readStatus =
  ({ world, clock }: Systems) =>
  ({ terminalRef, notBefore }: Input): StatusView => {
    const { capabilities, registry, unsettled, currency } = terminalOf(world, String(terminalRef))
    return {
      acceptance: capabilities.sale ? 'on' : 'off',
      registry,
      // Paid twice, it is overdrawn; that is somebody's to claim back, and nothing to be settled.
      unsettled: { amount: unsettled, currency },
      readAt: clock.reading(typeof notBefore === 'string' ? notBefore : undefined),
      source: 'mock-host',
      capabilities: { ...capabilities },
    }
  }

const getResult =
  ({ ledger, idempotency }: Systems) =>
  ({ idempotencyKey }: Input) => {
    const kept = idempotency ? ledger.resultOf(String(idempotencyKey)) : undefined
    if (!kept) throw new RefusedError({ refusal: 'NOT_FOUND' })
    return { idempotencyKey: kept.key, operation: kept.operation, result: kept.result }
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
