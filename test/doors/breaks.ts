import type { Break } from './break.ts'
import { ofClosure } from './breaks/closure.ts'
import { ofEvery } from './breaks/of-every.ts'
import { ofReinstatement } from './breaks/reinstatement.ts'
import { ofSuspension } from './breaks/suspension.ts'

/** Every check of an application, each broken in one place. */
export const breaks: readonly Break[] = [...ofEvery, ...ofClosure, ...ofSuspension, ...ofReinstatement]
