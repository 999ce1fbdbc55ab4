import type { Runtime } from '../runtime/index.ts'

/** What of a runtime the application side needs. */
export type CaseRuntime = Pick<Runtime, 'dispatch' | 'answered' | 'get' | 'find' | 'journal' | 'procedure'>
