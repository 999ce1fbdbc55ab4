import { StoreError } from '../../../src/errors/index.ts'
import type { Environment } from '../../../src/runtime/index.ts'
import type { World } from './world.ts'

const minute = 60_000
const day = 86_400_000

/** Of a process that is gone nothing is ever heard again. */
const silence = <Result>(): Promise<Result> => new Promise(() => undefined)

/** One process on a host of its own: what it knows is gone when it dies, and its clock may be wrong. */
export class Process {
  readonly name: string
  readonly world: World
  isDead = false
  /** How often its store failed it. */
  troubles = 0
  /** Resolves when it has died. */
  readonly died: Promise<void>
  readonly #die: () => void
  #offset: number
  #rightAgain = 0
  #rightSince = 0
  #frozenUntil = 0

  constructor(name: string, world: World) {
    this.name = name
    this.world = world
    let die = () => {}
    this.died = new Promise((resolve) => {
      die = resolve
    })
    this.#die = die
    this.#offset = this.#wrongFromTheStart()
  }

  #wrongFromTheStart(): number {
    const { world, name } = this
    const upTo = 1 + world.chance.below(`${name} skew`, 10 * minute)
    if (world.hits('clockAhead', name)) return upTo
    return world.hits('clockBehind', name) ? -upTo : 0
  }

  /** Its clock is right, and it is not frozen: then it keeps to what it was given. */
  get isSound(): boolean {
    return this.#frozenUntil <= this.world.now && this.clock === this.world.now
  }

  /** Since when nothing is the matter with it, as far as is known. */
  get soundSince(): number {
    return this.isSound ? Math.max(this.#frozenUntil, this.#rightSince) : Number.POSITIVE_INFINITY
  }

  /** What its clock shows, in milliseconds since 1970. */
  get clock(): number {
    const { now, faults } = this.world
    if (faults.isCalm) return now
    if (this.#rightAgain !== 0 && now >= this.#rightAgain) {
      this.#offset = 0
      this.#rightSince = this.#rightAgain
      this.#rightAgain = 0
    }
    return now + this.#offset
  }

  instant(): string {
    return new Date(this.clock).toISOString()
  }

  get environment(): Environment {
    const { world, name } = this
    let made = 0
    return {
      now: () => this.clock,
      random: () => world.chance.draw(`${name} random`),
      uuid: () => {
        made += 1
        return `${name}-${made}`
      },
      sleep: async (milliseconds, signal) => {
        await world.scheduler.sleep(milliseconds, signal, `${name} wakes`)
        await this.alive()
      },
    }
  }

  /** Comes back if the process lives, once it is no longer frozen. */
  async alive(): Promise<void> {
    while (!this.isDead && this.#frozenUntil > this.world.now)
      await this.world.scheduler.pause(this.#frozenUntil - this.world.now, `${this.name} thaws`)
    if (this.isDead) await silence()
  }

  /** An await of the process: time passes, and what may go wrong with a process goes wrong. */
  async hop(label: string): Promise<void> {
    if (this.isDead) return silence()
    const { world, name } = this
    await world.scheduler.hop(`${name} ${label}`)
    await this.alive()
    if (world.hits('crashElsewhere', name)) return this.crash()
    if (world.hits('frozenBeyondLease', name)) {
      this.#frozenUntil = world.now + 61_000 + world.chance.below(`${name} frozen`, 5 * minute)
      await this.alive()
    }
    if (world.hits('clockJumpAhead', name)) this.#jump([day, 3_600_000, 11 * minute])
    if (world.hits('clockJumpBack', name)) this.#jump([-11 * minute, -40 * minute, -day])
  }

  #jump(ways: readonly number[]): void {
    const { world, name } = this
    const by = world.chance.one(`${name} jump`, ways)
    this.#offset = by
    this.#rightAgain = world.now + world.chance.below(`${name} jump lasts`, 30 * minute)
  }

  /** Its store fails it. */
  failedBy(failure: 'busy' | 'unavailable' | 'full'): StoreError {
    this.troubles += 1
    return new StoreError(failure)
  }

  /** The end: whoever waits for it waits for ever. */
  crash<Result>(): Promise<Result> {
    if (!this.isDead) this.world.scheduler.note(`${this.name} is dead`)
    this.isDead = true
    this.#die()
    return silence()
  }
}
