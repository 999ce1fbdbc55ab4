import type { Texts } from '../domain/index.ts'
import type { Condition } from './chart.ts'

/** What a diagram says in one language. */
export interface DiagramWords {
  readonly lang: string
  readonly texts: Pick<Texts, 'state' | 'event'>
  /** Why a state is left although nobody asks for it. */
  readonly conditions: Readonly<Record<Condition, string>>
  /** Of the point that stands for any state of the box around it. */
  readonly any: string
  /** In the state that a record is in, and in an obligation that has ended. */
  readonly here: string
  readonly done: string
  /** Between two states of which both are meant. */
  readonly and: string
}

export const nameOf = ({ texts }: DiagramWords, state: string): string =>
  (texts.state as Readonly<Record<string, string>>)[state] ?? state

/** What stands beside an arrow: each event that leads there, or why it happens by itself. */
export const linesOf = (
  { texts, conditions }: DiagramWords,
  { events, condition }: { readonly events: readonly string[]; readonly condition: Condition | null },
): readonly string[] =>
  condition
    ? [conditions[condition]]
    : events.map((type) => (texts.event as Readonly<Record<string, string>>)[type] ?? type)
