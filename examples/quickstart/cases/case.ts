import type { Actor } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Finding } from 'terminal-lifecycle/runtime'
import type { Step } from '../steps/step.ts'
import type { Problem } from '../verdict.ts'
import type { CaseName } from './names.ts'

/** One way in which a terminal comes to rest, or back. */
export interface Case {
  readonly name: CaseName
  /** What is true before anybody asks what stands in the way. */
  readonly before: readonly Step[]
  /** Everything that people do, `before` included, in the order in which they do it. */
  readonly steps: readonly Step[]
  /** Where the merchant asks first, and who asks for it. */
  readonly check?: { readonly kind: 'closure' | 'reinstatement'; readonly actor: Actor }
  readonly problemsOf: (record: LifecycleRecord, findings: readonly Finding[]) => readonly Problem[]
}
