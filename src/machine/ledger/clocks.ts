import type { EventOn } from '../../domain/index.ts'
import { endApplication } from './application-ends.ts'
import { beginClosing } from './closing.ts'
import { startHold } from './holds.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'

export const clockReducers: Reducers<EventOn<'clocks'>> = {
  'timer.due': (turn, { deadlineId }) => {
    const deadline = turn.context.deadlines[deadlineId]
    if (!deadline) return
    turn.update('deadlines', deadlineId, { status: 'fired' })
    if (deadline.name === 'noticeDue') openTicket(turn, 'risk', 'notice_overdue', deadline.ref)
    // the only two clocks that carry something out: decisions that were taken before
    if (deadline.name === 'holdStart' && deadline.ref !== null) startHold(turn, deadline.ref)
    const { application } = turn.context
    if (deadline.name === 'closureStart' && application?.approval) {
      endApplication(turn)
      beginClosing(turn, (application.reasons[0] ?? 'OTHER') as 'OTHER', application)
    }
  },
}
