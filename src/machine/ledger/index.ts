import { type EventType, isTold, maskedIn, profileOf, type WorkingDayCalendar } from '../../domain/index.ts'
import { phaseOf } from '../facts/phase.ts'
import { type Leaving, withoutEnded } from '../leaving/index.ts'
import { currency } from '../rules/door.ts'
import { isRepeat } from '../rules/repeats.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { StampedEvent } from '../shape/record.ts'
import { acceptanceReducers, restoreCapabilities, resumeAfterNotice } from './acceptance.ts'
import { accountReducers } from './account.ts'
import { actReducers, forget } from './acts.ts'
import { agentReducers } from './agents.ts'
import { applicationReducers } from './applications.ts'
import { bindingReducers } from './binding.ts'
import { chargeReducers } from './charges.ts'
import { clockReducers, endClocks } from './clocks.ts'
import { closingReducers } from './closing.ts'
import { dataReducers, lapse, mootErasuresOfLostDevices } from './data.ts'
import { depositReducers, followDeposits } from './deposits.ts'
import { deviceTestReducers } from './device-test.ts'
import { deviceReducers } from './devices.ts'
import { disputeReducers, endEvidence, endLateCase, keepEvidence } from './disputes.ts'
import { checkUnfit, holdReducers } from './holds.ts'
import { followServing, imposedReducers } from './imposed.ts'
import { keyReducers } from './keys.ts'
import type { Reducer, Reducers } from './kit.ts'
import { followUp, noteReducers } from './notes.ts'
import { noticeReducers, openTicket } from './notices.ts'
import { obligationReducers } from './obligations.ts'
import { orderReducers } from './orders.ts'
import { paperReducers, vouchForPapers } from './papers.ts'
import { hear, partyReducers } from './parties.ts'
import { answerRequests, requestReducers } from './requests.ts'
import { followPayouts, followSettlement, settlementReducers } from './settlement.ts'
import { fileLate, frozen, refOf, settleTail } from './tail.ts'
import { knownOrRemembered } from './told.ts'
import { followDraining, transactionReducers } from './transactions.ts'
import { takeBack } from './transfers.ts'
import { type ToldAs, Turn } from './turn.ts'

const reducers: Reducers<EventType> = {
  ...holdReducers,
  ...applicationReducers,
  ...imposedReducers,
  ...closingReducers,
  ...deviceTestReducers,
  ...acceptanceReducers,
  ...transactionReducers,
  ...disputeReducers,
  ...deviceReducers,
  ...dataReducers,
  ...keyReducers,
  ...settlementReducers,
  ...accountReducers,
  ...chargeReducers,
  ...depositReducers,
  ...obligationReducers,
  ...bindingReducers,
  ...orderReducers,
  ...actReducers,
  ...requestReducers,
  ...agentReducers,
  ...partyReducers,
  ...paperReducers,
  ...noteReducers,
  ...noticeReducers,
  ...clockReducers,
}

/** What these tell is a fact whatever their amount is in: only the amount counts for nothing. Any other one is its amount. */
const saysMore: ReadonlySet<EventType> = new Set([
  'status.reported',
  'transaction.reported',
  'dispute.opened',
])

/** The fact is kept under a mark; whoever sends secrets has to be told. */
const noteMasks = (turn: Turn, event: StampedEvent): void => {
  if (!isTold(event.type, event.by.role)) return
  for (const [name, said] of Object.entries(event))
    for (const path of name === 'by' ? [] : maskedIn(said, `/${name}`))
      turn.issue('REFERENCE_MASKED', refOf(event) ?? undefined, { path })
}

/**
 * Writes one event into the context: the only way a context ever changes. A repeat leaves it as it is.
 *
 * A report that is not expected in this phase is kept with issue NOT_EXPECTED_IN_STATE; after closing it goes to the tail.
 * What had ended before leaves.
 */
export const fold = (
  before: LifecycleContext,
  event: StampedEvent,
  calendar: WorkingDayCalendar,
  { leave = withoutEnded, ...as }: ToldAs & { leave?: Leaving | undefined } = {},
): LifecycleContext => {
  if (isRepeat(before, event)) return before
  const left = leave(before, event.at)
  const after = written(left, event, calendar, as)
  // where nothing is written the record is the one before: what would leave goes with the next event that counts
  return after === left ? before : after
}

const written = (
  context: LifecycleContext,
  event: StampedEvent,
  calendar: WorkingDayCalendar,
  as: ToldAs,
): LifecycleContext => {
  const turn = new Turn(context, event, calendar, as)
  const phase = phaseOf(context)
  hear(turn, event)
  // also of a case that ends when the books are closed
  endEvidence(turn, event)
  const { kind, phases } = profileOf(event.type)
  if (kind === 'report' && !phases.includes(phase))
    turn.issue('NOT_EXPECTED_IN_STATE', refOf(event) ?? undefined)
  const isForeign = kind === 'report' && currency(context, event).length > 0
  if (isForeign) turn.issue('CURRENCY_MISMATCH', refOf(event) ?? undefined)
  noteMasks(turn, event)
  if (phase === 'closed' && frozen.has(event.type)) {
    fileLate(turn, event)
    endLateCase(turn, event)
    endClocks(turn)
    openTicket(turn, 'support', 'after_closure', refOf(event))
    return knownOrRemembered(turn, event)
  }
  if ('checked' in event) vouchForPapers(turn, event.checked)
  const reduce = reducers[event.type] as Reducer
  if (!isForeign || saysMore.has(event.type)) reduce(turn, event)
  keepEvidence(turn, event)
  answerRequests(turn, event)
  takeBack(turn)
  followPayouts(turn, context)
  followServing(turn, event)
  forget(turn, event)
  mootErasuresOfLostDevices(turn)
  lapse(turn)
  checkUnfit(turn, context)
  restoreCapabilities(turn, context)
  resumeAfterNotice(turn)
  followUp(turn)
  followDraining(turn)
  // of a terminal that comes or goes with this event the days are set by what brings it there
  if (phase !== 'live' && phaseOf(turn.context) === phase) {
    followDeposits(turn)
    followSettlement(turn)
  }
  endClocks(turn)
  if (phase === 'closed') settleTail(turn, event)
  return knownOrRemembered(turn, event)
}
