import { expect } from 'vitest'
import type { DocumentRef, Facts } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, onlyAs, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  seen,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const forTheCourt = { ...p1, onBehalfOf: 'authority' } as const
const placed = (code: string, differs: object = {}) =>
  ({ type: 'hold.placed', holdId: 'x', code, ...differs }) as LifecycleEvent
const added = (document: DocumentRef): LifecycleEvent => ({ type: 'document.added', document })
const checked = ({ id, digest }: DocumentRef, facts: Facts | null): LifecycleEvent => ({
  type: 'document.checked',
  documentId: id,
  digest,
  facts,
})
const lift: LifecycleEvent = { type: 'hold.lifted', holdId: 'x' }
const until2020 = { validTo: '2020-01-01T00:00:00+08:00' }
const expired = paper('business_licence', 'old', until2020)

/** A licence that has run out, and a hold whose end brings sale back. */
const heldWithout = async (world: World) => {
  await world.tell(p1, placed('RULE_VIOLATION', { test: 'none', release: 'provider' }))
  await world.refuse(p2, lift, 'DOCUMENT_EXPIRED')
}
const onFile = (...documents: DocumentRef[]) =>
  terminal({ documents: Object.fromEntries(documents.map((one) => [one.id, one])) })
const faulty = terminal({ holds: [{ holdId: 'net', code: 'NETWORK_FAULT' }] })
const claim = (evidence = [paper('device_test_record')]): LifecycleEvent => ({
  type: 'hold.remedyClaimed',
  holdId: 'net',
  evidence,
})
const verified = (facts?: Facts): LifecycleEvent => {
  const [one] = seen('device_test_record')
  return {
    type: 'hold.remedyVerified',
    holdId: 'net',
    ...(facts && one && { checked: [{ ...one, facts }] }),
  }
}

export const decidingStories: Stories = {
  'a paper that was found to be nothing is missing, and an approval says so': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    await world.tell(p1, checked(paper('business_licence'), null))
    await world.refuse(p2, reviewApproved('application-1'), 'DOCUMENTS_INCOMPLETE')
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
  },

  'a paper that was found to be nothing replaces none, and no paper replaces itself': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    const forged = { ...paper('business_licence', 'forged'), supersedes: 'business_licence' }
    await world.tell(m1, added(forged))
    await world.tell(p1, checked(forged, null))
    await world.tell(m1, added({ ...paper('business_licence', 'own'), supersedes: 'own' }))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
  },

  'a hold ends after it begins, and what is not closed after all owes no notice': async (open) => {
    const world = await open()
    const startsAt = '2026-05-01T09:00:00+08:00'
    await world.refuse(p1, placed('SYSTEM_MAINTENANCE', { startsAt, until: startsAt }), 'PERIOD_REVERSED')
    const proposal = { type: 'closure.proposed', proposalId: 'pr', reason: 'MALICIOUS_ATTACK' } as const
    await world.tell(p1, { ...proposal, basis: 'clause 9' } as LifecycleEvent)
    const due = async () => (await world.context()).deadlines['noticeDue:pr']?.status
    await world.tell(p2, { type: 'closure.imposed', proposalId: 'pr' })
    expect(await due()).toBe('running')
    await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'a false alarm' })
    expect(await due()).toBe('cancelled')
  },

  'what is said of a paper later is kept, and another request needs another name': async (open) => {
    const world = await open()
    const { facts, ...silent } = paper('device_test_record')
    await world.tell(m1, added(silent))
    await world.tell(m1, added({ ...silent, facts: facts ?? {} }))
    expect((await world.context()).documents[silent.id]).toMatchObject({ facts, checkedBy: null })
    // once somebody has seen it, nobody else says what it says
    await world.tell(p1, checked(silent, { result: 'failed' }))
    await world.tell(m1, added({ ...silent, facts: facts ?? {} }))
    expect((await world.context()).documents[silent.id]).toMatchObject({ facts: { result: 'failed' } })
    const made = { type: 'request.made', requestId: 'r', kind: 'support', text: 'paper jam' } as const
    await world.tell(m1, made)
    expect(await world.tell(m1, made)).toMatchObject({ noop: true })
    await world.refuse(m1, { ...made, text: 'another one' }, 'REFERENCE_IN_USE')
  },

  'a supplement takes the place of papers of its own type only': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    const items = ['a waiver']
    await world.tell(p2, { type: 'review.informationRequested', applicationId: 'application-1', items })
    const documents = [{ ...paper('training_record'), supersedes: 'closure_request' }]
    const digest = digestOf('supplement-1')
    const supplement = { type: 'application.supplemented', applicationId: 'application-1' } as const
    await world.tell(m1, { ...supplement, documents, digest })
    const { application } = await world.context()
    expect(application?.documents.map(({ type }) => type)).toContain('closure_request')
  },

  'a remedy is verified on evidence that somebody has seen, and that says so then': async (open) => {
    const world = await open(faulty)
    await world.tell(m1, claim())
    await world.refuse(p2, verified(), 'FACTS_UNCHECKED')
    await world.refuse(p2, verified({ result: 'failed' }), 'EVIDENCE_UNSUITABLE')
    await world.tell(p1, checked(paper('device_test_record'), null))
    await world.refuse(p2, verified(), 'EVIDENCE_UNSUITABLE', 'DOCUMENTS_INCOMPLETE')
    await world.tell(p2, verified(paper('device_test_record').facts))
  },

  'whoever brought the evidence does not verify by it, nor approve by a licence of its own': async (open) => {
    const world = await open(faulty)
    await world.tell(p2, added(paper('device_test_record')))
    await world.tell(m1, claim())
    await world.refuse(p2, verified(), 'MAKER_IS_CHECKER')
    await world.tell(p1, verified())
    const other = await open(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await other.tell(p2, added(paper('business_licence')))
    const documents = [paper('reinstatement_request'), paper('supporting_evidence')]
    await other.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, { documents }))
    await other.refuse(p2, reviewApproved('application-2', ['business_licence']), 'MAKER_IS_CHECKER')
    await other.tell(p1, reviewApproved('application-2', ['business_licence']))
  },

  'a paper is on file as what it is, and the same bytes under another name prove no more': async (open) => {
    const world = await open(faulty)
    const record = paper('device_test_record')
    await world.tell(m1, added({ id: record.id, type: 'training_record', digest: record.digest }))
    await world.refuse(m1, claim(), 'REFERENCE_IN_USE')
    const other = await open(faulty)
    await other.tell(m1, added(record))
    await other.tell(p1, checked(record, null))
    await other.refuse(m1, claim([{ ...record, id: 'record-2' }]), 'EVIDENCE_UNSUITABLE')
  },

  'an act that decides rests on what somebody has seen, not on what the merchant says of its paper': async (
    open,
  ) => {
    const world = await open()
    const proof = paper('payout_account_verification')
    await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-2', name: '青禾便利店' })
    await world.tell(m1, added(proof))
    const verify = { type: 'payoutAccount.verified', token: 'account-2', evidence: [proof] } as const
    const answer = await world.send(p2, verify as LifecycleEvent)
    expect(JSON.stringify(answer)).toContain('FACTS_UNCHECKED')
  },

  'A36 a licence without an end, one that nobody has seen and one that was rejected bring no sale back':
    async (open) => {
      const bare = paper('business_licence', 'new', {})
      const renewed = paper('business_licence', 'newer')
      const world = await open(onFile(expired))
      await heldWithout(world)
      await world.tell(m1, added(bare))
      await world.refuse(p2, lift, 'DOCUMENT_EXPIRED')
      await world.tell(m1, added(renewed))
      await world.refuse(p2, lift, 'FACTS_UNCHECKED')
      await world.tell(p1, checked(renewed, null))
      await world.refuse(p2, lift, 'DOCUMENT_EXPIRED')
      await world.tell(p1, checked(renewed, renewed.facts ?? {}))
      await world.tell(p2, lift)
    },

  'A36 neither another reason for the hold nor the end of an authority’s order goes around the licence':
    async (open) => {
      const holds = [{ holdId: 'x', code: 'UNKNOWN' }] as const
      const world = await open({ ...onFile(expired), holds })
      const act = { type: 'hold.reclassified', holdId: 'x', code: 'SETTLEMENT_ACCOUNT_CHANGED' } as const
      await world.tell(p1, { type: 'act.proposed', act })
      const answer = await world.send(p2, act)
      expect(JSON.stringify(answer)).toContain('DOCUMENT_EXPIRED')
      const court = await open(onFile(expired))
      await court.tell(
        forTheCourt,
        placed('AUTHORITY_ORDER', { caps: ['sale'], test: 'none', orderRef: 'court-7' }),
      )
      await court.refuse(p2, { ...lift, orderRef: 'court-8' } as LifecycleEvent, 'DOCUMENT_EXPIRED')
    },

  'A32 what is for an authority says by which order, ends by one, and is nobody else’s to place': async (
    open,
  ) => {
    const world = await open()
    const asked = placed('REGULATORY_CHANGE', { caps: ['payout'] })
    await world.refuse(forTheCourt, asked, 'AUTHORITY_ORDER_REQUIRED')
    const loose = placed('OTHER', { caps: ['payout'], release: 'provider', orderRef: 'court-7' })
    await world.refuse(forTheCourt, loose, 'WRONG_RELEASE_PATH')
    await world.refuse(onlyAs(forTheCourt, 'technician'), loose, 'DUTY_REQUIRED')
    const invented = placed('NETWORK_FAULT', { release: 'authority', orderRef: 'invented', caps: ['sale'] })
    expect(JSON.stringify(await world.send(sys, invented))).toContain('ROLE_NOT_ALLOWED')
    await world.tell(forTheCourt, placed('REGULATORY_CHANGE', { caps: ['payout'], orderRef: 'court-7' }))
    expect((await world.context()).holds.x).toMatchObject({ release: 'authority', disclosure: 'hidden' })
    await world.refuse(p2, lift, 'AUTHORITY_ORDER_REQUIRED')
  },

  'A24 a freeze of money, and a hold that nobody is told of, ask for risk under any reason': async (open) => {
    const world = await open()
    const technician = onlyAs(p1, 'technician')
    await world.refuse(technician, placed('HARDWARE_FAULT', { caps: ['payout'] }), 'DUTY_REQUIRED')
    await world.refuse(technician, placed('HARDWARE_FAULT', { disclosure: 'hidden' }), 'DUTY_REQUIRED')
    await world.tell(technician, placed('HARDWARE_FAULT'))
  },

  'A32 a hold that becomes an authority’s owes the order from then on': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'x', code: 'UNKNOWN' }] }))
    const act = {
      type: 'hold.reclassified',
      holdId: 'x',
      code: 'AUTHORITY_ORDER',
      orderRef: 'court-7',
    } as const
    const full = { ...act, caps: ['payout'] } as const
    await world.tell(forTheCourt, { type: 'act.proposed', act: full })
    await world.tell({ ...p2, onBehalfOf: 'authority' }, full)
    expect((await world.context()).deadlines['noticeDue:x']?.status).toBe('running')
  },

  'A16 a notice belongs to one proposal or hold, and nobody ties it to another one': async (open) => {
    const world = await open()
    const proposal = {
      type: 'closure.proposed',
      proposalId: 'pr',
      reason: 'DORMANT',
      basis: 'clause 9',
    } as const
    const notice = { type: 'document.added', document: paper('closure_notice'), for: 'pr' } as const
    await world.tell(p1, proposal)
    await world.tell(p1, notice)
    await world.tell(p1, placed('RULE_VIOLATION'))
    await world.refuse(m1, { ...notice, for: 'x' }, 'REFERENCE_IN_USE')
    await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'they sell again' })
    await world.refuse(p1, proposal, 'REFERENCE_IN_USE')
    await world.tell(p1, { ...proposal, proposalId: 'pr-2' })
  },

  'A16 two papers of one application that say the contrary of each other decide nothing': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'rule', code: 'RULE_VIOLATION' }] }))
    const reports = [
      paper('rectification_report', 'open', { result: 'open' }),
      paper('rectification_report', 'done', { result: 'rectified' }),
    ]
    const documents = [paper('reinstatement_request'), ...reports]
    await world.tell(m1, reinstatementRequested({ rule: 'RULE_VIOLATION' }, { documents }))
    const vouched = reports.map(({ id, digest }) => ({ documentId: id, digest }))
    const approval = { ...reviewApproved('application-2'), checked: vouched } as LifecycleEvent
    await world.refuse(p2, approval, 'EVIDENCE_UNSUITABLE')
    await world.tell(p1, checked(reports[0] as DocumentRef, null))
    await world.tell(p2, { ...reviewApproved('application-2'), checked: vouched.slice(1) } as LifecycleEvent)
  },

  'A16 a contract that ends before the day asked for is no hindrance': async (open) => {
    const world = await open()
    const contract = { expiresOn: '2026-04-30', renewed: false }
    const documents = [
      paper('closure_request'),
      paper('business_licence'),
      paper('service_contract', 'contract', contract),
    ]
    const effectiveDate = '2026-05-10T09:00:00+08:00'
    const asked = { reason: 'CONTRACT_EXPIRED', contract, documents, effectiveDate } as const
    await world.tell(m1, closureRequested(asked))
  },
}
