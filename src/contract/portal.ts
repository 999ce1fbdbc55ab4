import { actOperations } from './portal/acts.ts'
import { applicationOperations } from './portal/applications.ts'
import { documentOperations } from './portal/documents.ts'
import { messageOperations } from './portal/messages.ts'
import { moneyOperations } from './portal/money.ts'
import { queueOperations } from './portal/queues.ts'
import { recordOperations } from './portal/records.ts'
import { serviceOperations } from './portal/service.ts'
import { terminalOperations } from './portal/terminals.ts'

/** What portals, agents, reviewers and other people's systems call. */
export const portalSide = {
  ...terminalOperations,
  ...serviceOperations,
  ...moneyOperations,
  ...messageOperations,
  ...queueOperations,
  ...applicationOperations,
  ...actOperations,
  ...documentOperations,
  ...recordOperations,
} as const
