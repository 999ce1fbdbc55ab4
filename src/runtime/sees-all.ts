import type { Actor } from '../domain/index.ts'
import type { JournalEntry } from '../machine/index.ts'
import type { SealedEntry } from './store.ts'

/** Reads a life whole: nothing is hidden from the acquirer's own people and systems. */
export const seesAll = ({ role }: Actor): boolean => role === 'provider' || role === 'system'

/** The seal is of the whole entry, and would prove a guess of what a reader is shown without. */
export const unsealed = ({ prevHash: _, hash: __, ...entry }: SealedEntry): JournalEntry => entry
