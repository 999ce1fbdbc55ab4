import { hasCustodyVerdict } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { settlementRest } from '../facts/settlement.ts'
import { inFlight } from '../facts/transfers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { ClosingTakenOver } from '../shape/taken-over.ts'
import { disableAcceptance } from './acceptance.ts'
import { startDepositDue, startGuaranteeTails } from './deposits.ts'
import { awaitReturn } from './kit.ts'
import type { Turn } from './turn.ts'

/** A closure as it stands where it was begun elsewhere: without the form that was filed there. */
export const closingTakenOver = ({
  reason,
  startedAt,
  statement,
}: ClosingTakenOver): LifecycleContext['closing'] => ({
  reason,
  request: null,
  formDocumentId: null,
  startedAt,
  attempt: 0,
  confirmedAt: null,
  closedAt: null,
  closedSeq: null,
  offReadAt: null,
  statement: statement ? { ...statement, stale: false } : null,
  settlementCarriedOver: 0,
})

/** The clocks of a statement that came along, as if it had been told now. */
const goOnSettling = (turn: Turn): void => {
  const { closing, payouts } = turn.context
  if (closing?.statement?.status === 'stated') turn.start('settlementObjection')
  else if (closing?.statement && settlementRest(turn.context) + inFlight(payouts) > 0) turn.start('payoutDue')
}

/**
 * A closure goes on here: sale is ordered off once more, because nobody here has seen it off, and the clocks run from when they
 * began elsewhere. What ran out meanwhile is overdue, and nobody is told anew that the terminal is given up.
 */
export const goOnClosing = (turn: Turn): void => {
  const { closing, lastTransactionAt } = turn.context
  if (!closing) return
  disableAcceptance(turn, false)
  for (const device of items(turn.context.devices))
    if (!hasCustodyVerdict(device) && device.receivedAt === null)
      awaitReturn(turn, device.serial, closing.startedAt)
  startGuaranteeTails(turn, lastTransactionAt ?? closing.startedAt)
  startDepositDue(turn)
  goOnSettling(turn)
}
