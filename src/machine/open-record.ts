import { initialTransition, transition } from 'xstate'
import type { Instant, LifecyclePolicy, WorkingDayCalendar } from '../domain/index.ts'
import { type InputIssue, InvalidInputError } from '../errors/index.ts'
import type { TerminalLifecycleMachine } from './chart/machine.ts'
import { chargeOpen } from './facts/charges.ts'
import { foundAtFault, isMissing, undecidedDevices } from './facts/devices.ts'
import { saleLimited } from './facts/holds.ts'
import { items } from './facts/kit.ts'
import { isOpenTransaction } from './facts/transactions.ts'
import { followContradictions, readStatus } from './ledger/acceptance.ts'
import { awaitDecision, newCharge } from './ledger/charges.ts'
import { newDeposit } from './ledger/deposits.ts'
import { followLoss, newDevice } from './ledger/devices.ts'
import { keepImported } from './ledger/disputes.ts'
import { holdFrom, owesCheck, sellsUnfit } from './ledger/holds.ts'
import { closingTakenOver } from './ledger/taken-over.ts'
import { Turn } from './ledger/turn.ts'
import { contradictionIn, openingFaults } from './opening-faults.ts'
import { plainName } from './rules/account.ts'
import type { Accepted, LifecycleInput } from './shape/answers.ts'
import type { LifecycleContext } from './shape/context.ts'
import { type LifecycleRecord, recordFormat, type StampedEvent, type StateValue } from './shape/record.ts'
import type { ClosingTakenOver } from './shape/taken-over.ts'

/** Of the chart, its rules and the shape of its context; golden journals are kept per version. */
export const machineVersion = '2'

type Snapshot = ReturnType<typeof initialTransition<TerminalLifecycleMachine>>[0]
type Keyed<Item> = Readonly<Record<string, Item>>
const keyed = <Item>(list: readonly Item[], key: (item: Item) => string): Keyed<Item> =>
  Object.fromEntries(list.map((item) => [key(item), item]))

const unread = {
  acceptance: 'unknown',
  registry: 'unknown',
  unsettled: null,
  readAt: null,
  capabilities: {},
} as const

/** Whoever opens a life vouches for the papers that it brings along. */
const onFile = (
  documents: LifecycleInput['documents'] = {},
  { personId }: LifecycleInput['openedBy'],
): LifecycleContext['documents'] =>
  Object.fromEntries(
    Object.entries(documents).map(([id, { checked: _, ...document }]) => [
      id,
      { ...document, addedBy: personId, checkedBy: personId, isRejected: false, for: null },
    ]),
  )

const papersOf = ({ documents, exception }: LifecycleInput): LifecycleInput['documents'] =>
  exception ? { ...documents, [exception.evidence.id]: exception.evidence } : documents

/** An account in another name is nobody's until somebody has verified it here. */
const accountOf = ({
  payoutAccount = null,
  merchantName,
}: LifecycleInput): LifecycleContext['payoutAccount'] =>
  payoutAccount &&
  (plainName(payoutAccount.name) === plainName(merchantName)
    ? payoutAccount
    : { ...payoutAccount, verifiedBy: null })

/** Nothing is left to erase of what is lost or destroyed; a device that is there is erased like any other. */
const isMootNoMore = ({ erasure, custody = 'merchant', keys }: LifecycleInput['devices'][number]): boolean =>
  erasure === 'moot' && keys !== 'destroyed' && custody !== 'lost' && custody !== 'lossAccepted'

const contextOf = (input: LifecycleInput, at: Instant, policy: LifecyclePolicy): LifecycleContext => {
  const lastTransactionAt = input.lastTransactionAt ?? null
  const devices = input.devices.map((given) =>
    newDevice({
      undecided: foundAtFault(policy, { owner: given.owner, inspection: given.inspection ?? null }),
      ...given,
      lastTransactionAt: given.lastTransactionAt ?? lastTransactionAt,
      ...(isMootNoMore(given) && { erasure: 'none' }),
    }),
  )
  const holds = (input.holds ?? []).map((given) => holdFrom(given, input.openedBy, at))
  return {
    identity: {
      lifecycleId: input.lifecycleId,
      acquirerId: input.acquirerId,
      merchantId: input.merchantId,
      terminalId: input.terminalId,
      ...(input.predecessorTerminalId !== undefined && {
        predecessorTerminalId: input.predecessorTerminalId,
      }),
      merchantName: input.merchantName,
      merchantType: input.merchantType,
      currency: input.currency ?? 'CNY',
      openedInFormat: 2,
    },
    policy,
    status: { ...(input.status ?? unread), acceptedReadAt: null },
    disabledAt: null,
    enabledAt: null,
    lastTransactionAt,
    holds: keyed(holds, ({ holdId }) => holdId),
    devices: keyed(devices, ({ serial }) => serial),
    deposits: keyed((input.deposits ?? []).map(newDeposit), ({ depositId }) => depositId),
    charges: keyed(
      (input.charges ?? []).map((given) => newCharge(given, input.openedBy.personId)),
      ({ chargeId }) => chargeId,
    ),
    disputes: {},
    transactions: keyed(input.transactions ?? [], ({ ref }) => ref),
    orders: {},
    deadlines: {},
    documents: onFile(papersOf(input), input.openedBy),
    application: null,
    proposal: null,
    payouts: input.closing?.payouts ?? {},
    credit: 0,
    proposedActs: {},
    closing: null,
    payoutAccount: accountOf(input),
    carriedOver: {},
    refusedAnswers: {},
    requests: {},
    agent: input.agent ? { ...input.agent, since: at } : null,
    representatives: {},
    unreachable: [],
    tail: [],
    issues: [],
    told: {},
    followUps: {},
  }
}

/**
 * Clocks run from the first day, and where a hold is in force the host is read: what it says decides what is ordered. A
 * terminal that would sell on a device without what makes it sell is tried first.
 */
const startClocks = (
  context: LifecycleContext,
  event: StampedEvent,
  calendar: WorkingDayCalendar,
  isClosing: boolean,
): LifecycleContext => {
  const turn = new Turn(context, event, calendar)
  for (const { holdId, caps, until } of items(context.holds)) {
    turn.start(caps.includes('payout') ? 'fundsHoldReview' : 'holdReview', { ref: holdId })
    if (until !== null) turn.start('holdEnd', { ref: holdId, due: until })
  }
  keepImported(turn)
  // a loss has the consequences that it would have had if it were told now
  for (const device of items(context.devices)) if (isMissing(device)) followLoss(turn, device)
  if (!isClosing && sellsUnfit(turn.context)) owesCheck(turn)
  for (const item of items(context.charges))
    if (chargeOpen(context, item) > 0) turn.start('chargeObjection', { ref: item.chargeId })
  for (const device of undecidedDevices(context)) awaitDecision(turn, device)
  if (context.payoutAccount) turn.start('payoutAccountCooling', { from: context.payoutAccount.changedAt })
  for (const item of items(context.transactions))
    if (item.kind === 'preAuth' && isOpenTransaction(item))
      turn.start('preAuthMax', { ref: item.ref, from: item.occurredAt })
  followContradictions(turn)
  if (saleLimited(context) && context.status.acceptance !== 'off') readStatus(turn)
  return turn.context
}

/** Nobody hears of it, and states follow the facts: the chart goes where a closure that is under way stands. */
const inClosing = (
  machine: TerminalLifecycleMachine,
  { value, context }: Snapshot,
  { closing, opening }: { closing: ClosingTakenOver; opening: StampedEvent },
): Snapshot => {
  const decided = machine.resolveState({ value, context: { ...context, closing: closingTakenOver(closing) } })
  const nothing = { ...opening, type: 'nothing' } as unknown as StampedEvent
  const [snapshot] = transition(machine, decided, nothing)
  if (snapshot.status === 'error') throw snapshot.error
  return snapshot
}

const refuseFor = (issues: readonly InputIssue[]): void => {
  if (issues.length > 0) throw new InvalidInputError({ issues })
}

/**
 * The opening of a life, journalled like any other event: version 0.
 *
 * @param wasAccepted it is told again: what an opening has to bring today is not asked of it.
 */
export const openingWith =
  (
    machine: TerminalLifecycleMachine,
    standing: LifecyclePolicy,
    calendar: WorkingDayCalendar,
    wasAccepted = false,
  ) =>
  (
    input: LifecycleInput,
    { at, commandId, policy = standing }: { at: Instant; commandId: string; policy?: LifecyclePolicy },
  ): Accepted => {
    if (!wasAccepted) refuseFor(openingFaults(input, at))
    const opening: StampedEvent = {
      type: 'note.recorded',
      kind: 'note',
      text: 'opened',
      by: input.openedBy,
      at,
      seq: 0,
    }
    const started = startClocks(contextOf(input, at, policy), opening, calendar, input.closing !== undefined)
    const [live] = initialTransition(machine, started)
    if (live.status === 'error') throw live.error
    const snapshot = input.closing ? inClosing(machine, live, { closing: input.closing, opening }) : live
    const value = snapshot.value as StateValue
    const { context } = snapshot
    const record: LifecycleRecord = {
      format: recordFormat,
      machineVersion,
      lifecycleId: input.lifecycleId,
      version: 0,
      at,
      value,
      context,
    }
    refuseFor(contradictionIn(record))
    // Lists of the caller's own: those of `items` are what the rules read.
    const orders = Object.values(context.orders)
    const entry = {
      seq: 0,
      version: 0,
      at,
      commandId,
      actor: input.openedBy,
      // with the policy in force: the journal alone tells the record
      cause: { opened: input, policy },
      from: null,
      to: value,
      orderIds: orders.map(({ orderId }) => orderId),
      issues: [],
    }
    return {
      accepted: true,
      noop: false,
      record,
      entry,
      orders,
      deadlines: Object.values(context.deadlines),
      issues: [],
    }
  }
