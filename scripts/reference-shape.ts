import type { ClockRule, EventProfile, Phase, ReleasePath, TestKind } from '../src/domain/index.ts'

type Table<Key extends string> = Readonly<Record<Key, string>>
type SectionName =
  | 'events'
  | 'blockers'
  | 'suspensions'
  | 'closures'
  | 'clocks'
  | 'orders'
  | 'notices'
  | 'audiences'
  | 'tickets'
  | 'departments'
  | 'documents'
  | 'choices'
  | 'errors'
  | 'portfolio'
  | 'policy'
  | 'duties'
  | 'catalogues'
  | 'payloads'
  | 'operations'
  | 'scenarios'

/** The words of the reference page that no code has a text for. */
export interface ReferenceWords {
  readonly title: string
  readonly about: string
  readonly sections: Readonly<Record<SectionName, { readonly title: string; readonly about: string }>>
  readonly heads: Table<
    | 'list'
    | 'code'
    | 'meaning'
    | 'kind'
    | 'who'
    | 'where'
    | 'second'
    | 'owner'
    | 'clearedBy'
    | 'limits'
    | 'release'
    | 'test'
    | 'hidden'
    | 'needsText'
    | 'urgent'
    | 'papers'
    | 'length'
    | 'enables'
    | 'starts'
    | 'ends'
    | 'told'
    | 'ticket'
    | 'params'
    | 'request'
    | 'refusals'
    | 'fix'
  >
  readonly kinds: Table<EventProfile['kind']>
  readonly phases: Table<Phase>
  readonly seconds: Table<NonNullable<EventProfile['second']>>
  readonly releases: Table<ReleasePath>
  readonly tests: Table<TestKind>
  readonly units: Readonly<Record<ClockRule['unit'], (amount: number) => string>>
  readonly yes: string
  readonly comma: string
  readonly or: string
}
