import type { DocumentOf } from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import { account, hostRead, refunded, settlementConfirmed, unbound } from './clearing.ts'
import { closingApplication } from './closing-application.ts'
import { deviceOf } from './facts.ts'
import { type Situation, type Step, when } from './step.ts'
import { byTwo } from './two-persons.ts'

const owner = people.grill

const lossReport = ({ record }: Situation): DocumentOf<'loss_report'> => ({
  type: 'loss_report',
  id: 'DOC-LOSS',
  issuedAt: '2026-03-02T09:20:00+08:00',
  serialNumber: deviceOf(record).serial,
  kind: 'stolen',
  discoveredOn: '2026-03-02',
  place: '夜市摊位 (stall at the night market)',
  circumstances: '收摊时发现被盗 (gone when the stall was packed up)',
  policeReference: 'PSB-2026-0302-118',
  reportedBy: owner.actor.personId,
})

/** Sale off and keys revoked at once; what cannot come back is given up by two persons, and nothing is left to wipe. */
export const stolen: readonly Step[] = [
  hostRead,
  {
    id: 'device-stolen',
    by: owner.actor,
    after: when.today('09:30'),
    event: async (situation) => ({
      type: 'device.lost',
      serial: deviceOf(situation.record).serial,
      kind: 'stolen',
      report: await situation.file(lossReport(situation)),
    }),
  },
  ...closingApplication(owner, 'APP-2026-0302-S', {
    channel: 'app',
    reason: 'NO_LONGER_NEEDED',
    disposition: 'return',
    payoutMethod: 'directTransfer',
  }),
  ...byTwo(
    'loss-accepted',
    [people.risk.actor, people.reviewer.actor],
    when.inDays(2, '10:00'),
    async (situation) => ({
      type: 'loss.accepted',
      serial: deviceOf(situation.record).serial,
      evidence: [await situation.file(lossReport(situation))],
    }),
  ),
  ...account(owner, 'ACCT-XINGHE-1'),
  settlementConfirmed(owner),
  ...refunded,
  unbound('REG-440307-0918'),
]
