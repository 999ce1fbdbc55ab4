import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { DeviceInspected } from '../../src/schemas/index.ts'
import {
  approved,
  backedUp,
  byTwo,
  clearingParts,
  drained,
  erased,
  keysRemoved,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, paper, serial } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const shipped = { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-9' } as const
const received = { type: 'device.received', serial, receiptId: 'receipt-9', sealIntact: true } as const
const inspected: DeviceInspected = { type: 'device.inspected', serial, condition: 'intact', accessories: [] }
const lost = { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') } as const
const revoked = { type: 'keys.removed', serial, method: 'revokedAtHost' } as const
const pledge = {
  type: 'refund.ordered',
  ...{ depositId: 'deposit-1', refundId: 'refund-9', amount: cny(1) },
  method: 'cheque',
} as const

/** Wiped, brought back, looked at. */
const back = async (world: World): Promise<void> =>
  run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned)
const devices = async (world: World): Promise<unknown> =>
  ((await world.value()) as { closing?: { clearing?: { devices?: string } } }).closing?.clearing?.devices
const custody = async (world: World): Promise<unknown> => (await world.context()).devices[serial]?.custody

/** Where a device is, and what that settles, say the same. */
export const custodyStories: Stories = {
  'a device that is lost after its inspection is waited for until two people accept the loss': async (
    open,
  ) => {
    const world = await open()
    await back(world)
    expect(await devices(world)).toBe('done')
    await world.tell(p1, lost)
    expect(await devices(world)).toBe('open')
    await world.refuse(p2, pledge, 'CUSTODY_OPEN', 'SECOND_PERSON_REQUIRED')
    await world.tell(sys, revoked)
    await byTwo(world, { type: 'loss.accepted', serial, evidence: [] })
    expect(await devices(world)).toBe('done')
    await byTwo(world, pledge)
  },

  'found after all, what the merchant has a receipt for is looked at anew, and never the merchant charged for it':
    async (open) => {
      const world = await open()
      await back(world)
      await world.tell(p1, lost)
      await world.tell(p1, { type: 'device.found', serial, where: 'the store room' })
      expect([await custody(world), await devices(world)]).toEqual(['received', 'open'])
      const { currentlyDue } = requirements(await world.record(), { at: world.at(), viewer: 'merchant' })
      expect(currentlyDue.filter(({ ref, owner }) => ref === serial && owner === 'merchant')).toEqual([])
      await world.pass(20)
      const charge = { chargeId: 'charge-9', amount: cny(80_000), feeTableVersion: 'standard' }
      const unreturned = { type: 'device.declaredUnreturned', serial, charge } as const
      await world.refuse(p2, unreturned, 'NOT_ALLOWED_IN_STATE', 'NOT_YET_DUE', 'SECOND_PERSON_REQUIRED')
      expect((await world.context()).deadlines).toHaveProperty(`inspectionDue:${serial}`)
      await world.tell(p2, inspected)
      expect(await devices(world)).toBe('done')
    },

  'found with the merchant, who never had a receipt, it is owed': async (open) => {
    const world = await open()
    await run(world, approved)
    await world.tell(m1, lost)
    await world.tell(m1, { type: 'device.found', serial, where: 'the store room' })
    expect(await custody(world)).toBe('merchant')
    const { issues } = await world.tell(p2, inspected)
    expect(issues.map(({ code }) => code)).toEqual(['DEVICE_NOT_RECEIVED'])
    expect(await devices(world)).toBe('open')
  },

  'found in service, it is where the terminal works, whoever had it before': async (open) => {
    const world = await open()
    await world.tell(p1, received)
    await world.tell(m1, lost)
    await world.tell(m1, { type: 'device.found', serial, where: 'the store room' })
    expect((await world.context()).devices[serial]).toMatchObject({ custody: 'merchant', receivedAt: null })
  },

  'nobody inspects a device that was given up: what lapsed with the loss stays so until it is here': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved)
    await world.tell(p1, received)
    await world.tell(p1, lost)
    await world.tell(sys, revoked)
    await byTwo(world, { type: 'loss.accepted', serial, evidence: [] })
    const { issues } = await world.tell(p2, inspected)
    expect(issues.map(({ code }) => code)).toEqual(['DEVICE_NOT_RECEIVED'])
    expect(await custody(world)).toBe('lossAccepted')
    // nobody is late with what nobody can do
    expect((await world.context()).deadlines).not.toHaveProperty(`inspectionDue:${serial}`)
    await world.tell(p1, { ...received, receiptId: 'receipt-10' })
    expect((await world.context()).devices[serial]).toMatchObject({ custody: 'received', erasure: 'none' })
  },

  'brought once more, it is looked at once more': async (open) => {
    const world = await open()
    await back(world)
    await world.tell(p1, received)
    expect(await devices(world)).toBe('open')
    const asked = requirements(await world.record(), { at: world.at(), viewer: 'provider' })
    const wanted = [...asked.currentlyDue, ...asked.pendingVerification, ...asked.eventuallyDue]
    expect(wanted.map(({ code }) => code)).toContain('DEVICE_NOT_INSPECTED')
    await world.refuse(p2, pledge, 'CUSTODY_OPEN', 'SECOND_PERSON_REQUIRED')
    await world.tell(p2, inspected)
    expect(await devices(world)).toBe('done')
  },

  'word of its shipment that comes late moves it nowhere': async (open) => {
    const world = await open()
    await back(world)
    await world.tell(m1, shipped)
    expect([await custody(world), await devices(world)]).toEqual(['inspected', 'done'])
  },

  'what was brought back before the closure is with the merchant in it': async (open) => {
    const world = await open()
    await world.tell(p1, received)
    expect(await custody(world)).toBe('received')
    await run(world, approved)
    expect(await custody(world)).toBe('merchant')
  },

  'of a charge that is met no notice runs any more, and of what is unknown no amount is too high': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, ...clearingParts.slice(0, 2))
    const charge = { chargeId: 'charge-1', amount: cny(20) }
    await world.tell(p1, { type: 'charge.raised', kind: 'rental', feeTableVersion: 'standard', ...charge })
    await world.tell(sys, { type: 'charge.met', ...charge, paymentRef: 'bank-1' })
    const deducted = { type: 'deposit.deducted', depositId: 'deposit-1', ...charge } as const
    await world.refuse(p3, deducted, 'CHARGE_ENDED', 'AMOUNT_TOO_HIGH')
    const carried = {
      type: 'obligation.carriedOver',
      ...{ obligationId: 'o-1', amount: cny(20), owner: 'acquirer-1' },
      ...{ basis: 'agreement', reviewAt: '2027-01-01T00:00:00Z' },
    } as const
    for (const [kind, code] of [
      ['deposit', 'DEPOSIT_UNKNOWN'],
      ['charge', 'CHARGE_UNKNOWN'],
      ['dispute', 'DISPUTE_UNKNOWN'],
      ['settlement', 'NO_STATEMENT'],
    ] as const)
      await world.refuse(p1, { ...carried, kind, ref: 'nowhere' }, code, 'SECOND_PERSON_REQUIRED')
  },
}
