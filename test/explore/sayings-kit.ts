import type { LifecycleEvent } from '../../src/schemas/index.ts'
import type { Saying } from './world.ts'

/** A catalogue of what may be said, by name. */
export type Sayings = Readonly<Record<string, Saying>>

export const says = (by: Saying['by'], event: LifecycleEvent, instead?: Saying['instead']): Saying => ({
  by,
  event,
  ...(instead && { instead }),
})

/** The clerk proposes it word for word, the second one does it. */
export const byTwo = (event: LifecycleEvent, by: Saying['by'] = 'second'): Saying => ({
  by,
  event,
  proposedBy: 'clerk',
})

/** The device that the small worlds have, and its like. */
export const serial = 'device-a'
export const other = 'device-b'

/** A device with which all is done that a closure wants. */
export const done = {
  serial,
  owner: 'provider',
  tenancy: 'sole',
  erasure: 'verified',
  keys: 'zeroised',
  binding: 'unbound',
  backup: { upTo: '2026-03-01T20:00:00+08:00', hash: 'a'.repeat(64), verified: true, waived: false },
} as const
