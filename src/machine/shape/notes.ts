import {
  type FollowUpKind,
  followUpKinds,
  type Instant,
  type NoteVisibility,
  noteVisibilities,
  type Role,
  roles,
} from '../../domain/index.ts'
import { fields, flag, instant, nullable, oneOf, optional, text } from './kinds.ts'

/** Whose words they are, and who else reads them. */
export interface Written {
  /** Where the provider writes down what a merchant says, the merchant. */
  role: Role
  organisationId: string
  visibility: NoteVisibility
  /** The service provider that was assigned then: another one reads nothing that was for this one. */
  agentId: string | null
}

/** What was written down, and asks nobody for anything. */
export interface Note {
  id: string
  text: string
  at: Instant
  written: Written
}

/** Something to see to, opened by a note or by the machine itself, until it is done. */
export interface FollowUp {
  id: string
  text: string
  done: boolean
  /** Of one that the machine opened: what it is about, and by when it should be done. */
  kind?: FollowUpKind
  due?: Instant
  /** Of one that is not for everybody. */
  written?: Written
}

const written = () =>
  fields<Written>({
    role: oneOf(roles),
    organisationId: text,
    visibility: oneOf(noteVisibilities),
    agentId: nullable(text),
  })

export const note = () => fields<Note>({ id: text, text, at: instant, written: written() })

export const followUp = () =>
  fields<FollowUp>({
    id: text,
    text,
    done: flag,
    kind: optional(oneOf(followUpKinds)),
    due: optional(instant),
    written: optional(written()),
  })
