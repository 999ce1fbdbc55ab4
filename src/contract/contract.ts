import type { ClientOf, Operation } from './operation.ts'
import { portalSide } from './portal.ts'
import type { Reconciles } from './reconciled.ts'
import type { Polls, ShortcutsClient } from './shortcut-client.ts'
import { systemsSide } from './systems.ts'
import type { UploadsDocuments } from './uploads.ts'

/**
 * Every operation there is, by name. Client, server, mock and OpenAPI are read off this one table.
 *
 * @example contract.submitClosure.path // '/terminals/{lifecycleId}/closures'
 */
export const contract: Contract = { ...portalSide, ...systemsSide }

/** The rows one by one, in the order of the table. */
export const operations: readonly Operation[] = Object.values({ ...portalSide, ...systemsSide })

type PortalSide = typeof portalSide
type SystemsSide = typeof systemsSide
/** The table by name, so that declarations and hovers do not write it out. */
export interface Contract extends PortalSide, SystemsSide {}
/** Name of a row of the contract, of either side. */
export type OperationName = keyof Contract

/** One method per operation, each with its path parameters, query and body in one object; the shortcuts; `uploadDocument`; and `reconcile`. */
export interface AcquirerClient
  extends ClientOf<Contract>,
    ShortcutsClient,
    Polls,
    UploadsDocuments,
    Reconciles {}
