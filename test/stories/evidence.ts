import { expect } from 'vitest'
import {
  type DocumentType,
  documentTypes,
  type EventType,
  evidenceSlots,
  type Facts,
} from '../../src/domain/index.ts'
import { explain } from '../../src/machine/index.ts'
import { ruleFor } from '../../src/machine/rules/index.ts'
import type { LifecycleEvent, ReviewApproved } from '../../src/schemas/index.ts'
import { approved, orderOf, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const unsuitable = async (world: World, event: { type: EventType }): Promise<readonly string[]> =>
  ruleFor(event.type)(await world.context(), { ...event, by: p1, at: world.at() } as never)
    .filter(({ code }) => code === 'EVIDENCE_UNSUITABLE')
    .map(({ ref }) => String(ref))

const proposed: LifecycleEvent = {
  type: 'closure.proposed',
  proposalId: 'proposal-1',
  reason: 'DORMANT',
  basis: 'contract, clause 9',
}
const notice = { type: 'document.added', document: paper('closure_notice'), for: 'proposal-1' } as const
const imposed = { type: 'closure.imposed', proposalId: 'proposal-1' } as const

const licence = (facts?: object): LifecycleEvent =>
  reinstatementRequested(
    { licence: 'LICENCE_EXPIRED' },
    {
      documents: [
        paper('reinstatement_request'),
        { ...paper('business_licence'), facts } as never,
        paper('supporting_evidence'),
      ],
    },
  )
const lapsed = { holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] } as const

export const evidenceStories: Stories = {
  'A14 each place of evidence takes the papers that prove it, and no other type': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'net', code: 'NETWORK_FAULT' }] }))
    const { 'device.lost': _heard, ...asked } = evidenceSlots
    const slots = Object.entries(asked).flatMap(([type, places]) =>
      Object.entries(places).map(([slot, fits]) => [type, slot, fits as readonly DocumentType[]] as const),
    )
    for (const [type, slot, fits] of slots)
      for (const given of documentTypes) {
        const said = {
          type: type as EventType,
          serial,
          [slot]: slot === 'evidence' ? [paper(given)] : paper(given),
        }
        const wrong = await unsuitable(world, said)
        expect({ type, given, wrong }).toEqual({ type, given, wrong: fits.includes(given) ? [] : [given] })
      }
  },

  'A14 a loss is heard whatever paper comes with it; another paper is no report of it': async (open) => {
    const world = await open()
    await world.tell(m1, { type: 'device.lost', serial, kind: 'lost', report: paper('training_record') })
    const { devices, issues } = await world.context()
    expect(devices[serial]).toMatchObject({ custody: 'lost', lossReport: null })
    expect(issues).toContainEqual(expect.objectContaining({ code: 'EVIDENCE_UNSUITABLE' }))
  },

  'A14 a remedy is shown by a paper that suits its reason': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'net', code: 'NETWORK_FAULT' }] }))
    const claim = (type: DocumentType): LifecycleEvent => ({
      type: 'hold.remedyClaimed',
      holdId: 'net',
      evidence: [paper(type)],
    })
    await world.refuse(m1, claim('training_record'), 'EVIDENCE_UNSUITABLE')
    await world.refuse(m1, claim('waiver'), 'EVIDENCE_UNSUITABLE')
    await world.tell(m1, claim('device_test_record'))
  },

  'A14 a paper that says the contrary proves nothing: a test that failed is no repair': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'net', code: 'NETWORK_FAULT' }] }))
    const failed = paper('device_test_record', 'test-1', { result: 'failed' })
    const claim = { type: 'hold.remedyClaimed', holdId: 'net', evidence: [failed] } as const
    await world.refuse(m1, claim, 'EVIDENCE_UNSUITABLE')
  },

  'A14 a paper that shows the contrary of what it is asked for proves nothing [R-009 R-265]': async (
    open,
  ) => {
    const world = await open(terminal({ holds: [{ holdId: 'broken', code: 'HARDWARE_FAULT' }] }))
    const context = await world.context()
    const asked = (event: object) =>
      ruleFor((event as { type: EventType }).type)(context, { ...event, by: p1, at: world.at() } as never)
    const notServedYet = paper('service_of_notice', 'served', { servedOn: '2026-04-01' })
    expect(asked({ type: 'settlement.deemedAccepted', proof: notServedYet })).toContainEqual(
      expect.objectContaining({
        code: 'EVIDENCE_UNSUITABLE',
        data: expect.objectContaining({ fact: 'servedOn' }),
      }),
    )
    const byHimself = { result: 'repaired', performer: 'merchant' }
    const evidence = [paper('repair_or_replacement_record', 'record', byHimself)]
    await world.refuse(m1, { type: 'hold.remedyClaimed', holdId: 'broken', evidence }, 'EVIDENCE_UNSUITABLE')
    const contract = paper('service_contract', 'contract', { expiresOn: '2035-01-01', renewed: false })
    await world.refuse(
      m1,
      closureRequested({
        reason: 'CONTRACT_EXPIRED',
        contract: { expiresOn: '2026-01-31', renewed: false },
        documents: [paper('closure_request'), paper('business_licence'), contract],
      }),
      'CONTRACT_STILL_RUNNING',
    )
  },

  'A16 what the reviewer reads in the contract counts, not what the form says of it [R-009]': async (
    open,
  ) => {
    const world = await open()
    const { facts: _, ...unread } = paper('service_contract')
    await world.tell(
      m1,
      closureRequested({
        reason: 'CONTRACT_EXPIRED',
        contract: { expiresOn: '2026-01-31', renewed: false },
        documents: [paper('closure_request'), paper('business_licence'), unread],
      }),
    )
    const approval = reviewApproved('application-1', ['business_licence']) as ReviewApproved
    const reading = (facts: Facts): LifecycleEvent => ({
      ...approval,
      checked: [...(approval.checked ?? []), { documentId: unread.id, digest: unread.digest, facts }],
    })
    await world.refuse(p2, reading({ expiresOn: '2035-01-01', renewed: false }), 'CONTRACT_STILL_RUNNING')
    await world.refuse(p2, reading({ expiresOn: '2026-01-31', renewed: true }), 'CONTRACT_STILL_RUNNING')
    await world.refuse(p2, reading({ holder: 'Lin' }), 'FACT_MISSING', 'EVIDENCE_UNSUITABLE')
    await world.tell(p2, reading({ expiresOn: '2026-01-31', renewed: false }))
  },

  'A15 a licence that says neither until when nor for good clears nothing, and names the fact [R-112]':
    async (open) => {
      const world = await open(terminal(lapsed))
      const answer = await world.send(m1, licence())
      expect(answer).toMatchObject({
        accepted: false,
        blockers: [
          {
            code: 'FACT_MISSING',
            ref: 'business_licence',
            data: expect.objectContaining({ fact: 'validTo' }),
          },
        ],
      })
      await world.tell(m1, licence({ longTerm: true }))
    },

  'what somebody found in a paper counts wherever it comes up: rejected, it proves nothing': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'net', code: 'NETWORK_FAULT' }] }))
    const report = paper('device_test_record')
    await world.tell(m1, { type: 'document.added', document: report })
    const checked = { type: 'document.checked', documentId: report.id, digest: report.digest } as const
    await world.tell(p1, { ...checked, facts: null })
    const claim = { type: 'hold.remedyClaimed', holdId: 'net', evidence: [report] } as const
    await world.refuse(m1, claim, 'EVIDENCE_UNSUITABLE')
    // nor does it prove anything that its sender says otherwise
    await world.tell(p1, { ...checked, facts: { result: 'failed' } })
    await world.refuse(m1, claim, 'EVIDENCE_UNSUITABLE')
    await world.tell(p1, { ...checked, facts: { result: 'passed' } })
    await world.tell(m1, claim)
  },

  'facts that were read off a paper after it came count for the act that rests on it': async (open) => {
    const world = await open()
    await approved(world)
    await saleOff(world)
    const { facts, ...statement } = paper('server_side_records_statement')
    const waived = { type: 'backup.waived', serial, statement } as const
    await world.tell(p1, { type: 'document.added', document: statement })
    const first = await world.send(p1, waived)
    expect(JSON.stringify(first)).toContain('FACT_MISSING')
    const { id: documentId, digest } = statement
    await world.tell(p2, { type: 'document.checked', documentId, digest, facts: facts ?? {} })
    const codes = explain(await world.record(), waived, { at: world.at(), actor: p1 }).map(({ code }) => code)
    expect(codes).not.toContain('FACT_MISSING')
  },

  'nobody approves on a paper that nobody has seen': async (open) => {
    const world = await open(terminal(lapsed))
    await world.tell(m1, licence({ validTo: '2031-12-31T23:59:59+08:00' }))
    await world.refuse(p2, reviewApproved('application-2'), 'FACTS_UNCHECKED')
    await world.tell(p2, reviewApproved('application-2', ['business_licence']))
  },

  'nobody has seen a paper that is not on file, nor one with another content': async (open) => {
    const world = await open(terminal(lapsed))
    await world.tell(m1, licence({ validTo: '2031-12-31T23:59:59+08:00' }))
    const approval = reviewApproved('application-2') as ReviewApproved
    for (const documentId of ['business_licence', 'no-such-paper']) {
      const digest = paper('waiver').digest
      const answer = await world.send(p2, { ...approval, checked: [{ documentId, digest }] })
      expect(answer).toMatchObject({ accepted: false })
      expect(JSON.stringify(answer)).toContain('DOCUMENT_UNKNOWN')
    }
  },

  'a paper that was read between the first and the second person is the same paper': async (open) => {
    const world = await open()
    await approved(world)
    await saleOff(world)
    const evidence = [paper('host_status_record')]
    const readAt = (await world.context()).status.readAt ?? ''
    const act = { type: 'reading.accepted', readAt, evidence } as const
    await world.tell(p1, { type: 'act.proposed', act })
    await world.tell(p2, { ...act, evidence: evidence.map((one) => ({ ...one, facts: {} })) })
  },

  'A16 no closure is imposed before its notice is served; one that the merchant brings must be seen': async (
    open,
  ) => {
    const world = await open()
    await world.tell(p1, proposed)
    await world.tell(sys, { type: 'order.confirmed', orderId: await orderOf(world, 'notify') })
    await world.pass(31)
    await world.refuse(p2, imposed, 'NOTICE_MISSING')
    await world.tell(m1, notice)
    await world.refuse(p2, imposed, 'NOTICE_MISSING')
    const { id: documentId, digest } = notice.document
    await world.tell(p1, {
      type: 'document.checked',
      documentId,
      digest,
      facts: { grounds: true, appealRoute: true },
    })
    await world.tell(p2, imposed)
  },

  'A16 a notice without grounds, or without the way to object, is none': async (open) => {
    const world = await open()
    await world.tell(p1, proposed)
    await world.tell(sys, { type: 'order.confirmed', orderId: await orderOf(world, 'notify') })
    await world.pass(31)
    for (const [id, facts] of [
      ['notice-1', { grounds: true }],
      ['notice-2', { grounds: true, appealRoute: false }],
      ['notice-3', { appealRoute: true, grounds: false }],
    ] as const) {
      await world.send(p1, {
        type: 'document.added',
        document: paper('closure_notice', id, facts),
        for: 'proposal-1',
      })
      await world.refuse(p2, imposed, 'NOTICE_MISSING')
    }
    await world.tell(p1, notice)
    await world.tell(p2, imposed)
  },

  'A16 a rejected notice of a hold is owed again': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'rule', code: 'RULE_VIOLATION' })
    const letter = paper('provider_notice')
    await world.tell(m1, { type: 'document.added', document: letter, for: 'rule' })
    const status = async () => (await world.context()).deadlines['noticeDue:rule']?.status
    expect(await status()).toBe('running')
    const { id: documentId, digest } = letter
    await world.tell(p1, { type: 'document.checked', documentId, digest, facts: {} })
    expect(await status()).toBe('cancelled')
    await world.tell(p1, { type: 'document.checked', documentId, digest, facts: null })
    expect(await status()).toBe('running')
  },
}
