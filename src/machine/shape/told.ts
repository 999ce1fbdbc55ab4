import type { Instant } from '../../domain/index.ts'
import { end, fields, flag, nullable, text } from './kinds.ts'

/** A report that was told, by its natural key: the same one told again is known. */
export interface Told {
  /** Digest of what it said. */
  content: string
  /** As long as it is remembered; `null`: for good. */
  until: Instant | null
  /** It changed something; where it did not, it may still do so when it is told again later. */
  counted: boolean
}

export const told = () => fields<Told>({ content: text, until: nullable(end), counted: flag })
