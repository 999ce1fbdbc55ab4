import type { DiagramPart } from 'terminal-lifecycle/diagram'
import type { Blocker, EventType, Locale } from 'terminal-lifecycle/domain'
import { type LifecycleRecord, viewRecord } from 'terminal-lifecycle/machine'
import type { FormattedIssue } from 'terminal-lifecycle/schemas'
import type { Act } from '../case/acts.ts'
import type { OpeningKey } from '../case/openings.ts'
import { type PersonKey, people } from '../case/people.ts'
import { type Moment, open } from '../case/play.ts'
import type { Draft } from '../form/draft.ts'

export type Theme = 'system' | 'light' | 'dark'

/** The form that is open. */
export interface Sheet {
  readonly type: EventType
  readonly draft: Draft
  readonly mode: 'form' | 'json'
  /** Found when it was sent. */
  readonly issues: readonly FormattedIssue[]
  /** What was typed as JSON and is none. */
  readonly brokenJson?: string | undefined
  /** Why the machine refused it when it was sent. */
  readonly refused?: readonly Blocker[] | undefined
}

export interface State {
  readonly locale: Locale
  readonly theme: Theme
  readonly story: string | null
  readonly opening: OpeningKey
  readonly acts: readonly Act[]
  /** One for the opening and one for each act. */
  readonly moments: readonly Moment[]
  /** Which of them is looked at. */
  readonly cursor: number
  readonly who: PersonKey
  readonly sheet: Sheet | null
  readonly part: DiagramPart | null
  /** Said once, for the ear as well. */
  readonly said: string
  readonly isBroken: boolean
}

export const momentOf = ({ moments, cursor }: State): Moment => moments[cursor] as Moment

/** The record as whoever acts may see it. */
export const seenRecord = (state: State): LifecycleRecord =>
  viewRecord(momentOf(state).record, people[state.who].actor.role)

export const fresh = (
  opening: OpeningKey,
): Pick<State, 'opening' | 'acts' | 'moments' | 'cursor' | 'sheet' | 'story'> => ({
  ...{ opening, acts: [], moments: [open(opening)], cursor: 0, sheet: null, story: null },
})
