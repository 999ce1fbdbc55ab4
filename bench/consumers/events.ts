// The events of this package, whose types Zod reads off their schemas, and nothing of XState.
import type { LifecycleEvent } from 'terminal-lifecycle'

export const typeOf = (event: LifecycleEvent): string => event.type
