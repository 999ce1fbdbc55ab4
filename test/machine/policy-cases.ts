import { defaultDuties, type LifecyclePolicy } from '../../src/domain/index.ts'
import {
  type Check,
  checkClosure,
  checkReinstatement,
  checkSuspension,
  type LifecycleInput,
  requirements,
} from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { placed, rejected } from '../blockers/acts.ts'
import {
  approved,
  backedUp,
  clearingParts,
  confirmed,
  drained,
  erased,
  keysRemoved,
  orderOf,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, onlyAs, p1, p2, p3, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'

/** One question whose answer depends on the switch. */
export interface PolicyCase {
  readonly other: Partial<LifecyclePolicy>
  readonly input?: LifecycleInput
  readonly ask: (world: World) => Promise<unknown>
  /** The answer under the default policy, and under the other one. */
  readonly answers: readonly [usual: unknown, otherwise: unknown]
}

/** Does it hear this code? */
const hears = async (
  world: World,
  code: string,
  actor: typeof m1,
  event: LifecycleEvent,
): Promise<boolean> => {
  const answer = await world.send(actor, event)
  return !answer.accepted && answer.blockers.some((blocker) => blocker.code === code)
}
/** Which of these does the system order now, as an answer to what has been told? */
const ordered = async (world: World, wanted: string): Promise<boolean> =>
  Object.values((await world.context()).orders).some(
    ({ kind, params }) => kind === wanted || ('topic' in params && params.topic === wanted),
  )

const proposed = async (world: World) => {
  await world.tell(p1, { type: 'closure.proposed', proposalId: 'x', reason: 'RULE_VIOLATION', basis: 'seen' })
}
const raised = async (world: World, ground: object = {}, kind: 'rental' | 'damage' = 'rental') =>
  hears(world, 'LIABILITY_WITHOUT_GROUND', p1, {
    type: 'charge.raised',
    chargeId: 'c',
    kind,
    amount: cny(900),
    feeTableVersion: 'standard',
    ...ground,
  })
const damaged = (cause: 'human' | 'nonHuman') => async (world: World) => {
  const report = { ...paper('damage_report'), facts: { cause } }
  await world.tell(p1, { type: 'document.added', document: report })
  return raised(world, { documentId: report.id }, 'damage')
}
const asksFor = (check: (...asked: Parameters<typeof checkSuspension>) => Check) => async (world: World) =>
  check(await world.record(), { at: world.at(), actor: m1 }).papers.flatMap(({ anyOf }) => anyOf)
/** Does anything that stands open ask for it? */
const isRequired = async (world: World) =>
  requirements(await world.record(), { at: world.at(), actor: m1 }).currentlyDue.some(({ papers = [] }) =>
    papers.some(({ anyOf }) => anyOf.includes('satisfaction_survey')),
  )
const wants = (check: typeof checkClosure) => async (world: World) =>
  (await asksFor(check)(world)).includes('satisfaction_survey')
const lacks = (event: LifecycleEvent) => (world: World) => hears(world, 'DOCUMENTS_INCOMPLETE', m1, event)
const pause = lacks(suspensionRequested())
const held = terminal({ holds: [{ holdId: 'own', code: 'LICENCE_EXPIRED' }] })
const survey = [{ type: 'satisfaction_survey' }] as const
const yes = [false, true] as const
const no = [true, false] as const

export const policyCases: Readonly<Record<Exclude<keyof LifecyclePolicy, 'clocks'>, readonly PolicyCase[]>> =
  {
    verifyAttempts: [
      {
        other: { verifyAttempts: 1 },
        ask: async (world) => {
          await run(world, approved, ...clearingParts, confirmed)
          await world.tell(sys, statusRead('off', world.at(), 'active'))
          return ordered(world, 'closure_not_effective')
        },
        answers: yes,
      },
    ],
    urgentBases: [
      {
        other: { urgentBases: [] },
        ask: async (world) => {
          await proposed(world)
          return hears(world, 'NOTICE_RUNNING', p2, { type: 'closure.imposed', proposalId: 'x' })
        },
        answers: yes,
      },
    ],
    appealAllowed: [
      {
        other: { appealAllowed: true },
        ask: async (world) => {
          await proposed(world)
          const grounds = 'it was not us'
          return hears(world, 'APPEAL_NOT_ALLOWED', m1, {
            type: 'closure.appealed',
            proposalId: 'x',
            grounds,
          })
        },
        answers: no,
      },
    ],
    setOffAllowed: [
      {
        other: { setOffAllowed: false },
        ask: async (world) => {
          await run(world, approved)
          await raised(world)
          const taken = { depositId: 'deposit-1', chargeId: 'c', amount: cny(900) }
          return hears(world, 'NOT_TRANSFERABLE', p3, { type: 'deposit.deducted', ...taken })
        },
        answers: yes,
      },
    ],
    carryOverKinds: [
      {
        other: { carryOverKinds: ['charge'] },
        ask: async (world) => {
          await run(world, approved)
          return hears(world, 'NOT_TRANSFERABLE', p1, {
            type: 'obligation.carriedOver',
            obligationId: 'o',
            kind: 'deposit',
            ref: 'deposit-1',
            amount: cny(200_000),
            owner: 'acquirer-1',
            basis: 'agreed',
            reviewAt: '2026-12-01T00:00:00+08:00',
          })
        },
        answers: yes,
      },
    ],
    unbindRequires: [
      {
        other: { unbindRequires: 'received' },
        ask: async (world) => {
          await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
          return hears(world, 'DEVICE_NOT_RECEIVED', p1, {
            type: 'unbinding.ordered',
            serial,
            registryRef: 'r',
          })
        },
        answers: yes,
      },
    ],
    systemMayPlace: [
      {
        other: { systemMayPlace: ['HARDWARE_FAULT'] },
        ask: (world) => hears(world, 'REASON_NOT_TECHNICAL', sys, placed('h', 'NETWORK_FAULT')),
        answers: yes,
      },
    ],
    feeTables: [
      {
        other: { feeTables: [{ version: 'ours', from: '2026-01-01' }] },
        ask: (world) =>
          hears(world, 'FEE_TABLE_NOT_IN_FORCE', p1, {
            type: 'charge.raised',
            chargeId: 'c',
            kind: 'rental',
            amount: cny(900),
            feeTableVersion: 'standard',
          }),
        answers: yes,
      },
    ],
    extraPapers: [
      { other: { extraPapers: { suspension: { '*': survey } } }, ask: pause, answers: yes },
      { other: { extraPapers: { suspension: { MERCHANT_REQUEST: survey } } }, ask: pause, answers: yes },
      {
        other: { extraPapers: { suspension: { SYSTEM_MAINTENANCE: survey } } },
        ask: pause,
        answers: [false, false],
      },
      {
        other: { extraPapers: { closure: { NO_LONGER_NEEDED: survey } } },
        ask: lacks(closureRequested({ reason: 'NO_LONGER_NEEDED' })),
        answers: yes,
      },
      {
        other: { extraPapers: { reinstatement: { LICENCE_EXPIRED: survey } } },
        input: held,
        ask: lacks(reinstatementRequested({ own: 'LICENCE_EXPIRED' })),
        answers: yes,
      },
      {
        other: { extraPapers: { suspension: { '*': survey } } },
        ask: asksFor(checkSuspension),
        answers: [['suspension_request'], ['suspension_request', 'satisfaction_survey']],
      },
      {
        other: { extraPapers: { reinstatement: { LICENCE_EXPIRED: survey } } },
        input: held,
        ask: isRequired,
        answers: yes,
      },
      {
        other: { extraPapers: { reinstatement: { LICENCE_EXPIRED: survey } } },
        input: held,
        ask: wants(checkReinstatement),
        answers: yes,
      },
      { other: { extraPapers: { closure: { '*': survey } } }, ask: wants(checkClosure), answers: yes },
    ],
    filingRequired: [
      { other: { filingRequired: true }, ask: pause, answers: yes },
      {
        other: { filingRequired: true },
        ask: asksFor(checkSuspension),
        answers: [['suspension_request'], ['suspension_request', 'regulatory_filing']],
      },
    ],
    noticeBeforeResuming: [
      {
        other: { noticeBeforeResuming: true },
        ask: async (world) => {
          await world.tell(p1, placed('h', 'SOFTWARE_FAULT', { side: 'platform' }))
          await world.tell(sys, statusRead('off', world.at()))
          await world.tell(p1, { type: 'hold.lifted', holdId: 'h' })
          return ordered(world, 'enableAcceptance')
        },
        answers: no,
      },
    ],
    maxResubmissions: [
      {
        other: { maxResubmissions: 0 },
        ask: async (world) => {
          await world.tell(m1, suspensionRequested())
          await world.tell(p2, rejected('application-1'))
          return hears(world, 'NOT_RESUBMITTABLE', m1, {
            type: 'application.supplemented',
            applicationId: 'application-1',
            documents: [paper('waiver')],
            digest: digestOf('again'),
          })
        },
        answers: yes,
      },
    ],
    repairLiability: [
      { other: { repairLiability: 'provider' }, ask: damaged('human'), answers: yes },
      { other: { repairLiability: 'merchant' }, ask: damaged('nonHuman'), answers: no },
    ],
    duties: [
      {
        other: { duties: 'any' },
        ask: async (world) => {
          await world.tell(m1, closureRequested())
          const approval = reviewApproved('application-1', ['business_licence'])
          return hears(world, 'DUTY_REQUIRED', onlyAs(p2, 'warehouse'), approval)
        },
        answers: no,
      },
      {
        other: { duties: { ...defaultDuties, 'charge.raised': ['manager'] } },
        ask: (world) =>
          hears(world, 'DUTY_REQUIRED', onlyAs(p1, 'settlement'), {
            type: 'charge.raised',
            chargeId: 'c',
            kind: 'rental',
            amount: cny(900),
            feeTableVersion: 'standard',
          }),
        answers: yes,
      },
    ],
    repeatWindow: [
      {
        other: { repeatWindow: { amount: 30, unit: 'days' } },
        ask: async (world) => {
          await world.tell(p1, placed('h', 'RULE_VIOLATION'))
          const orderId = await orderOf(world, 'disableAcceptance')
          await world.tell(sys, { type: 'order.confirmed', orderId })
          await world.pass(20)
          await world.tell(sys, statusRead('off', world.at()))
          return Object.keys((await world.context()).told).some((name) => name.startsWith('order.confirmed'))
        },
        answers: yes,
      },
    ],
    mayReportDisputes: [
      {
        other: { mayReportDisputes: ['system'] },
        ask: (world) =>
          hears(world, 'ROLE_NOT_ALLOWED', p1, {
            type: 'dispute.opened',
            caseId: 'd',
            amount: cny(100),
          } as never),
        answers: yes,
      },
    ],
    mayHide: [
      {
        other: { mayHide: [] },
        ask: (world) =>
          hears(world, 'ROLE_NOT_ALLOWED', p1, placed('h', 'RULE_VIOLATION', { disclosure: 'hidden' })),
        answers: yes,
      },
    ],
    mayHoldMoney: [
      {
        other: { mayHoldMoney: ['system'] },
        ask: (world) =>
          hears(world, 'ROLE_NOT_ALLOWED', p1, placed('h', 'RULE_VIOLATION', { caps: ['payout'] })),
        answers: yes,
      },
    ],
  }
