import { hexadecimal } from '../contract/index.ts'
import { InvalidInputError } from '../errors/index.ts'
import type { Outgoing } from './outgoing.ts'

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
  async note({ idempotencyKey, method, url, body = new Uint8Array() }: Outgoing): Promise<void> {
    if (idempotencyKey === undefined) return
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
    const sent = `${method} ${url} ${hexadecimal(digest)}`
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
