import { type EventType, eventTypes } from '../domain/index.ts'
import type { Hindrance } from './carry-out.ts'
import { errorType, type Instruments } from './instruments.ts'
import { millisecondsOf } from './projection.ts'
import type { Runtime } from './runtime.ts'
import type { OrderWork, SealedEntry, Store, TimerWork } from './store.ts'

const known: ReadonlySet<string> = new Set(eventTypes)
/** What a caller writes may be anything: what is no event of ours is none. */
const eventType = (type: unknown): EventType | '_OTHER' =>
  typeof type === 'string' && known.has(type) ? (type as EventType) : '_OTHER'

const causeOf = ({ cause }: SealedEntry): string => {
  if ('opened' in cause) return 'opened'
  if ('migrated' in cause) return 'migrated'
  return 'timer' in cause ? 'timer' : eventType(cause.type)
}

/** Each transaction is measured, and each entry that it keeps is counted. */
export const observedCommit =
  (store: Pick<Store, 'commit'>, { add, record, span, since, now }: Instruments): Store['commit'] =>
  (changes) =>
    span('terminal_lifecycle.commit', {}, async (note) => {
      const began = now()
      const end = (attributes = {}) => record('terminal_lifecycle.commit.duration', since(began), attributes)
      note({ 'terminal_lifecycle.commit.changes': changes.length })
      try {
        const outcomes = await store.commit(changes)
        end()
        record('terminal_lifecycle.commit.changes', changes.length)
        for (const [place, { entry }] of changes.entries())
          if (entry && outcomes[place] === 'committed')
            add('terminal_lifecycle.entries', 1, { 'terminal_lifecycle.event.type': causeOf(entry) })
        return outcomes
      } catch (error) {
        end({ 'error.type': errorType(error) })
        throw error
      }
    })

type CarryOut = (work: OrderWork, stop: AbortSignal) => Promise<Hindrance>

/** What an attempt came to: done, put off, or why not. */
const outcomeOf = (hindrance: Hindrance): string => {
  if (hindrance === null) return 'done'
  if (hindrance.code === 'PENDING' || hindrance.code === 'STOPPED' || hindrance.code === 'PACED')
    return hindrance.code.toLowerCase()
  return hindrance.failed === 'answer' ? 'refused' : 'failed'
}

export const observedCarryOut =
  (carryOut: CarryOut, { add, record, span, since, now }: Instruments): CarryOut =>
  (work, stop) => {
    const kind = { 'terminal_lifecycle.order.kind': work.orderKind }
    return span('terminal_lifecycle.order.attempt', kind, async (note) => {
      const began = now()
      add('terminal_lifecycle.orders.in_flight', 1, kind)
      let outcome = 'failed'
      try {
        const hindrance = await carryOut(work, stop)
        outcome = outcomeOf(hindrance)
        return hindrance
      } finally {
        const ended = { ...kind, 'terminal_lifecycle.outcome': outcome }
        note({ 'terminal_lifecycle.outcome': outcome })
        add('terminal_lifecycle.orders.in_flight', -1, kind)
        add('terminal_lifecycle.order.attempts', 1, ended)
        record('terminal_lifecycle.order.duration', since(began), ended)
      }
    })
  }

type Fire = (work: TimerWork) => Promise<Hindrance>

export const observedFire =
  (fire: Fire, { add, record, span }: Instruments, businessNow: () => string): Fire =>
  (work) =>
    span('terminal_lifecycle.clock.fire', {}, async () => {
      const late = millisecondsOf(businessNow()) - millisecondsOf(work.due)
      const hindrance = await fire(work)
      add('terminal_lifecycle.clocks', 1, { 'terminal_lifecycle.outcome': hindrance ? 'failed' : 'done' })
      if (!hindrance) record('terminal_lifecycle.clock.lag', Math.max(0, late) / 1_000)
      return hindrance
    })

/** What callers ask of a runtime, measured; everything else is left as it is. */
export function observedRuntime(
  runtime: Runtime,
  instruments: Instruments,
  businessNow: () => string,
): Pick<Runtime, 'dispatch' | 'audit' | 'auditChanges' | 'changes'> {
  const { add, record, span, since, now } = instruments
  async function* followed(changes: ReturnType<Runtime['changes']>) {
    for await (const change of changes) {
      const lag = millisecondsOf(businessNow()) - millisecondsOf(change.entry.at)
      record('terminal_lifecycle.changes.lag', Math.max(0, lag) / 1_000)
      yield change
    }
  }
  const audited = <Result>(
    work: () => Promise<Result>,
    findingsIn: (result: Result) => readonly { code: string }[],
  ) =>
    span('terminal_lifecycle.audit', {}, async () => {
      const began = now()
      const result = await work()
      record('terminal_lifecycle.audit.duration', since(began))
      for (const { code } of findingsIn(result))
        add('terminal_lifecycle.audit.findings', 1, { 'terminal_lifecycle.finding': code })
      return result
    })
  return {
    dispatch: (command) => {
      const type = { 'terminal_lifecycle.event.type': eventType(command.event?.type) }
      return span('terminal_lifecycle.dispatch', type, async (note) => {
        const began = now()
        let ended: Record<string, string> = { 'terminal_lifecycle.outcome': 'error' }
        try {
          const answer = await runtime.dispatch(command)
          const outcome = answer.accepted ? (answer.noop ? 'repeated' : 'accepted') : 'refused'
          ended = { 'terminal_lifecycle.outcome': outcome }
          return answer
        } catch (error) {
          ended = { ...ended, 'error.type': errorType(error) }
          throw error
        } finally {
          note(ended)
          add('terminal_lifecycle.commands', 1, { ...type, ...ended })
          record('terminal_lifecycle.command.duration', since(began), { ...type, ...ended })
        }
      })
    },
    audit: (options) =>
      audited(
        () => runtime.audit(options),
        (findings) => findings,
      ),
    auditChanges: (after, options) =>
      audited(
        () => runtime.auditChanges(after, options),
        ({ findings }) => findings,
      ),
    changes: (after, options) => followed(runtime.changes(after, options)),
  }
}
