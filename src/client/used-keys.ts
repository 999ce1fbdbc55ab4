import { InvalidInputError } from '../errors/index.ts'
import type { Outgoing } from './outgoing.ts'

/** 64 bits of a text of bytes. It finds mistakes, and is no proof: the other side judges for good. */
const fingerprint = (bytes: Uint8Array): string => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const byte of bytes) {
    high = Math.imul(high ^ byte, 2_654_435_761)
    low = Math.imul(low ^ byte, 1_597_334_677) ^ (high >>> 16)
  }
  return `${bytes.length}.${high >>> 0}.${low >>> 0}`
}

type Sent = Pick<Outgoing, 'idempotencyKey' | 'method' | 'url' | 'body'>

/** What was sent under which idempotency key; the oldest keys are forgotten, and left to the other side to judge. */
export class UsedKeys {
  readonly #sent = new Map<string, string>()
  readonly #most: number

  constructor(most: number = 2_000) {
    this.#most = most
  }

  /**
   * Notes a write that is about to leave.
   *
   * @throws InvalidInputError when this client has sent another one under the same key: the other side would refuse it, or worse, answer
   * about the first one.
   */
  note({ idempotencyKey, method, url, body = new Uint8Array() }: Sent): void {
    if (idempotencyKey === undefined) return
    const sent = `${method} ${url} ${fingerprint(body)}`
    const before = this.#sent.get(idempotencyKey)
    if (before !== undefined && before !== sent)
      throw new InvalidInputError({ issues: [{ path: '/idempotencyKey', code: 'IDEMPOTENCY_KEY_REUSED' }] })
    this.#sent.delete(idempotencyKey)
    this.#sent.set(idempotencyKey, sent)
    for (const oldest of this.#sent.keys()) {
      if (this.#sent.size <= this.#most) break
      this.#sent.delete(oldest)
    }
  }
}
