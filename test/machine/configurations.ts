import { type ClearingRegion, clearingRegions } from '../../src/domain/index.ts'
import type { LifecycleContext, LifecycleRecord, StateValue } from '../../src/machine/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested, cny, serial } from '../support/samples.ts'
import type { World } from '../support/world.ts'

type Undo = (context: LifecycleContext) => Partial<LifecycleContext>
const device = ({ devices }: LifecycleContext, change: object) => ({
  devices: { ...devices, [serial]: { ...devices[serial], ...change } } as LifecycleContext['devices'],
})

/** Takes back what makes one region done, and touches no other region. */
const undo: Readonly<Record<ClearingRegion, Undo>> = {
  acceptance: ({ status }) => ({ status: { ...status, acceptance: 'on' } }),
  transactions: ({ transactions }) => ({
    transactions: {
      ...transactions,
      open: {
        ref: 'open',
        kind: 'preAuth',
        state: 'authorised',
        amount: cny(1),
        occurredAt: '2026-03-01T00:00:00Z',
        serial,
        test: false,
        resolution: null,
      },
    },
  }),
  settlement: ({ closing }) => ({ closing: closing && { ...closing, statement: null } }),
  charges: ({ charges, devices }) => ({
    devices: withDamage(devices),
    charges: {
      ...charges,
      fee: {
        chargeId: 'fee',
        kind: 'rental',
        amount: cny(5),
        payments: {},
        carriedOver: 0,
        status: 'raised',
        feeTableVersion: 'standard',
        ground: null,
        raisedBy: 'p1',
      },
    },
  }),
  deposits: ({ deposits }) => ({
    deposits: Object.fromEntries(
      Object.entries(deposits).map(([id, item]) => [id, { ...item, refunds: {} }]),
    ),
  }),
  devices: (context) => device(context, { inspection: null }),
  binding: (context) => device(context, { binding: 'bound' }),
}

const subsets = <Item>(items: readonly Item[]): Item[][] => {
  const sets: Item[][] = [[]]
  for (const item of items) sets.push(...sets.map((set) => set.concat(item)))
  return sets
}

const withDamage = (devices: LifecycleContext['devices']): LifecycleContext['devices'] => {
  const inspection = { condition: 'damaged', incomplete: false, damageCause: 'human', sealBreach: null }
  return Object.fromEntries(
    Object.entries(devices).map(([id, device]) => [
      id,
      { ...device, inspection, undecided: ['damage'] as const },
    ]),
  )
}

/** 128 records: every mixture of open and done regions; the one with all done stands in `clearing` still. */
const clearing = async (): Promise<LifecycleRecord[]> => {
  const world = openPlay()
  await run(world, approved, ...clearingParts)
  const record = await world.record()
  return subsets(clearingRegions).map((open) => {
    let { context } = record
    for (const region of open) context = { ...context, ...undo[region](context) }
    const leaves = Object.fromEntries(
      clearingRegions.map((region) => [region, open.includes(region) ? 'open' : 'done']),
    )
    return { ...record, value: { closing: { clearing: leaves } } as StateValue, context }
  })
}

const services: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  inService: async () => undefined,
  held: ({ tell }) => tell(p1, { type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE' }),
  testing: async ({ tell }) => {
    await tell(p1, { type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE' })
    await tell(p2, { type: 'hold.lifted', holdId: 'h' })
  },
  enabling: async ({ tell }) => {
    await tell(p1, { type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE' })
    await tell(p2, { type: 'hold.rescinded', holdId: 'h', reason: 'placed in error' })
  },
}
const applicationId = 'application-1'
const applications: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  none: async () => undefined,
  underReview: ({ tell }) => tell(m1, closureRequested()),
  needsInformation: async ({ tell }) => {
    await tell(m1, closureRequested())
    await tell(p2, { type: 'review.informationRequested', applicationId, items: ['a stamp'] })
  },
  rejected: async ({ tell }) => {
    await tell(m1, closureRequested())
    await tell(p2, {
      type: 'review.rejected',
      applicationId,
      code: 'other',
      reason: 'blurred',
      resubmittable: true,
    })
  },
}

const living = async (): Promise<LifecycleRecord[]> => {
  const records: LifecycleRecord[] = []
  for (const service of Object.values(services))
    for (const application of Object.values(applications)) {
      const world = openPlay()
      await service(world)
      await application(world)
      records.push(await world.record())
    }
  return records
}

const ending = async (): Promise<LifecycleRecord[]> => {
  const world = openPlay()
  const records: LifecycleRecord[] = []
  await run(world, approved, ...clearingParts)
  records.push(await world.record())
  await run(world, confirmed)
  records.push(await world.record())
  await run(world, readClosed)
  records.push(await world.record())
  return records
}

/** Every state that a terminal can be in: 16 while it lives, 128 while it clears, confirming, verifying, closed. */
export const allConfigurations = async (): Promise<LifecycleRecord[]> => [
  ...(await living()),
  ...(await clearing()),
  ...(await ending()),
]

/** Who sends a report. */
export const reporterOf = (roles: readonly string[]) =>
  roles.includes('system') ? sys : roles.includes('provider') ? p1 : m1
/** Everybody who may send it, one for each role. */
export const reportersOf = (roles: readonly string[]) =>
  [sys, p1, m1, agent].filter(({ role }) => roles.includes(role))
