import type { CallOptions, Page } from '../contract/index.ts'
import { checkOptions, InvalidInputError, ProtocolError, requestSummary } from '../errors/index.ts'

export interface PagesOptions extends CallOptions {
  /** Pages to read at most; where there are more, the walk ends with an error and can go on from `cursor`. 1 to 100000. @default 1000 */
  readonly pages?: number | undefined
}

/**
 * Items of a paged operation, one after the other. A page that fails can be asked for again: go on with the same walk, or begin another
 * one at `cursor`. Empty pages are passed over.
 */
export interface Pages<Item> extends AsyncIterableIterator<Item, void, undefined> {
  /**
   * Place of the page that comes next: `input.cursor` of another walk that shall go on here. `undefined` before the first page of a walk
   * that began at the beginning. It moves on when the last item of a page has been given, so no item is missed, and those of a page that
   * was left in the middle come again.
   */
  readonly cursor: string | undefined
}

type Operation<Input, Item> = (input: Input, options?: CallOptions) => Promise<Page<Item>>

const mostPages = 100_000

const fault = (code: string): ProtocolError =>
  new ProtocolError({
    request: requestSummary('GET', 'operation:pages'),
    issues: [{ path: '/nextCursor', code }],
  })

class Walk<Input extends { cursor?: string | undefined }, Item> implements Pages<Item> {
  cursor: string | undefined
  readonly #ask: (cursor: string | undefined) => Promise<Page<Item>>
  readonly #most: number
  /** Pages that this walk has been to. */
  readonly #seen = new Set<string | undefined>()
  #items: Item[] = []
  /** What `cursor` becomes when the page has been given; `undefined` where there is no page at hand. */
  #next: string | null | undefined
  #ended = false
  /** Steps of a walk come one after the other, also for a caller that asks for several at once. */
  #step: Promise<unknown> = Promise.resolve()

  constructor(operation: Operation<Input, Item>, input: Input, { pages = 1000, ...options }: PagesOptions) {
    if (!Number.isInteger(pages) || pages < 1 || pages > mostPages)
      throw new InvalidInputError({ issues: [{ path: '/pages', code: 'NOT_ALLOWED_VALUE' }] })
    this.cursor = input.cursor
    this.#most = pages
    this.#ask = (cursor) => operation({ ...input, ...(cursor !== undefined && { cursor }) }, options)
  }

  async #fetch(): Promise<void> {
    // The same place again, at once or by a round trip, would keep its reader for ever and tell everything twice.
    if (this.#seen.has(this.cursor)) throw fault('CURSOR_REPEATED')
    if (this.#seen.size >= this.#most) throw fault('TOO_MANY_PAGES')
    const { items, nextCursor } = await this.#ask(this.cursor)
    this.#seen.add(this.cursor)
    this.#items = [...items]
    this.#next = nextCursor
    this.#leave()
  }

  /** Leaves a page that has been given whole. */
  #leave(): void {
    if (this.#next === undefined || this.#items.length > 0) return
    if (this.#next === null) this.#ended = true
    else this.cursor = this.#next
    this.#next = undefined
  }

  async #advance(): Promise<IteratorResult<Item, void>> {
    for (;;) {
      if (this.#ended && this.#items.length === 0) return { done: true, value: undefined }
      if (this.#items.length > 0) {
        const value = this.#items.shift() as Item
        this.#leave()
        return { done: false, value }
      }
      await this.#fetch()
    }
  }

  next(): Promise<IteratorResult<Item, void>> {
    const step = this.#step.then(() => this.#advance())
    this.#step = step.catch(() => {})
    return step
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

/**
 * Every item of a paged operation, page after page.
 *
 * @throws InvalidInputError for `pages` out of range.
 * @throws whatever the operation throws, from the step that needed the page; the next step asks for it again.
 * @throws ProtocolError `CURSOR_REPEATED` where the other side leads back to a page that was read, `TOO_MANY_PAGES` beyond `pages`.
 * @example
 * const terminals = allPages(client.findTerminals, { merchantId: 'm-1' })
 * for await (const { lifecycleId } of terminals) console.log(lifecycleId)
 * // After an error the same loop over `terminals` goes on where it stopped.
 */
export const allPages = <Input extends { cursor?: string | undefined }, Item>(
  operation: (input: Input, options?: CallOptions) => Promise<Page<Item>>,
  input: Input,
  options: PagesOptions = {},
): Pages<Item> => {
  checkOptions({ operation, input, options }, { operation: 'function', input: 'object', options: 'object' })
  return new Walk(operation, input, options)
}
