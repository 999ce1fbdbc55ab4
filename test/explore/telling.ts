import {
  type Accepted,
  type Answer,
  assertInvariants,
  type Command,
  type LifecycleRecord,
} from '../../src/machine/index.ts'
import { type Books, enter, unbalanced } from '../support/accountant.ts'
import type { Law } from './fault.ts'
import { lifecycle } from './lifecycle.ts'

/** A record with the books of somebody who reads the journal alone. */
export interface Life {
  readonly record: LifecycleRecord
  readonly books: Books
}

export interface Told {
  /** `undefined`: something of it was refused, or nothing was changed. */
  readonly life: Life | undefined
  readonly answer: 'refused' | 'repeat' | 'moved'
  readonly accepted: readonly Accepted[]
  readonly faults: readonly (readonly [Law, string])[]
}

type Found = [Law, string][]

/** Is it accepted exactly when nothing is in the way? A clock is asked by nobody. */
const askFirst = (record: LifecycleRecord, command: Command, answer: Answer, found: Found): void => {
  if (!('event' in command)) return
  const { event, at, actor } = command
  const why = lifecycle.explain(record, event as never, { at, actor, viewer: 'provider' })
  if ((why.length === 0) !== answer.accepted)
    found.push([
      'EXPLAINED',
      `${event.type}: ${why.map(({ code }) => code)} and accepted: ${answer.accepted}`,
    ])
  if (!answer.accepted && answer.blockers.length === 0)
    found.push(['REFUSED_CHANGES_NOTHING', `${event.type} was refused without a word`])
}

const check = (before: Life, answer: Accepted, found: Found): Life => {
  try {
    assertInvariants(answer.record)
  } catch (error) {
    found.push(['INVARIANTS', (error as Error).message])
  }
  const books = structuredClone(before.books)
  enter(books, before.record.context, answer)
  const wrong = unbalanced(books, answer.record)
  if (wrong !== undefined) found.push(['MONEY', wrong])
  return { record: answer.record, books }
}

/** One after the other; where one of them is refused nothing was said. */
export const tell = (start: Life, commands: readonly Command[]): Told => {
  const faults: Found = []
  const accepted: Accepted[] = []
  let life = start
  for (const command of commands) {
    const answer = lifecycle.step(life.record, command)
    askFirst(life.record, command, answer, faults)
    if (!answer.accepted) return { life: undefined, answer: 'refused', accepted, faults }
    accepted.push(answer)
    if (!answer.noop) life = check(life, answer, faults)
  }
  const isMoved = life !== start
  return { life: isMoved ? life : undefined, answer: isMoved ? 'moved' : 'repeat', accepted, faults }
}
