import { createMockAcquirer, type MockAcquirer } from '../../../src/testing/index.ts'
import { type Bytes, bytesOf } from './way.ts'
import type { World } from './world.ts'

const day = 86_400_000

/** What the acquirer's systems said that was not so, by the key of the order. */
type Lie = 'pretendsDone' | 'lateOpposite'

/** A write as the systems carried it out under a key. */
interface First {
  readonly operation: string
  readonly at: number
  readonly body: Readonly<Record<string, unknown>>
}

const moving: ReadonlySet<string> = new Set(['payOut', 'refundDeposit'])

const operationOf = (path: string): string => {
  const last = path.split('/').at(-1) ?? ''
  return last === 'payouts' ? 'payOut' : last === 'deposit-refunds' ? 'refundDeposit' : last
}

/** The acquirer's systems, with everything by which systems disappoint. They outlive every worker. */
export class Acquirer {
  readonly mock: MockAcquirer
  readonly lies = new Map<string, Lie>()
  /** Lies about money that have not come out yet. */
  truthsToCome = 0
  /** Told when a lie is to come out: by a message of the host. */
  onTruth: (key: string, lie: Lie, about: First) => void = () => undefined
  readonly #world: World
  readonly #firsts = new Map<string, First>()
  readonly #forgotten = new Set<string>()
  /** Keys under which the same was carried out again, by the first one. */
  readonly again = new Map<string, string[]>()

  constructor(world: World) {
    this.#world = world
    this.mock = createMockAcquirer({ clock: { now: () => world.instant() } })
  }

  async receive(request: Request): Promise<Bytes> {
    const key = request.headers.get('idempotency-key')
    const { pathname } = new URL(request.url)
    if (request.method === 'GET' || key === null) {
      // Somebody asks what became of an order that is old: what is told is kept, what its key stood for is not.
      const asked = decodeURIComponent(pathname.split('/').at(-1) ?? '')
      if (this.#firsts.has(asked)) {
        this.#hasForgotten(asked, 'systems')
        if (this.#world.hits('resultUnknown', 'systems asked')) this.#arm({ kind: 'pending' }, asked)
      }
      return this.#answer(request)
    }
    const operation = operationOf(pathname)
    const body = (await request.clone().json()) as First['body']
    const isMoney = moving.has(operation)
    const where = `systems ${operation}`
    const isNew = !this.#firsts.has(key)
    if (isNew) this.#firsts.set(key, { operation, at: this.#world.now, body })
    else if (this.#hasForgotten(key, where)) return this.#carryOutAgain(request, key)
    if (isNew) {
      if (this.#world.hits('refusedForGood', where)) this.#refuse(key)
      else if (this.#world.hits('pretendsDone', where)) {
        this.#arm({ kind: 'pretend' }, key)
        this.#lie(key, 'pretendsDone')
      } else if (isMoney && this.#world.hits('lateOpposite', where)) {
        await this.#answer(this.#under(request.clone(), `${key}~in-truth`))
        this.#arm({ kind: 'fail', code: 'REFUSED_BY_BANK', reason: 'account closed' }, key)
        this.#lie(key, 'lateOpposite')
      }
    } else if (this.#world.hits('resultUnknown', where)) this.#arm({ kind: 'pending' }, key)
    return this.#answer(request)
  }

  #arm(fault: Parameters<MockAcquirer['faults']>[0][number], key: string): void {
    this.mock.faults([{ ...fault, key } as typeof fault])
  }

  #refuse(key: string): void {
    this.#arm({ kind: 'fail', code: 'REFUSED_BY_SYSTEM', reason: 'not possible' }, key)
  }

  #lie(key: string, lie: Lie): void {
    this.lies.set(key, lie)
    const first = this.#firsts.get(key)
    if (!first || !moving.has(first.operation)) return
    this.truthsToCome += 1
    const wait = 1_000 * this.#world.chance.below('truth comes out', 7_200)
    this.#world.scheduler.after(wait, 'the truth', () => {
      this.truthsToCome -= 1
      this.onTruth(key, lie, first)
    })
  }

  /** After a day a key may be forgotten: the same request is then carried out as if it were the first. */
  #hasForgotten(key: string, where: string): boolean {
    const { at } = this.#firsts.get(key) as First
    if (this.#world.now - at >= day && this.#world.hits('keyForgotten', where)) this.#forgotten.add(key)
    return this.#forgotten.has(key)
  }

  #carryOutAgain(request: Request, key: string): Promise<Bytes> {
    const more = this.again.get(key) ?? []
    const next = `${key}~again${more.length}`
    this.again.set(key, [...more, next])
    return this.#answer(this.#under(request, next))
  }

  #under(request: Request, key: string): Request {
    const headers = new Headers(request.headers)
    headers.set('idempotency-key', key)
    return new Request(request, { headers })
  }

  async #answer(request: Request): Promise<Bytes> {
    const response = await this.mock.handle(request)
    if (!response) throw new TypeError('fetch failed')
    return bytesOf(response)
  }
}
