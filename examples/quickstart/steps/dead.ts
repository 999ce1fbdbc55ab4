import type { DocumentOf } from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import { account, hostRead, refunded, settlementConfirmed, unbound } from './clearing.ts'
import { closingApplication } from './closing-application.ts'
import {
  backupWaived,
  erasureAuthorised,
  inspected,
  received,
  returnAuthorised,
  shipped,
} from './device-steps.ts'
import { deviceOf } from './facts.ts'
import { cny, type Situation, type Step, when } from './step.ts'
import { byTwo } from './two-persons.ts'

const owner = people.hostel
const bag = { bagNo: 'BAG-0417', trackingNo: 'TC-7719-0233' }

/** The records are the host's own: what the device can no longer give is attested. */
const hostRecords = ({ record }: Situation): DocumentOf<'server_side_records_statement'> => ({
  type: 'server_side_records_statement',
  id: 'DOC-HOST-RECORDS',
  issuedAt: '2026-03-09T10:00:00+08:00',
  serialNumber: deviceOf(record).serial,
  system: 'host',
  coversFrom: '2024-05-01T00:00:00+08:00',
  coversUpTo: '2026-03-06T23:59:59+08:00',
  statedBy: people.settlement.actor.personId,
  grounds: '设备无法开机 (the device does not start)',
})

/** What is broken, in the words of those who had it; why, nobody can tell yet. */
const brokenDown = ({ record, at }: Situation): DocumentOf<'damage_report'> => ({
  type: 'damage_report',
  id: 'DOC-BROKEN',
  issuedAt: at,
  serialNumber: deviceOf(record).serial,
  reportedAt: at,
  discoveredBy: owner.actor.personId,
  description: '设备无法开机 (the device does not start)',
  photoHashes: [],
  cause: 'undetermined',
  liability: 'undetermined',
  resolution: 'open',
})

const destruction = ({ terminal, record, at }: Situation): DocumentOf<'destruction_certificate'> => ({
  type: 'destruction_certificate',
  id: 'DOC-DESTRUCTION',
  issuedAt: at,
  serialNumber: deviceOf(record).serial,
  model: terminal.devices[0]?.model ?? '',
  certificateId: 'CERT-2026-0091',
  method: 'shred',
  destroyedAt: at,
  performedBy: people.custodian.actor.personId,
  witnessedBy: people.workshop.actor.personId,
})

/** It cannot be wiped where it stands, so it travels under seal. */
const sealedReturn: readonly Step[] = [
  returnAuthorised({ destination: 'institution', seal: bag }, when.today('15:00')),
  shipped(owner.actor, bag),
  received({ receiptId: 'REC-1', bagNo: bag.bagNo, sealIntact: true }),
  inspected({ condition: 'dead', accessories: [] }),
]

/** Whatever somebody would have read off it, two persons put their names to; then it is destroyed. */
const attested: readonly Step[] = [
  ...byTwo(
    'declared-unreadable',
    [people.workshop.actor, people.manager.actor],
    when.today('10:30'),
    (s) => ({
      type: 'device.declaredUnreadable',
      serial: deviceOf(s.record).serial,
      assessment: '主板烧毁 (main board burnt out)',
      hostTotals: { count: 2, total: cny(31_800) },
    }),
  ),
  ...backupWaived(hostRecords),
  erasureAuthorised('DESTROY-2.0'),
  {
    id: 'keys-destroyed',
    by: people.custodian.actor,
    after: when.today('10:00'),
    event: ({ record }) => ({ type: 'keys.removed', serial: deviceOf(record).serial, method: 'destroyed' }),
  },
  {
    id: 'destruction-verified',
    by: people.workshop.actor,
    after: when.today('10:30'),
    event: async (situation) => ({
      type: 'erasure.verified',
      serial: deviceOf(situation.record).serial,
      evidence: await situation.file(destruction(situation)),
    }),
  },
]

/** A device that answers nobody: nothing is read off it, and every gap has two names under it. */
export const dead: readonly Step[] = [
  hostRead,
  ...closingApplication(
    owner,
    'APP-2026-0302-D',
    {
      channel: 'website',
      reason: 'HARDWARE_FAULT',
      disposition: 'return',
      payoutMethod: 'directTransfer',
    },
    brokenDown,
  ),
  ...sealedReturn,
  ...attested,
  ...account(owner, 'ACCT-JINCHENG-1'),
  settlementConfirmed(owner),
  ...refunded,
  unbound('REG-440303-0077'),
]
