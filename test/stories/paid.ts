import { expect } from 'vitest'
import type { DocumentRef, Facts } from '../../src/domain/index.ts'
import { checkReinstatement, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent, ReviewApproved } from '../../src/schemas/index.ts'
import {
  approved,
  byTwo,
  carriedOver,
  clearingParts,
  confirmed,
  readClosed,
  refunded,
  run,
} from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { cny, digestOf, paper, reinstatementRequested, reviewApproved, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const owing = (holdId = 'own') => terminal({ holds: [{ holdId, code: 'ACCOUNT_ARREARS' }] })
const statement = (amount: number, id = 'arrears_statement') => paper('arrears_statement', id, cny(amount))
const proof = (amount: number, id = 'payment_proof') => paper('payment_proof', id, cny(amount))
const waiver = (facts?: Facts, id = 'waiver') => paper('waiver', id, facts)

const asking = (holdId: string, documents: readonly DocumentRef[], applicationId = 'application-2') =>
  reinstatementRequested(
    { [holdId]: 'ACCOUNT_ARREARS' },
    {
      applicationId,
      documents: [
        paper('reinstatement_request', `form-${applicationId}`),
        paper('business_licence'),
        ...documents,
      ],
    },
  )
const approving = (documents: readonly DocumentRef[], id = 'application-2'): LifecycleEvent => ({
  ...(reviewApproved(id) as ReviewApproved),
  checked: [paper('business_licence'), ...documents].map(({ id: documentId, digest }) => ({
    documentId,
    digest,
  })),
})
const statusOf = async ({ context }: World, holdId = 'own') => (await context()).holds[holdId]?.status
const refusal = async (world: World, event: LifecycleEvent) => {
  const answer = await world.send(m1, event)
  return answer.accepted ? [] : answer.blockers
}
const short = (covered: number, owed = 9_900) =>
  expect.objectContaining({ code: 'EVIDENCE_UNSUITABLE', data: { fact: 'amount', owed, covered } })
const disputed: LifecycleEvent = {
  type: 'dispute.opened',
  caseId: 'case-1',
  amount: cny(5_000),
  dueAt: '2026-05-01T00:00:00+08:00',
}
const lifting = (...evidence: DocumentRef[]): LifecycleEvent => ({
  type: 'hold.lifted',
  holdId: 'own',
  evidence,
})
const discharging = (...evidence: DocumentRef[]): LifecycleEvent => ({
  type: 'obligation.discharged',
  obligationId: 'obligation-1',
  evidence,
})
const pledge = async (open: OpenWorld) => {
  const world = await open()
  const parts = clearingParts.filter((part) => part !== refunded)
  await run(world, approved, ...parts, carriedOver, confirmed, readClosed)
  return world
}

/** What a statement asks for, and what papers of money come to. */
export const paidStories: Stories = {
  'two statements that come along ask for what they come to together, and one that comes later for its own [R-129]':
    async (open) => {
      const world = await open(owing())
      const both = [statement(9_900), statement(5_000, 'statement-2')]
      const [found] = await refusal(world, asking('own', [...both, proof(14_899)]))
      expect(found).toEqual(short(14_899, 14_900))
      await world.tell(m1, asking('own', [...both, proof(14_900)]))
      const later = await open(owing())
      await later.tell(p1, { type: 'document.added', document: statement(9_900) })
      await later.tell(p1, { type: 'document.added', document: statement(7_000, 'statement-2') })
      // where none comes along, the newest on file asks
      const [lacking] = await refusal(later, asking('own', [proof(6_999)]))
      expect(lacking).toEqual(short(6_999, 7_000))
      await later.tell(m1, asking('own', [proof(7_000)]))
    },

  'arrears that are on file ask for nothing where something else is held': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'own', code: 'NETWORK_FAULT' }] }))
    await world.tell(p1, { type: 'document.added', document: statement(9_900) })
    await world.tell(p1, { type: 'document.added', document: proof(1) })
    await world.tell(m1, {
      type: 'hold.remedyClaimed',
      holdId: 'own',
      evidence: [paper('device_test_record')],
    })
  },

  'a payment of less than the statement asks clears no hold, and the answer says what is lacking [R-129]':
    async (open) => {
      const world = await open(owing())
      expect(await refusal(world, asking('own', [statement(9_900), proof(9_899)]))).toEqual([short(9_899)])
      await world.tell(m1, asking('own', [statement(9_900), proof(9_900)]))
      await world.tell(p2, approving([statement(9_900), proof(9_900)]))
      expect(await statusOf(world)).toBe('cleared')
    },

  'several payments, and what was let off, count together [R-129]': async (open) => {
    const half = [statement(9_900), proof(4_900, 'first'), waiver(cny(2_000))]
    const world = await open(owing())
    expect(await refusal(world, asking('own', half))).toEqual([short(6_900)])
    await world.tell(m1, asking('own', [...half, proof(3_000, 'second')]))
  },

  'a waiver covers the amount that it names, and all of it where it names none': async (open) => {
    const world = await open(owing())
    expect(await refusal(world, asking('own', [statement(9_900), waiver(cny(100))]))).toEqual([short(100)])
    await world.tell(m1, asking('own', [statement(9_900), waiver()]))
    await world.tell(p2, approving([statement(9_900), waiver()]))
    expect(await statusOf(world)).toBe('cleared')
  },

  'a payment, or a statement, that says no amount proves nothing, and one without a currency neither': async (
    open,
  ) => {
    const world = await open(owing())
    const silent = [paper('payment_proof', 'p', {}), paper('payment_proof', 'p', { amount: 9_900 })]
    for (const [index, one] of silent.entries())
      expect(await refusal(world, asking('own', [statement(9_900), one]))).toContainEqual(
        expect.objectContaining({
          code: 'FACT_MISSING',
          data: expect.objectContaining({ fact: index === 0 ? 'amount' : 'currency' }),
        }),
      )
    const unread = paper('arrears_statement', 's', {})
    await world.refuse(m1, asking('own', [unread, proof(9_900)]), 'FACT_MISSING')
  },

  'who approves counts what was read off the papers, not what their sender wrote': async (open) => {
    const world = await open(owing())
    const papers = [statement(9_900), proof(9_900)]
    await world.tell(m1, asking('own', papers))
    const approval = approving([]) as ReviewApproved
    const reading = (amount: number): LifecycleEvent => ({
      ...approval,
      checked: [
        ...(approval.checked ?? []),
        { documentId: 'arrears_statement', digest: digestOf('arrears_statement') },
        { documentId: 'payment_proof', digest: digestOf('payment_proof'), facts: cny(amount) },
      ],
    })
    await world.refuse(p2, reading(9_000), 'EVIDENCE_UNSUITABLE')
    await world.tell(p2, reading(9_900))
  },

  'of several payments those that nobody has seen do not count for the approval': async (open) => {
    const world = await open(owing())
    const papers = [statement(9_900), proof(4_900, 'first'), proof(5_000, 'second')]
    await world.tell(m1, asking('own', papers))
    await world.refuse(p2, approving(papers.slice(0, 2)), 'FACTS_UNCHECKED')
    await world.tell(p2, approving(papers))
  },

  'the requirement shows what is still to be paid, and why a payment on file does not count [R-129]': async (
    open,
  ) => {
    const world = await open(owing())
    await world.tell(p1, { type: 'document.added', document: statement(4_000, 'february') })
    await world.tell(p1, { type: 'document.added', document: statement(9_900) })
    await world.tell(p1, { type: 'document.added', document: proof(4_000) })
    const record = await world.record()
    const { currentlyDue } = requirements(record, { at: world.at(), actor: m1 })
    const need = currentlyDue.find(({ ref }) => ref === 'own')
    expect(need?.amount).toEqual(cny(5_900))
    const wanted = { documentId: 'payment_proof', code: 'EVIDENCE_UNSUITABLE', fact: 'amount' }
    const flaws = (papers: typeof need extends undefined ? never : NonNullable<typeof need>['papers']) =>
      papers?.flatMap(({ onFile }) => onFile)
    expect(flaws(need?.papers)).toEqual([wanted])
    const check = checkReinstatement(record, { at: world.at(), actor: m1 })
    expect(check.possible).toBe('withPapers')
    expect(flaws(check.papers)).toEqual([wanted])
    // what is on file and what comes along count together
    await world.refuse(m1, asking('own', [proof(5_899, 'too-little')]), 'EVIDENCE_UNSUITABLE')
    await world.tell(p1, { type: 'document.added', document: proof(5_900, 'rest') })
    const left = requirements(await world.record(), { at: world.at(), actor: m1 }).currentlyDue
    expect(left.find(({ ref }) => ref === 'own')?.amount).toBeUndefined()
  },

  'what has cleared one hold clears no second one, whatever it is called then': async (open) => {
    const world = await open(owing())
    const papers = [statement(9_900), proof(9_900)]
    await world.tell(m1, asking('own', papers))
    await world.tell(p2, approving(papers))
    await world.tell(p1, { type: 'hold.placed', holdId: 'next', code: 'ACCOUNT_ARREARS' })
    const next = (documents: readonly DocumentRef[]) => asking('next', documents, 'application-3')
    await world.refuse(m1, next([]), 'DOCUMENTS_INCOMPLETE')
    const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: m1 })
    const wanted = currentlyDue.flatMap(({ ref, papers }) => (ref === 'next' ? (papers ?? []) : []))
    expect(wanted.map(({ anyOf }) => anyOf[0])).toEqual(
      expect.arrayContaining(['arrears_statement', 'payment_proof']),
    )
    await world.refuse(m1, next([statement(9_900, 'march')]), 'DOCUMENTS_INCOMPLETE')
    const again = { ...proof(9_900, 'renamed'), digest: digestOf('payment_proof') }
    await world.refuse(m1, next([statement(9_900, 'march'), again]), 'DOCUMENTS_INCOMPLETE')
    await world.tell(m1, next([statement(9_900, 'march'), proof(9_900, 'march-paid')]))
  },

  'what a remedy is shown by comes to what the statement asks': async (open) => {
    const world = await open()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'own',
      code: 'ACCOUNT_ARREARS',
      release: 'evidence',
    })
    await world.tell(p1, { type: 'document.added', document: statement(9_900) })
    const claim = (...evidence: DocumentRef[]): LifecycleEvent => ({
      type: 'hold.remedyClaimed',
      holdId: 'own',
      evidence,
    })
    await world.refuse(m1, claim(proof(9_000)), 'EVIDENCE_UNSUITABLE')
    await world.tell(m1, claim(proof(9_900)))
    const seen = { documentId: 'payment_proof', digest: digestOf('payment_proof'), facts: cny(9_000) }
    const verified = { type: 'hold.remedyVerified', holdId: 'own' } as const
    await world.refuse(p2, { ...verified, checked: [seen] }, 'EVIDENCE_UNSUITABLE')
    await world.tell(p2, { ...verified, checked: [{ ...seen, facts: cny(9_900) }] })
  },

  'two people end a hold on a waiver of all that is open, not of a part of it': async (open) => {
    for (const code of ['ACCOUNT_ARREARS', 'ACCOUNT_DISPUTE'] as const) {
      const charges = [{ chargeId: 'rent', kind: 'arrears', amount: cny(5_000) }]
      const world = await open(terminal(code === 'ACCOUNT_ARREARS' ? { charges } : {}))
      await world.tell(p1, { type: 'hold.placed', holdId: 'own', code, release: 'provider' })
      if (code === 'ACCOUNT_DISPUTE') await world.tell(sys, disputed)
      const part = lifting(waiver(cny(4_999)))
      await world.tell(p1, { type: 'act.proposed', act: part as never })
      await world.refuse(p2, part, 'EVIDENCE_UNSUITABLE')
      await byTwo(world, lifting(waiver(cny(5_000))))
      expect(await statusOf(world)).toBe('cleared')
    }
  },

  'to a waiver of a part that two people bring nothing is added that is on file': async (open) => {
    const charges = [{ chargeId: 'rent', kind: 'arrears', amount: cny(5_000) }]
    for (const document of [proof(1), waiver(cny(1), 'earlier'), paper('carry_over_deed')]) {
      const world = await open(terminal({ charges }))
      await world.tell(p1, { type: 'hold.placed', holdId: 'own', code: 'ACCOUNT_ARREARS' })
      await world.tell(p1, { type: 'document.added', document })
      const part = lifting(waiver(cny(4_999)))
      await world.tell(p1, { type: 'act.proposed', act: part as never })
      await world.refuse(p2, part, 'EVIDENCE_UNSUITABLE')
      expect(await statusOf(world)).toBe('effective')
    }
  },

  'an agreement beside a waiver of a part stands for the rest': async (open) => {
    const charges = [{ chargeId: 'rent', kind: 'arrears', amount: cny(5_000) }]
    const world = await open(terminal({ charges }))
    await world.tell(p1, { type: 'hold.placed', holdId: 'own', code: 'ACCOUNT_ARREARS' })
    await byTwo(world, lifting(waiver(cny(100)), paper('carry_over_deed')))
  },

  'what was carried over is discharged by a payment of all of it, or by an agreement [R-220]': async (
    open,
  ) => {
    const world = await pledge(open)
    await world.refuse(p1, discharging(proof(199_999)), 'EVIDENCE_UNSUITABLE')
    await world.refuse(p1, discharging(waiver(cny(1))), 'EVIDENCE_UNSUITABLE')
    await world.tell(p1, discharging(proof(150_000, 'first'), proof(50_000, 'second')))
    const agreed = await pledge(open)
    await agreed.tell(p1, discharging(proof(1), paper('settlement_voucher')))
  },
}
