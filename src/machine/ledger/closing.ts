import type { ClockName, ClosureReason, EventOn } from '../../domain/index.ts'
import { openObligations } from '../clearing/index.ts'
import { hearsOfApplication, hearsOfClosure } from '../facts/agents.ts'
import { boundDevices } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { phaseOf } from '../facts/phase.ts'
import type { Application } from '../shape/applications.ts'
import type { Deadline } from '../shape/clocks.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { disableAcceptance, readStatus } from './acceptance.ts'
import { endApplication } from './application-ends.ts'
import { startDepositDue, startGuaranteeTails } from './deposits.ts'
import { owesCheck, waitForEnd } from './holds.ts'
import { awaitReturn, type Reducers } from './kit.ts'
import { openFollowUps } from './notes.ts'
import { formOf, notify, openTicket } from './notices.ts'
import { aboutDevice, cancelUnclaimed, endOrder } from './order-ends.ts'
import { goOnClosing } from './taken-over.ts'
import type { Turn } from './turn.ts'

/** The decision is taken: from here the terminal is given up. An application that was open is overtaken. */
export const beginClosing = (turn: Turn, reason: ClosureReason, asked?: Application): void => {
  const overtaken = turn.context.application
  if (overtaken) {
    const audiences = ['merchant', ...hearsOfApplication(turn.context, overtaken)] as const
    notify(turn, 'application_ended', audiences, { ref: overtaken.applicationId })
  }
  endApplication(turn)
  turn.cancel('closureNotice')
  turn.set({
    // an open proposal is overtaken too; an imposed one is written again
    proposal: null,
    closing: {
      reason,
      request: asked?.request?.process === 'closure' ? asked.request : null,
      formDocumentId: asked ? (formOf(asked)?.id ?? null) : null,
      startedAt: turn.at,
      attempt: 0,
      confirmedAt: null,
      closedAt: null,
      closedSeq: null,
      offReadAt: null,
      statement: null,
      settlementCarriedOver: 0,
    },
  })
}

/** What was known of a device's way back, and of what was written off, belongs to another closure. */
const newJourneys = (turn: Turn): void => {
  for (const { serial, role, custody } of items(turn.context.devices))
    if (role === 'bound')
      turn.update('devices', serial, {
        custody: custody === 'received' || custody === 'inspected' ? 'merchant' : custody,
        receivedAt: null,
        inspection: null,
        returnTo: null,
        handedOver: null,
        journeyFaults: [],
        // what two people gave up for lost stays so until it is found
        writtenOff: custody === 'lossAccepted',
        unreadable: false,
      })
}

/** Entry of `closing`: sale off for good, the clocks of what has to come back and to be paid back. */
export const enterClosing = (turn: Turn): void => {
  // a life that is opened in the midst of it: devices are where they are, and everybody was told elsewhere
  if (turn.seq === 0) {
    goOnClosing(turn)
    return
  }
  newJourneys(turn)
  disableAcceptance(turn, false)
  for (const device of items(turn.context.devices))
    if (device.receivedAt === null && device.custody !== 'lossAccepted') awaitReturn(turn, device.serial)
  startGuaranteeTails(turn, turn.context.lastTransactionAt ?? turn.at)
  startDepositDue(turn)
  const { closing } = turn.context
  notify(turn, 'closure_started', ['merchant', ...(closing ? hearsOfClosure(closing.reason) : [])])
  notify(turn, 'closing_down', ['customers'], { phase: 'before' })
}

/** Back to service as the holds now say, through a small test and a read-back. */
const leaveClosing = (turn: Turn): void => {
  if (phaseOf(turn.context) !== 'closing') return
  const [bound] = boundDevices(turn.context)
  const { closing } = turn.context
  for (const kind of ['uploadBatch', 'requestStatement'] as const) cancelUnclaimed(turn, kind)
  for (const name of ['drainDue', 'statementDue', 'settlementObjection', 'payoutDue', 'verifyDue'] as const)
    turn.cancel(name)
  // what was replaced is owed back, whether or not the terminal goes on
  for (const { serial, role } of items(turn.context.devices))
    if (role === 'bound') {
      turn.cancel('deviceReturnDue', serial)
      cancelUnclaimed(turn, 'collectDevice', aboutDevice(serial))
    }
  for (const { depositId } of items(turn.context.deposits)) {
    turn.cancel('guaranteeTail', depositId)
    turn.cancel('depositDue', depositId)
  }
  newJourneys(turn)
  turn.set({ closing: null, proposal: null })
  for (const hold of items(turn.context.holds)) {
    if (hold.eased) turn.update('holds', hold.holdId, { eased: false })
    waitForEnd(turn, hold)
  }
  owesCheck(turn)
  const audiences = ['merchant', ...(closing ? hearsOfClosure(closing.reason) : [])] as const
  notify(turn, 'closure_cancelled', audiences, bound ? { ref: bound.serial } : {})
}

/** Entry of `confirming`: the provider's own systems are asked to close the number. */
export const confirmClosure = (turn: Turn): void => {
  const attempt = (turn.context.closing?.attempt ?? 0) + 1
  turn.closing({ attempt, confirmedAt: null })
  turn.order('confirmClosure', { attempt })
  if (attempt > turn.context.policy.verifyAttempts) openTicket(turn, 'registry', 'closure_not_effective')
}

/** Exit of `confirming`: nobody begins a confirmation that is no longer wanted. */
export const dropConfirmation = (turn: Turn): void => cancelUnclaimed(turn, 'confirmClosure')

/** Entry of `verifying`: an accepted command is not a closed terminal, the host is read back. */
export const verifyClosure = (turn: Turn): void => {
  readStatus(turn)
  turn.start('verifyDue')
}

/** Exit of `verifying`: nobody waits for this reading any more. */
export const stopVerifying = (turn: Turn): void => turn.cancel('verifyDue')

/** Clocks of money that is still held or owed go on when the books are closed, as does what risk owes a list. */
const beyond = new Set<ClockName>([
  'guaranteeTail',
  'chargeObjection',
  'payoutAccountCooling',
  'holdReview',
  'fundsHoldReview',
  'riskListingDue',
  'obligationDue',
])

/** Among them the day on which a freeze of money begins; a pause of sale has nothing left to begin with. */
const goesOn = ({ holds }: LifecycleContext, { name, ref }: Deadline): boolean =>
  beyond.has(name) || (name === 'holdStart' && ref !== null && holds[ref]?.caps.includes('payout') === true)

/** Entry of `closed`: the books are frozen, everybody is told, the number rests before it is issued again. */
export const closeBooks = (turn: Turn): void => {
  for (const deadline of items(turn.context.deadlines)) {
    const { id, status } = deadline
    if (status !== 'cancelled' && !goesOn(turn.context, deadline))
      turn.update('deadlines', id, { status: 'cancelled', remaining: null })
  }
  turn.closing({ closedAt: turn.at, closedSeq: turn.seq })
  openFollowUps(turn, 'closed')
  turn.start('tidQuarantine')
  turn.start('retention')
  notify(turn, 'closure_result', ['merchant'], { phase: 'after' })
  notify(turn, 'terminal_closed', ['partners', 'finance', 'bank', 'serviceProvider'], { phase: 'after' })
}

export const dropClosure = (turn: Turn): void => {
  // what is not closed after all owes nobody a notice
  const { proposal } = turn.context
  if (proposal)
    for (const name of ['noticeDue', 'riskListingDue'] as const) turn.cancel(name, proposal.proposalId)
  if (turn.context.closing) leaveClosing(turn)
  else {
    turn.set({ proposal: null })
    turn.cancel('closureNotice')
    if (proposal)
      notify(turn, 'closure_cancelled', ['merchant', ...hearsOfClosure(proposal.reason)], {
        ref: proposal.proposalId,
      })
  }
}

export const closingReducers: Reducers<EventOn<'closing'>> = {
  'closure.cancelled': (turn) => dropClosure(turn),

  'closure.confirmed': (turn, event) => {
    const { closing, orders } = turn.context
    const order = event.orderId === undefined ? undefined : orders[event.orderId]
    const attempt = order?.kind === 'confirmClosure' ? order.params.attempt : undefined
    // an order that is named and not there was another one, or an attempt of long ago
    const asked = event.orderId === undefined ? closing?.attempt : attempt
    endOrder(turn, order?.orderId, 'confirmed')
    const waited = closing !== null && asked === closing.attempt && closing.attempt > 0
    // the word of the provider's own people counts while it is asked for
    const isHeard = waited && (event.by.role !== 'provider' || openObligations(turn.context).length === 0)
    // told twice: the first time counts, and the reading that was asked for then
    if (isHeard && closing.confirmedAt === null) turn.closing({ confirmedAt: turn.at })
    else if (!isHeard) turn.issue('NOT_EXPECTED_IN_STATE', event.providerRef)
  },
}
