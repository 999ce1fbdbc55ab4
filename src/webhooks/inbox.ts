import { terminalNumbers } from '../contract/index.ts'
import type { Actor, Blocker } from '../domain/index.ts'
import {
  type AnyTerminalLifecycleError,
  askedNow,
  checkOptions,
  isTerminalLifecycleError,
  type OptionRules,
  quietly,
} from '../errors/index.ts'
import type { Accepted, Answer } from '../machine/index.ts'
import type { Clock, Runtime } from '../runtime/index.ts'
import type { LifecycleEvent } from '../schemas/index.ts'
import { commandIds, readSource } from './command-ids.ts'
import type { UnknownEvent } from './events/event-reader.ts'
import { isReported, type ReceivedEvent, type ReportedEvent } from './events/reported.ts'
import { fault, type WebhookFault } from './faults.ts'
import { millisecondsOf } from './freshness.ts'
import { patience } from './patience.ts'
import type { VerifiedWebhook } from './verify.ts'

/** The event is in the record, by this delivery or by an earlier one. */
export interface Recorded {
  readonly ok: true
  readonly status: 200
  readonly outcome: 'recorded'
  readonly lifecycleId: string
  /** As the actor may see it. `issues` says what was noticed: STALE_READ for a reading older than what is known, which stays. */
  readonly answer: Accepted
}

/** The sender is newer than this version: there is nothing to be done, and nothing to be repeated. */
export interface PassedOver {
  readonly ok: true
  readonly status: 200
  readonly outcome: 'passedOver'
}

/** Not in the record. `retryAfter` is there while the sender shall try again. */
export interface NotRecorded extends WebhookFault {
  /** Seconds. */
  readonly retryAfter?: number | undefined
  /** Why the record refused it, as the actor may see it. */
  readonly blockers?: readonly Blocker[] | undefined
}

/** What became of a message, with the status to answer: 200 as well for one that reports nothing we keep. */
export type Receipt = Recorded | PassedOver | NotRecorded

type Message = VerifiedWebhook<ReceivedEvent>

/** In whose name events are told, and how messages of several senders are kept apart. */
export interface InboxOptions {
  /** In whose name events are told: a system of the acquirer. A function where one inbox serves several; `undefined` is nobody. */
  readonly actor: Actor | ((message: Message) => Actor | undefined)
  /** The runtime's. */
  readonly clock: Clock
  /**
   * Names the sender where several share a runtime, because two may number their messages alike: letters, digits, `_` and `-`,
   * 40 at most.
   */
  readonly source?: string | undefined
  /** Told of what the record noticed about an accepted event; of a repeat it may be told again. */
  readonly onIssues?:
    | ((issues: Accepted['issues'], about: { readonly lifecycleId: string; readonly id: string }) => void)
    | undefined
  /** Told of events of a type that this version does not know. */
  readonly onUnknown?: ((event: UnknownEvent, id: string) => void) | undefined
  /** Told why the store or a record could not be used, and of what is reported of a life that was purged. */
  readonly onFailure?: ((error: AnyTerminalLifecycleError, id: string) => void) | undefined
}

/** Turns messages into events of the record. */
export interface Inbox {
  /**
   * Tells the record what the message reports, once, however often it comes. 2xx is said only after the commit.
   *
   * @throws whatever is wrong with the options, such as an actor that is none.
   */
  receive(message: Message): Promise<Receipt>
}

const rules = {
  actor: 'any',
  clock: '.now',
  source: 'any?',
  onIssues: 'function?',
  onUnknown: 'function?',
  onFailure: 'function?',
} satisfies OptionRules<InboxOptions>

/** What an inbox needs of a runtime. */
export type InboxRuntime = Pick<Runtime, 'dispatch' | 'find' | 'lifecycleOf'>

const subjectLife = async (
  runtime: InboxRuntime,
  { subject: { lifecycleId, orderId, terminalRef }, timestamp }: ReportedEvent,
  actor: Actor,
): Promise<string | undefined> => {
  if (lifecycleId !== undefined) return lifecycleId
  if (orderId !== undefined) return runtime.lifecycleOf(orderId, { actor })
  const numbers = terminalRef === undefined ? undefined : terminalNumbers(terminalRef)
  if (!numbers) return undefined
  // Numbers are used again: whose it was when this happened.
  const [only, another] = await runtime.find({ ...numbers, at: timestamp, limit: 2 }, { actor })
  return another ? undefined : only?.lifecycleId
}

const isPurged = (error: AnyTerminalLifecycleError): boolean =>
  error.code === 'INVALID_INPUT' && error.issues[0]?.code === 'LIFECYCLE_PURGED'

/** What the error says to the sender; `undefined`: it is a mistake of ours, and thrown. */
const faultOf = (error: AnyTerminalLifecycleError): 'unknownLife' | WebhookFault | undefined => {
  if (error.code === 'FORBIDDEN_FIELD')
    return fault(
      'WEBHOOK_EVENT_INVALID',
      error.paths.map((path) => ({ path, code: 'FORBIDDEN_FIELD' })),
    )
  if (error.code !== 'INVALID_INPUT') return fault('WEBHOOK_NOT_STORED')
  const [issue] = error.issues
  if (issue?.code === 'LIFECYCLE_UNKNOWN') return 'unknownLife'
  // It will not come back: nobody need wait for it.
  if (isPurged(error)) return fault('WEBHOOK_LIFE_UNKNOWN')
  if (issue?.code === 'COMMAND_ID_REUSED') return fault('WEBHOOK_ID_REUSED')
  return issue?.path.startsWith('/event') ? fault('WEBHOOK_EVENT_INVALID', error.issues) : undefined
}

/** No time and no other event gives a sender another role. */
const isForGood = (blockers: readonly Blocker[]): boolean =>
  blockers.some(({ code }) => code === 'ROLE_NOT_ALLOWED')

/**
 * Webhooks of the acquirer's systems, told to the record. The id of a message becomes the id of a command, so that the runtime
 * remembers it (80 h, longer than any sender goes on) in the transaction that has the effect: a crash between the commit
 * and the 2xx costs a repeat, and a repeat costs nothing.
 *
 * - Twice or fifty times: one effect, 200 each time.
 * - Out of order: the record keeps what is newest by the time of the fact, and says STALE_READ of the rest.
 * - Too early, for a life that is not open yet or a step that waits for another: 503 with `Retry-After` for a day, then 422.
 *
 * @example
 * const inbox = createInbox(runtime, { actor: terminalManagement, clock })
 * const handler = webhookHandler({ keys: [secret], clock, receive: inbox.receive })
 */
export function createInbox(runtime: InboxRuntime, options: InboxOptions): Inbox {
  checkOptions({ runtime }, { runtime: '.dispatch' })
  checkOptions(options, rules)
  const source = readSource(options.source)
  const { actor: given, clock } = options

  const tell = async (lifecycleId: string, ids: readonly string[], actor: Actor, event: LifecycleEvent) => {
    let answer: Answer | undefined
    for (const commandId of ids) {
      answer = await runtime.dispatch({ lifecycleId, commandId, actor, event })
      if (answer.accepted || isForGood(answer.blockers)) break
    }
    return answer
  }

  const record = async (id: string, event: ReportedEvent, actor: Actor): Promise<Receipt> => {
    const now = millisecondsOf(clock)
    const ageSeconds = (now - Date.parse(event.timestamp)) / 1000
    const wait = patience(ageSeconds)
    const unknownLife = { ...fault('WEBHOOK_LIFE_UNKNOWN'), ...wait }
    try {
      const lifecycleId = await subjectLife(runtime, event, actor)
      if (lifecycleId === undefined) return unknownLife
      // `data` without `type` is how it travels; together they are what was read.
      const told = { type: event.type, ...event.data } as LifecycleEvent
      const answer = await tell(lifecycleId, commandIds(source, id, ageSeconds), actor, told)
      if (!answer?.accepted) {
        const blockers = answer?.blockers ?? []
        const refused = { ...fault('WEBHOOK_EVENT_REFUSED'), blockers }
        return isForGood(blockers) ? refused : { ...refused, ...wait }
      }
      if (answer.issues.length > 0) quietly(options.onIssues)(answer.issues, { lifecycleId, id })
      return { ok: true, status: 200, outcome: 'recorded', lifecycleId, answer }
    } catch (error) {
      if (!isTerminalLifecycleError(error)) throw error
      const found = faultOf(error)
      if (!found) throw error
      if (found === 'unknownLife') return unknownLife
      // What is told of a life that is gone is kept nowhere: somebody here has to see it.
      if (found.status === 503 || isPurged(error)) quietly(options.onFailure)(error, id)
      return found
    }
  }

  return {
    async receive(message) {
      const { id, event } = message
      if (!isReported(event)) {
        quietly(options.onUnknown)(event, id)
        return { ok: true, status: 200, outcome: 'passedOver' }
      }
      const actor = typeof given === 'function' ? askedNow('actor', () => given(message)) : given
      return actor ? record(id, event, actor) : fault('WEBHOOK_EVENT_REFUSED')
    },
  }
}
