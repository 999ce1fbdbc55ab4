import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, backedUp, byTwo, drained, erased, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { batch, cny, paper, serial, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const court = { ...p1, onBehalfOf: 'authority' } as const
const shared = terminal({ devices: [{ serial, owner: 'provider', tenancy: 'shared' }] })

const sale = (world: World): LifecycleEvent => ({
  type: 'transaction.reported',
  ref: 'sale-1',
  kind: 'sale',
  state: 'pending',
  amount: cny(900),
  occurredAt: world.at(),
  serial,
  offline: true,
})

/** Each leads to a device about which nothing else is wrong: sale is off, it is empty and copied. */
const hazards = {
  openItem: async (open: OpenWorld) => {
    const world = await open()
    await run(world, approved, saleOff)
    await world.tell(sys, sale(world))
    // the totals agree without it
    await run(world, drained, backedUp)
    return world
  },
  shared: async (open: OpenWorld) => {
    const world = await open(shared)
    await run(world, approved, saleOff, drained, backedUp)
    return world
  },
  undrained: async (open: OpenWorld) => {
    const world = await open()
    await run(world, approved, saleOff, backedUp)
    return world
  },
  legalHold: async (open: OpenWorld) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(court, {
      type: 'hold.placed',
      holdId: 'court',
      code: 'AUTHORITY_ORDER',
      caps: ['erasure'],
      orderRef: 'court-1',
      disclosure: 'hidden',
    })
    return world
  },
} as const

const code = {
  openItem: 'TRANSACTIONS_OPEN',
  shared: 'SHARED_DEVICE',
  undrained: 'DEVICE_NOT_DRAINED',
  legalHold: 'LEGAL_HOLD',
} as const

const seal = { bagNo: 'bag-1', trackingNo: 'track-1' }
const erase = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' } as const
const destroyed = { type: 'erasure.completed', serial, method: 'destroy', tool: 'shredder' } as const
const keysDestroyed = { type: 'keys.removed', serial, method: 'destroyed' } as const
const unbind = { type: 'unbinding.ordered', serial, registryRef: 'r-1' } as const
const unbound = { type: 'unbinding.confirmed', serial, registryRef: 'r-1' } as const
const goBack = { type: 'return.authorised', serial, destination: 'institution' } as const
const shipped = { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' } as const

const told = async (world: World, event: LifecycleEvent): Promise<readonly string[]> =>
  (await world.tell(p1, event)).issues.map((issue) => issue.code)

const ticketed = async (world: World): Promise<boolean> =>
  Object.values((await world.context()).orders).some(
    ({ kind, params }) =>
      kind === 'openTicket' && 'topic' in params && params.topic === 'device_still_wanted',
  )

const byTwoRefused = async (world: World, act: LifecycleEvent, why: 'TENANT_CONSENT_MISSING') => {
  await world.tell(p1, { type: 'act.proposed', act: act as never })
  await world.refuse(p2, act, why)
}

/** What may be done to a device that is still wanted: each act, each hazard, asked for and told. */
export const hazardStories: Stories = {
  'nothing wipes a device with an open item, an undrained or a held one, and of a shared one its own part only [R-161]':
    async (open) => {
      for (const hazard of ['openItem', 'shared', 'undrained', 'legalHold'] as const) {
        const asked = await hazards[hazard](open)
        await asked.refuse(p1, erase, code[hazard])
        if (hazard === 'shared') await asked.tell(p1, { ...erase, scope: 'application' })
        const issues = await told(asked, destroyed)
        expect({ hazard, issues }).toEqual({
          hazard,
          issues: [hazard === 'shared' ? code.shared : 'UNAUTHORISED_ERASURE'],
        })
        expect(await ticketed(asked)).toBe(true)
        await asked.refuse(p2, { type: 'erasure.verified', serial }, 'ERASURE_NOT_COMPLETED')
      }
    },

  'keys that are taken out of a device that is still wanted do not count as removed': async (open) => {
    for (const hazard of ['openItem', 'shared', 'undrained', 'legalHold'] as const) {
      const world = await hazards[hazard](open)
      expect({ hazard, issues: await told(world, keysDestroyed) }).toEqual({ hazard, issues: [code[hazard]] })
      expect(await ticketed(world)).toBe(true)
      expect(await world.value()).toMatchObject({ closing: { clearing: { devices: 'open' } } })
    }
    const own = await hazards.shared(open)
    expect(await told(own, { type: 'keys.removed', serial, method: 'zeroised' })).toEqual([])
  },

  'unbinding stops at an open item and at what is not drained, in the register as well': async (open) => {
    for (const hazard of ['openItem', 'undrained'] as const) {
      const world = await hazards[hazard](open)
      await world.tell(p1, { type: 'keys.removed', serial, method: 'revokedAtHost' })
      await world.refuse(p1, unbind, code[hazard])
      expect({ hazard, issues: await told(world, unbound) }).toEqual({ hazard, issues: [code[hazard]] })
      expect(await world.value()).toMatchObject({ closing: { clearing: { binding: 'open' } } })
      if (hazard === 'openItem')
        await world.tell(sys, { ...sale(world), state: 'voided', changedAt: world.at() } as LifecycleEvent)
      else await run(world, drained)
      expect(await world.value()).toMatchObject({ closing: { clearing: { binding: 'done' } } })
    }
    for (const hazard of ['shared', 'legalHold'] as const) {
      const world = await hazards[hazard](open)
      await world.tell(p1, { type: 'keys.removed', serial, method: 'revokedAtHost' })
      await world.tell(p1, unbind)
      expect(await told(world, unbound)).toEqual([])
    }
  },

  'a device with something open in it, or under a hold, travels in a sealed bag': async (open) => {
    for (const hazard of ['openItem', 'undrained', 'legalHold'] as const) {
      const loose = await hazards[hazard](open)
      await loose.refuse(p1, goBack, 'ERASE_OR_SEAL_FIRST')
      expect(await told(loose, shipped)).toEqual(['ERASE_OR_SEAL_FIRST'])
      const sealed = await hazards[hazard](open)
      const { issues } = await sealed.tell(p1, { ...goBack, seal })
      expect(issues).toEqual([])
      expect(await told(sealed, { ...shipped, bagNo: 'bag-1' } as LifecycleEvent)).toEqual([])
    }
  },

  'a device that was wiped needs its bag again when a sale turns up that it still holds': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp, erased)
    await world.tell(sys, sale(world))
    await world.refuse(p1, goBack, 'ERASE_OR_SEAL_FIRST')
    await world.tell(p1, { ...goBack, seal })
  },

  'a shared device goes back with the consent of its other tenants': async (open) => {
    const world = await hazards.shared(open)
    await world.refuse(p1, { ...goBack, seal }, 'TENANT_CONSENT_MISSING')
    const refused = paper('tenant_consent', 'no', { result: 'refused' })
    await world.refuse(p1, { ...goBack, seal, consent: refused } as LifecycleEvent, 'EVIDENCE_UNSUITABLE')
    await world.tell(p1, { ...goBack, seal, consent: paper('tenant_consent') } as LifecycleEvent)
    expect(await told(world, { ...shipped, bagNo: 'bag-1' } as LifecycleEvent)).toEqual([])
  },

  'a shared device whose return is overdue goes back by two persons, without any consent': async (open) => {
    const world = await hazards.shared(open)
    await byTwoRefused(world, { ...goBack, seal }, 'TENANT_CONSENT_MISSING')
    await world.pass(60)
    await world.refuse(p1, { ...goBack, seal }, 'SECOND_PERSON_REQUIRED')
    await byTwo(world, { ...goBack, seal })
  },

  'a shared device that came back without consent counts when that is agreed on': async (open) => {
    const world = await hazards.shared(open)
    await world.tell(p1, { ...erase, scope: 'application' })
    await world.tell(p1, { type: 'erasure.completed', serial, method: 'purge', tool: 'tool 4' })
    await world.tell(p2, { type: 'erasure.verified', serial })
    await world.tell(p1, { type: 'keys.removed', serial, method: 'zeroised' })
    expect(await told(world, shipped)).toEqual(['TENANT_CONSENT_MISSING'])
    expect(await ticketed(world)).toBe(true)
    await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
    const seen = { type: 'device.inspected', serial, condition: 'intact', accessories: [] } as const
    await world.tell(p2, { ...seen, accessories: [], sealBreach: 'came without a bag' })
    expect(await world.value()).toMatchObject({ closing: { clearing: { devices: 'open' } } })
    await byTwo(world, goBack)
    expect(await world.value()).toMatchObject({ closing: { clearing: { devices: 'done' } } })
  },

  'a batch that the host closed lets its device go, and never counts twice': async (open) => {
    const world = await hazards.undrained(open)
    const closed = {
      type: 'batch.closedByHost',
      serial,
      batchNo: 'batch-1',
      upTo: world.at(),
      hostTotals: { count: 3, total: cny(300) },
      evidence: [paper('host_status_record')],
    } as LifecycleEvent
    await byTwo(world, closed)
    const before = (await world.context()).devices[serial]
    const { issues } = await world.tell(sys, batch(world.at(), 'batch-1'))
    expect(issues.map((issue) => issue.code)).toEqual(['BATCH_MISMATCH'])
    expect((await world.context()).devices[serial]).toEqual(before)
  },

  'a dead device is replaced at once, and the old one keeps what it owes [R-135]': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT' }] }))
    const spare = '123-456-790'
    const by = { owner: 'provider', tenancy: 'sole' } as const
    await world.tell(p1, { type: 'device.replaced', oldSerial: serial, newSerial: spare, ...by })
    await world.tell(m1, {
      type: 'hold.remedyClaimed',
      holdId: 'fault',
      evidence: [paper('repair_or_replacement_record')],
    })
    await world.refuse(p1, unbind, 'DEVICE_NOT_DRAINED', 'KEYS_NOT_REMOVED')
    await world.tell(p1, { ...goBack, seal })
  },
}
