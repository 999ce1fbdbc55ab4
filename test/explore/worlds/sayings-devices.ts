import { batch, cny, digestOf, paper, statusRead } from '../../support/samples.ts'
import { byTwo, other, type Sayings, says, serial } from '../sayings-kit.ts'

const hash = digestOf('copy-1')
const cover = {
  serial,
  upTo: '$now',
  hash,
  method: 'computer',
  encrypted: true,
  containsCardholderData: false,
} as const

/** About one device; `twin` says the same of its like. */
const ofOne: Sayings = {
  drained: says('systems', { ...batch('$now', 'batch-1', 0), serial } as never),
  'batch differs': says('systems', { ...batch('$now', 'batch-2', 1, 2), serial } as never),
  'batch closed': byTwo({
    type: 'batch.closedByHost',
    serial,
    batchNo: 'batch-3',
    upTo: '$now',
    hostTotals: { count: 0, total: cny(0) },
    evidence: [paper('host_status_record')],
  }),
  'backed up': says('merchant', { type: 'backup.recorded', ...cover }),
  'backup verified': says('systems', { type: 'backup.verified', serial, hash }),
  'backup waived': byTwo({
    type: 'backup.waived',
    serial,
    statement: paper('server_side_records_statement', `server-${serial}`),
  }),
  'wipe allowed': says('clerk', { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' }),
  wiped: says('clerk', { type: 'erasure.completed', serial, method: 'purge', tool: 'tool 4' }),
  'wipe failed': says('systems', { type: 'erasure.failed', serial, reason: 'no answer' }),
  'wipe verified': says('second', { type: 'erasure.verified', serial }),
  'keys zeroised': says('clerk', { type: 'keys.removed', serial, method: 'zeroised' }),
  'keys revoked': says('systems', { type: 'keys.removed', serial, method: 'revokedAtHost' }),
  lost: says('merchant', { type: 'device.lost', serial, kind: 'lost' }),
  found: says('merchant', { type: 'device.found', serial, where: 'the store room' }),
  'loss accepted': byTwo({
    type: 'loss.accepted',
    serial,
    evidence: [paper('loss_report', `loss-${serial}`)],
  }),
  'return allowed': says('clerk', { type: 'return.authorised', serial, destination: 'institution' }),
  'sealed return allowed': says('clerk', {
    type: 'return.authorised',
    serial,
    destination: 'institution',
    seal: { bagNo: 'bag-1', trackingNo: 'track-1' },
  }),
  shipped: says('merchant', { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' }),
  received: says('clerk', { type: 'device.received', serial, receiptId: `receipt-${serial}` }),
  inspected: says('second', { type: 'device.inspected', serial, condition: 'intact', accessories: [] }),
  'found damaged': says('second', {
    type: 'device.inspected',
    serial,
    condition: 'damaged',
    accessories: [],
    damage: { cause: 'human', description: 'cracked' },
  }),
  unreadable: byTwo({
    type: 'device.declaredUnreadable',
    serial,
    assessment: 'no power',
    hostTotals: { count: 0, total: cny(0) },
  }),
  'not returned': byTwo({ type: 'device.declaredUnreturned', serial }),
  registered: says('clerk', { type: 'device.registered', serial, model: 'P400', accessories: [] }),
  'unbinding ordered': says('clerk', {
    type: 'unbinding.ordered',
    serial,
    registryRef: `registry-${serial}`,
  }),
  unbound: says('systems', { type: 'unbinding.confirmed', serial, registryRef: `registry-${serial}` }),
  'unbinding failed': says('systems', {
    type: 'unbinding.failed',
    serial,
    registryRef: `registry-${serial}`,
    reason: 'register busy',
  }),
  'damage waived': byTwo({ type: 'charge.waived', serial, kind: 'damage', basis: 'goodwill' }),
}

const ofOther: Sayings = Object.fromEntries(
  Object.entries(ofOne).map(([name, saying]) => [
    `${name} @b`,
    { ...saying, event: JSON.parse(JSON.stringify(saying.event).replaceAll(serial, other)) },
  ]),
)

const sale = { type: 'transaction.reported', amount: cny(1), serial, test: false } as const

export const deviceSayings: Sayings = {
  ...ofOne,
  ...ofOther,
  replaced: says('clerk', {
    type: 'device.replaced',
    oldSerial: serial,
    newSerial: other,
    owner: 'provider',
    tenancy: 'sole',
  }),
  'reads on': says('systems', statusRead('on', '$now')),
  'reads off': says('systems', statusRead('off', '$now')),
  'reads closed': says('systems', statusRead('off', '$now', 'closed')),
  'reads unsettled': says('systems', statusRead('off', '$now', 'closed', 1)),
  'reading accepted': byTwo({
    type: 'reading.accepted',
    readAt: '$read',
    evidence: [paper('host_status_record')],
  }),
  sold: says('systems', {
    ...sale,
    ref: 'sale-1',
    kind: 'sale',
    state: 'completed',
    occurredAt: '$now',
  } as never),
  'sold before': says('systems', {
    ...sale,
    ref: 'sale-2',
    kind: 'sale',
    state: 'completed',
    occurredAt: '2026-03-01T08:00:00Z',
  } as never),
  reserved: says('systems', {
    ...sale,
    ref: 'hotel',
    kind: 'preAuth',
    state: 'authorised',
    occurredAt: '2026-03-01T08:00:00Z',
  } as never),
  captured: says('systems', {
    ...sale,
    ref: 'hotel',
    kind: 'preAuth',
    state: 'completed',
    occurredAt: '2026-03-01T08:00:00Z',
  } as never),
  'void offered': says('merchant', { type: 'resolution.proposed', txnRef: 'hotel', handling: 'void' }),
  'void accepted': says('clerk', { type: 'resolution.accepted', txnRef: 'hotel', handling: 'void' }),
}
