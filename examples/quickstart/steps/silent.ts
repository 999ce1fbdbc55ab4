import type { DocumentOf } from 'terminal-lifecycle/schemas'
import { acquirerId, people } from '../people.ts'
import { hostRead, unbound } from './clearing.ts'
import { depositOf, depositSums, deviceOf } from './facts.ts'
import { closureNotice } from './notices.ts'
import { cny, type Situation, type Step, when } from './step.ts'
import { byTwo } from './two-persons.ts'

const proposalId = 'PROP-2026-0302'
const basis = '长期无交易且联系不上 (no sales, no answer)'
const chargeId = 'CH-DEVICE'
const devicePrice = 60_000
const { settlement, reviewer, risk, warehouse, manager } = people

const served = (
  id: string,
  issuedAt: string,
  servedRef: string,
  trackingNo: string,
): DocumentOf<'service_of_notice'> => ({
  type: 'service_of_notice',
  id,
  issuedAt,
  servedRef,
  method: 'registeredPost',
  servedAt: issuedAt,
  trackingNo,
})

const imposed: readonly Step[] = [
  {
    id: 'closure-proposed',
    by: risk.actor,
    after: when.today('10:00'),
    event: () => ({
      type: 'closure.proposed',
      proposalId,
      reason: 'DORMANT',
      basis,
    }),
  },
  closureNotice({ proposalId, reason: 'DORMANT', grounds: basis }),
  {
    id: 'closure-imposed',
    by: manager.actor,
    after: when.inDays(22, '10:00'),
    event: () => ({ type: 'closure.imposed', proposalId }),
  },
  ...byTwo('declared-unreachable', [risk.actor, reviewer.actor], when.nextDay('10:00'), async ({ file }) => ({
    type: 'counterparty.declaredUnreachable',
    party: 'merchant',
    evidence: [await file(served('DOC-LETTER-BACK', '2026-03-20T10:00:00+08:00', proposalId, 'RR-440-7781'))],
  })),
]

const statementId = ({ record }: Situation): string =>
  record.context.closing?.statement?.statementId ?? 'none-yet'

/** Silence is consent once the statement was served and its time has run; silence is also no device. */
const deemed: readonly Step[] = [
  ...byTwo(
    'device-declared-unreturned',
    [warehouse.actor, reviewer.actor],
    when.inDays(12, '10:00'),
    ({ record }) => ({
      type: 'device.declaredUnreturned',
      serial: deviceOf(record).serial,
      charge: { chargeId, amount: cny(devicePrice), feeTableVersion: 'standard' },
    }),
  ),
  ...byTwo(
    'settlement-deemed-accepted',
    [settlement.actor, manager.actor],
    when.inDays(8, '10:00'),
    async (situation) => ({
      type: 'settlement.deemedAccepted',
      statementId: statementId(situation),
      proof: await situation.file(
        served('DOC-STATEMENT-SERVED', '2026-04-08T10:00:00+08:00', statementId(situation), 'RR-440-8102'),
      ),
    }),
  ),
  {
    id: 'device-deducted',
    by: settlement.actor,
    after: when.inDays(12, '10:00'),
    event: ({ record }) => ({
      type: 'deposit.deducted',
      depositId: depositOf(record).depositId,
      chargeId,
      amount: cny(devicePrice),
    }),
  },
]

/** What is still the merchant's stays the merchant's: kept, with a date on which somebody looks again. */
const keptForLater: readonly Step[] = byTwo(
  'deposit-carried-over',
  [settlement.actor, manager.actor],
  when.nextDay('10:00'),
  ({ record }) => {
    const deposit = depositOf(record)
    const { amount, deducted } = depositSums(deposit)
    return {
      type: 'obligation.carriedOver',
      obligationId: 'OB-DEPOSIT',
      kind: 'deposit',
      ref: deposit.depositId,
      amount: cny(amount - deducted),
      owner: acquirerId,
      basis: '商户失联，没有可付的账户 (nobody to pay it to)',
      reviewAt: '2027-03-01T09:00:00+08:00',
    }
  },
)

/** Nobody on the other side ever speaks, and the terminal is closed all the same. */
export const silent: readonly Step[] = [
  hostRead,
  ...imposed,
  ...deemed,
  ...keptForLater,
  unbound('REG-440309-1406'),
]
