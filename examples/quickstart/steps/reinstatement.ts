import type { DocumentOf } from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import { hostRead } from './clearing.ts'
import { failedAt, passed, testRecord } from './device-test.ts'
import { deviceOf } from './facts.ts'
import { approval, reinstatementBy } from './filing.ts'
import { holdNotice } from './notices.ts'
import { businessLicence } from './papers.ts'
import { cny, type Situation, type Step, when } from './step.ts'

const owner = people.noodles
const chargeId = 'CH-RENT-2602'
const rent = cny(9_900)
const [arrears, expired] = ['HOLD-ARREARS', 'HOLD-LICENCE']
const followUpId = 'FU-FIRST-WEEK'

/** Two reasons to be suspended, that have nothing to do with each other. */
export const beforeReinstatement: readonly Step[] = [
  hostRead,
  {
    id: 'rent-charged',
    by: people.settlement.actor,
    after: when.today('09:30'),
    event: () => ({
      type: 'charge.raised',
      chargeId,
      kind: 'arrears',
      amount: rent,
      feeTableVersion: 'standard',
    }),
  },
  {
    id: 'held-for-arrears',
    by: people.risk.actor,
    after: when.today('10:00'),
    event: () => ({ type: 'hold.placed', holdId: arrears, code: 'ACCOUNT_ARREARS', chargeId, test: 'none' }),
  },
  holdNotice({
    id: 'arrears-notice-added',
    holdId: arrears,
    reason: 'ACCOUNT_ARREARS',
    asks: '付清一月份租金 (pay the rent of January)',
  }),
  {
    id: 'held-for-licence',
    by: people.risk.actor,
    after: when.today('11:00'),
    event: () => ({ type: 'hold.placed', holdId: expired, code: 'LICENCE_EXPIRED', test: 'full' }),
  },
  holdNotice({
    id: 'licence-notice-added',
    holdId: expired,
    reason: 'LICENCE_EXPIRED',
    asks: '提交新的营业执照 (bring the new licence)',
  }),
]

const arrearsStatement = ({ at }: Situation): DocumentOf<'arrears_statement'> => ({
  type: 'arrears_statement',
  id: 'DOC-ARREARS',
  issuedAt: at,
  asOf: at,
  items: [{ kind: 'arrears', amount: rent, dueOn: '2026-01-31' }],
  paid: [],
  total: rent,
})

const paymentProof = ({ at }: Situation): DocumentOf<'payment_proof'> => ({
  type: 'payment_proof',
  id: 'DOC-PAYMENT',
  issuedAt: at,
  amount: rent,
  paidAt: at,
  reference: 'PAY-260304-027',
  chargeIds: [chargeId],
})

const forArrears = reinstatementBy(owner, 'APP-2026-0305', {
  channel: 'app',
  suspendedOn: '2026-03-02',
  holdIds: [arrears],
  reasons: ['ACCOUNT_ARREARS'],
  reasonDescription: '一月份设备租金未付 (the rent of January was not paid)',
  whyRestore: '午市顾客多用银行卡 (at lunch most guests pay by card)',
  whyLift: '租金已付清 (the rent is paid)',
  remedies: [{ holdId: arrears, kind: 'payment', performedBy: 'merchant', evidence: ['DOC-PAYMENT'] }],
})

/** The arrears are paid, and their hold is lifted alone; the other one still holds. */
const arrearsSettled: readonly Step[] = [
  {
    id: 'arrears-paid',
    by: people.settlement.actor,
    after: when.inDays(2, '09:40'),
    event: () => ({ type: 'charge.met', chargeId, amount: rent, paymentRef: 'PAY-260304-027' }),
  },
  {
    id: 'reinstatement-for-arrears',
    by: owner.actor,
    after: when.nextDay('10:10'),
    event: forArrears.requested(arrearsStatement, paymentProof),
  },
  approval('arrears-approved', forArrears, when.nextDay('14:00')),
]

const blurred = 'DOC-LICENCE-BLURRED'
const forLicence = reinstatementBy(owner, 'APP-2026-0311', {
  channel: 'app',
  suspendedOn: '2026-03-02',
  holdIds: [expired],
  reasons: ['LICENCE_EXPIRED'],
  reasonDescription: '营业执照二月到期，换照耽搁 (the licence ran out in February, the new one took time)',
  whyRestore: '店铺照常营业 (the shop is open as ever)',
  whyLift: '新执照已领取 (the new licence is here)',
  remedies: [{ holdId: expired, kind: 'renewal', performedBy: 'merchant', evidence: [blurred] }],
})

const newLicence = (situation: Situation): DocumentOf<'business_licence'> => ({
  ...businessLicence(owner)(situation),
  id: blurred,
  issuedAt: '2026-03-10T09:00:00+08:00',
  validTo: '2036-03-09',
})

/** The new licence: unreadable at first, then not. */
const licenceRenewed: readonly Step[] = [
  {
    id: 'reinstatement-for-licence',
    by: owner.actor,
    after: when.inDays(3, '10:30'),
    event: forLicence.requested(newLicence),
  },
  {
    id: 'licence-rejected',
    by: people.reviewer.actor,
    after: when.nextDay('11:00'),
    event: () => ({
      type: 'review.rejected',
      applicationId: forLicence.applicationId,
      code: 'documents_incorrect',
      reason: '营业执照扫描件无法辨认 (the scan of the licence cannot be read)',
      resubmittable: true,
    }),
  },
  {
    id: 'licence-supplemented',
    by: owner.actor,
    after: when.inDays(2, '15:20'),
    event: forLicence.supplemented((situation) => ({
      ...newLicence(situation),
      id: 'DOC-LICENCE-CLEAR',
      supersedes: blurred,
    })),
  },
  approval('licence-approved', forLicence, when.nextDay('10:20')),
]

/** An approval is no working device: it fails, is repaired, and passes. */
const tested: readonly Step[] = [
  {
    id: 'test-failed',
    by: people.workshop.actor,
    after: when.nextDay('09:40'),
    event: failedAt('network', '无法登录网络 (no network)'),
  },
  {
    id: 'failed-test-filed',
    by: people.intake.actor,
    after: when.today('09:50'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(testRecord(situation, people.workshop.actor.personId, 'fail')),
    }),
  },
  {
    id: 'device-repaired',
    by: people.intake.actor,
    after: when.nextDay('15:00'),
    event: async ({ record, at, file }) => ({
      type: 'document.added',
      document: await file({
        type: 'repair_or_replacement_record',
        id: 'DOC-REPAIR',
        issuedAt: at,
        workOrderId: 'WO-2026-0317',
        kind: 'repair',
        performedBy: 'provider',
        startedAt: at,
        completedAt: at,
        oldSerial: deviceOf(record).serial,
      }),
    }),
  },
  {
    id: 'follow-up-opened',
    by: people.intake.actor,
    after: when.today('15:30'),
    event: () => ({
      type: 'note.recorded',
      kind: 'followUpOpened',
      followUpId,
      text: '恢复后一周回访 (call the shop a week after)',
    }),
  },
  { id: 'test-passed', by: people.workshop.actor, after: when.nextDay('10:00'), event: passed },
  {
    id: 'follow-up-done',
    by: people.intake.actor,
    after: when.inDays(5, '14:00'),
    event: () => ({ type: 'followUp.done', followUpId }),
  },
]

export const reinstatement: readonly Step[] = [
  ...beforeReinstatement,
  ...arrearsSettled,
  ...licenceRenewed,
  ...tested,
]
