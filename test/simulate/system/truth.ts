import {
  assertInvariants,
  type LifecycleInput,
  type LifecycleRecord,
  viewEntry,
} from '../../../src/machine/index.ts'
import type { Change, Store } from '../../../src/runtime/index.ts'
import { type Books, enter, openBooks, unbalanced } from '../../support/accountant.ts'
import { ordersGiven } from '../../support/orders-given.ts'
import type { World } from './world.ts'

/** A life as it was committed, with the books of whoever reads the journal alone. */
interface Life {
  readonly record: LifecycleRecord
  /** Kept where they balance at the opening: what somebody else began before is not in them. */
  readonly books: Books | undefined
  /** Of the entries, in their order. */
  readonly commandIds: Set<string>
}

const openingOf = (change: Change): LifecycleInput | undefined => {
  const cause = change.entry?.cause
  return cause && 'opened' in cause ? cause.opened : undefined
}

/** Orders whose money has come back. */
const returnedIn = ({ context }: LifecycleRecord): readonly string[] =>
  [context.payouts, ...Object.values(context.deposits).map(({ refunds }) => refunds)].flatMap((moved) =>
    Object.entries(moved).flatMap(([orderId, { status }]) => (status === 'returned' ? [orderId] : [])),
  )

/** Stands below all faults and sees each commit as it was made. */
export class Truth {
  readonly lives = new Map<string, Life>()
  /** Every order that was ever given, as it last stood. */
  readonly orders = ordersGiven()
  /** By which command each order ended: its service's answer, or somebody's report of the fact. */
  readonly endedBy = new Map<string, string>()
  /** Money that came back, by the order that had moved it, and the command that said so. */
  readonly returnedBy = new Map<string, string>()
  /** What each command was answered, by life and id. */
  readonly answers = new Map<string, { readonly accepted: boolean; readonly isInJournal: boolean }>()
  /** Versions of each life that its merchant might read when they were committed. */
  readonly readable = new Map<string, Set<number>>()
  /** Causes, words and references of holds that nobody hides. */
  readonly saidOpenly = new Set<string | null>()
  commits = 0
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  watch(store: Store): Store {
    return {
      ...store,
      // What is stored here is what was committed here: reading its text again and again would be most of the work.
      load: async (lifecycleId, within) =>
        (await store.has(lifecycleId, within)) ? store.newest?.(lifecycleId) : undefined,
      commit: async (changes) => {
        const outcomes = await store.commit(changes)
        for (const [place, change] of changes.entries())
          if (outcomes[place] === 'committed') this.#committed(change)
        return outcomes
      },
    }
  }

  record(lifecycleId: string): LifecycleRecord | undefined {
    return this.lives.get(lifecycleId)?.record
  }

  #committed(change: Change): void {
    const { answer, entry, lifecycleId, commandId } = change
    this.orders.note(answer)
    if (answer.accepted)
      for (const { orderId, status } of answer.orders)
        if (status !== 'ordered' && !this.endedBy.has(orderId)) {
          this.#world.scheduler.note(`${orderId} ${status} by ${commandId}`)
          this.endedBy.set(orderId, commandId)
        }
    if (answer.accepted)
      for (const orderId of returnedIn(answer.record))
        if (!this.returnedBy.has(orderId)) this.returnedBy.set(orderId, commandId)
    const isInJournal = answer.accepted && entry !== null
    this.answers.set(`${lifecycleId} ${commandId}`, { accepted: answer.accepted, isInJournal })
    if (!answer.accepted || entry === null) return
    this.commits += 1
    const { record } = answer
    for (const { disclosure, code, words, orderRef } of Object.values(record.context.holds))
      if (disclosure !== 'hidden') for (const said of [code, words, orderRef]) this.saidOpenly.add(said)
    const before = this.lives.get(lifecycleId)
    const opened = openingOf(change)
    const broken = (property: string, detail: string): void => this.#world.breaks(property, detail)
    if (!before && !opened) {
      broken('a life begins with its opening', lifecycleId)
      return
    }
    if (entry.version !== (before ? before.record.version + 1 : 0))
      broken('versions rise by one', `${lifecycleId}: ${entry.version} by ${commandId}`)
    if (before?.commandIds.has(commandId))
      broken('a command is in the journal once', `${lifecycleId}: ${commandId}`)
    try {
      assertInvariants(record)
    } catch (error) {
      broken('invariants hold', `${lifecycleId}: ${String(error)}`)
    }
    const commandIds = before?.commandIds ?? new Set()
    commandIds.add(commandId)
    const readable = this.readable.get(lifecycleId) ?? new Set()
    if (viewEntry(record, 'merchant')(entry)) readable.add(entry.version)
    this.readable.set(lifecycleId, readable)
    this.lives.set(lifecycleId, { record, commandIds, books: this.#booksOf(before, change, opened) })
  }

  #booksOf(
    before: Life | undefined,
    { answer }: Change,
    opened: LifecycleInput | undefined,
  ): Books | undefined {
    if (!answer.accepted) return undefined
    if (!before) {
      const books = openBooks(opened as LifecycleInput)
      return unbalanced(books, answer.record) === undefined ? books : undefined
    }
    const { books } = before
    if (!books) return undefined
    enter(books, before.record.context, answer)
    const wrong = unbalanced(books, answer.record)
    if (wrong === undefined) return books
    this.#world.breaks('money is conserved', `${answer.record.lifecycleId}: ${wrong}`)
    return undefined
  }
}
