import type { Actor } from '../../../src/domain/index.ts'
import { profileOf } from '../../../src/domain/index.ts'
import {
  type Answer,
  createLifecycle,
  type LifecycleInput,
  type LifecycleRecord,
} from '../../../src/machine/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { p1 } from '../../support/people.ts'
import type { Books } from '../books.ts'
import { entered } from '../model.ts'
import { objections } from '../verdicts.ts'
import { between } from './compared.ts'
import { openedBooks } from './opened.ts'
import { ours } from './spoken.ts'
import type { Around, Told } from './told.ts'

export type Step = ReturnType<typeof createLifecycle>['step']
export interface Pair {
  readonly record: LifecycleRecord
  readonly books: Books
}
export interface Saying {
  readonly actor: Actor
  readonly at: string
  readonly event: LifecycleEvent
}
/** What came of it: the next pair, what the two said, and where they differ. */
export interface Outcome {
  readonly pair: Pair
  readonly verdict: 'accepted' | 'refused' | 'repeated'
  readonly codes: readonly string[]
  readonly faults: readonly string[]
}

export const around = (record: LifecycleRecord): Around => {
  const { value, context } = record
  const of = (wanted: (device: (typeof context.devices)[string]) => boolean) =>
    new Set(
      Object.values(context.devices)
        .filter(wanted)
        .map(({ serial }) => serial),
    )
  return {
    phase:
      value === 'closed' ? 'closed' : typeof value === 'object' && 'closing' in value ? 'closing' : 'live',
    fundsHeld: Object.values(context.holds).some(
      ({ status, caps, eased }) =>
        status === 'effective' &&
        caps.includes('payout') &&
        !(eased && value !== null && typeof value === 'object' && !('live' in value)),
    ),
    lastTransactionAt: context.lastTransactionAt,
    wantsSeal: (serial) =>
      explain(record, { type: 'unbinding.ordered', serial }, { at: record.at, actor: p1 }).some(
        ({ code }) => code === 'DEVICE_NOT_DRAINED' || code === 'TRANSACTIONS_OPEN',
      ),
    erased: of(({ erasure }) => erasure === 'verified'),
    keysGone: of(({ keys }) => keys !== 'loaded'),
    revoked: of(({ keysRevokedAt }) => keysRevokedAt !== null),
  }
}

const listed: ReadonlySet<string> = new Set(ours)
const mine = (codes: readonly string[]): string[] =>
  [...new Set(codes.filter((code) => listed.has(code)))].sort()
const isReport = ({ type }: Told['event']): boolean =>
  type === 'timer.due' || profileOf(type).kind === 'report'

/** The order that this answer gave for money. */
const moneyOrder = (answer: Answer, before: LifecycleRecord): string | undefined =>
  answer.accepted
    ? answer.orders.find(
        ({ kind, orderId }) =>
          (kind === 'payOut' || kind === 'refundDeposit') && before.context.orders[orderId] === undefined,
      )?.orderId
    : undefined

const judged = (told: Told, answer: Answer, before: Pair): { codes: string[]; faults: string[] } => {
  const objected = objections(before.books, around(before.record), told)
  const said = mine(objected ?? [])
  const all = answer.accepted
    ? answer.issues.map(({ code }) => code)
    : answer.blockers.map(({ code }) => code as string)
  const step = mine(all)
  const { type } = told.event
  // of acts that are neither money nor custody the model says nothing
  if (objected === undefined || all.includes('NOT_ALLOWED_IN_STATE')) return { codes: [], faults: [] }
  const fault = (what: string) => ({ codes: step, faults: [`${type}: ${what}`] })
  const words = (codes: readonly string[]) => (codes.length > 0 ? codes.join(' ') : 'nothing')
  if (answer.accepted && answer.noop) return { codes: [], faults: [] }
  if (answer.accepted && isReport(told.event)) {
    if (step.join() === said.join()) return { codes: step, faults: [] }
    return fault(`kept with ${words(step)}, model ${words(said)}`)
  }
  if (answer.accepted)
    return said.length === 0 ? { codes: [], faults: [] } : fault(`accepted, model refuses ${words(said)}`)
  const others = all.length > step.length
  const alike = others
    ? step.length === 0 || step.every((code) => said.includes(code as never))
    : step.join() === said.join()
  return alike
    ? { codes: step, faults: [] }
    : fault(
        `refused ${words(step)}${others ? ` (beside ${all.filter((code) => !listed.has(code)).join(' ')})` : ''}, model ${words(said)}`,
      )
}

/** One command to both. */
export const tell = (step: Step, pair: Pair, command: Saying | { timer: string; at: string }): Outcome => {
  const answer = step(
    pair.record,
    'timer' in command ? { commandId: 'x', ...command } : { commandId: 'x', ...command },
  )
  const event =
    'timer' in command ? ({ type: 'timer.due', deadlineId: command.timer } as const) : command.event
  const orderId = moneyOrder(answer, pair.record)
  const told: Told = {
    event,
    at: answer.accepted ? answer.record.at : command.at,
    role: 'timer' in command ? 'system' : command.actor.role,
    ...(orderId !== undefined && { orderId }),
  }
  const { codes, faults } = judged(told, answer, pair)
  if (!answer.accepted) return { pair, verdict: 'refused', codes, faults }
  const before = around(pair.record)
  const now = around(answer.record)
  const books = entered(pair.books, told, before, now)
  const next = { record: answer.record, books }
  const differ = between(answer.record, books, now).map((line) => `after ${event.type}: ${line}`)
  return { pair: next, verdict: answer.noop ? 'repeated' : 'accepted', codes, faults: [...faults, ...differ] }
}

/** Clocks that have run by then are told first, each at its own time. */
export const advanced = (step: Step, from: Pair, saying: Saying): Outcome & { clocks: number } => {
  let pair = from
  let clocks = 0
  for (;;) {
    const due = Object.values(pair.record.context.deadlines)
      .filter((clock) => clock.status === 'running' && Date.parse(clock.due) <= Date.parse(saying.at))
      .sort((a, b) => Date.parse(a.due) - Date.parse(b.due))[0]
    if (due === undefined) break
    const rung = tell(step, pair, { timer: due.id, at: saying.at })
    clocks += 1
    if (rung.faults.length > 0 || rung.verdict === 'refused') return { ...rung, clocks }
    pair = rung.pair
  }
  return { ...tell(step, pair, saying), clocks }
}

const lifecycle = createLifecycle()
export const realStep = lifecycle.step
const { open, explain } = lifecycle
export const opened = (input: LifecycleInput, at: string): Pair => ({
  record: open(input, { at, commandId: 'open' }).record,
  books: openedBooks(input),
})
