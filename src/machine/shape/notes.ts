import { type FollowUpKind, followUpKinds, type Instant } from '../../domain/index.ts'
import { fields, flag, instant, oneOf, optional, text } from './kinds.ts'

export interface FollowUp {
  id: string
  text: string
  done: boolean
  /** Of one that the machine opened: what it is about, and by when it should be done. */
  kind?: FollowUpKind
  due?: Instant
}

export const followUp = () =>
  fields<FollowUp>({
    id: text,
    text,
    done: flag,
    kind: optional(oneOf(followUpKinds)),
    due: optional(instant),
  })
