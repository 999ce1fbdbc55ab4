import { type Actor, type DocumentRef, type Money, roles } from '../../domain/index.ts'
import { fields, instant, type Kind, list, natural, oneOf, optional, text, word } from './kinds.ts'

export const money = () => fields<Money>({ amount: natural, currency: text })

/** A word of a list that is long, and that decides nothing when it is unknown. */
const anyOf = <Name extends string>() => text as Kind<unknown> as Kind<Name>

export const actor = () =>
  fields<Actor>({
    role: oneOf(roles),
    personId: text,
    organisationId: text,
    duties: list(anyOf<Actor['duties'][number]>()),
    onBehalfOf: optional(word('merchant authority')),
    mandateRef: optional(text),
  })

export const documentRef = () =>
  fields<DocumentRef>({
    id: text,
    type: anyOf<DocumentRef['type']>(),
    digest: text,
    validTo: optional(instant),
    supersedes: optional(text),
  })
