import { type DocumentRef, type Facts, factProfiles, hasCurrencyForm, misfitIn } from '../../domain/index.ts'
import { type Fields, fields, flag, isObject, type Kind, nullable, optional, text } from './kinds.ts'
import { anyOf, type Ledger } from './kit.ts'

/** A paper on file: what an event carried of it, who brought it, and who has seen that its facts are so. */
export interface PaperOnFile extends Omit<DocumentRef, 'checked'> {
  addedBy: string
  /** personId of whoever checked its facts; `papers`: the acquirer's own store of papers; `null`: nobody. */
  checkedBy: string | null
  /** Somebody has looked at it and found that it proves nothing. */
  isRejected: boolean
  /** The hold or the proposal that it gives notice of. */
  for: string | null
}

const facts: Kind<Facts> = (value) => (isObject(value) && !Array.isArray(value) ? undefined : '')

/** It says nothing that papers of its type do not say. */
const speaking =
  <Paper extends Pick<DocumentRef, 'type' | 'facts'>>(kind: Kind<Paper>): Kind<Paper> =>
  (value) => {
    const damage = kind(value)
    if (damage !== undefined) return damage
    const { type, facts: told = {} } = value as Paper
    // a later release may know more types of paper, and what they say, and fewer currencies
    const misfit = type in factProfiles ? misfitIn(type, told, hasCurrencyForm) : undefined
    return misfit === undefined ? undefined : `/facts/${misfit}`
  }

const reference = (): Fields<Omit<DocumentRef, 'checked'>> => ({
  id: text,
  type: anyOf<DocumentRef['type']>(),
  digest: text,
  facts: optional(facts),
  supersedes: optional(text),
})

export const documentRef = () => speaking(fields<DocumentRef>({ ...reference(), checked: optional(flag) }))

export const paperOnFile = () =>
  speaking(
    fields<Ledger<PaperOnFile>[string]>({
      ...reference(),
      addedBy: text,
      checkedBy: nullable(text),
      isRejected: flag,
      for: nullable(text),
    }),
  )
