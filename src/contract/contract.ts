import { applicationSide } from './application.ts'
import type { ClientOf } from './operation.ts'
import { systemsSide } from './systems.ts'

/**
 * Every operation there is, by name. Client, server, mock and OpenAPI are read off this one table.
 *
 * @example contract.submitClosure.path // '/terminals/{lifecycleId}/closures'
 */
export const contract = { ...applicationSide, ...systemsSide } as const

export type OperationName = keyof typeof contract

/** One method per operation, each with its path parameters, query and body in one object. */
export interface AcquirerClient extends ClientOf<typeof contract> {}
