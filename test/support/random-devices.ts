import { device, later, type Makers, name } from './random-parts.ts'
import { batch, cny, digestOf, paper, statusRead } from './samples.ts'

export const devicesMakers: Makers = {
  'status.reported': (context, dice, at) =>
    statusRead(
      dice.chance(context.closing ? 0.9 : 0.5) ? 'off' : 'on',
      dice.chance(0.9) ? at : later(at, -1),
      dice.one(['active', 'closed', 'closed'] as const),
      dice.chance(0.9) ? 0 : 500,
    ),
  'transaction.reported': (context, dice, at) => ({
    ref: name(dice, 'transaction'),
    kind: dice.one(['sale', 'preAuth', 'refund']),
    state: dice.one(['authorised', 'completed', 'settled', 'voided']),
    amount: cny(100),
    occurredAt: dice.chance(0.7) ? later(at, -3) : at,
    ...(dice.chance(0.3) && device(context, dice)),
    ...(dice.chance(0.3) && { test: true }),
    ...(dice.chance(0.2) && { changedAt: at }),
    ...(dice.chance(0.1) && { serial: null }),
  }),
  'resolution.proposed': ({ transactions }, dice) => ({
    txnRef: dice.key(transactions, 'no-such'),
    handling: 'void',
  }),
  'resolution.accepted': ({ transactions }, dice) => ({
    txnRef: dice.key(transactions, 'no-such'),
    handling: 'void',
  }),
  'batch.uploaded': (context, dice, at) => ({
    ...batch(at, name(dice, 'batch'), 3, dice.chance(0.9) ? 3 : 4),
    ...device(context, dice),
  }),
  'dispute.opened': (_, dice) => ({
    caseId: name(dice, 'case'),
    amount: cny(100),
    dueAt: '2026-09-01T00:00:00Z',
  }),
  'dispute.closed': ({ disputes }, dice) => ({
    caseId: dice.key(disputes, 'no-such'),
    outcome: dice.one(['won', 'lost']),
    liability: dice.one(['merchant', 'provider']),
  }),
  'device.lost': (context, dice) => ({
    ...device(context, dice),
    kind: 'stolen',
    ...(dice.chance(0.5) && { report: paper('loss_report') }),
  }),
  'device.found': (context, dice) => ({ ...device(context, dice), where: 'the store room' }),
  'loss.accepted': (context, dice) => ({
    ...device(context, dice),
    evidence: dice.chance(0.5) ? [paper('loss_report')] : [],
  }),
  'device.replaced': ({ devices }, dice) => ({
    oldSerial: dice.key(devices, 'no-such'),
    newSerial: name(dice, 'spare'),
    owner: dice.one(['provider', 'provider', 'merchant', 'agent']),
    tenancy: dice.chance(0.8) ? 'sole' : 'shared',
    ...(dice.chance(0.1) && { exception: paper('supporting_evidence') }),
  }),
  'return.authorised': (context, dice) => ({
    ...device(context, dice),
    ...dice.one([
      { destination: 'institution' },
      { destination: 'collection', addressDocumentId: dice.key(context.documents, 'address-1') },
      { destination: 'designatedPlace', addressDocumentId: dice.key(context.documents, 'address-1') },
      { destination: 'designatedPlace' },
      // as the form asked
      {},
    ]),
    ...(dice.chance(0.5) && { seal: { bagNo: 'bag-1', trackingNo: 'track-1' } }),
    ...(dice.chance(0.3) && { consent: paper('tenant_consent') }),
  }),
  'device.shipped': (context, dice) => ({
    ...device(context, dice),
    carrier: 'courier',
    trackingNo: 'track-1',
    ...(dice.chance(0.5) && { bagNo: dice.chance(0.8) ? 'bag-1' : 'bag-2' }),
    ...(dice.chance(0.3) && { condition: dice.one(['intact', 'damaged']) }),
  }),
  'device.received': (context, dice) => ({
    ...device(context, dice),
    receiptId: name(dice, 'receipt'),
    sealIntact: dice.chance(0.9),
  }),
  'device.inspected': (context, dice) => ({
    ...device(context, dice),
    condition: 'worn',
    accessories: dice.chance(0.2) ? [{ name: 'base', expected: 1, returned: 0 }] : [],
    ...(dice.chance(0.3) && {
      damage: { cause: dice.one(['human', 'nonHuman', 'undetermined']), description: 'cracked' },
    }),
    ...(dice.chance(0.5) && { sealBreach: 'bag cut open' }),
  }),
  'device.declaredUnreadable': (context, dice) => ({
    ...device(context, dice),
    assessment: 'no power',
    hostTotals: { count: 0, total: cny(0) },
  }),
  'device.declaredUnreturned': device,
  'backup.recorded': (context, dice, at) => ({
    ...device(context, dice),
    upTo: dice.chance(0.85) ? at : later(at, -30),
    hash: digestOf(name(dice, 'copy')),
    method: 'computer',
    encrypted: true,
    containsCardholderData: false,
  }),
  'backup.verified': (context, dice) => {
    const { serial } = device(context, dice)
    return {
      serial,
      hash: dice.chance(0.9) ? (context.devices[serial]?.backup?.hash ?? digestOf('x')) : digestOf('other'),
    }
  },
  'backup.waived': (context, dice) => ({
    ...device(context, dice),
    statement: paper('server_side_records_statement'),
  }),
  'erasure.authorised': (context, dice) => ({
    ...device(context, dice),
    scope: dice.one(['device', 'device', 'application']),
    procedure: 'wipe-3',
  }),
  'erasure.completed': (context, dice) => ({
    ...device(context, dice),
    method: dice.one(['purge', 'destroy']),
    tool: 'tool 4',
  }),
  'erasure.failed': (context, dice) => ({ ...device(context, dice), reason: 'no answer' }),
  'erasure.verified': device,
  'keys.removed': (context, dice) => ({
    ...device(context, dice),
    method: dice.one(['zeroised', 'destroyed', 'revokedAtHost']),
  }),
}
