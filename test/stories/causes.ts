import { expect } from 'vitest'
import type { ReleasePath, SuspensionReason } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { accountVerified, byTwo } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { cny, paper, reinstatementRequested, reviewApproved, seen, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const arrears = { chargeId: 'rent-2', kind: 'arrears', amount: cny(9_900) } as const
const paid: LifecycleEvent = {
  type: 'charge.met',
  chargeId: 'rent-2',
  amount: cny(9_900),
  paymentRef: 'payment-1',
}
const opened: LifecycleEvent = {
  type: 'dispute.opened',
  caseId: 'case-1',
  amount: cny(5_000),
  dueAt: '2026-05-01T00:00:00+08:00',
}
const closed: LifecycleEvent = {
  type: 'dispute.closed',
  caseId: 'case-1',
  outcome: 'won',
  liability: 'provider',
}
const statusOf = async ({ context }: World) => (await context()).holds.own?.status
const held = (code: SuspensionReason) => terminal({ holds: [{ holdId: 'own', code }] })
const placed = (code: SuspensionReason, release: ReleasePath): LifecycleEvent => ({
  type: 'hold.placed',
  holdId: 'own',
  code,
  release,
})

const papers = [
  'reinstatement_request',
  'business_licence',
  'arrears_statement',
  'payment_proof',
  'dispute_evidence',
  'transaction_records',
  'settlement_account_change_proof',
] as const
const asked = (code: SuspensionReason) =>
  reinstatementRequested({ own: code }, { documents: papers.map((type) => paper(type)) })
const approved = reviewApproved('application-2', papers.slice(1))

/** The charge, the case and the account for which a hold stands: while they are open, so is the hold. */
export const causeStories: Stories = {
  'arrears that are open keep their hold, whether or not it names a charge [R-129]': async (open) => {
    const world = await open(
      terminal({ holds: [{ holdId: 'own', code: 'ACCOUNT_ARREARS' }], charges: [arrears] }),
    )
    await world.refuse(m1, asked('ACCOUNT_ARREARS'), 'REMEDY_OPEN')
    await world.tell(p1, paid)
    await world.tell(m1, asked('ACCOUNT_ARREARS'))
    await world.tell(p2, approved)
    expect(await statusOf(world)).toBe('cleared')
  },

  'arrears that come up while the application is read are paid before it is approved': async (open) => {
    const world = await open(held('ACCOUNT_INSUFFICIENT_BALANCE'))
    await world.tell(m1, asked('ACCOUNT_INSUFFICIENT_BALANCE'))
    await world.tell(p1, { type: 'charge.raised', ...arrears, feeTableVersion: 'standard' })
    await world.refuse(p2, approved, 'REMEDY_OPEN')
    await world.tell(p1, paid)
    await world.tell(p2, approved)
    expect(await statusOf(world)).toBe('cleared')
  },

  'an open dispute keeps the hold that stands for it [R-108]': async (open) => {
    const world = await open(held('ACCOUNT_DISPUTE'))
    await world.tell(sys, opened)
    await world.tell(m1, asked('ACCOUNT_DISPUTE'))
    await world.refuse(p2, approved, 'DISPUTE_OPEN')
    await world.tell(sys, closed)
    await world.tell(p2, approved)
    expect(await statusOf(world)).toBe('cleared')
  },

  'a changed account is verified before payouts go on [R-113]': async (open) => {
    const world = await open(held('SETTLEMENT_ACCOUNT_CHANGED'))
    await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-9', name: '别家商店' })
    await world.tell(m1, asked('SETTLEMENT_ACCOUNT_CHANGED'))
    await world.refuse(p2, approved, 'ACCOUNT_UNVERIFIED')
    await accountVerified(world)
    await world.tell(p2, approved)
    expect(await statusOf(world)).toBe('lifted')
  },

  'no way around an open cause: neither evidence nor whoever placed the hold': async (open) => {
    for (const release of ['evidence', 'provider'] as const) {
      const world = await open()
      await world.tell(p1, placed('ACCOUNT_DISPUTE', release))
      await world.tell(sys, opened)
      if (release === 'evidence') {
        const evidence = [paper('dispute_evidence'), paper('transaction_records')] as const
        await world.tell(m1, { type: 'hold.remedyClaimed', holdId: 'own', evidence })
        const checked = seen('dispute_evidence')
        await world.refuse(p1, { type: 'hold.remedyVerified', holdId: 'own', checked }, 'DISPUTE_OPEN')
        await world.refuse(p1, { type: 'hold.lifted', holdId: 'own' }, 'WRONG_RELEASE_PATH')
      } else await world.refuse(p1, { type: 'hold.lifted', holdId: 'own' }, 'DISPUTE_OPEN')
      expect(await statusOf(world)).toBe('effective')
    }
  },

  'two people end a hold whose cause is open on an agreement or a waiver, one of them does not': async (
    open,
  ) => {
    for (const release of ['application', 'evidence', 'provider'] as const) {
      const world = await open(terminal({ charges: [arrears] }))
      await world.tell(p1, placed('ACCOUNT_ARREARS', release))
      const lifted: LifecycleEvent = { type: 'hold.lifted', holdId: 'own', evidence: [paper('waiver')] }
      await world.refuse(p3, lifted, 'SECOND_PERSON_REQUIRED')
      await byTwo(world, lifted)
      expect(await statusOf(world)).toBe('cleared')
    }
  },
}
