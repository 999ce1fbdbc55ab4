import { expect } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { DeviceInspected, LifecycleEvent } from '../../src/schemas/index.ts'
import { inspected, quiet, shippedBack } from '../blockers/acts.ts'
import { accountVerified, approved, byTwo, erased, keysRemoved, run } from '../support/closure.ts'
import { p1, p2, p3 } from '../support/people.ts'
import { cny, paper, serial, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

type Cause = 'human' | 'nonHuman' | 'undetermined'
const found = (differs: Partial<DeviceInspected>): DeviceInspected => ({
  ...(inspected as DeviceInspected),
  ...differs,
})
const broken = (cause: Cause) =>
  found({ condition: 'damaged', damage: { cause, description: 'the screen is cracked' } })
const incomplete = found({ accessories: [{ name: 'base', expected: 3, returned: 0 }] })

const charge = (
  chargeId: string,
  kind: 'damage' | 'accessory' | 'device',
  ground: { serial?: string; documentId?: string } = { serial },
): LifecycleEvent => ({
  type: 'charge.raised',
  chargeId,
  kind,
  amount: cny(26_000),
  feeTableVersion: 'standard',
  ...ground,
})
const refund = (amount: number): LifecycleEvent => ({
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: 'r',
  amount: cny(amount),
})
const waived = (kind: 'damage' | 'accessory'): LifecycleEvent => ({
  type: 'charge.waived',
  serial,
  kind,
  basis: 'goodwill',
})

/** A device has come back, and nobody has looked at it yet. */
const back = async (open: OpenWorld, ...given: Parameters<OpenWorld>): Promise<World> => {
  const world = await open(...given)
  await run(world, approved, ...quiet, erased, keysRemoved, shippedBack, accountVerified)
  return world
}
const due = async (world: World, code: string) => {
  const answer = requirements(await world.record(), { at: world.at(), actor: p1 })
  return [...answer.currentlyDue, ...answer.pastDue].find((item) => item.code === code)
}
const chargeOf = async (world: World, chargeId: string) => (await world.context()).charges[chargeId]

const second = '123-456-790'
/** Both are broken, nobody could tell by whom, and the merchant argues about both charges; of the second that began later. */
const bothUnjudged = async (open: OpenWorld): Promise<World> => {
  const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
  const inspection = {
    condition: 'damaged',
    incomplete: false,
    damageCause: 'undetermined',
    sealBreach: null,
  } as const
  const world = await open(
    terminal({
      devices: [
        { ...of(serial), custody: 'inspected', inspection },
        { ...of(second), custody: 'received', receivedAt: '2026-03-02T01:00:00Z' },
      ],
    }),
  )
  await world.tell(p2, charge('first', 'damage'))
  await world.pass(8)
  await world.tell(p2, { ...broken('undetermined'), serial: second })
  await world.tell(p2, charge('second', 'damage', { serial: second }))
  return world
}
const charged = async (world: World) =>
  Object.values((await world.context()).charges).map(({ status, amount }) => [status, amount.amount])

export const damageStories: Stories = {
  'what is broken or missing keeps the pledge until the provider has charged it or let it go [R-224 R-241]':
    async (open) => {
      const world = await back(open)
      await world.tell(p2, { ...broken('human'), accessories: incomplete.accessories })
      const owed = await due(world, 'DAMAGE_UNDECIDED')
      expect(owed).toMatchObject({ ref: serial, owner: 'provider', due: expect.any(String) })
      await world.refuse(p3, refund(200_000), 'DAMAGE_UNDECIDED', 'SECOND_PERSON_REQUIRED')
      await world.tell(p1, charge('screen', 'damage'))
      await world.refuse(p1, charge('screen-2', 'damage'), 'CHARGE_ENDED')
      expect(await due(world, 'DAMAGE_UNDECIDED')).toBeDefined()
      await byTwo(world, waived('accessory'))
      expect(await due(world, 'DAMAGE_UNDECIDED')).toBeUndefined()
      await world.refuse(p1, charge('base', 'accessory'), 'CHARGE_ENDED')
    },

  'who decides nothing in five working days has no claim any more, and the pledge is free': async (open) => {
    const world = await back(open)
    await world.tell(p2, broken('human'))
    await world.pass(9)
    expect(await due(world, 'DAMAGE_UNDECIDED')).toBeUndefined()
    await world.refuse(p1, charge('screen', 'damage'), 'CHARGE_ENDED')
    await byTwo(world, refund(200_000))
  },

  'an inspection that is told again opens no decision that was taken, or has lapsed [R-224 R-241]': async (
    open,
  ) => {
    const decisions: readonly ((world: World) => Promise<unknown>)[] = [
      (world) => world.tell(p1, charge('screen', 'damage')),
      (world) => byTwo(world, waived('damage')),
      (world) => world.pass(9),
    ]
    for (const decide of decisions)
      for (const again of [broken('human'), { ...broken('human'), sealBreach: 'none' }]) {
        const world = await back(open)
        await world.tell(p2, broken('human'))
        await decide(world)
        await world.tell(p2, again)
        expect(await due(world, 'DAMAGE_UNDECIDED')).toBeUndefined()
        await world.refuse(p1, charge('screen-2', 'damage'), 'CHARGE_ENDED')
      }
  },

  'a damage, and what is missing, are charged by a table of fees that is in force [R-223 R-241]': async (
    open,
  ) => {
    const world = await back(open)
    await world.tell(p2, { ...broken('human'), accessories: incomplete.accessories })
    for (const kind of ['damage', 'accessory'] as const) {
      const byTable = charge(kind, kind)
      const byNone = { ...byTable, feeTableVersion: 'made-up' } as LifecycleEvent
      await world.refuse(p1, byNone, 'FEE_TABLE_NOT_IN_FORCE')
      await world.tell(p1, byTable)
    }
  },

  'what only a second look finds is decided beside what the first one found': async (open) => {
    const world = await back(open)
    await world.tell(p2, broken('human'))
    await world.tell(p1, charge('screen', 'damage'))
    await world.tell(p2, { ...broken('human'), accessories: incomplete.accessories })
    await world.refuse(p1, charge('screen-2', 'damage'), 'CHARGE_ENDED')
    await world.tell(p1, charge('base', 'accessory'))
  },

  'a damage that is nobody’s fault, or that nobody looked at, is not charged [R-240]': async (open) => {
    const world = await back(open)
    await world.refuse(p1, charge('screen', 'damage'), 'DEVICE_NOT_INSPECTED')
    await world.tell(p2, broken('nonHuman'))
    await world.refuse(p1, charge('screen', 'damage'), 'LIABILITY_WITHOUT_GROUND')
    await world.refuse(p1, charge('base', 'accessory'), 'LIABILITY_WITHOUT_GROUND')
    await world.refuse(p1, charge('screen', 'damage', {}), 'LIABILITY_WITHOUT_GROUND')
    // what was lost, or never came back, needs no inspection
    await world.tell(p1, charge('device', 'device', {}))
    expect(await due(world, 'DAMAGE_UNDECIDED')).toBeUndefined()
  },

  'where nobody can tell who broke it, a third person assesses, and nothing is taken before [R-238 R-240]':
    async (open) => {
      const world = await back(open)
      await world.tell(p2, broken('undetermined'))
      await world.tell(p1, charge('screen', 'damage'))
      expect((await chargeOf(world, 'screen'))?.status).toBe('disputed')
      const taken = {
        type: 'deposit.deducted',
        depositId: 'deposit-1',
        chargeId: 'screen',
        amount: cny(26_000),
      } as const
      await world.refuse(p3, taken, 'CHARGE_DISPUTED')
      await world.tell(p3, { type: 'charge.determined', chargeId: 'screen', amount: cny(13_000) })
      expect(await chargeOf(world, 'screen')).toMatchObject({ status: 'determined', amount: cny(13_000) })
    },

  'what nobody assessed in fifteen working days was nobody’s fault': async (open) => {
    const world = await back(open)
    await world.tell(p2, broken('undetermined'))
    await world.tell(p1, charge('screen', 'damage'))
    await world.pass(25)
    expect(await chargeOf(world, 'screen')).toMatchObject({ status: 'determined', amount: cny(0) })
    await byTwo(world, refund(200_000))
  },

  'a damage report is ground enough, once, and only for what the merchant did [R-225 R-240]': async (
    open,
  ) => {
    const world = await open()
    const report = (cause: Cause, id: string) => ({ ...paper('damage_report', id), facts: { cause } })
    await world.tell(p1, { type: 'document.added', document: report('human', 'report-1') })
    await world.tell(p1, { type: 'document.added', document: report('nonHuman', 'report-2') })
    await world.tell(p1, charge('screen', 'damage', { documentId: 'report-1' }))
    await world.refuse(p1, charge('screen-2', 'damage', { documentId: 'report-1' }), 'CHARGE_ENDED')
    await world.refuse(
      p1,
      charge('screen-3', 'damage', { documentId: 'report-2' }),
      'LIABILITY_WITHOUT_GROUND',
    )
    await world.refuse(p1, charge('screen-4', 'damage', { documentId: 'report-3' }), 'DOCUMENT_UNKNOWN')
  },

  'a contract may put every repair on one side, whatever broke it [R-225 C-05]': async (open) => {
    const always = await back(open, undefined, undefined, { ...defaultPolicy, repairLiability: 'merchant' })
    await always.tell(p2, broken('nonHuman'))
    await always.tell(p1, charge('screen', 'damage'))
    const never = await back(open, undefined, undefined, { ...defaultPolicy, repairLiability: 'provider' })
    await never.tell(p2, broken('human'))
    await never.refuse(p1, charge('screen', 'damage'), 'LIABILITY_WITHOUT_GROUND')
  },

  'of the merchant’s own device nobody charges what is broken': async (open) => {
    const devices = [{ serial, owner: 'merchant', tenancy: 'sole' } as const]
    const world = await open(terminal({ devices }))
    await world.refuse(p1, charge('screen', 'damage'), 'DEVICE_NOT_INSPECTED')
  },

  'an inspection that was imported undecided waits for its decision as any other': async (open) => {
    const inspection = {
      condition: 'damaged',
      incomplete: false,
      damageCause: 'human',
      sealBreach: null,
    } as const
    const devices = [
      { serial: 'old-1', owner: 'provider', tenancy: 'sole', role: 'retired', inspection } as const,
    ]
    const given = terminal({})
    const world = await open({ ...given, devices: [...given.devices, ...devices] })
    expect(await due(world, 'DAMAGE_UNDECIDED')).toMatchObject({ ref: 'old-1' })
    await world.tell(p1, charge('screen', 'damage', { serial: 'old-1' }))
    expect(await due(world, 'DAMAGE_UNDECIDED')).toBeUndefined()
  },

  'of two devices that nobody can judge, the time of one that runs out takes back its own charge alone [R-224]':
    async (open) => {
      const world = await bothUnjudged(open)
      expect(await charged(world)).toEqual([
        ['disputed', 26_000],
        ['disputed', 26_000],
      ])
      await world.pass(16)
      expect(await charged(world)).toEqual([
        ['determined', 0],
        ['disputed', 26_000],
      ])
      await world.pass(16)
      expect(await charged(world)).toEqual([
        ['determined', 0],
        ['determined', 0],
      ])
    },

  'of two devices that nobody can judge, the word of a third person ends the time of its own alone [R-224]':
    async (open) => {
      const world = await bothUnjudged(open)
      await world.tell(p3, { type: 'charge.determined', chargeId: 'first', amount: cny(9_000) })
      const { deadlines } = await world.context()
      expect(deadlines[`assessmentDue:${serial}`]?.status).toBe('cancelled')
      expect(deadlines[`assessmentDue:${second}`]?.status).toBe('running')
      await world.pass(40)
      expect(await charged(world)).toEqual([
        ['determined', 9_000],
        ['determined', 0],
      ])
    },

  'what is missing is charged at once, and stays charged, where nobody can tell who broke the rest': async (
    open,
  ) => {
    const world = await back(open)
    await world.tell(p2, { ...broken('undetermined'), accessories: incomplete.accessories })
    await world.tell(p1, charge('screen', 'damage'))
    await world.tell(p1, charge('base', 'accessory'))
    expect(await charged(world)).toEqual([
      ['disputed', 26_000],
      ['raised', 26_000],
    ])
    // nobody says in time whose fault it was
    await world.pass(60)
    expect(await charged(world)).toEqual([
      ['determined', 0],
      ['raised', 26_000],
    ])
  },

  'what nobody could tell in time is nobody’s fault, also while the provider could still decide': async (
    open,
  ) => {
    const assessmentDue = { amount: 1, unit: 'days' } as const
    const clocks = { ...defaultPolicy.clocks, assessmentDue }
    const world = await back(open, undefined, undefined, { ...defaultPolicy, clocks })
    await world.tell(p2, broken('undetermined'))
    await world.pass(2)
    expect((await world.context()).devices[serial]?.undecided).toEqual([])
    await world.refuse(p1, charge('screen', 'damage'), 'CHARGE_ENDED')
  },
}
