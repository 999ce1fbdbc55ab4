interface Waiter {
  /** Milliseconds of the mock's clock; `null`: until it is let go. */
  readonly due: number | null
  readonly go: () => void
  /** Told whenever time has passed. */
  readonly pass?: (now: number) => void
}

/**
 * What is under way and waits: answers that are held, and requests and answers that take their time. No timer runs here: the
 * test's clock says what time it is, and whoever has set it says so.
 */
export class Held {
  readonly #waiters = new Set<Waiter>()

  get count(): number {
    return this.#waiters.size
  }

  until(due: number | null): Promise<void> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        due,
        go: () => {
          this.#waiters.delete(waiter)
          resolve()
        },
      }
      this.#waiters.add(waiter)
    })
  }

  /** The bytes one after the other, as time passes. */
  drip(bytes: Uint8Array<ArrayBuffer>, bytesPerSecond: number, since: number): ReadableStream<Uint8Array> {
    let sent = 0
    let waiter: Waiter | undefined
    const end = (): void => {
      if (waiter) this.#waiters.delete(waiter)
    }
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        const pass = (now: number): void => {
          const due = Math.min(bytes.length, Math.floor(((now - since) / 1000) * bytesPerSecond))
          if (due > sent) controller.enqueue(bytes.slice(sent, due))
          sent = Math.max(sent, due)
          if (sent < bytes.length) return
          end()
          controller.close()
        }
        waiter = { due: null, go: () => pass(Number.POSITIVE_INFINITY), pass }
        this.#waiters.add(waiter)
      },
      cancel: end,
    })
  }

  /** Lets go whatever is due by now. */
  tick(now: number): void {
    for (const { due, go, pass } of [...this.#waiters]) {
      if (due !== null && due <= now) go()
      else pass?.(now)
    }
  }

  release(): void {
    for (const { go } of [...this.#waiters]) go()
  }
}
