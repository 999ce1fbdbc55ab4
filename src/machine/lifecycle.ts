import {
  type Blocker,
  defaultPolicy,
  type Instant,
  type LifecyclePolicy,
  maskedReport,
  prcCalendar,
  readOrderName,
} from '../domain/index.ts'
import { CorruptRecordError, checkOptions, type OptionRules } from '../errors/index.ts'
import type { LifecycleEvent } from '../schemas/index.ts'
import { type TerminalLifecycleMachine, terminalLifecycleMachine } from './chart/machine.ts'
import { actionsWith, withoutFeeTables } from './chart/setup.ts'
import { latest } from './facts/time.ts'
import type { ToldAs } from './ledger/turn.ts'
import { grown } from './migrations/grown-2.ts'
import { openingWith } from './open-record.ts'
import { availableActionsWith } from './questions/actions.ts'
import { asAccepted, judgeWith } from './questions/catalogues.ts'
import { checkClosureWith, checkReinstatementWith, checkSuspensionWith } from './questions/checks.ts'
import { clearing } from './questions/clearing.ts'
import { askAs, blockersIn, handledEvents } from './questions/explain.ts'
import { checkAsked, checkOpening, checkTold } from './questions/given.ts'
import { completedCommand, completedOpening } from './questions/handed-out.ts'
import { procedureWith } from './questions/procedure-answer.ts'
import { viewBlockers } from './questions/viewing.ts'
import type {
  Accepted,
  Action,
  Answer,
  Asking,
  Check,
  Command,
  JournalEntry,
  LifecycleInput,
  ProcedureAnswer,
  ProcedureQuestion,
} from './shape/answers.ts'
import type { LifecycleRecord } from './shape/record.ts'
import { type LifecycleOptions, stepWith } from './step.ts'

/** A life with one calendar and one policy; everything in it is pure and synchronous. */
export interface Lifecycle {
  readonly machine: TerminalLifecycleMachine
  /**
   * The first record of a life, without its journal entry.
   *
   * @throws InvalidInputError when the input is not well formed.
   */
  openRecord(input: LifecycleInput, options: { at: Instant }): LifecycleRecord
  /** The opening with its journal entry, for a store. */
  open(input: LifecycleInput, options: { at: Instant; commandId: string; policy?: LifecyclePolicy }): Accepted
  /** What is told again is known from the record alone: for `policy.repeatWindow`, not for good as by a runtime. */
  step(record: LifecycleRecord, command: Command): Answer
  /** Every reason for which the event would be refused now; an empty list where it would be taken. */
  explain(record: LifecycleRecord, event: AskedEvent, asking: Asking): readonly Blocker[]
  /** Events that the actor may send now, and those that are stopped, each with its blockers. */
  availableActions(record: LifecycleRecord, asking: Asking): readonly Action[]
  /** Asked before anybody fills in a form: possible now, with papers, or not, and what will be in the way later. */
  checkClosure(record: LifecycleRecord, asking: Asking): Check
  /** The same for the end of a suspension; holds that it does not lift are named. */
  checkReinstatement(record: LifecycleRecord, asking: Asking): Check
  /** The same for a suspension that somebody asks for. */
  checkSuspension(record: LifecycleRecord, asking: Asking): Check
  /** How something is done at this terminal now: channels, steps, papers, fees. Nobody's secret. */
  procedure(record: LifecycleRecord, asked: ProcedureQuestion): ProcedureAnswer
  /**
   * The record that a journal tells; equal to the stored one. What was accepted is not judged anew: the rules of its day did that.
   *
   * @param from the record that the entries before these have told; these are all when it is left out.
   */
  fold(entries: Iterable<JournalEntry>, from?: LifecycleRecord): LifecycleRecord
}

/** An event, or its type alone with what is known of its payload. */
export type AskedEvent = { type: LifecycleEvent['type'] } & { readonly [field: string]: unknown }

/** What the orders of an entry were named after; those that it gave have not been there before. */
const tagOf = (orderIds: readonly string[], { context }: LifecycleRecord): string | undefined => {
  const given = orderIds.find((orderId) => !Object.hasOwn(context.orders, orderId))
  return given === undefined ? undefined : readOrderName(given)?.tag
}

/** What an entry noted of a wipe without leave, if it tells of one. */
const wipeIn = ({ issues }: JournalEntry): ToldAs['wipe'] => {
  const noted = issues.find(({ code }) => code === 'UNAUTHORISED_ERASURE')
  return noted && { recordsLost: noted.data?.recordsLost as boolean | undefined }
}

const isMigration = ({ cause }: JournalEntry): boolean => 'migrated' in cause

const foldWith =
  ({ open, step }: Pick<Lifecycle, 'open'> & { step: ReturnType<typeof stepWith> }) =>
  (told: Iterable<JournalEntry>, from?: LifecycleRecord): LifecycleRecord => {
    const all = [...told]
    // what an older format told is in the record that was carried over, under the rules of its day
    const entries = all.slice(Math.max(0, all.findLastIndex(isMigration)))
    let record = from
    for (const entry of entries) {
      const { cause, commandId, at, actor, seq, orderIds } = entry
      if ('opened' in cause || 'migrated' in cause) {
        record =
          'migrated' in cause
            ? (grown({ ...cause.migrated }) as unknown as LifecycleRecord)
            : open(cause.opened, { at, commandId, policy: cause.policy }).record
        continue
      }
      if (record === undefined) throw new CorruptRecordError({ path: '/0' })
      const command = 'timer' in cause ? { timer: cause.timer } : { event: unstamped(cause), actor }
      const orderTag = tagOf(orderIds, record)
      const answer: Answer = step(record, { commandId, at, orderTag, ...command } as Command, {
        wipe: wipeIn(entry),
        orders: orderIds,
      })
      if (!answer.accepted || answer.record.version !== seq)
        throw new CorruptRecordError({ path: `/${seq}`, lifecycleId: record.lifecycleId })
      record = answer.record
    }
    if (record === undefined) throw new CorruptRecordError({ path: '' })
    return record
  }

const unstamped = ({ by, at, seq, ...event }: { by: unknown; at: unknown; seq: unknown }) => event

const rules = {
  calendar: '.isWorkingDay?',
  policy: 'object?',
  catalogues: 'object?',
} satisfies OptionRules<LifecycleOptions>

/** Of a policy only that it is whole: what its values may be is known to schemas, which are not loaded here. */
const wholePolicy = Object.fromEntries(
  Object.keys(defaultPolicy).map((name) => [name, 'any' as const]),
) as OptionRules<LifecyclePolicy>

/**
 * The machine and its questions, bound to a calendar and to the policy of records opened from now on.
 *
 * Values of a policy and what stands in catalogues are taken as they are: `policyFrom` and `cataloguesFrom` of `./schemas` judge
 * them, `createRuntime` does so by itself.
 *
 * @throws InvalidInputError for an option that is none, and for a policy of which a part is missing.
 * @example
 * const { step, explain } = createLifecycle({ calendar: ours })
 * const answer = step(record, { commandId, at, actor, event: { type: 'keys.removed', serial, method: 'zeroised' } })
 * if (!answer.accepted) console.log(answer.blockers)
 */
export const createLifecycle = (options: LifecycleOptions = {}): Lifecycle => {
  checkOptions(options, rules)
  const { calendar = prcCalendar, policy = defaultPolicy, catalogues = {} } = options
  if (policy !== defaultPolicy) checkOptions(policy, wholePolicy, '/policy')
  const chart: TerminalLifecycleMachine =
    calendar === prcCalendar
      ? terminalLifecycleMachine
      : (terminalLifecycleMachine.provide({ actions: actionsWith(calendar) }) as TerminalLifecycleMachine)
  const machine = catalogues.feeTables
    ? (chart.provide({ guards: withoutFeeTables }) as TerminalLifecycleMachine)
    : chart
  const plainly = openingWith(machine, policy, calendar)
  const open: Lifecycle['open'] = (input, options) => {
    checkOpening(input, options)
    return plainly(completedOpening(catalogues, input, options.at), options)
  }
  const judge = judgeWith(catalogues)
  const stepped = stepWith(machine, calendar, judge)
  const step: Lifecycle['step'] = (record, command) => {
    checkTold(record, command)
    return stepped(record, completedCommand(catalogues, masked(command)))
  }
  return {
    machine,
    open,
    openRecord: (input, options) =>
      open(input, { at: options?.at, commandId: `open:${input?.lifecycleId}` }).record,
    step,
    explain: (record, event, asking) => {
      checkAsked(record, asking, 'object')
      checkOptions({ event }, { event: 'object' })
      const { at, actor, viewer = actor.role } = asking
      const stamped = { ...maskedReport(event, actor.role), seq: record.version + 1 }
      const asked = askAs({ actor, at: latest(record.at, at) ?? at }, stamped)
      const blockers = blockersIn(handledEvents(machine, record), record, asked)
      const why = judge(record.context, asked, blockers).map(clearing(record, asked.at, asked))
      return viewBlockers(record.context, why, viewer)
    },
    availableActions: availableActionsWith(machine),
    checkClosure: checkClosureWith(machine),
    checkReinstatement: checkReinstatementWith(machine),
    checkSuspension: checkSuspensionWith(machine),
    procedure: procedureWith(catalogues),
    // what was accepted stands, whatever is published or asked for today
    fold: foldWith({
      open: openingWith(machine, policy, calendar, true),
      step: stepWith(chart, calendar, asAccepted),
    }),
  }
}

/** Before it is judged, keyed or written down. What a journal tells was masked when it was told. */
const masked = (command: Command): Command =>
  'event' in command ? { ...command, event: maskedReport(command.event, command.actor.role) } : command

let made: Lifecycle | undefined
/** Made on first use: a program that only imports the machine does not wait for it. */
const standard = (): Lifecycle => (made ??= createLifecycle())

/**
 * One command against one record. Never throws for what it is told, never silent: `accepted` tells which it was.
 *
 * What is told again is known from the record alone: a report of which there are many for `policy.repeatWindow` (80 hours), as long
 * as what it is about has not left the record. Whoever keeps records for longer keeps the reports too, as `createRuntime` does.
 */
export const step: Lifecycle['step'] = (record, command) => standard().step(record, command)
/** Why not; nothing: it would be accepted. A partial event is checked as far as it goes. */
export const explain: Lifecycle['explain'] = (record, event, asking) =>
  standard().explain(record, event, asking)
/**
 * Every event that the actor may send now, and those that a blocker stops, with it. By the standard calendar; else
 * `createLifecycle`.
 */
export const availableActions: Lifecycle['availableActions'] = (record, asking) =>
  standard().availableActions(record, asking)
/** Would a closure be accepted, with which papers, and what would then be in the way of its end? Nothing is stored. */
export const checkClosure: Lifecycle['checkClosure'] = (record, asking) =>
  standard().checkClosure(record, asking)
/**
 * Would a reinstatement be accepted, with which papers, and which holds would still stop sales after it? Nothing
 * is stored.
 */
export const checkReinstatement: Lifecycle['checkReinstatement'] = (record, asking) =>
  standard().checkReinstatement(record, asking)
/** Would a suspension be accepted, and with which papers? Nothing is stored. */
export const checkSuspension: Lifecycle['checkSuspension'] = (record, asking) =>
  standard().checkSuspension(record, asking)

/**
 * A terminal as it stands: selling, or imported with holds, devices, deposits, charges.
 *
 * @throws InvalidInputError naming what lies in the future, who verified an entry of his own, or the invariant that all
 *   of it together contradicts
 * @example openRecord({ lifecycleId: 'T-1', acquirerId: 'acq', merchantId: 'M1', terminalId: '10000001', … }, { at })
 */
export const openRecord: Lifecycle['openRecord'] = (input, options) => standard().openRecord(input, options)
