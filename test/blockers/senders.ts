import { byTwo } from '../support/closure.ts'
import { agent, m1, onlyAs, p1, p2, recorder, sys } from '../support/people.ts'
import { closureRequested, paper, start, terminal } from '../support/samples.ts'
import { approve, imposed, placed, raised, rescinded, stated, tested, testing } from './acts.ts'
import { corrected, issue, obliged, refused, story } from './kit.ts'

const appointed = {
  type: 'representative.appointed',
  party: 'serviceProvider',
  personId: 'a1',
  organisationId: 'agent-1',
  mandate: paper('power_of_attorney', 'mandate-7'),
} as const

export const senderClearings = {
  NOT_ALLOWED_IN_STATE: story((world) =>
    refused(world, sys, stated('statement-1', start), () => imposed(world)),
  ),
  ROLE_NOT_ALLOWED: story(async (world) => {
    await testing(world)
    // the big test is not the merchant's to do: a technician is sent
    return refused(world, m1, tested(), () => byTwo(world, appointed), { actor: agent })
  }),
  DUTY_REQUIRED: story((world) => {
    const violation = placed('violation', 'RULE_VIOLATION')
    const wrong = refused(world, onlyAs(p1, 'warehouse'), violation, () => world.tell(p2, violation))
    return { ...wrong, again: 'accepted' }
  }),
  MANDATE_MISSING: story(async (world) => {
    await testing(world)
    const { mandateRef: _, ...without } = agent
    return refused(world, without, tested(), () => byTwo(world, appointed), { actor: agent })
  }),
  NOT_EXPECTED_IN_STATE: issue((world) => ({
    report: () => world.tell(sys, { type: 'closure.confirmed', providerRef: 'closure-1' }),
    isWrong: async () =>
      !Object.values((await world.context()).orders).some(({ kind }) => kind === 'openTicket'),
    act: () =>
      world.tell(p1, { type: 'note.recorded', kind: 'escalation', text: 'nobody asked for this closure' }),
  })),
  REFERENCE_MASKED: issue((world) => ({
    report: () =>
      world.tell(sys, {
        type: 'dispute.opened',
        caseId: 'case:4111111111111111',
        amount: { amount: 100, currency: 'CNY' },
        dueAt: '2026-06-01T00:00:00Z',
      }),
    isWrong: async () => Object.keys((await world.context()).followUps).length === 0,
    act: () =>
      world.tell(p1, {
        type: 'note.recorded',
        kind: 'escalation',
        text: 'they send card numbers as references',
      }),
  })),
  MAKER_IS_CHECKER: story(async (world) => {
    await world.tell(recorder, closureRequested())
    return refused(world, p1, approve('application-1'), () => world.tell(p2, approve('application-1')))
  }),
  SECOND_PERSON_REQUIRED: story((world) =>
    refused(world, p2, appointed, () => world.tell(p1, { type: 'act.proposed', act: appointed })),
  ),
  CURRENCY_MISMATCH: story((world) => {
    const fee = raised('fee-1')
    return corrected(world, p1, { ...fee, amount: { amount: 1_000, currency: 'USD' } } as typeof fee, fee)
  }),
  REFERENCE_IN_USE: story(async (world) => {
    await world.tell(p1, placed('hold-1', 'ACCOUNT_ARREARS'))
    return corrected(world, p1, placed('hold-1', 'RULE_VIOLATION'), placed('hold-2', 'RULE_VIOLATION'))
  }),
  CONTACT_PROVIDER: story(
    (world) => obliged(world, () => world.tell(p2, rescinded('secret')), m1),
    terminal({ holds: [{ holdId: 'secret', code: 'RULE_VIOLATION', disclosure: 'hidden' }] }),
  ),
  NOT_YET_DUE: story(async (world) => {
    await world.tell(m1, closureRequested())
    await world.tell(p2, {
      type: 'review.informationRequested',
      applicationId: 'application-1',
      items: ['a stamp'],
    })
    return refused(world, p1, { type: 'application.lapsed', applicationId: 'application-1' }, () =>
      world.pass(31),
    )
  }),
}
