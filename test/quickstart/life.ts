import type { Store, Work } from 'terminal-lifecycle/runtime'
import type { Document } from 'terminal-lifecycle/schemas'
import type { MockAcquirer } from 'terminal-lifecycle/testing'
import { type BusinessClock, clockOver } from '../../examples/quickstart/business-clock.ts'

/** Where a process dies: around everything that leaves something behind. */
export type Moment = 'beforeCommit' | 'afterCommit' | 'claimed' | 'effect' | 'clock' | 'paper'

/** At each place once, however often it comes again; or nobody would ever get past the first. */
export class Deaths {
  readonly #met = new Map<Moment, Set<string>>()
  readonly #isWanted: (moment: Moment) => boolean
  count = 0

  constructor(isWanted: (moment: Moment) => boolean = () => true) {
    this.#isWanted = isWanted
  }

  at(moment: Moment): ReadonlySet<string> {
    return this.#met.get(moment) ?? new Set()
  }

  isDue(moment: Moment, place: string): boolean {
    const met = this.#met.get(moment) ?? new Set()
    if (met.has(place)) return false
    this.#met.set(moment, met.add(place))
    if (!this.#isWanted(moment)) return false
    this.count += 1
    return true
  }
}

/** Of a process that is gone nothing is ever heard again: no answer, no error, no late write. */
const silence = <Result>(): Promise<Result> => new Promise(() => undefined)

const nameOf = (work: Work): string => (work.kind === 'order' ? work.orderId : work.deadlineId)

/** One life of a process. Only through here does it reach what outlives it, and once it is over, no more. */
export class Life {
  readonly death: Promise<'dead'>
  #end: () => void = () => undefined
  #isOver = false
  readonly #deaths: Deaths

  constructor(deaths: Deaths) {
    this.#deaths = deaths
    this.death = new Promise((resolve) => {
      this.#end = () => resolve('dead')
    })
  }

  /** Over already, or ending here. */
  #isOverAt(moment: Moment, place: string): boolean {
    if (!this.#isOver && this.#deaths.isDue(moment, place)) {
      this.#isOver = true
      this.#end()
    }
    return this.#isOver
  }

  store(store: Store): Store {
    return {
      ...store,
      commit: async (changes) => {
        const places = changes.map(({ lifecycleId, commandId }) => `${lifecycleId} ${commandId}`)
        if (places.some((place) => this.#isOverAt('beforeCommit', place))) return silence()
        const outcomes = await store.commit(changes)
        return places.some((place) => this.#isOverAt('afterCommit', place)) ? silence() : outcomes
      },
      claim: async (query) => {
        if (this.#isOver) return silence()
        const claimed = await store.claim(query)
        return claimed.some((work) => this.#isOverAt('claimed', nameOf(work))) ? silence() : claimed
      },
      release: (work, release) => (this.#isOver ? silence() : store.release(work, release)),
    }
  }

  /** What has a key has an effect. */
  mock(mock: MockAcquirer): MockAcquirer {
    return {
      ...mock,
      fetch: async (url, init) => {
        if (this.#isOver) return silence()
        const key = new Request(url, init).headers.get('idempotency-key')
        const answer = await mock.fetch(url, init)
        return key !== null && this.#isOverAt('effect', key) ? silence() : answer
      },
    }
  }

  /** What is written without waiting ends at the next thing that is waited for. */
  clock(kept: { now?: string }): BusinessClock {
    return clockOver({
      load: () => kept.now,
      save: (now) => {
        if (this.#isOver) return
        kept.now = now
        this.#isOverAt('clock', now)
      },
    })
  }

  papers(kept: Map<string, Document>): (document: Document) => void {
    return (document) => {
      if (this.#isOver) return
      kept.set(document.id, document)
      this.#isOverAt('paper', document.id)
    }
  }
}
