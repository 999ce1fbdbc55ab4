import type { Instant, Locale } from '../domain/index.ts'
import type { LetterFacts, LetterType } from './facts.ts'

/** Sentences under a heading. */
export interface LinesSection {
  readonly heading: string
  readonly lines: readonly string[]
}

/** Rows under a heading; each row has one cell for each column. */
export interface TableSection {
  readonly heading: string
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

/** A part of a letter: lines of words, or a table. */
export type Section = LinesSection | TableSection

/** What a letter rests on. */
export interface Basis {
  readonly lifecycleId: string
  /** Of the newest entry that the letter states something of. */
  readonly at: Instant
  /** Of that entry, and only for the provider: gaps between numbers would tell a merchant of what it is not told. */
  readonly seq?: number
  readonly hash?: string
}

interface LetterOf<Type extends LetterType> {
  readonly type: Type
  /** The same whenever the same letter is made again. */
  readonly name: string
  readonly locale: Locale
  readonly title: string
  readonly issuedFor: {
    readonly merchantId: string
    readonly merchantName: string
    readonly terminalId: string
    /** The number that the merchant knew before. */
    readonly predecessorTerminalId?: string
  }
  readonly issuedBy: { readonly acquirerId: string }
  readonly issuedAt: Instant
  /** For people: names and sentences in one language. */
  readonly sections: readonly Section[]
  /** For programs: what the sections say, in codes, minor units and instants; the same in every language. */
  readonly facts: LetterFacts[Type]
  readonly basis: Basis
  /** SHA-256 over the canonical JSON of everything above, `seq` and `hash` of the basis apart: it is one for all who hold the letter. */
  readonly digest: string
}

/** A paper that is made from a life and its journal. */
export type Letter<Type extends LetterType = LetterType> = { [Each in Type]: LetterOf<Each> }[Type]
