import { expect } from 'vitest'
import type { DocumentRef } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, backedUp, drained, erased, keysRemoved, run, saleOff } from '../support/closure.ts'
import { agent, m1, p1, p2 } from '../support/people.ts'
import { closureRequested, cny, digestOf, paper, reviewApproved, serial } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const form = [paper('closure_request'), paper('business_licence')]
const broken = (reason: 'HARDWARE_FAULT' | 'DEVICE_DAMAGED', ...papers: readonly DocumentRef[]) =>
  closureRequested({ reason, documents: [...form, ...papers] })
const record = (result: string) =>
  paper('repair_or_replacement_record', 'record', { result, performer: 'repairer' })
const report = paper('damage_report', 'damage_report', { cause: 'nonHuman' })

const shipped = (differs: object = {}): LifecycleEvent => ({
  type: 'device.shipped',
  serial,
  carrier: 'courier',
  trackingNo: 'track-1',
  ...differs,
})
const inspected = (cause: 'human' | 'nonHuman' | 'undetermined'): LifecycleEvent => ({
  type: 'device.inspected',
  serial,
  condition: 'damaged',
  accessories: [],
  damage: { cause, description: 'the screen is broken' },
})
const pictures = [digestOf('front'), digestOf('back')]

const handedOver = async (world: World, by: typeof p1, event: LifecycleEvent): Promise<void> => {
  await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
  await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
  await world.tell(by, event)
  await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
}

/** What is broken for good is given up with a paper that says so, and what left whole is not charged out of hand. */
export const givenUpStories: Stories = {
  'a closure for a broken device comes with a paper on the damage, or one that it cannot be mended [R-011 R-007]':
    async (open) => {
      for (const reason of ['HARDWARE_FAULT', 'DEVICE_DAMAGED'] as const) {
        const world = await open()
        await world.refuse(m1, broken(reason), 'DOCUMENTS_INCOMPLETE')
        // what was mended is no reason to give it up
        await world.refuse(m1, broken(reason, record('repaired')), 'EVIDENCE_UNSUITABLE')
        await world.tell(m1, broken(reason, record('irreparable')))
        await world.refuse(p2, reviewApproved('application-1', ['business_licence']), 'FACTS_UNCHECKED')
        const { id: documentId, digest } = record('irreparable')
        await world.tell(p2, {
          type: 'document.checked',
          documentId,
          digest,
          facts: { result: 'irreparable' },
        })
        await world.tell(p2, reviewApproved('application-1', ['business_licence']))
        const reported = await open()
        await reported.tell(m1, broken(reason, report))
        await reported.tell(p2, reviewApproved('application-1', ['business_licence', 'damage_report']))
      }
    },

  'what is on file and says that it cannot be mended is not asked for again [R-011]': async (open) => {
    const world = await open()
    const lacks = async () => {
      const answer = await world.send(m1, broken('HARDWARE_FAULT'))
      return answer.accepted ? [] : answer.blockers.map(({ code }) => code)
    }
    expect(await lacks()).toEqual(['DOCUMENTS_INCOMPLETE'])
    await world.tell(m1, { type: 'document.added', document: record('irreparable') })
    expect(await lacks()).toEqual([])
  },

  'a device that left whole, as pictures or others show, is not broken by the merchant out of hand [R-222 C-05]':
    async (open) => {
      for (const [by, handed, cause, found] of [
        [m1, { condition: 'intact', photoHashes: pictures }, 'human', 'undetermined'],
        [m1, { condition: 'worn', photoHashes: pictures }, 'human', 'undetermined'],
        [agent, { condition: 'intact' }, 'human', 'undetermined'],
        [p1, { condition: 'worn' }, 'human', 'undetermined'],
        [m1, { condition: 'intact', photoHashes: pictures }, 'nonHuman', 'nonHuman'],
        // its own word alone is none, and what was broken when it left is so
        [m1, { condition: 'intact' }, 'human', 'human'],
        [m1, { condition: 'damaged', photoHashes: pictures }, 'human', 'human'],
        [m1, { photoHashes: pictures }, 'human', 'human'],
      ] as const) {
        const world = await open()
        await handedOver(world, by, shipped(handed))
        await world.tell(p2, inspected(cause))
        expect((await world.context()).devices[serial]?.inspection).toMatchObject({ damageCause: found })
      }
      const world = await open()
      await handedOver(world, m1, shipped({ condition: 'intact', photoHashes: pictures }))
      expect((await world.context()).devices[serial]?.handedOver).toEqual({
        condition: 'intact',
        photoHashes: pictures,
        by: 'merchant',
      })
      await world.tell(p2, inspected('human'))
      expect((await world.context()).deadlines[`assessmentDue:${serial}`]?.status).toBe('running')
      await world.tell(p1, {
        type: 'charge.raised',
        chargeId: 'screen',
        kind: 'damage',
        serial,
        amount: cny(9_900),
        feeTableVersion: 'standard',
      })
      expect((await world.context()).charges.screen?.status).toBe('disputed')
    },
}
