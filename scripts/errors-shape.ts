import type { BlockerCode, ErrorCode } from '../src/domain/index.ts'

interface Words {
  readonly title: string
  readonly about: string
}

/** What the page of errors says beside the texts of the library. */
export interface ErrorsWords extends Words {
  readonly errors: Words
  readonly blockers: Words
  readonly problems: Words
  readonly findings: Words
  readonly labels: Readonly<Record<'cause' | 'fix' | 'turn' | 'clearedBy' | 'colon' | 'above', string>>
  /** When an error of this class is thrown. */
  readonly thrown: Readonly<Record<ErrorCode, string>>
  /** When an event is refused with this code, or what it says of a record. */
  readonly met: Readonly<Record<BlockerCode, string>>
}
