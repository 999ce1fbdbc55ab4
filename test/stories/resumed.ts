import { expect } from 'vitest'
import { defaultPolicy, mostEnded } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { backedUp, byTwo, drained, erased, keysRemoved, returned, run, unbound } from '../support/closure.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { closureRequested, paper, reviewApproved, serial, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const rescinded = (holdId: string): LifecycleEvent => ({
  type: 'hold.rescinded',
  holdId,
  reason: 'placed in error',
})
const switchedOn = async (world: World) =>
  (await world.orders()).flatMap((order) =>
    order.kind === 'enableAcceptance' ? [order.params.capabilities] : [],
  )

/** What comes back, and what of it is remembered. */
export const resumedStories: Stories = {
  'while customers are not told yet that sale goes on, what else is free again is switched on without it [R-299]':
    async (open) => {
      const holds = [
        { holdId: 'licence', code: 'LICENCE_EXPIRED' },
        { holdId: 'refunds', code: 'ACCOUNT_DISPUTE', caps: ['refund'] },
      ] as const
      const world = await open(terminal({ holds }), undefined, {
        ...defaultPolicy,
        noticeBeforeResuming: true,
      })
      await world.tell(p2, rescinded('licence'))
      expect(await switchedOn(world)).toEqual([])
      await world.tell(p2, rescinded('refunds'))
      expect(await switchedOn(world)).toEqual([['completion', 'void', 'refund', 'batchUpload']])
    },

  'the form in which the merchant can be reached is kept, also where it is the form of a deregistration':
    async (open) => {
      const world = await open()
      const documents = [paper('business_licence'), paper('identity_proof'), paper('deregistration_form')]
      await world.tell(m1, closureRequested({ documents }))
      await world.tell(p2, reviewApproved('application-1', ['business_licence', 'identity_proof']))
      expect((await world.context()).closing?.formDocumentId).toBe('deregistration_form')
    },

  'a device that comes back is known with its help and its accessories, and begins anew in the rest': async (
    open,
  ) => {
    const world = await open()
    const model = { model: 'N86', accessories: [{ name: 'base', count: 1 }], selfService: true } as const
    await world.tell(p1, { type: 'device.registered', serial, ...model })
    const kind = { owner: 'provider', tenancy: 'sole' } as const
    await world.tell(p1, { type: 'device.replaced', oldSerial: serial, newSerial: 'sn-2', ...kind })
    await run(world, drained, backedUp, erased, keysRemoved)
    await run(world, returned, unbound)
    await byTwo(world, { type: 'charge.waived', serial, kind: 'accessory', basis: 'goodwill' })
    await world.tell(p1, { type: 'device.replaced', oldSerial: 'sn-2', newSerial: serial, ...kind })
    const { devices } = await world.context()
    expect(devices[serial]).toMatchObject({ ...model, role: 'bound', erasure: 'none', receivedAt: null })
    expect(devices[serial]?.receipts).toEqual(['receipt-1'])
  },

  'of the notes that are seen to the newest stay, and of those that are open all': async (open) => {
    const world = await open()
    const ids = Array.from({ length: mostEnded + 3 }, (_, place) => `f-${place}`)
    const noted = (followUpId: string): LifecycleEvent => ({
      ...{ type: 'note.recorded', kind: 'followUpOpened', text: 'call back', followUpId },
    })
    await world.tell(p1, noted('open'))
    for (const followUpId of ids) {
      await world.tell(p1, noted(followUpId))
      await world.tell(p1, { type: 'followUp.done', followUpId })
    }
    await world.tell(p1, noted('last'))
    const { followUps } = await world.context()
    expect(Object.keys(followUps)).toEqual(['open', ...ids.slice(3), 'last'])
  },
}
