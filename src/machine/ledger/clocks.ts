import { clockProfiles, type EventOn } from '../../domain/index.ts'
import { hearsOfClock } from '../facts/agents.ts'
import { isStillAwaited } from '../facts/clocks.ts'
import { evidenceHolds } from '../facts/data.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { items } from '../facts/kit.ts'
import type { Deadline } from '../shape/clocks.ts'
import { offUnread } from './acceptance.ts'
import { endApplication } from './application-ends.ts'
import { lapseAssessment, lapseDecision } from './charges.ts'
import { beginClosing } from './closing.ts'
import { startHold } from './holds.ts'
import type { Reducers } from './kit.ts'
import { notify, openTicket } from './notices.ts'
import type { Turn } from './turn.ts'

/** Of a hold that the merchant must not know of, nobody else hears either. */
const isHidden = ({ context }: Turn, { ref }: Deadline): boolean =>
  ref !== null && context.holds[ref]?.disclosure === 'hidden'

const tell = (turn: Turn, deadline: Deadline, template: 'deadline_near' | 'deadline_passed'): void => {
  const { tells } = clockProfiles[deadline.name]
  const audiences = [...tells, ...hearsOfClock(turn.context, deadline)]
  if (audiences.length > 0)
    notify(turn, template, audiences, { ref: deadline.id, hidden: isHidden(turn, deadline) })
}

/** A clock that has run is told to those whom it concerns, and stays until what it waits for has come. */
const runOut = (turn: Turn, deadline: Deadline, told: 'first' | 'again'): void => {
  const { ticket, again } = clockProfiles[deadline.name]
  const isManagements = told === 'again' && again === 'management'
  if (!isManagements) tell(turn, deadline, 'deadline_passed')
  if (ticket !== null) openTicket(turn, isManagements ? 'management' : ticket, 'deadline_passed', deadline.id)
  if (again !== null && !isManagements) turn.startAgain(deadline)
}

/** What was kept against late disputes is due from now on. */
const releaseGuarantee = (turn: Turn, depositId: string): void => {
  const deposit = turn.context.deposits[depositId]
  if (deposit && turn.context.closing && freeDeposit(turn.context, deposit) > 0)
    turn.start('depositDue', { ref: depositId })
}

/** Clocks that carry something out: two decisions that were taken before, and two that nobody took in time. */
const carryOut = (turn: Turn, { name, ref }: Deadline): void => {
  if (name === 'guaranteeTail' && ref !== null) releaseGuarantee(turn, ref)
  if (name === 'holdStart' && ref !== null) startHold(turn, ref)
  if (name === 'resultDue.readStatus') offUnread(turn)
  if (name === 'damageDecisionDue' && ref !== null) lapseDecision(turn, ref)
  if (name === 'assessmentDue' && ref !== null) lapseAssessment(turn, ref)
  const { application } = turn.context
  if (name === 'closureStart' && application?.approval) {
    endApplication(turn)
    beginClosing(turn, (application.reasons[0] ?? 'OTHER') as 'OTHER', application)
  }
}

export const clockReducers: Reducers<EventOn<'clocks'>> = {
  'timer.due': (turn, { deadlineId }) => {
    const deadline = turn.context.deadlines[deadlineId]
    if (!deadline) return
    turn.update('deadlines', deadlineId, { status: 'fired' })
    const other = deadline.ref === null ? undefined : turn.context.deadlines[deadline.ref]
    if (deadline.name === 'reminder') {
      if (other?.status === 'running') tell(turn, other, 'deadline_near')
    } else if (deadline.name === 'again') {
      if (other?.status === 'fired') runOut(turn, other, 'again')
    } else if (deadline.name === 'retention' && evidenceHolds(turn.context).length > 0) {
      // what is kept for a dispute outlasts the years of its record
      turn.start('retention', { due: turn.endOf(turn.context.policy.clocks.holdReview) })
    } else {
      runOut(turn, deadline, 'first')
      carryOut(turn, deadline)
    }
  },
}

/** What has come is not waited for any longer, whoever brought it. */
export const endClocks = (turn: Turn): void => {
  for (const deadline of items(turn.context.deadlines))
    if (deadline.status !== 'cancelled' && !isStillAwaited(turn.context, deadline))
      turn.cancel(deadline.name, deadline.ref ?? undefined)
}
