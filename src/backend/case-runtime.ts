import type { Runtime } from '../runtime/index.ts'

/** What of a runtime the portal side needs. */
export type CaseRuntime = Pick<
  Runtime,
  | 'dispatch'
  | 'answered'
  | 'get'
  | 'overview'
  | 'recordsAt'
  | 'find'
  | 'journal'
  | 'orders'
  | 'work'
  | 'changesPage'
  | 'requirements'
  | 'checkClosure'
  | 'checkReinstatement'
  | 'checkSuspension'
  | 'procedure'
>
