import { expect } from 'vitest'
import { explain } from '../../src/machine/index.ts'
import type { LifecycleEvent, ReviewApproved } from '../../src/schemas/index.ts'
import { approved, drained, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, p3, sys } from '../support/people.ts'
import { closureRequested, cny, paper, reviewApproved, seen } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const form = [paper('closure_request'), paper('business_licence')]
const contract = (expiresOn: string, renewed = false, id = 'contract') =>
  paper('service_contract', id, { expiresOn, renewed })
const expired = { type: 'closure.proposed', proposalId: 'proposal-1', reason: 'CONTRACT_EXPIRED' } as const
const proposed: LifecycleEvent = { ...expired, basis: 'clause 12' }
const imposed: LifecycleEvent = { type: 'closure.imposed', proposalId: 'proposal-1' }

const onFile = (world: World, ...papers: readonly ReturnType<typeof paper>[]) =>
  Promise.all(papers.map((document) => world.tell(p1, { type: 'document.added', document })))

/** What a paper says is held against whoever brings it up, and what it does not say proves nothing. */
export const saidByPaperStories: Stories = {
  'the provider closes nothing for a contract that goes on by the paper on file [R-009 R-167]': async (
    open,
  ) => {
    for (const running of [contract('2035-01-01'), contract('2026-01-31', true)]) {
      const world = await open()
      await onFile(world, running)
      await world.refuse(p1, proposed, 'CONTRACT_STILL_RUNNING')
      const asked = { at: world.at(), actor: p1 }
      const [found] = explain(await world.record(), proposed, asked)
      expect(found).toMatchObject({ owner: 'provider', clearedBy: ['document.checked', 'closure.proposed'] })
    }
  },

  'a paper that says which account it is about verifies no other one [R-196]': async (open) => {
    const world = await open()
    const about = (token: string, id = `about-${token}`) =>
      paper('payout_account_verification', id, { result: 'matches', token })
    const verified = (token: string, proof = about('account-1')): LifecycleEvent => ({
      ...{ type: 'payoutAccount.verified', token, evidence: [proof] },
    })
    await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' })
    await world.tell(p3, verified('account-1'))
    await world.tell(m1, { type: 'payoutAccount.changed', token: 'account-2', name: '青禾便利店' })
    await world.refuse(p3, verified('account-2'), 'EVIDENCE_UNSUITABLE')
    const asked = { at: world.at(), actor: p3 }
    const [found] = explain(await world.record(), verified('account-2'), asked)
    expect(found).toMatchObject({ data: { fact: 'token', documentId: 'about-account-1' } })
    await world.tell(p3, verified('account-2', about('account-2')))
  },

  'a contract may end while the notice runs, and is over on the day on which the closure is imposed [R-009]':
    async (open) => {
      const world = await open()
      await onFile(world, contract('2026-04-02'))
      await world.refuse(p1, proposed, 'CONTRACT_STILL_RUNNING')
      await world.pass(2)
      await world.tell(p1, proposed)
      const notice: LifecycleEvent = {
        type: 'document.added',
        document: paper('closure_notice'),
        for: 'proposal-1',
      }
      await world.tell(p1, notice)
      await onFile(world, contract('2026-04-20', false, 'prolonged'))
      await world.pass(31)
      await world.refuse(p2, imposed, 'CONTRACT_STILL_RUNNING')
      await world.pass(20)
      await world.tell(p2, imposed)
    },

  'a contract that does not say when it ends has not shown that it has ended [R-009]': async (open) => {
    const world = await open()
    const { facts: _, ...silent } = paper('service_contract')
    await world.tell(
      m1,
      closureRequested({
        reason: 'CONTRACT_EXPIRED',
        contract: { expiresOn: '2026-01-31', renewed: false },
        documents: [...form, silent],
      }),
    )
    const approval = reviewApproved('application-1', ['business_licence']) as ReviewApproved
    const checked = [...(approval.checked ?? []), ...seen('service_contract')]
    await world.refuse(p2, { ...approval, checked }, 'FACT_MISSING')
    const [read] = seen('service_contract')
    const facts = { expiresOn: '2026-01-31', renewed: false }
    if (read) await world.tell(p2, { ...approval, checked: [...checked.slice(0, -1), { ...read, facts }] })
  },

  'a power that proves nothing says which fact it lacks [R-112 R-149]': async (open) => {
    const world = await open()
    const signatory = { personId: 'm1', authority: 'attorney', mandateRef: 'power' } as const
    const facts = [{}, { validTo: '2026-03-01T00:00:00+08:00' }]
    for (const said of facts) {
      const documents = [...form, paper('power_of_attorney', 'power', said)]
      const answer = await world.send(m1, closureRequested({ signatory, documents }))
      expect(answer).toMatchObject({
        blockers: [{ code: 'SIGNATORY_NOT_AUTHORISED', data: { fact: 'validTo' } }],
      })
    }
  },

  'the account on record told once more stays verified, and cools no longer [R-194]': async (open) => {
    const world = await open()
    const account = { type: 'payoutAccount.changed', token: 'account-1', name: '青禾便利店' } as const
    await world.tell(m1, account)
    const evidence = [paper('payout_account_verification')]
    await world.tell(p3, { type: 'payoutAccount.verified', token: 'account-1', evidence })
    await world.pass(2)
    const before = (await world.context()).payoutAccount
    expect(await world.tell(m1, account)).toMatchObject({ noop: true })
    expect((await world.context()).payoutAccount).toEqual(before)
    await world.tell(m1, { ...account, token: 'account-2' })
    expect((await world.context()).payoutAccount?.verifiedBy).toBeNull()
  },

  'where refunds exceed sales the fees come back as well, and the statement is kept [R-021]': async (
    open,
  ) => {
    const world = await open()
    await run(world, approved, saleOff, drained)
    const figures = { net: cny(-4_970), gross: cny(-5_000), fees: cny(-30) }
    const stated = { statementId: 'statement-1', upTo: world.at(), ...figures } as const
    await world.tell(sys, { type: 'settlement.stated', ...stated })
    expect((await world.context()).closing?.statement).toMatchObject({ net: -4_970, fees: -30 })
  },
}
