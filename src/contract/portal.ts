import { actOperations } from './portal/acts.ts'
import { applicationOperations } from './portal/applications.ts'
import { documentOperations } from './portal/documents.ts'
import { recordOperations } from './portal/records.ts'
import { terminalOperations } from './portal/terminals.ts'

/** What portals, agents, reviewers and other people's systems call. */
export const portalSide = {
  ...terminalOperations,
  ...applicationOperations,
  ...actOperations,
  ...documentOperations,
  ...recordOperations,
} as const
