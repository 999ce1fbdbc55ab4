import type { Chance } from './chance.ts'

/** What goes wrong, and how often where it may: the share of the awaits at which it can strike. */
const faultRates = {
  // a worker and its host
  crashBeforeCommit: 0.012,
  crashAfterCommit: 0.012,
  crashElsewhere: 0.001,
  frozenBeyondLease: 0.002,
  clockAhead: 0.15,
  clockBehind: 0.15,
  clockJumpAhead: 0.0007,
  clockJumpBack: 0.0007,
  // the store
  storeBusy: 0.01,
  storeFull: 0.006,
  storeUnavailable: 0.01,
  tornAcknowledge: 0.012,
  hintLost: 0.05,
  // the way to the portal side
  portalRequestLost: 0.02,
  portalReplyLost: 0.03,
  portalRepeated: 0.02,
  portalDelayed: 0.02,
  portalSlow: 0.01,
  portalMalformed: 0.01,
  portalGateway: 0.01,
  uploadCut: 0.25,
  // the way to the acquirer's systems, and the systems
  systemsRequestLost: 0.04,
  systemsReplyLost: 0.05,
  systemsRepeated: 0.03,
  systemsDelayed: 0.03,
  systemsSlow: 0.02,
  systemsMalformed: 0.04,
  systemsAboutAnother: 0.03,
  systemsGateway: 0.04,
  systemsThrottled: 0.04,
  resultUnknown: 0.3,
  refusedForGood: 0.06,
  pretendsDone: 0.06,
  lateOpposite: 0.8,
  keyForgotten: 0.9,
  // webhooks, both ways
  deliveryLost: 0.03,
  deliveryReplyLost: 0.04,
  deliveryTwice: 0.04,
  deliveryLate: 0.03,
  receiverFails: 0.05,
  receiverBusy: 0.04,
  messageLost: 0.1,
  messageTwice: 0.3,
  messageLate: 0.2,
  messageReplyLost: 0.12,
  // people
  pressedTwice: 0.05,
  wrongAct: 0.4,
} as const
export type FaultName = keyof typeof faultRates
export const faultNames = Object.keys(faultRates) as FaultName[]

/** One fault that struck: what, where, and the how manieth decision it was there. */
type Strike = string

export interface FaultPlan {
  /** Only these strike, whatever chance says; all when left out. */
  readonly only?: ReadonlySet<Strike> | undefined
  /** None of these kinds ever. */
  readonly without?: ReadonlySet<FaultName> | undefined
}

/** Decides what goes wrong. Each seed has faults of its own, some of them often: rare ones alone would hide behind the others. */
export class Faults {
  /** What struck, in order. */
  readonly strikes: Strike[] = []
  readonly counts = new Map<FaultName, number>()
  /** From then on nothing goes wrong any more. */
  isCalm = false
  readonly #chance: Chance
  readonly #plan: FaultPlan
  readonly #shares: Readonly<Record<FaultName, number>>
  readonly #asked = new Map<string, number>()

  constructor(chance: Chance, plan: FaultPlan) {
    this.#chance = chance
    this.#plan = plan
    this.#shares = Object.fromEntries(
      faultNames.map((name) => {
        const how = chance.draw(`weather ${name}`)
        const times = how < 0.35 ? 0 : how < 0.85 ? 1 : 4
        return [name, Math.min(0.9, faultRates[name] * times)]
      }),
    ) as Record<FaultName, number>
  }

  /** Does this one strike at this place, this time? */
  hit(name: FaultName, where: string): boolean {
    const { only, without } = this.#plan
    const share = this.#shares[name]
    if (this.isCalm || (share === 0 && !only)) return false
    const place = `${where}/${name}`
    const nth = (this.#asked.get(place) ?? 0) + 1
    this.#asked.set(place, nth)
    const strike = only && `${place}#${nth}`
    const isWanted = strike ? only.has(strike) : this.#chance.happens(place, share)
    if (!isWanted || without?.has(name)) return false
    this.strikes.push(`${place}#${nth}`)
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    return true
  }
}
