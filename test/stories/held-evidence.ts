import { expect } from 'vitest'
import { explain, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  approved,
  backedUp,
  byTwo,
  clearingParts,
  confirmed,
  drained,
  erased,
  readClosed,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, onlyAs, p1, p2, recorder, sys } from '../support/people.ts'
import {
  batch,
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  terminal,
} from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const held = (id = 'evidence-1', caseId = 'case-1') => paper('dispute_evidence', id, { hold: true, caseId })
const added = (document = held()): LifecycleEvent => ({ type: 'document.added', document })
const risk = onlyAs(p1, 'risk')
const closed = (caseId = 'case-1'): LifecycleEvent => ({
  type: 'dispute.closed',
  caseId,
  outcome: 'won',
  liability: 'provider',
})
const disputed: LifecycleEvent = {
  type: 'dispute.opened',
  caseId: 'case-1',
  amount: cny(5_000),
  dueAt: '2026-05-01T00:00:00+08:00',
}
const authorise: LifecycleEvent = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' }
const said = (facts: Record<string, boolean | string>, id = 'evidence-1'): LifecycleEvent => ({
  type: 'document.checked',
  documentId: id,
  digest: digestOf(id),
  facts,
})
const statement = paper('server_side_records_statement')
const waived: LifecycleEvent = { type: 'backup.waived', serial, statement }

const standing = async ({ context }: World): Promise<readonly string[]> =>
  Object.values((await context()).holds).flatMap(({ holdId, status }) =>
    status === 'lifted' ? [] : [holdId],
  )
/** Sale is off, the device is empty; there is no copy that anybody has verified. */
const uncopied = async (open: OpenWorld) => {
  const world = await open()
  await run(world, approved, saleOff, drained)
  await byTwo(world, waived)
  return world
}

/** What a person of risk keeps for a dispute, what that stops, and how it ends. */
export const heldEvidenceStories: Stories = {
  'evidence that risk keeps stops the wipe of a device of which there is no verified copy [R-261]': async (
    open,
  ) => {
    const world = await uncopied(open)
    await world.tell(risk, added())
    await world.refuse(p2, authorise, 'LEGAL_HOLD')
    const wiped = { type: 'erasure.completed', serial, method: 'destroy', tool: 'shredder' } as const
    const { issues } = await world.tell(p2, wiped)
    expect(issues.map(({ code }) => code)).toEqual(['UNAUTHORISED_ERASURE'])
    const zeroised = await world.tell(p2, { type: 'keys.removed', serial, method: 'zeroised' })
    expect(zeroised.issues.map(({ code }) => code)).toEqual(['LEGAL_HOLD'])
    expect((await world.context()).devices[serial]).toMatchObject({ erasure: 'none', keys: 'loaded' })
  },

  'once the back-up is verified it binds the back-up: the device is wiped, the copy is not replaced [R-261 C-04]':
    async (open) => {
      const world = await open()
      await run(world, approved, saleOff, drained)
      await world.tell(risk, added())
      await run(world, backedUp)
      const again = { type: 'backup.recorded', serial, upTo: world.at(), hash: digestOf('other') } as const
      const copy = { ...again, method: 'computer', encrypted: true, containsCardholderData: false } as const
      await world.refuse(m1, copy, 'LEGAL_HOLD')
      await world.tell(p1, { type: 'act.proposed', act: waived as never })
      await world.refuse(p2, waived, 'LEGAL_HOLD')
      await run(world, erased)
      expect((await world.context()).devices[serial]?.erasure).toBe('verified')
    },

  'a copy that lacks a later sale does not free the device, and is replaced by one that has it': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(risk, added())
    await world.tell(sys, {
      ...{ type: 'transaction.reported', ref: 'late', kind: 'sale', state: 'settled' },
      ...{ amount: cny(500), occurredAt: world.at() },
    } as LifecycleEvent)
    await world.tell(sys, batch(world.at(), 'batch-2'))
    await world.refuse(p2, authorise, 'LEGAL_HOLD', 'BACKUP_STALE')
    await run(world, backedUp)
    await world.tell(p2, authorise)
  },

  'a wipe that rests on no copy lapses when evidence is kept': async (open) => {
    const world = await uncopied(open)
    await world.tell(p2, authorise)
    await world.tell(risk, added())
    expect((await world.context()).devices[serial]?.erasure).toBe('none')
  },

  'it ends with its case, whoever heard of that case before [R-261]': async (open) => {
    for (const known of [true, false]) {
      const world = await uncopied(open)
      if (known) await world.tell(sys, disputed)
      await world.tell(risk, added())
      await world.tell(risk, added(held('evidence-2', 'case-2')))
      await world.tell(sys, closed())
      expect(await standing(world)).toHaveLength(1)
      await world.tell(sys, closed('case-2'))
      expect(await standing(world)).toEqual([])
      await world.tell(p2, authorise)
    }
  },

  'it ends by two persons, whether or not its case is open, and by no single one [R-261]': async (open) => {
    for (const facts of [{ hold: true }, { hold: true, caseId: 'case-1' }]) {
      const world = await uncopied(open)
      await world.tell(sys, disputed)
      await world.tell(risk, added(paper('dispute_evidence', 'evidence-1', facts)))
      const [holdId = ''] = await standing(world)
      const lifted = { type: 'hold.lifted', holdId } as const
      await world.refuse(p2, lifted, 'SECOND_PERSON_REQUIRED')
      await world.refuse(p1, { type: 'hold.rescinded', holdId, reason: 'an error' }, 'MAKER_IS_CHECKER')
      // nor by saying that the paper says otherwise, or is no good
      await world.tell(p2, said({ hold: false }))
      await world.tell(p2, { ...said({}), facts: null } as LifecycleEvent)
      expect(await standing(world)).toEqual([holdId])
      await byTwo(world, lifted)
      await world.tell(p2, authorise)
    }
  },

  'risk alone sets it: what a merchant says of its paper, or somebody who only brings it, holds nothing':
    async (open) => {
      const world = await uncopied(open)
      await world.tell(m1, added())
      await world.tell(onlyAs(p2, 'intake'), added(held('evidence-2')))
      await world.tell(recorder, added(held('evidence-3')))
      await world.tell(onlyAs(p2, 'reviewer'), said({}, 'evidence-2'))
      expect(await standing(world)).toEqual([])
      const reviewer = onlyAs(p2, 'intake', 'reviewer')
      await world.refuse(reviewer, said({ hold: true }), 'DUTY_REQUIRED')
      await world.tell(risk, said({ hold: true, caseId: 'case-1' }))
      await world.refuse(p2, authorise, 'LEGAL_HOLD')
    },

  'what a reviewer vouched for as the merchant wrote it is held when risk says so, in the same words': async (
    open,
  ) => {
    const world = await open(terminal({ holds: [{ holdId: 'own', code: 'ACCOUNT_DISPUTE' }] }))
    const documents = [paper('reinstatement_request'), held('dispute_evidence'), paper('transaction_records')]
    await world.tell(m1, reinstatementRequested({ own: 'ACCOUNT_DISPUTE' }, { documents }))
    const approval = reviewApproved('application-2', ['dispute_evidence', 'transaction_records'])
    const reviewer = onlyAs(p2, 'reviewer')
    const facts = { hold: true, caseId: 'case-1' }
    const own = { documentId: 'dispute_evidence', digest: digestOf('dispute_evidence'), facts }
    await world.refuse(reviewer, { ...approval, checked: [own] } as LifecycleEvent, 'DUTY_REQUIRED')
    await world.tell(reviewer, approval)
    expect((await world.context()).documents.dispute_evidence).toMatchObject({ checkedBy: 'p2' })
    expect(await standing(world)).toEqual(['own'])
    await world.tell(risk, said({ hold: true, caseId: 'case-1' }, 'dispute_evidence'))
    expect(await standing(world)).toHaveLength(2)
    // told twice, it is one
    await world.tell(risk, said({ hold: true, caseId: 'case-1' }, 'dispute_evidence'))
    expect(await standing(world)).toHaveLength(2)
  },

  'what has ended does not come back because somebody looks at the paper again': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    await world.tell(risk, added())
    await world.tell(sys, closed())
    const checked = ['business_licence', 'evidence-1'].map((documentId) => ({
      documentId,
      digest: digestOf(documentId),
    }))
    await world.tell(p2, { ...reviewApproved('application-1'), checked } as LifecycleEvent)
    expect(await standing(world)).toEqual([])
    await world.tell(risk, said({ hold: true, caseId: 'case-1' }))
    expect(await standing(world)).toHaveLength(1)
  },

  'the obstacle says whose it is and what clears it, and is gone with a verified copy': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    await world.tell(risk, added())
    const asked = async () =>
      explain(await world.record(), authorise, { at: world.at(), actor: p2 }).find(
        ({ code }) => code === 'LEGAL_HOLD',
      )
    expect(await asked()).toMatchObject({
      owner: 'provider',
      clearedBy: ['backup.verified', 'dispute.closed', 'hold.lifted'],
    })
    const due = async () =>
      requirements(await world.record(), { at: world.at(), actor: p1 }).currentlyDue.map(({ code }) => code)
    expect(await due()).toContain('LEGAL_HOLD')
    await run(world, backedUp)
    expect(await asked()).toBeUndefined()
    expect(await due()).not.toContain('LEGAL_HOLD')
  },

  'what an authority holds binds the device whatever copy there is': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(
      { ...p1, onBehalfOf: 'authority' },
      {
        type: 'hold.placed',
        holdId: 'court',
        code: 'AUTHORITY_ORDER',
        caps: ['erasure'],
        orderRef: 'court-1',
      },
    )
    await world.refuse(p2, authorise, 'LEGAL_HOLD')
  },

  'kept for a hold that the merchant must not know of, it is not told of either': async (open) => {
    const world = await open()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'quiet',
      code: 'RULE_VIOLATION',
      disclosure: 'hidden',
    })
    await world.tell(risk, { ...added(), for: 'quiet' } as LifecycleEvent)
    const { holds } = await world.context()
    expect(Object.values(holds).map(({ disclosure }) => disclosure)).toEqual(['hidden', 'hidden'])
  },

  'a terminal that is taken over keeps what was held: its paper says so [R-261]': async (open) => {
    const world = await open(terminal({ documents: { 'evidence-1': held() } }))
    await run(world, approved, saleOff, drained)
    await byTwo(world, waived)
    await world.refuse(p2, authorise, 'LEGAL_HOLD')
    await world.tell(sys, closed())
    await world.tell(p2, authorise)
  },

  'a closed record is kept as long as its evidence, and then let go [R-261]': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    await world.tell(risk, added())
    const retained = async () => (await world.context()).deadlines.retention?.status
    await world.pass(3_660)
    expect(await retained()).toBe('running')
    // a case that ends when the books are closed ends what was kept for it
    await world.tell(sys, closed())
    expect(await standing(world)).toEqual([])
    await world.pass(40)
    expect(await retained()).toBe('fired')
  },
}
