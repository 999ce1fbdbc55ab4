import type { Actor } from 'terminal-lifecycle/domain'
import type { ActProposed } from 'terminal-lifecycle/schemas'
import type { Situation, Step } from './step.ts'
import { when } from './step.ts'

/** What nobody does alone: one writes it down, another one does it on the same day, word for word. */
export const byTwo = (
  id: string,
  [maker, checker]: readonly [Actor, Actor],
  after: Step['after'],
  act: (situation: Situation) => ActProposed['act'] | Promise<ActProposed['act']>,
): readonly Step[] => [
  {
    id: `${id}-proposed`,
    by: maker,
    after,
    event: async (situation) => ({ type: 'act.proposed', act: await act(situation) }),
  },
  { id, by: checker, after: when.today('16:50'), event: act },
]
