import { Chance } from '../engine/chance.ts'
import { type FaultPlan, Faults } from '../engine/faults.ts'
import { Scheduler } from '../engine/scheduler.ts'

/** A property that did not hold, and where it was seen. */
export interface Broken {
  readonly property: string
  readonly detail: string
}

export interface Plan extends FaultPlan {
  /** Acts that do not take place, as `desk#n`. */
  readonly drop?: ReadonlySet<string> | undefined
}

const start = Date.parse('2026-03-02T01:00:00.000Z')

/** What everybody in one seed shares: time, chance, what goes wrong, and what was found. */
export class World {
  readonly seed: number
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly plan: Plan
  readonly broken: Broken[] = []
  /** Acts of people that took place, for the shrinker. */
  readonly acts: string[] = []

  constructor(seed: number, plan: Plan = {}, keepLines = false) {
    this.seed = seed
    this.plan = plan
    this.chance = new Chance(seed)
    this.scheduler = new Scheduler(this.chance, start, keepLines)
    this.faults = new Faults(this.chance, plan)
  }

  get now(): number {
    return this.scheduler.now
  }

  /** The instant that a right clock shows. */
  instant(): string {
    return new Date(this.now).toISOString()
  }

  /** Does this fault strike here? It then stands in the journey. */
  hits(name: Parameters<Faults['hit']>[0], where: string): boolean {
    const isHit = this.faults.hit(name, where)
    if (isHit) this.scheduler.note(`FAULT ${name} at ${where}`)
    return isHit
  }

  breaks(property: string, detail: string): void {
    if (this.broken.some((one) => one.property === property && one.detail === detail)) return
    this.scheduler.note(`BROKEN ${property}: ${detail}`)
    this.broken.push({ property, detail })
  }

  /** May this act of somebody take place? */
  mayAct(id: string): boolean {
    if (this.plan.drop?.has(id)) return false
    this.acts.push(id)
    return true
  }
}
