import type { DocumentOf } from 'terminal-lifecycle/schemas'
import { host, people } from '../people.ts'
import { hostRead, unbound } from './clearing.ts'
import {
  backupWaived,
  erasureAuthorised,
  inspected,
  keysRemoved,
  received,
  returnAuthorised,
  shipped,
} from './device-steps.ts'
import { deviceOf } from './facts.ts'
import { cny, type Situation, type Step, when } from './step.ts'
import { byTwo } from './two-persons.ts'

const owner = people.pharmacy
const bag = { bagNo: 'BAG-0425', trackingNo: 'TC-7719-0311' }
/** What the customers had paid that morning, and the device never handed over. */
const morning = cny(8_650)
const batchNo = 'BATCH-0302'
export const newSerial = '342-119-204'

const sold = (id: string, time: string, ref: string, amount: typeof morning): Step => ({
  id,
  by: host,
  after: when.today(time),
  event: ({ at }) => ({
    type: 'transaction.reported',
    ref,
    kind: 'sale',
    state: 'completed',
    amount,
    occurredAt: at,
  }),
})

/** The counter waits for nobody: what the old device owes does not keep the new one from selling. */
const swappedAtOnce: readonly Step[] = [
  sold('sold-before', '09:40', 'TXN-260302-0011', morning),
  {
    id: 'device-replaced',
    by: people.intake.actor,
    after: when.today('10:50'),
    event: ({ record }) => ({
      type: 'device.replaced',
      oldSerial: deviceOf(record).serial,
      newSerial,
      owner: 'provider',
      tenancy: 'sole',
    }),
  },
  {
    id: 'new-device-registered',
    by: people.intake.actor,
    after: when.today('11:00'),
    event: ({ terminal }) => ({
      type: 'device.registered',
      serial: newSerial,
      model: terminal.devices[0]?.model ?? '',
      accessories: [{ name: '电源适配器 (power adapter)', count: 1 }],
    }),
  },
  sold('sold-after', '11:35', 'TXN-260302-0012', cny(4_200)),
]

/** Nothing could be sent from it, so it travels under seal. */
const broughtHome: readonly Step[] = [
  returnAuthorised({ destination: 'institution', seal: bag }, when.today('15:00')),
  shipped(owner.actor, bag),
  received({ receiptId: 'REC-1', bagNo: bag.bagNo, sealIntact: true }),
  inspected({ condition: 'dead', accessories: [] }),
]

/** The day as the host counted it, for want of the device's own report. */
const hostCount: DocumentOf<'daily_report'> = {
  type: 'daily_report',
  id: 'DOC-HOST-COUNT',
  issuedAt: '2026-03-03T02:00:00+08:00',
  businessDate: '2026-03-02',
  batchNo,
  count: 1,
  total: morning,
  hash: '5'.repeat(64),
}

const hostStatement = ({ record }: Situation): DocumentOf<'server_side_records_statement'> => ({
  type: 'server_side_records_statement',
  id: 'DOC-HOST-RECORDS',
  issuedAt: '2026-03-09T09:30:00+08:00',
  serialNumber: deviceOf(record).serial,
  system: 'host',
  coversFrom: '2024-11-01T00:00:00+08:00',
  coversUpTo: '2026-03-02T23:59:59+08:00',
  statedBy: people.settlement.actor.personId,
  grounds: '主板故障，记录无法读出 (main board failed: nothing can be read off it)',
})

/** What it still held is counted by the host, and two persons put their names to it; only then is it wiped, on a bench that gives it power. */
const emptied: readonly Step[] = [
  {
    ...erasureAuthorised('BENCH-1.4', when.today('10:10')),
    id: 'erasure-authorised-too-early',
    refusedAs: ['DEVICE_NOT_DRAINED', 'BACKUP_MISSING'],
  },
  ...byTwo(
    'batch-closed',
    [people.operations.actor, people.operationsLead.actor],
    when.today('10:30'),
    async (situation) => ({
      type: 'batch.closedByHost',
      serial: deviceOf(situation.record).serial,
      batchNo,
      upTo: deviceOf(situation.record).retiredAt ?? situation.at,
      hostTotals: { count: 1, total: morning },
      evidence: [await situation.file(hostCount)],
    }),
  ),
  ...backupWaived(hostStatement),
  erasureAuthorised('BENCH-1.4'),
  {
    id: 'erasure-verified',
    by: people.workshop.actor,
    after: when.today('10:30'),
    event: ({ record }) => ({ type: 'erasure.verified', serial: deviceOf(record).serial }),
  },
  keysRemoved,
]

/** The device dies in the middle of the morning; the terminal sells on, and what the old device owes is settled behind it. */
export const swapped: readonly Step[] = [
  hostRead,
  ...swappedAtOnce,
  ...broughtHome,
  ...emptied,
  unbound('REG-440308-3120'),
]
