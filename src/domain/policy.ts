import type { EventType } from './events.ts'
import type { ClosureReason, SuspensionReason } from './reasons.ts'

/** How long a clock runs. Working days end at the end of the day in the calendar's zone; a year ends on the same day of it. */
export interface ClockRule {
  readonly amount: number
  readonly unit: 'years' | 'workingDays' | 'days' | 'hours' | 'minutes'
}

/** What may be carried over when a terminal is closed; devices, keys, data and transactions never are. */
export const obligationKinds = ['settlement', 'deposit', 'charge', 'dispute'] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** A dated table of fees; a charge names the version it was made from. */
export interface FeeTable {
  readonly version: string
  /** First and last calendar day in force, YYYY-MM-DD; without `until` still in force. */
  readonly from: string
  readonly until?: string | undefined
}

const clock = (amount: number, unit: ClockRule['unit'], ...enables: EventType[]) => ({
  amount,
  unit,
  enables,
})

/** Every clock with its default length and the acts that it enables when it has run; a clock itself decides nothing. */
export const clockProfiles = {
  'reviewDue.reinstatement': clock(7, 'workingDays'),
  'reviewDue.suspension': clock(21, 'days'),
  'reviewDue.closure': clock(21, 'days'),
  informationDue: clock(30, 'days', 'application.lapsed'),
  resubmitUntil: clock(90, 'days', 'application.lapsed'),
  approvalValidity: clock(30, 'days', 'reinstatement.requested'),
  closureStart: clock(0, 'days'),
  holdStart: clock(0, 'days'),
  holdReview: clock(30, 'days', 'hold.lifted', 'hold.rescinded'),
  fundsHoldReview: clock(30, 'days', 'hold.lifted', 'hold.rescinded'),
  disableConfirmDue: clock(24, 'hours', 'note.recorded'),
  'disableConfirmDue.urgent': clock(15, 'minutes', 'note.recorded'),
  drainDue: clock(3, 'days', 'resolution.proposed'),
  preAuthMax: clock(30, 'days', 'resolution.proposed'),
  statementDue: clock(3, 'workingDays'),
  settlementObjection: clock(15, 'workingDays', 'settlement.deemedAccepted'),
  chargeObjection: clock(15, 'workingDays', 'deposit.deducted'),
  payoutDue: clock(2, 'workingDays'),
  payoutAccountCooling: clock(24, 'hours', 'payout.ordered', 'refund.ordered'),
  deviceReturnDue: clock(15, 'days', 'device.declaredUnreturned'),
  inspectionDue: clock(5, 'workingDays'),
  depositDue: clock(15, 'workingDays'),
  guaranteeTail: clock(180, 'days', 'refund.ordered'),
  closureNotice: clock(30, 'days', 'closure.imposed'),
  verifyDue: clock(1, 'workingDays'),
  tidQuarantine: clock(180, 'days'),
  retention: clock(10, 'years'),
} as const satisfies Readonly<Record<string, ClockRule & { enables: readonly EventType[] }>>

export type ClockName = keyof typeof clockProfiles
export const clockNames = Object.keys(clockProfiles) as ClockName[]

/** The values in force for one terminal; they are stored with its record, so that a later change of policy rewrites no case. */
export interface LifecyclePolicy {
  readonly clocks: Readonly<Record<ClockName, ClockRule>>
  /** Confirmations tried before somebody is told. */
  readonly verifyAttempts: number
  /** Reasons for which a closure may be imposed without waiting for the notice to run. */
  readonly urgentBases: readonly ClosureReason[]
  /** May a merchant appeal an imposed closure? */
  readonly appealAllowed: boolean
  /** May a charge be taken from a deposit at all? */
  readonly setOffAllowed: boolean
  readonly carryOverKinds: readonly ObligationKind[]
  /** What must be true before a device is unbound: its keys are gone, or it also came back. */
  readonly unbindRequires: 'keysRemoved' | 'received'
  /** Reasons for which a system may place a hold by itself. */
  readonly systemMayPlace: readonly SuspensionReason[]
  readonly feeTables: readonly FeeTable[]
}

/** @example createLifecycle({ policy: { ...defaultPolicy, appealAllowed: true } }) */
export const defaultPolicy: LifecyclePolicy = {
  clocks: Object.fromEntries(
    Object.entries(clockProfiles).map(([name, { amount, unit }]) => [name, { amount, unit }]),
  ) as Record<ClockName, ClockRule>,
  verifyAttempts: 3,
  urgentBases: ['RULE_VIOLATION', 'MALICIOUS_ATTACK'],
  appealAllowed: true,
  setOffAllowed: true,
  carryOverKinds: obligationKinds,
  unbindRequires: 'keysRemoved',
  systemMayPlace: [
    'NETWORK_FAULT',
    'HARDWARE_FAULT',
    'SOFTWARE_FAULT',
    'SYSTEM_MAINTENANCE',
    'MALICIOUS_ATTACK',
  ],
  feeTables: [{ version: 'standard', from: '2020-01-01' }],
}
