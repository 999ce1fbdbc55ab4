import type { ClientEnvironment } from './environment.ts'

/** How many calls may be under way at once; the others wait their turn, first come first served. */
export class Lanes {
  #free: number
  readonly #waiting: ((isFree: boolean) => void)[] = []
  readonly #environment: ClientEnvironment

  constructor(lanes: number, environment: ClientEnvironment) {
    this.#free = lanes
    this.#environment = environment
  }

  /** @returns false when the turn did not come within so many milliseconds, or the signal was aborted before. */
  async enter(longest: number, signal: AbortSignal | undefined): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1
      return true
    }
    return this.#wait(longest, signal)
  }

  /** Ends a turn; the next in the queue takes over. */
  leave(): void {
    const next = this.#waiting.shift()
    if (next) next(true)
    else this.#free += 1
  }

  #wait(longest: number, signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      let isOver = false
      // A timer may call back before it has given what calls it off.
      let callOff = () => {}
      const settle = (isFree: boolean) => {
        isOver = true
        callOff()
        signal?.removeEventListener('abort', giveUp)
        resolve(isFree)
      }
      const giveUp = () => {
        const place = this.#waiting.indexOf(settle)
        if (place >= 0) this.#waiting.splice(place, 1)
        settle(false)
      }
      callOff = this.#environment.timer(longest, giveUp)
      if (isOver) return
      signal?.addEventListener('abort', giveUp, { once: true })
      this.#waiting.push(settle)
    })
  }
}
