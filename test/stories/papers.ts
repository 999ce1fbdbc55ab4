import { expect } from 'vitest'
import type { DocumentRef, DocumentType } from '../../src/domain/index.ts'
import { explain } from '../../src/machine/index.ts'
import type { ClosureRequested } from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import {
  closureRequested,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  terminal,
} from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

const approved = reviewApproved('application-1', ['business_licence'])
const past = '2026-02-01T00:00:00+08:00'

const old = (type: DocumentType, id = `old-${type}`): DocumentRef => paper(type, id, { validTo: past })
const on = (...documents: DocumentRef[]) => ({
  documents: Object.fromEntries(documents.map((document) => [document.id, document])),
})
const withPapers = (...documents: DocumentRef[]): Partial<ClosureRequested> => ({
  documents: [paper('closure_request'), paper('business_licence'), ...documents],
})

const fullTest = {
  type: 'test.passed',
  serial,
  kind: 'full',
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
} as const

/** A terminal that owes nothing but its test. */
const toBeTested = (...documents: DocumentRef[]) =>
  terminal({ holds: [{ holdId: 'check', code: 'SYSTEM_MAINTENANCE' }], ...on(...documents) })

export const paperStories: Stories = {
  'a contract that has run out is what the closure is about, not a paper that is no longer valid [R-009]':
    async (open) => {
      const world = await open()
      await world.tell(
        m1,
        closureRequested({
          reason: 'CONTRACT_EXPIRED',
          contract: { expiresOn: '2026-02-01', renewed: false },
          ...withPapers(paper('service_contract')),
        }),
      )
      await world.tell(p2, reviewApproved('application-1', ['business_licence', 'service_contract']))
    },

  'a decision rests on its own papers: what else has expired on file stops neither approval nor test': async (
    open,
  ) => {
    const unrelated = [old('power_of_attorney')]
    const world = await open(terminal(on(...unrelated)))
    await world.tell(m1, closureRequested())
    await world.tell(p2, approved)
    const tested = await open(toBeTested(...unrelated))
    await tested.tell(p2, { type: 'hold.lifted', holdId: 'check' })
    expect(explain(await tested.record(), fullTest, { at: tested.at(), actor: m1 })).not.toContainEqual(
      expect.objectContaining({ code: 'DOCUMENT_EXPIRED' }),
    )
    await tested.tell(p1, fullTest)
  },

  'a paper that does as well as an expired one carries the approval too': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS' }] }))
    await world.tell(
      m1,
      reinstatementRequested(
        { arrears: 'ACCOUNT_ARREARS' },
        {
          applicationId: 'application-1',
          documents: [
            paper('reinstatement_request'),
            paper('arrears_statement'),
            paper('payment_proof'),
            paper('waiver'),
          ],
        },
      ),
    )
    await world.tell(p2, reviewApproved('application-1', ['arrears_statement', 'waiver', 'payment_proof']))
  },

  'nobody sells again on a licence that has expired in the meantime': async (open) => {
    const world = await open(toBeTested(old('business_licence')))
    await world.tell(p2, { type: 'hold.lifted', holdId: 'check' })
    await world.refuse(p1, fullTest, 'DOCUMENT_EXPIRED')
    const document = paper('business_licence', 'new-licence')
    await world.tell(m1, { type: 'document.added', document })
    await world.refuse(p1, fullTest, 'FACTS_UNCHECKED')
    const { digest, facts = {} } = document
    await world.tell(p2, { type: 'document.checked', documentId: 'new-licence', digest, facts })
    await world.tell(p1, fullTest)
  },

  'a power of attorney that has expired lets nobody sign, nor be approved': async (open) => {
    const world = await open()
    const signatory = { personId: 'attorney-1', authority: 'attorney', mandateRef: 'mandate-1' } as const
    const power = paper('power_of_attorney', 'mandate-1', { validTo: '2026-03-10T00:00:00+08:00' })
    await world.refuse(
      m1,
      closureRequested({ signatory, ...withPapers(old('power_of_attorney')) }),
      'SIGNATORY_NOT_AUTHORISED',
    )
    await world.tell(m1, closureRequested({ signatory, ...withPapers(power) }))
    await world.pass(10)
    await world.refuse(p2, approved, 'DOCUMENT_EXPIRED')
  },

  'who asks for the end of a hidden hold by its name hears what any wrong name hears, and none of its papers [I15]':
    async (open) => {
      const world = await open()
      await world.tell(p1, {
        type: 'hold.placed',
        holdId: 'secret',
        code: 'RULE_VIOLATION',
        disclosure: 'hidden',
      })
      const { request } = reinstatementRequested({ secret: 'RULE_VIOLATION' })
      const event = {
        type: 'reinstatement.requested',
        request,
        documents: [paper('reinstatement_request')],
      } as const
      const asking = { at: world.at(), actor: m1 }
      const codes = explain(await world.record(), event, asking).map(({ code }) => code)
      expect(codes).toEqual(['HOLD_UNKNOWN'])
      expect(explain(await world.record(), event, { ...asking, actor: p1 })).not.toEqual([])
    },
}
