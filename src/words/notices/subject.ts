import type { Deadline, Hold, LifecycleContext, LifecycleRecord } from '../../machine/index.ts'
import type { OrderParams } from '../../schemas/index.ts'
import type { Flag, Values } from './lines.ts'
import type { Tongue } from './tongue.ts'

/** What a `notify` order says: who is told what, and about which item. */
export type Notice = Pick<OrderParams['notify'], 'audience' | 'template' | 'ref' | 'disclosure'>

/** What a notice is about, as its audience may see it. */
export interface Subject {
  readonly notice: Notice
  readonly context: LifecycleContext
  /** Without those that the audience must not know of. */
  readonly holds: readonly Hold[]
  readonly tongue: Tongue
  /** A text of somebody; `undefined` where it names what is hidden. */
  told(text: string | null | undefined): string | undefined
}

export interface Facts {
  readonly values?: Values
  readonly flags?: readonly Flag[]
}
/** What is known for one kind of notice. */
export type Teller = (subject: Subject) => Facts

export const clockOf = (context: LifecycleContext, id: string): Deadline | undefined => {
  const deadline = Object.hasOwn(context.deadlines, id) ? context.deadlines[id] : undefined
  return deadline?.status === 'cancelled' ? undefined : deadline
}

/** `undefined` for what is not there, also where the name is that of a member of every object. */
export const itemOf = <Item>(ledger: Readonly<Record<string, Item>>, id: string | null): Item | undefined =>
  id !== null && Object.hasOwn(ledger, id) ? ledger[id] : undefined

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A whole reference: the hold `1` is not named by `2026-03-01`, and `case-5` is by `见case-5号`. */
const naming = (name: string): RegExp => new RegExp(`(?<![A-Za-z0-9-])${escaped(name)}(?![A-Za-z0-9-])`)

const secretsOf = (hidden: readonly Hold[]): readonly RegExp[] => [
  ...hidden
    .flatMap(({ holdId, orderRef }) => [holdId, orderRef])
    .flatMap((name) => (name ? [naming(name)] : [])),
  // no language has blanks around every sentence
  ...hidden.flatMap(({ words }) => (words ? [new RegExp(escaped(words))] : [])),
]

/** Is the notice about a hold that its audience must not know of? Such a one should not have been ordered. */
const isAboutHidden = (notice: Notice, context: LifecycleContext, hidden: ReadonlySet<string>): boolean => {
  if (notice.disclosure === 'hidden') return true
  if (notice.ref === null) return false
  const about = itemOf(context.deadlines, notice.ref)?.ref ?? notice.ref
  return hidden.has(about)
}

/** `null`: nothing may be told. */
export const subjectOf = (notice: Notice, { context }: LifecycleRecord, tongue: Tongue): Subject | null => {
  const all = Object.values(context.holds)
  const hidden = notice.audience === 'provider' ? [] : all.filter(({ disclosure }) => disclosure === 'hidden')
  const ids = new Set(hidden.map(({ holdId }) => holdId))
  if (notice.audience !== 'provider' && isAboutHidden(notice, context, ids)) return null
  const secrets = secretsOf(hidden)
  return {
    notice,
    context,
    holds: all.filter(({ holdId }) => !ids.has(holdId)),
    tongue,
    told: (text) => (text && !secrets.some((secret) => secret.test(text)) ? text : undefined),
  }
}
