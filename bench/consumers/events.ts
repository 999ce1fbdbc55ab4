// The events of this package, and nothing of XState.
import type { LifecycleEvent } from 'terminal-lifecycle'

export const typeOf = (event: LifecycleEvent): string => event.type
