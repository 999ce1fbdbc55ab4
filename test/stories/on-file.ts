import { expect } from 'vitest'
import type { DocumentRef, Facts } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { accountVerified, approved, byTwo, drained, over, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { closureRequested, cny, digestOf, paper, serial, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const proof = (facts?: Facts): DocumentRef => ({
  ...{ id: 'proof', type: 'payment_proof', digest: digestOf('proof') },
  ...(facts && { facts }),
})
const brought = (facts?: Facts): LifecycleEvent => ({ type: 'document.added', document: proof(facts) })
/** The same copy, among the papers of an application. */
const applied = (facts: Facts): LifecycleEvent =>
  closureRequested({
    documents: [
      ...[paper('closure_request'), paper('business_licence'), paper('identity_proof')],
      proof(facts),
    ],
  })
const checked = (documentId: string, facts: Facts | null): LifecycleEvent => ({
  ...{ type: 'document.checked', documentId, digest: digestOf(documentId), facts },
})
const onFile = async (world: World) => (await world.context()).documents.proof

/** What is written down once stands, until somebody who may says otherwise; and a part is not the whole. */
export const onFileStories: Stories = {
  'what a paper says is not said anew by whoever brings it once more': async (open) => {
    const world = await open()
    await world.tell(m1, brought())
    expect(await onFile(world)).toMatchObject({ checkedBy: null })
    expect((await onFile(world))?.facts).toBeUndefined()
    // nothing was read off it yet: what it says comes with the second copy
    await world.tell(m1, brought(cny(100)))
    expect(await onFile(world)).toMatchObject({ facts: cny(100) })
    await world.tell(m1, brought(cny(999)))
    await world.tell(m1, applied(cny(999)))
    expect(await onFile(world)).toMatchObject({ facts: cny(100) })
  },

  'a notice that turns out to be none is owed again': async (open) => {
    const world = await open()
    const due = async () => (await world.context()).deadlines['noticeDue:h']?.status
    await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS' })
    await world.tell(p1, { type: 'document.added', document: paper('provider_notice'), for: 'h' })
    expect(await due()).toBe('cancelled')
    await world.tell(p2, checked('provider_notice', null))
    expect(await due()).toBe('running')
  },

  'a part that is carried over leaves the rest due': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, accountVerified)
    await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(50_000) })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's' })
    const due = async () => (await world.context()).deadlines.payoutDue?.status
    await byTwo(world, over('first', 'settlement', 's', 20_000))
    expect(await due()).toBe('running')
    await byTwo(world, over('second', 'settlement', 's', 30_000))
    expect(await due()).toBe('cancelled')
    expect((await world.context()).closing?.settlementCarriedOver).toBe(50_000)
  },

  'of two devices the one that was mended answers its own request': async (open) => {
    const device = { owner: 'provider', tenancy: 'sole' } as const
    const devices = [serial, 'sn-2'].map((one) => ({ serial: one, ...device }))
    const world = await open(terminal({ devices }))
    await world.tell(m1, { type: 'request.made', requestId: 'r', kind: 'repair', serial: 'sn-2' })
    const status = async () => (await world.context()).requests.r?.status
    for (const [id, names, after] of [
      ['any', {}, 'open'],
      ['first', { serial }, 'open'],
      ['second', { serial: 'sn-2' }, 'answered'],
    ] as const) {
      const facts = { result: 'repaired', performer: 'provider', ...names }
      const record = paper('repair_or_replacement_record', id, facts)
      await world.tell(p1, { type: 'document.added', document: record })
      await world.tell(p2, checked(id, facts))
      expect([id, await status()]).toEqual([id, after])
    }
  },
}
