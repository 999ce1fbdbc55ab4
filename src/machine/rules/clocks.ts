import type { EventOn } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { hasRun } from '../facts/clocks.ts'
import type { Rules } from './kit.ts'

export const clockRules: Rules<EventOn<'clocks'>> = {
  'timer.due': (context, event) => {
    const deadline = event.deadlineId === undefined ? undefined : context.deadlines[event.deadlineId]
    return all(
      when(
        deadline === undefined || deadline.status !== 'running' || !hasRun(context, deadline.id, event.at),
        'NOT_YET_DUE',
        event.deadlineId,
      ),
    )
  },
}
