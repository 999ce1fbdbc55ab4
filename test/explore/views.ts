import type { Role } from '../../src/domain/index.ts'
import {
  type Accepted,
  availableActions,
  capabilities,
  checkClosure,
  checkReinstatement,
  checkSuspension,
  type LifecycleRecord,
  requirements,
  viewAnswer,
  viewEntry,
  viewRecord,
} from '../../src/machine/index.ts'
import { agent, m1 } from '../support/people.ts'
import { lifecycle } from './lifecycle.ts'
import type { Move } from './moves.ts'
import { commandsOf } from './resolve.ts'

const readers = [m1, agent] as const

/** All that merchant and service provider may read of a record, and what each of their words would be answered. */
export const readingsOf = (
  record: LifecycleRecord,
  moves: readonly Move[],
  accepted: readonly Accepted[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    readers.flatMap((actor) => {
      const viewer: Role = actor.role
      const asking = { at: record.at, actor }
      const answers = moves.flatMap(({ saying }) => {
        const [command] = (saying && commandsOf(saying, record)) ?? []
        return command
          ? [lifecycle.explain(record, command.event as never, { ...asking, at: command.at })]
          : []
      })
      const readings = {
        record: viewRecord(record, viewer),
        actions: availableActions(record, asking),
        requirements: requirements(record, { at: record.at, viewer }),
        checks: [checkClosure, checkReinstatement, checkSuspension].map((check) => check(record, asking)),
        capabilities: capabilities(record, viewer),
        answers,
        entries: accepted.map(({ entry }) => entry && viewEntry(record, viewer)(entry)),
        told: accepted.map((answer) => {
          const shown = viewAnswer(answer, answer.record.context, viewer)
          return shown.accepted ? { ...shown, entry: null } : shown
        }),
      }
      return Object.entries(readings).map(([name, reading]) => [`${viewer}: ${name}`, reading])
    }),
  )

/** Which of the readings differ. */
export const toldApart = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.keys(one).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
