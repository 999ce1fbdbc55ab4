import { checkNumber, checkOptions, InvalidInputError, type OptionRules } from '../errors/index.ts'

/** How much of a stream is under way, and what stops it. */
export interface LaneOptions {
  /** Items at once, those included whose result nobody has taken yet. @default 8 */
  readonly concurrency?: number | undefined
  /** Aborted: nothing more is begun. What was begun comes to its end and is told, then the stream ends without an error. */
  readonly signal?: AbortSignal | undefined
}

const usual = 8

/** A signal is a listener's and a flag's together: of another realm it is no instance of ours. */
export const ofLanes = {
  concurrency: 'any?',
  signal: '.addEventListener?',
} as const satisfies OptionRules<LaneOptions>

/** Of nothing `Object` makes one that has neither. */
const isStream = (items: unknown): boolean =>
  Symbol.asyncIterator in Object(items) || Symbol.iterator in Object(items)

/** What waits for something to change; whoever changes it wakes them all. */
class Bell {
  #waiting: (() => void)[] = []
  readonly ring = (): void => {
    const woken = this.#waiting
    this.#waiting = []
    for (const wake of woken) wake()
  }
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}

type Made<Result> = { readonly value: Result } | { readonly error: unknown }

/** One stream: takes from its source only what it has room for. */
class Lanes<Item, Result> {
  readonly #bell = new Bell()
  readonly #source: Iterator<Item> | AsyncIterator<Item>
  readonly #work: (item: Item, place: number) => Promise<Result>
  readonly #room: number
  readonly #signal: AbortSignal | undefined
  readonly made: Made<Result>[] = []
  #working = 0
  #place = 0
  #pulling = false
  #ended = false
  /** What the source threw; told when all that was begun has been. */
  broken: { readonly error: unknown } | undefined

  constructor(
    source: Iterator<Item> | AsyncIterator<Item>,
    work: (item: Item, place: number) => Promise<Result>,
    { concurrency = usual, signal }: LaneOptions,
  ) {
    this.#source = source
    this.#work = work
    this.#room = concurrency
    this.#signal = signal
    signal?.addEventListener('abort', this.#bell.ring)
  }

  get #isOver(): boolean {
    return this.#ended || this.#signal?.aborted === true
  }

  /** Nothing is under way, and nothing more will be. What the source still waits for is not waited for. */
  get isDone(): boolean {
    return this.#isOver && this.#working === 0 && this.made.length === 0
  }

  get #hasRoom(): boolean {
    return !this.#isOver && this.#working + this.made.length < this.#room
  }

  /** Resolves when something has changed. */
  changed(): Promise<void> {
    return this.#bell.next()
  }

  /** Takes one item after the other from the source, as long as there is room. */
  async fill(): Promise<void> {
    if (this.#pulling) return
    this.#pulling = true
    try {
      while (this.#hasRoom) {
        const { done, value } = await this.#source.next()
        if (done) this.#ended = true
        // What comes after the end was called for is left to the next run.
        else if (!this.#isOver) void this.#begin(value)
      }
    } catch (error) {
      this.#ended = true
      this.broken = { error }
    }
    this.#pulling = false
    this.#bell.ring()
  }

  async #begin(item: Item): Promise<void> {
    this.#working += 1
    const place = this.#place
    this.#place += 1
    const made = await this.#work(item, place).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    this.#working -= 1
    this.made.push(made)
    this.#bell.ring()
  }

  /** Begins nothing more, lets what is under way come to rest, and gives the source back. */
  async stop(): Promise<void> {
    this.#ended = true
    this.#signal?.removeEventListener('abort', this.#bell.ring)
    // A source that never comes up with its next item would hold up whoever waits for it to end.
    const given = Promise.resolve(this.#source.return?.()).catch(() => undefined)
    if (!this.#pulling) await given
    while (this.#working > 0) await this.changed()
  }
}

const iteratorOf = <Item>(items: Iterable<Item> | AsyncIterable<Item>) =>
  Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()

/**
 * Works on the items of a stream, so many at once, and gives each result as soon as it is there, in the order in which they end.
 * However long the stream, no more of it is in memory than `concurrency`: who takes no results gets no more work done. Whoever
 * leaves the loop waits for what is under way, and the source is given back.
 *
 * @throws whatever the source throws, when all that was begun has been told; whatever `work` throws, at once. Nothing more is begun.
 * @throws InvalidInputError where `concurrency` is no whole number above zero.
 * @example for await (const name of inLanes(ids, (id) => nameOf(id), { concurrency: 4 })) console.log(name)
 */
export function inLanes<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item, place: number) => Promise<Result>,
  options: LaneOptions = {},
): AsyncGenerator<Result, void, undefined> {
  checkOptions({ work }, { work: 'function' })
  checkOptions(options, ofLanes)
  if (!isStream(items)) throw new InvalidInputError({ issues: [{ path: '/items', code: 'WRONG_TYPE' }] })
  // Said where the stream is made, and not by its first item.
  checkNumber('/concurrency', options.concurrency, { least: 1 })
  return resultsOf(items, work, options)
}

async function* resultsOf<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item, place: number) => Promise<Result>,
  options: LaneOptions,
): AsyncGenerator<Result, void, undefined> {
  const lanes = new Lanes(iteratorOf(items), work, options)
  try {
    while (!lanes.isDone) {
      void lanes.fill()
      const made = lanes.made.shift()
      if (!made) await lanes.changed()
      else if ('error' in made) throw made.error
      else yield made.value
    }
    if (lanes.broken) throw lanes.broken.error
  } finally {
    await lanes.stop()
  }
}
