import { initialTransition } from 'xstate'
import type { Instant, LifecyclePolicy } from '../domain/index.ts'
import type { Charge, Deposit, LifecycleContext } from './context.ts'
import { newDevice } from './ledger/devices.ts'
import { holdFrom } from './ledger/holds.ts'
import type { TerminalLifecycleMachine } from './machine.ts'
import type { Accepted, LifecycleInput, LifecycleRecord, StateValue } from './record.ts'

/** Of the chart, its rules and the shape of its context; golden journals are kept per version. */
export const machineVersion = '1'

type Keyed<Item> = Readonly<Record<string, Item>>
const keyed = <Item>(list: readonly Item[], key: (item: Item) => string): Keyed<Item> =>
  Object.fromEntries(list.map((item) => [key(item), item]))

type GivenDeposit = NonNullable<LifecycleInput['deposits']>[number]
const deposit = (given: GivenDeposit): Deposit => ({
  releaseRule: given.kind === 'guarantee' ? 'guaranteeTail' : 'custody',
  refunds: {},
  deductions: {},
  carriedOver: 0,
  ...given,
})

type GivenCharge = NonNullable<LifecycleInput['charges']>[number]
const charge = (given: GivenCharge, raisedBy: string): Charge => ({
  payments: {},
  carriedOver: 0,
  status: 'raised',
  feeTableVersion: 'imported',
  raisedBy,
  ...given,
})

const contextOf = (input: LifecycleInput, at: Instant, policy: LifecyclePolicy): LifecycleContext => {
  const lastTransactionAt = input.lastTransactionAt ?? null
  const devices = input.devices.map((given) =>
    newDevice({ ...given, lastTransactionAt: given.lastTransactionAt ?? lastTransactionAt }),
  )
  const holds = (input.holds ?? []).map((given) => holdFrom(given, input.openedBy, at))
  return {
    identity: {
      lifecycleId: input.lifecycleId,
      acquirerId: input.acquirerId,
      merchantId: input.merchantId,
      terminalId: input.terminalId,
      merchantName: input.merchantName,
      merchantType: input.merchantType,
      currency: input.currency ?? 'CNY',
    },
    policy,
    status: input.status ?? {
      acceptance: 'unknown',
      registry: 'unknown',
      unsettled: null,
      readAt: null,
      capabilities: {},
    },
    disabledAt: null,
    enabledAt: null,
    lastTransactionAt,
    holds: keyed(holds, ({ holdId }) => holdId),
    devices: keyed(devices, ({ serial }) => serial),
    deposits: keyed((input.deposits ?? []).map(deposit), ({ depositId }) => depositId),
    charges: keyed(
      (input.charges ?? []).map((given) => charge(given, input.openedBy.personId)),
      ({ chargeId }) => chargeId,
    ),
    disputes: {},
    transactions: keyed(input.transactions ?? [], ({ ref }) => ref),
    orders: {},
    deadlines: {},
    documents: input.documents ?? {},
    application: null,
    proposal: null,
    credit: 0,
    proposedActs: {},
    closing: null,
    payoutAccount: input.payoutAccount ?? null,
    carriedOver: {},
    representatives: {},
    unreachable: [],
    tail: [],
    issues: [],
    followUps: {},
  }
}

/** The opening of a life, journalled like any other event: version 0. */
export const openingWith =
  (machine: TerminalLifecycleMachine, policy: LifecyclePolicy) =>
  (input: LifecycleInput, { at, commandId }: { at: Instant; commandId: string }): Accepted => {
    const [snapshot] = initialTransition(machine, contextOf(input, at, policy))
    if (snapshot.status === 'error') throw snapshot.error
    const value = snapshot.value as StateValue
    const { lifecycleId } = input
    const record: LifecycleRecord = {
      format: 1,
      machineVersion,
      lifecycleId,
      version: 0,
      at,
      value,
      context: snapshot.context,
    }
    const entry = {
      seq: 0,
      version: 0,
      at,
      commandId,
      actor: input.openedBy,
      cause: { opened: input },
      from: null,
      to: value,
      orderIds: [],
      issues: [],
    }
    return { accepted: true, noop: false, record, entry, orders: [], deadlines: [], issues: [] }
  }
