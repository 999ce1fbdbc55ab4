import type { TerminalInput } from '../../../src/schemas/index.ts'
import { at, digest, yuan } from './papers.ts'

/** A terminal with one of everything. */
export const terminal = (): TerminalInput => ({
  lifecycleId: 'life-1',
  acquirerId: 'acq-1',
  merchantId: '898440354110001',
  terminalId: '10000001',
  merchantName: '晨光便利店',
  merchantType: 'enterprise',
  currency: 'CNY',
  devices: [
    { serial: 'SN-0001', owner: 'provider', tenancy: 'sole' },
    {
      serial: 'SN-0002',
      owner: 'merchant',
      tenancy: 'shared',
      role: 'retired',
      backup: { upTo: at, hash: digest, verified: true, waived: false },
      returnTo: { destination: 'institution', bagNo: null, trackingNo: null },
      batches: ['000017'],
      model: 'P-90',
      accessories: [{ name: 'power supply', count: 1 }],
      undecided: ['accessory'],
      inspection: { condition: 'worn', incomplete: false, damageCause: null, sealBreach: null },
    },
  ],
  agent: { agentId: 'agent-1', tasks: ['devices'] },
  deposits: [
    { depositId: 'DEP-1', kind: 'guarantee', amount: yuan(200000), heldBy: '海港收单机构' },
    {
      depositId: 'DEP-2',
      kind: 'device_pledge',
      amount: yuan(5000),
      heldBy: 'Agent',
      refunds: { 'life-0.1': { amount: 100, excess: 0, status: 'confirmed', reference: 'RF-1' } },
      deductions: { 'CH-1': 100 },
    },
  ],
  holds: [{ holdId: 'HOLD-1', code: 'ACCOUNT_ARREARS', chargeId: 'CH-1' }],
  charges: [{ chargeId: 'CH-1', kind: 'rental', amount: yuan(9900) }],
  transactions: [
    {
      ref: 'TX-1',
      kind: 'preAuth',
      state: 'authorised',
      amount: yuan(100),
      occurredAt: at,
      serial: null,
      test: false,
      resolution: null,
    },
  ],
  documents: { 'DOC-1': { id: 'DOC-1', type: 'business_licence', digest } },
  lastTransactionAt: at,
  payoutAccount: { token: 'acct-1', name: '晨光便利店', enteredBy: 'm-1', verifiedBy: 'p-1', changedAt: at },
  status: { acceptance: 'on', registry: 'active', unsettled: 0, readAt: at, capabilities: { sale: true } },
  openedBy: {
    role: 'provider',
    personId: 'p-1',
    organisationId: 'acq-1',
    acquirerId: 'acq-1',
    duties: ['intake'],
  },
})
