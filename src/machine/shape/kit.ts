import { type Actor, type Money, roles } from '../../domain/index.ts'
import { fields, type Kind, list, natural, oneOf, optional, text, word } from './kinds.ts'

/** Items by their own key; never arrays, so that a repeat finds what it repeats. */
export type Ledger<Item> = Readonly<Record<string, Readonly<Item>>>

export const money = () => fields<Money>({ amount: natural, currency: text })

/** A word of a list that is long, and that decides nothing when it is unknown. */
export const anyOf = <Name extends string>() => text as Kind<unknown> as Kind<Name>

export const actor = () =>
  fields<Actor>({
    role: oneOf(roles),
    personId: text,
    organisationId: text,
    acquirerId: text,
    duties: list(anyOf<Actor['duties'][number]>()),
    onBehalfOf: optional(word('merchant authority')),
    mandateRef: optional(text),
  })
