/** Business time of the mock; it never goes back, whatever it is told. */
export class MockClock {
  readonly #source: { now(): string }
  #latest = Number.NEGATIVE_INFINITY

  constructor(source: { now(): string }) {
    this.#source = source
  }

  #time(): number {
    this.#latest = Math.max(this.#latest, Date.parse(this.#source.now()))
    return this.#latest
  }

  /** ISO 8601. */
  now(): string {
    return new Date(this.#time()).toISOString()
  }

  /** The latest instant that was ever told, ISO 8601, `null` before the first. */
  get latest(): string | null {
    return Number.isFinite(this.#latest) ? new Date(this.#latest).toISOString() : null
  }

  restore(latest: string | null): void {
    this.#latest = latest === null ? Number.NEGATIVE_INFINITY : Date.parse(latest)
  }

  /**
   * The instant of a reading: a millisecond after the one before it, and after `notBefore` unless that is still to come.
   */
  reading(notBefore: string | undefined): string {
    const before = this.#latest
    const now = this.#time()
    const wanted = notBefore === undefined ? Number.NEGATIVE_INFINITY : Date.parse(notBefore)
    this.#latest = Math.max(now, before + 1, wanted <= now ? wanted + 1 : now)
    return new Date(this.#latest).toISOString()
  }
}
