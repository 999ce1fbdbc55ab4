import { people } from '../people.ts'
import { agentAssigned } from './agent.ts'
import { hostRead } from './clearing.ts'
import { passed, testRecord } from './device-test.ts'
import { holdNotice } from './notices.ts'
import { type Step, when } from './step.ts'

const holdId = 'MAINTENANCE-0302'

/** Nobody applies for anything: the provider takes the terminal out of service, works on it, and gives it back. */
export const maintenance: readonly Step[] = [
  hostRead,
  {
    id: 'maintenance-begun',
    by: people.workshop.actor,
    after: when.today('17:40'),
    event: () => ({ type: 'hold.placed', holdId, code: 'SYSTEM_MAINTENANCE' }),
  },
  holdNotice({
    id: 'maintenance-notice-added',
    holdId,
    reason: 'SYSTEM_MAINTENANCE',
    window: { from: '2026-03-02T17:40:00+08:00', until: '2026-03-04T12:00:00+08:00' },
    asks: '无须申请，恢复前请勿使用 (no application is needed; please wait)',
  }),
  {
    id: 'maintenance-done',
    by: people.workshop.actor,
    after: when.inDays(2, '11:00'),
    event: () => ({ type: 'hold.lifted', holdId }),
  },
  agentAssigned(['tests']),
  {
    id: 'test-record-filed',
    by: people.technician.actor,
    after: when.today('11:40'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(testRecord(situation, people.technician.actor.personId, 'pass')),
    }),
  },
  {
    id: 'test-passed',
    by: people.technician.actor,
    after: when.today('11:45'),
    event: passed,
  },
]
