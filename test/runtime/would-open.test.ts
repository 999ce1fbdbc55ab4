import { describe, expect, it } from 'vitest'
import type { LifecycleInput } from '../../src/machine/index.ts'
import { memoryStore, type Opened, type Store } from '../../src/runtime/index.ts'
import { merchantId, paper, terminal, terminalId } from '../support/samples.ts'
import { archivist, closedLife, later, runtimeAt } from './closed-life.ts'
import { changesTo, changeTo, deadline, device, type Wanted } from './records.ts'

const now = '2026-03-10T10:00:00+08:00'
const own = { acquirerId: 'acquirer-1', merchantId, terminalId }
const another = { ...own, merchantId: 'M2' }
const evidence = paper('supporting_evidence')
const exception = { evidence, enteredBy: 'p1', verifiedBy: 'p2' }
const sole = { serial: 'SN-1', owner: 'provider', tenancy: 'sole' } as const
const shared = { ...sole, tenancy: 'shared' } as const

const open = (wanted: Wanted) => async (store: Store) =>
  store.commit([await changeTo({ lifecycleId: 'life-a', ...wanted })])
/** Closed; its number rests until then. */
const resting = (wanted: Wanted, due: string) => async (store: Store) => {
  const life = { lifecycleId: 'life-b', ...wanted }
  const deadlines = [deadline('tidQuarantine', due)]
  return store.commit(await changesTo(life, { ...life, closedAt: now, deadlines }))
}
const having = (given: typeof sole | typeof shared, more: object = {}) =>
  open({ ...own, terminalId: 'T-9', devices: [device('SN-1', null, { tenancy: given.tenancy, ...more })] })
const purged = (acquirerId: string) => async (store: Store) => {
  await closedLife(store, 'life-1', {}, { ...own, acquirerId })
  await runtimeAt(store, later).purge({ actor: { ...archivist, acquirerId } })
}

const codeOf = (one: Opened | undefined) =>
  one?.outcome === 'refused' ? (one.error as { issues?: unknown }).issues : one?.outcome
const refused = (path: string, code: string) => [{ path, code }]
const opened = 'opened'
const inUse = refused('/terminalId', 'TERMINAL_NUMBER_IN_USE')
const rests = refused('/terminalId', 'TERMINAL_NUMBER_IN_QUARANTINE')
const bound = refused('/devices/0/serial', 'DEVICE_BOUND_ELSEWHERE')
const after = '2026-03-10T10:00:00.001+08:00'

type Case = readonly [
  string,
  readonly ((store: Store) => Promise<unknown>)[],
  Partial<LifecycleInput>,
  unknown,
]
const cases: readonly Case[] = [
  ['a number that stands in an open life of its merchant', [open(own)], {}, inUse],
  ['a number that another merchant has open', [open(another)], {}, opened],
  ['a number of another acquirer', [open({ ...own, acquirerId: 'acq-2' })], {}, opened],
  ['a number that rests after another merchant', [resting(another, after)], {}, rests],
  ['a number that has rested until now', [resting(another, now)], {}, opened],
  ['a number that rests after its own merchant', [resting(own, after)], {}, opened],
  ['a number that rests, by two people', [resting(another, after)], { exception }, opened],
  [
    'a number that is in use and rests',
    [open({ ...own, lifecycleId: 'life-z' }), resting(another, after)],
    {},
    inUse,
  ],
  ['a device that another life has alone', [having(sole)], { devices: [shared] }, bound],
  ['a device alone that others share', [having(shared)], { devices: [sole] }, bound],
  ['a device that all of them share', [having(shared)], { devices: [shared] }, opened],
  [
    'a device that another life has let go',
    [having(sole, { binding: 'unbound' })],
    { devices: [sole] },
    opened,
  ],
  ['a device that another life has, by two people', [having(sole)], { devices: [sole], exception }, opened],
  [
    'an id that is taken',
    [open({ ...another, lifecycleId: 'life-1' })],
    {},
    refused('/lifecycleId', 'LIFECYCLE_EXISTS'),
  ],
  ['an id that was purged', [purged(own.acquirerId)], {}, refused('/lifecycleId', 'LIFECYCLE_PURGED')],
  [
    'an id that another acquirer has purged',
    [purged('acq-2')],
    {},
    refused('/lifecycleId', 'LIFECYCLE_EXISTS'),
  ],
]

describe('An opening that is only tried is answered as it would be', () => {
  it.each(cases)('with %s', async (_, there, differs, answer) => {
    const store = memoryStore()
    for (const put of there) await put(store)
    const input = terminal(differs)
    const runtime = runtimeAt(store, now)
    const [tried] = await runtime.openAll([{ input }], { dryRun: true })
    expect(codeOf(tried)).toEqual(answer)
    const [told] = await runtime.openAll([{ input }])
    expect(codeOf(told)).toEqual(answer)
  })
})
