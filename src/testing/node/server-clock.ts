import { systemEnvironment } from '../../runtime/index.ts'
import type { LedgerFile } from '../index.ts'

/** Business time of a mock in a process of its own: the host's until it is told, from then on what it was told last. */
export class ServerClock {
  readonly #file: LedgerFile | undefined
  #told: number | undefined

  constructor(file: LedgerFile | undefined, now: string | undefined) {
    this.#file = file
    for (const line of file?.read() ?? []) if (line.kind === 'clock') this.#take(line)
    if (now !== undefined) this.#forward(now)
  }

  #take({ now, back }: { readonly now: string; readonly back?: true | undefined }): void {
    if (back) this.#told = undefined
    this.#forward(now)
  }

  #forward(now: string): void {
    this.#told = Math.max(this.#told ?? Number.NEGATIVE_INFINITY, Date.parse(now))
  }

  /** ISO 8601. */
  now(): string {
    return new Date(this.#told ?? systemEnvironment.now()).toISOString()
  }

  /** Sets the time, never back; it is remembered over a restart. */
  set(now: string): string {
    this.#forward(now)
    this.#file?.append({ kind: 'clock', now: this.now() })
    return this.now()
  }

  /** The time of a snapshot, also back. */
  restore(now: string): void {
    this.#take({ now, back: true })
    this.#file?.append({ kind: 'clock', now: this.now(), back: true })
  }
}
