import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  approved,
  backedUp,
  clearingParts,
  confirmed,
  drained,
  erased,
  keysRemoved,
  readClosed,
  returned,
  run,
  saleOff,
  unbound,
} from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import {
  batch,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  statusRead,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const spare = 'SN-SPARE'
const kind = { owner: 'provider', tenancy: 'sole' } as const
const lent: LifecycleEvent = { type: 'device.replaced', oldSerial: serial, newSerial: spare, ...kind }
const back: LifecycleEvent = { type: 'device.replaced', oldSerial: spare, newSerial: serial, ...kind }
const gone = [drained, backedUp, erased, keysRemoved, returned, unbound]
const deviceOf = async (world: World) => (await world.context()).devices[serial]
const fullTest: LifecycleEvent = {
  type: 'test.passed',
  serial,
  kind: 'full',
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
}

/** A device that was mended comes back into its own terminal. */
export const backAgainStories: Stories = {
  'a device that was replaced, mended and given back is bound once more when nothing of its first time is left to do':
    async (open) => {
      const world = await open()
      await world.tell(p1, lent)
      await world.refuse(
        p1,
        back,
        'DEVICE_NOT_DRAINED',
        'DEVICE_NOT_RETURNED',
        'ERASURE_NOT_AUTHORISED',
        'KEYS_NOT_REMOVED',
        'DEVICE_STILL_BOUND',
      )
      await run(world, drained, backedUp, erased, keysRemoved, returned)
      await world.refuse(p1, back, 'DEVICE_STILL_BOUND')
      await run(world, unbound)
      await world.tell(p1, back)
      expect(await deviceOf(world)).toMatchObject({
        role: 'bound',
        custody: 'merchant',
        binding: 'bound',
        erasure: 'none',
        keys: 'loaded',
        retiredAt: null,
        receivedAt: null,
        receipts: ['receipt-1'],
      })
      expect((await world.context()).devices[spare]?.role).toBe('retired')
      // a closure of now can still be taken back: nothing of it has been done
      await run(world, approved, saleOff)
      await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'merchant', reason: 'an error' })
    },

  'what was told of its first time is told again and changes nothing': async (open) => {
    const world = await open()
    await world.tell(p1, lent)
    await run(world, ...gone)
    await world.tell(p1, back)
    const before = await deviceOf(world)
    const receipt: LifecycleEvent = { type: 'device.received', serial, receiptId: 'receipt-1' }
    expect(await world.tell(p1, receipt)).toMatchObject({ noop: true })
    expect(await deviceOf(world)).toEqual(before)
  },

  'a device that is bound, or missing, takes the place of none': async (open) => {
    const world = await open()
    await world.refuse(p1, { ...back, oldSerial: serial }, 'REFERENCE_IN_USE')
    await world.tell(p1, lent)
    await world.tell(m1, { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') })
    const answer = await world.send(p1, back)
    expect(answer.accepted ? [] : answer.blockers.map(({ code }) => code)).toContain('DEVICE_REPORTED_LOST')
  },

  'a terminal ends with a device that came back as with any other': async (open) => {
    const world = await open(terminal({ deposits: [] }))
    await world.tell(p1, lent)
    await run(world, ...gone)
    await world.tell(p1, back)
    // the spare was the merchant’s for a week only: it is given up with two people’s word
    await world.tell(m1, { type: 'device.lost', serial: spare, kind: 'lost', report: paper('loss_report') })
    await world.tell(sys, { type: 'keys.removed', serial: spare, method: 'revokedAtHost' })
    const accepted: LifecycleEvent = {
      type: 'loss.accepted',
      serial: spare,
      evidence: [paper('loss_report', 'again')],
    }
    await world.tell(p1, { type: 'act.proposed', act: accepted as never })
    await world.tell(p2, accepted)
    await world.tell(p1, { type: 'unbinding.ordered', serial: spare, registryRef: 'registry-8' })
    await world.tell(sys, { type: 'unbinding.confirmed', serial: spare, registryRef: 'registry-8' })
    await run(world, approved)
    const parts = clearingParts.filter(({ name }) => name !== 'refunded')
    for (const part of parts) {
      if (part === drained) await world.tell(sys, batch(world.at(), 'batch-2'))
      else if (part === returned) {
        await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
        await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-2' })
        await world.tell(p2, { type: 'device.inspected', serial, condition: 'worn', accessories: [] })
      } else await part(world)
    }
    await run(world, confirmed, readClosed)
    expect(await world.value()).toBe('closed')
  },

  'a device that was mended without being replaced is at the merchant again once it has passed its test':
    async (open) => {
      const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT' }] }))
      await world.tell(p1, { type: 'device.received', serial, receiptId: 'workshop-1' })
      await world.tell(m1, reinstatementRequested({ fault: 'HARDWARE_FAULT' }))
      await world.tell(
        p2,
        reviewApproved('application-2', ['business_licence', 'repair_or_replacement_record']),
      )
      await world.tell(agent, fullTest)
      expect(await deviceOf(world)).toMatchObject({ custody: 'merchant', receivedAt: null })
      await world.tell(sys, statusRead('on', world.at()))
      await world.pass(20)
      const { pastDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
      expect(pastDue.filter(({ ref }) => ref?.includes(serial))).toEqual([])
    },

  'nobody waits for the return of a device of the merchant’s own that came back into its terminal': async (
    open,
  ) => {
    const own = { owner: 'merchant', tenancy: 'sole' } as const
    const world = await open(terminal({ devices: [{ serial, ...own }] }))
    await world.tell(p1, lent)
    await run(world, drained, backedUp, erased, keysRemoved, unbound)
    await world.tell(p1, { ...back, ...own } as LifecycleEvent)
    await world.pass(20)
    const { pastDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
    expect(pastDue.filter(({ ref }) => ref?.endsWith(serial))).toEqual([])
    const { deadlines } = await world.context()
    const waiting = Object.values(deadlines).filter(({ ref }) => ref === serial)
    expect(waiting.filter(({ status }) => status !== 'cancelled')).toEqual([])
  },
}
