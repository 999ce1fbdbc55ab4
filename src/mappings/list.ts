import type { ClosureReason, Limit, OrderKind, SuspensionReason } from '../domain/index.ts'

/** How a terminal stands, as far as other lists tell it. */
export const standings = ['inService', 'suspended', 'closing', 'closed'] as const
export type Standing = (typeof standings)[number]

/** What of ours a foreign code says for certain. A member that is absent: it has no counterpart of that kind. */
export interface Meaning {
  readonly suspension?: SuspensionReason
  readonly closure?: ClosureReason
  readonly limits?: readonly Limit[]
  readonly order?: OrderKind
  readonly standing?: Standing
}

/** One of our codes, with what kind of code it is: some reasons are in both lists of ours. */
export type OurCode =
  | { readonly suspension: SuspensionReason }
  | { readonly closure: ClosureReason }
  | { readonly limit: Limit }
  | { readonly order: OrderKind }
  | { readonly standing: Standing }

/** Where a list was taken from, and what it was then. */
export interface ListSource {
  readonly publisher: string
  readonly title: string
  /** Version or date of what was read. */
  readonly version: string
  readonly publishedAt: string
}

/** A code of the list: the list's own words, or what it says in short, and what it means here. */
export interface ForeignCode extends Meaning {
  readonly words: string
}

/**
 * A published list with both directions. Each direction only says less, never more: a code is put under one of ours that
 * covers it, and ours is told by a code that covers it. Where nothing covers it, nothing is said.
 */
export interface MappingList {
  readonly source: ListSource
  readonly codes: Readonly<Record<string, ForeignCode>>
  /** What to tell the other side, by our code. */
  readonly says: {
    readonly suspension?: Readonly<Partial<Record<SuspensionReason, string>>>
    readonly closure?: Readonly<Partial<Record<ClosureReason, string>>>
    readonly limit?: Readonly<Partial<Record<Limit, string>>>
    readonly order?: Readonly<Partial<Record<OrderKind, string>>>
    readonly standing?: Readonly<Partial<Record<Standing, string>>>
  }
}
