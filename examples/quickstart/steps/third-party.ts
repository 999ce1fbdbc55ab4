import type { DocumentOf } from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import { agentAssigned } from './agent.ts'
import { account, hostRead, refunded, returned, settlementConfirmed, unbound, wiped } from './clearing.ts'
import { closingApplication } from './closing-application.ts'
import { depotAddress } from './papers.ts'
import { cny, type Situation, type Step, when } from './step.ts'

const owner = people.flowers
const chargeId = 'CH-EARLY-2603'
const feeOf = ({ terminal }: Situation) => cny(terminal.contract?.earlyTerminationFee ?? 0)

/** The merchant's own copy, read before anything is applied for. */
const contract = (situation: Situation): DocumentOf<'service_contract'> => ({
  type: 'service_contract',
  id: 'DOC-CONTRACT',
  issuedAt: '2024-10-01T00:00:00+08:00',
  contractNo: situation.terminal.contract?.contractNo ?? '',
  counterparty: { name: '速捷支付服务部 (agent)', role: 'thirdPartyProvider' },
  signedOn: '2024-10-01',
  expiresOn: '2027-09-30',
  renewed: false,
  terminationClause: '第九条：提前解约须付违约金 (leaving early costs a fee)',
  refundClause: '第十条：退机验收后十五个工作日内退还押金 (deposit back within 15 working days)',
  breachLiability: '第十一条 (clause 11)',
  fees: [],
  deposits: [{ kind: 'device_pledge', amount: cny(100_000) }],
  earlyTerminationFee: feeOf(situation),
  reviewedAt: '2026-03-02T09:20:00+08:00',
})

/** Whoever wants to leave reads first what leaving costs. */
const reviewed: readonly Step[] = [
  {
    id: 'contract-filed',
    by: owner.actor,
    after: when.today('09:20'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(contract(situation)),
    }),
  },
  {
    id: 'contract-reviewed',
    by: owner.actor,
    after: when.today('09:30'),
    event: (situation) => {
      const fee = (feeOf(situation).amount / 100).toFixed(2)
      return {
        type: 'note.recorded',
        kind: 'note',
        topic: 'service_contract',
        text: `合同已核对：提前解约须付 ${fee} 元 (contract reviewed: leaving early costs ${fee} CNY)`,
      }
    },
  },
]

const fee: readonly Step[] = [
  {
    id: 'early-termination-charged',
    by: people.settlement.actor,
    after: when.today('11:15'),
    event: (situation) => ({
      type: 'charge.raised',
      chargeId,
      kind: 'early_termination',
      amount: feeOf(situation),
      feeTableVersion: 'standard',
    }),
  },
  {
    id: 'early-termination-paid',
    by: people.settlement.actor,
    after: when.inDays(2, '10:10'),
    event: (situation) => ({
      type: 'charge.met',
      chargeId,
      amount: feeOf(situation),
      paymentRef: 'PAY-260305-402',
    }),
  },
]

/** The agent keeps the deposit longer than it may: help is asked for one step further up, and the money comes. */
const lateDeposit: readonly Step[] = [
  {
    id: 'deposit-escalated',
    by: owner.actor,
    after: when.inDays(17, '10:00'),
    event: () => ({
      type: 'note.recorded',
      kind: 'escalation',
      topic: 'deposit',
      text: '押金逾期未退，请收单机构督促代理商 (the deposit is overdue: the acquirer is asked to step in)',
    }),
  },
  {
    id: 'escalation-filed',
    by: people.intake.actor,
    after: when.today('11:00'),
    event: async ({ at, file }) => ({
      type: 'document.added',
      document: await file({
        type: 'escalation',
        id: 'DOC-ESCALATION',
        issuedAt: at,
        level: 'acquirer',
        subject: 'deposit',
        openedAt: at,
      }),
    }),
  },
  ...refunded,
]

/** Through an agent, whose device and whose deposit it is. */
export const thirdParty: readonly Step[] = [
  hostRead,
  agentAssigned(['applications', 'devices']),
  ...reviewed,
  ...closingApplication(
    owner,
    'APP-2026-0302-T',
    {
      channel: 'app',
      reason: 'CONTRACT_TERMINATED_EARLY',
      disposition: 'return',
      payoutMethod: 'directTransfer',
    },
    contract,
  ),
  ...fee,
  ...account(owner, 'ACCT-YUNSHANG-1'),
  settlementConfirmed(owner),
  ...wiped(owner.actor),
  {
    id: 'depot-filed',
    by: people.intake.actor,
    after: when.today('13:30'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(depotAddress(situation)),
    }),
  },
  ...returned(owner.actor, { destination: 'designatedPlace', addressDocumentId: 'ADR-YUNSHANG-DEPOT' }),
  unbound('REG-440305-2718'),
  ...lateDeposit,
]
