import type { ClockRule } from '../domain/index.ts'
import type { GuidanceKind } from './kinds.ts'
import type { CodeOf } from './profiles.ts'
import type { Sense } from './senses.ts'

/** A word as people use it, in one of its meanings. */
export interface TermText {
  /** How this library calls it. */
  readonly term: string
  /** Other words that people use for the same thing; one may stand in several senses. */
  readonly alsoCalled: readonly string[]
  /** One sentence. */
  readonly meaning: string
}

/** All words of one language. Each language is a module of its own, so that a bundle holds only what it imports. */
export interface GuidanceTexts {
  /** `{time}` stands for how long the item's clock runs. */
  readonly items: { readonly [Kind in GuidanceKind]: Readonly<Record<CodeOf<Kind>, string>> }
  readonly kinds: Readonly<Record<GuidanceKind, string>>
  readonly glossary: Readonly<Record<Sense, TermText>>
  /** `{amount}` of a unit, for one and for many. */
  readonly times: Readonly<Record<ClockRule['unit'], readonly [one: string, many: string]>>
}
