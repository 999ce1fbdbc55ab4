import type { TransportAnswer, TransportRequest } from '../../../src/client/index.ts'
import type { FaultName } from '../engine/faults.ts'
import type { World } from './world.ts'

/** A whole answer, as its bytes. */
export interface Bytes {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

/** Somebody who takes a request and answers it; rejects like a network where nobody does. */
type Arrives = (request: Request) => Promise<Bytes>

/** The faults of one way, by what they do. */
interface WayFaults {
  readonly requestLost: FaultName
  readonly replyLost: FaultName
  readonly repeated: FaultName
  readonly delayed: FaultName
  readonly slow: FaultName
  readonly malformed: FaultName
  readonly gateway: FaultName
  readonly throttled?: FaultName
  readonly aboutAnother?: FaultName
  readonly cut?: FaultName
}

const second = 1_000
const lost = (): never => {
  // What fetch says of a broken connection.
  throw new TypeError('fetch failed')
}

const text = new TextEncoder()
const answerOf = (status: number, body: string, headers: Readonly<Record<string, string>>): Bytes => ({
  status,
  headers: new Headers(headers),
  body: text.encode(body) as Uint8Array<ArrayBuffer>,
})

export const bytesOf = async (response: Response): Promise<Bytes> => ({
  status: response.status,
  headers: response.headers,
  body: new Uint8Array(await response.arrayBuffer()),
})

const requestOf = ({ url, method, headers, body }: TransportRequest): Request =>
  new Request(url, { method, headers, ...(body && { body }) })

/** Part of the body, and then the connection breaks. */
const cutOff = ({ url, method, headers, body }: TransportRequest, share: number): Request => {
  const part = body?.slice(0, Math.floor(body.length * share))
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (part && part.length > 0) controller.enqueue(part)
    },
    pull: (controller) => controller.error(new TypeError('terminated')),
  })
  const init = { method, headers, body: stream, duplex: 'half' }
  return new Request(url, init as RequestInit)
}

/** What came is no answer, though it was meant as one. */
const spoil = (world: World, where: string, { status, headers, body }: Bytes): Bytes => {
  const how = world.chance.below(`${where} spoilt`, 4)
  if (how === 0)
    return answerOf(200, '<html><body>Please wait</body></html>', { 'content-type': 'text/html' })
  if (how === 1) return answerOf(200, '', { 'content-type': 'application/json' })
  if (how === 2) return { status, headers, body: body.slice(0, Math.floor(body.length / 2)) }
  return answerOf(status, '[1]', { 'content-type': 'application/json' })
}

/** A good answer, about somebody else's terminal. */
const aboutAnother = ({ status, headers, body }: Bytes): Bytes => {
  const said = JSON.parse(new TextDecoder().decode(body)) as object
  const whole = JSON.stringify({ ...said, terminalRef: 'somebody:else:entirely' })
  return { status, headers, body: text.encode(whole) as Uint8Array<ArrayBuffer> }
}

/** Copies of writes that may still arrive, by their idempotency key: who was told "not carried out" was told so for now. */
export class OnTheWay {
  readonly #copies = new Map<string, number>()

  async during<Result>(key: string | undefined, work: () => Promise<Result>): Promise<Result> {
    if (key === undefined) return work()
    this.#copies.set(key, (this.#copies.get(key) ?? 0) + 1)
    try {
      return await work()
    } finally {
      this.#copies.set(key, (this.#copies.get(key) ?? 1) - 1)
    }
  }

  has(key: string): boolean {
    return (this.#copies.get(key) ?? 0) > 0
  }
}

/** A way between a client and whoever takes its requests, with everything that happens on ways. */
export const way =
  (world: World, where: string, faults: WayFaults, onTheWay: OnTheWay, arrives: Arrives) =>
  async (request: TransportRequest): Promise<TransportAnswer> => {
    const { scheduler, chance } = world
    const key = request.headers['idempotency-key']
    const hits = (name: FaultName | undefined) => name !== undefined && world.hits(name, where)
    const arrive = (wait = 0) =>
      onTheWay.during(key, async () => {
        await scheduler.pause(wait + chance.below(`${where} there`, 20), `${where} there`)
        return arrives(requestOf(request))
      })
    const aside = (wait: number) => void arrive(wait).catch(() => undefined)

    const travel = async (): Promise<Bytes> => {
      if (hits(faults.requestLost)) {
        // At once, or never: then the caller's own patience ends.
        await scheduler.pause(chance.happens(`${where} hangs`, 0.5) ? 600 * second : 1, `${where} lost`)
        return lost()
      }
      if (hits(faults.delayed)) {
        // Within the hour that is left before a key is forgotten: what comes later is carried out twice, whoever asked.
        aside(chance.one(`${where} late`, [2, 30, 900, 1_200]) * second)
        return lost()
      }
      if (hits(faults.gateway)) {
        if (chance.happens(`${where} behind`, 0.5)) aside(second)
        return answerOf(chance.one(`${where} status`, [500, 502, 503, 504]), '', {})
      }
      if (hits(faults.throttled)) return answerOf(429, '', { 'retry-after': String(chance.below(where, 40)) })
      const isUpload = faults.cut !== undefined && request.method === 'PUT' && hits(faults.cut)
      if (isUpload) {
        await scheduler.hop(`${where} cut`, 20)
        await arrives(cutOff(request, chance.draw(`${where} cut at`))).catch(() => undefined)
        return lost()
      }
      if (hits(faults.repeated)) aside(chance.below(`${where} again`, 3 * second))
      const answer = await arrive()
      if (hits(faults.slow))
        await scheduler.pause(8 * second + chance.below(where, 40 * second), `${where} slow`)
      if (hits(faults.replyLost)) return lost()
      await scheduler.hop(`${where} back`, 20)
      if (answer.status < 300 && answer.body.length > 0 && hits(faults.aboutAnother))
        return aboutAnother(answer)
      return hits(faults.malformed) ? spoil(world, where, answer) : answer
    }

    const aborted = new Promise<never>((_, reject) => {
      const { signal } = request
      if (signal.aborted) reject(signal.reason)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    aborted.catch(() => undefined)
    const travelling = travel()
    travelling.catch(() => undefined)
    const { status, headers, body } = await Promise.race([travelling, aborted])
    return { status, headers, bytes: async () => body, discard: () => undefined }
  }
