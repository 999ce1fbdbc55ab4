import type { Blocker } from 'terminal-lifecycle/domain'
import { type Deadline, explain, type LifecycleRecord } from 'terminal-lifecycle/machine'
import type { ReadEntry, Runtime, WaitingOrder } from 'terminal-lifecycle/runtime'
import type { Document, LifecycleEvent } from 'terminal-lifecycle/schemas'
import { documentRef, documentSchemas } from 'terminal-lifecycle/schemas'
import type { BusinessClock } from './business-clock.ts'
import { turnAt } from './office-hours.ts'
import { asHost } from './people.ts'
import type { CaseTerminal, Situation, Step } from './steps/step.ts'

/** Told as the case goes on; it may take its time. */
export interface Watcher {
  entry(entry: ReadEntry, record: LifecycleRecord): void | Promise<void>
  refused(step: Step, event: LifecycleEvent, blockers: readonly Blocker[], at: string): void | Promise<void>
  waits(blockers: readonly Blocker[], deadline: Deadline, record: LifecycleRecord): void | Promise<void>
}

/** Everything that the case is played on. */
export interface Stage {
  readonly runtime: Runtime
  readonly clock: BusinessClock
  readonly terminal: CaseTerminal
  readonly steps: readonly Step[]
  readonly keep: (document: Document) => void
  /** Absent: the acquirer's systems are out of reach. */
  readonly readHost?: () => Promise<LifecycleEvent>
  /** The store's own word on orders that have not ended. */
  readonly waiting: () => Promise<readonly WaitingOrder[]>
  /** Real time, while an order waits for its next attempt. */
  readonly pause: (milliseconds: number) => Promise<void>
  readonly watcher: Watcher
}

/** Where the case came to rest. */
export type Ending =
  | { readonly kind: 'played' }
  /** The acquirer's systems do not answer, and nothing more can be done without them. */
  | { readonly kind: 'orderWaits'; readonly orders: readonly WaitingOrder[] }
  | { readonly kind: 'stuck'; readonly step: Step; readonly blockers: readonly Blocker[] }

/** So many attempts of one run without an answer, and it gives up; the order itself is kept. */
const mostAttempts = 3
const betweenLooks = 200

/** The case cannot go on as written: the script and the machine disagree. */
const disagreement = (step: Step, codes: readonly string[]): Error =>
  new Error(`The act ${step.id} was not answered as the script expects: ${codes.join(', ') || 'accepted'}.`)

class Play {
  readonly #stage: Stage
  readonly #told = new Set<string>()
  /** Attempts of earlier runs, by order. */
  readonly #triedBefore = new Map<string, number>()
  #seq = -1
  /** When somebody last did something; clocks that run out, and what they set in motion, are nobody's act. */
  #lastActAt: string
  #isAfterClock = false

  constructor(stage: Stage) {
    this.#stage = stage
    this.#lastActAt = stage.clock.now()
  }

  get #lifecycleId(): string {
    return this.#stage.terminal.lifecycleId
  }

  async #record(): Promise<LifecycleRecord> {
    const record = await this.#stage.runtime.get(this.#lifecycleId, asHost)
    if (record === undefined) throw new Error('The terminal of the walk-through was never opened.')
    return record
  }

  /** Reads what the journal has got since. */
  async #catchUp(): Promise<void> {
    const record = await this.#record()
    for await (const entry of this.#stage.runtime.journal(this.#lifecycleId, {
      ...asHost,
      after: this.#seq,
    })) {
      this.#seq = entry.seq
      this.#told.add(entry.commandId)
      const isClock = 'timer' in entry.cause
      this.#isAfterClock = isClock || (this.#isAfterClock && entry.actor.role === 'system')
      if (!this.#isAfterClock) this.#lastActAt = entry.at
      await this.#stage.watcher.entry(entry, record)
    }
  }

  /** Carries out what the machine has ordered and fires the clocks that have run; what is left waits for somebody. */
  async #carryOut(): Promise<readonly WaitingOrder[]> {
    for (;;) {
      const { waiting } = await this.#stage.runtime.drain()
      await this.#catchUp()
      if (waiting.every((order) => this.#isGivenUp(order))) return waiting
      await this.#stage.pause(betweenLooks)
    }
  }

  /** A clock that runs out on the way is told in its time, and what it orders is carried out then, not when somebody acts next. */
  async #goOnTo(turn: string): Promise<readonly WaitingOrder[]> {
    const { clock } = this.#stage
    for (;;) {
      const deadline = nextDeadline(await this.#record(), clock.now())
      if (deadline === undefined || Date.parse(deadline.due) >= Date.parse(turn)) break
      clock.advanceTo(deadline.due)
      await this.#carryOut()
    }
    clock.advanceTo(turn)
    return this.#carryOut()
  }

  #isGivenUp({ orderId, attempts }: WaitingOrder): boolean {
    return attempts - (this.#triedBefore.get(orderId) ?? 0) >= mostAttempts
  }

  /** Nobody goes on over an order of this case that has to be carried out first; a notice or a ticket holds nobody up. */
  #isWaitedFor({ lifecycleId, kind }: WaitingOrder): boolean {
    return lifecycleId === this.#lifecycleId && kind !== 'notify' && kind !== 'openTicket'
  }

  async #situation(): Promise<Situation> {
    const { terminal, clock, keep, readHost } = this.#stage
    return {
      ...terminal,
      record: await this.#record(),
      at: clock.now(),
      file: async (document) => {
        const paper = documentSchemas[document.type].parse(document) as Document
        keep(paper)
        return documentRef(paper)
      },
      readHost: async () => {
        if (readHost === undefined) throw new Error("The acquirer's systems are out of reach.")
        return readHost()
      },
    }
  }

  /** The first act that the journal does not know; one that is only ever refused leaves no trace there. */
  #nextOf(steps: readonly Step[]): number {
    return steps.findLastIndex(({ id }) => this.#told.has(id)) + 1
  }

  async #act(step: Step, event: LifecycleEvent): Promise<void> {
    const { runtime, watcher, clock } = this.#stage
    const answer = await runtime.dispatch({
      lifecycleId: this.#lifecycleId,
      commandId: step.id,
      actor: step.by,
      event,
    })
    const codes = answer.accepted ? [] : answer.blockers.map(({ code }) => code)
    if (codes.join() !== (step.refusedAs ?? []).join()) throw disagreement(step, codes)
    if (!answer.accepted) await watcher.refused(step, event, answer.blockers, clock.now())
  }

  /** Waits for the turn of an act, then tells it. `undefined`: done. */
  async #take(step: Step): Promise<Ending | undefined> {
    const { clock, watcher } = this.#stage
    for (;;) {
      // what was ordered is carried out first, and the clocks that run out before somebody acts are told before
      await this.#carryOut()
      const orders = await this.#goOnTo(turnAt(clock.now(), this.#lastActAt, step.after))
      if (orders.some((order) => this.#isWaitedFor(order))) return { kind: 'orderWaits', orders }
      const situation = await this.#situation()
      const { record, at } = situation
      const event = await step.event(situation)
      const blockers = step.refusedAs ? [] : explain(record, event, { at, actor: step.by })
      if (blockers.length === 0) {
        await this.#act(step, event)
        return undefined
      }
      if (orders.length > 0) return { kind: 'orderWaits', orders }
      const deadline = nextDeadline(record)
      if (deadline === undefined) return { kind: 'stuck', step, blockers }
      await watcher.waits(blockers, deadline, record)
      clock.advanceTo(deadline.due)
    }
  }

  async run(): Promise<Ending> {
    const { steps, readHost, waiting } = this.#stage
    for (const { orderId, attempts } of await waiting()) this.#triedBefore.set(orderId, attempts)
    await this.#catchUp()
    for (const step of steps.slice(this.#nextOf(steps))) {
      if (step.needsHost && readHost === undefined) continue
      const ending = await this.#take(step)
      if (ending !== undefined) return ending
    }
    const orders = await this.#carryOut()
    return orders.length > 0 ? { kind: 'orderWaits', orders } : { kind: 'played' }
  }
}

/** @param after One that came before then and still runs has been tried. */
const nextDeadline = ({ context }: LifecycleRecord, after?: string): Deadline | undefined =>
  Object.values(context.deadlines)
    .filter(({ status, due }) => status === 'running' && !(after && Date.parse(due) <= Date.parse(after)))
    .sort((one, other) => Date.parse(one.due) - Date.parse(other.due))[0]

/**
 * Plays the script on a stored record: everybody acts when the machine would let them, the machine's orders are carried out in
 * between, and business time jumps to the next deadline when everybody waits. Begun again after a crash, it goes on where the
 * journal ends.
 */
export const playCase = (stage: Stage): Promise<Ending> => new Play(stage).run()
