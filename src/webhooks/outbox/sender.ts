import type { Environment } from '../../runtime/index.ts'
import type { ClaimedDelivery, Deliveries, DisabledReason, Settlement } from '../deliveries.ts'
import type { Attempted } from './attempt.ts'
import type { Disabled, GivenUp } from './options.ts'
import { pauseAfter } from './schedule.ts'
import type { Wake } from './wake.ts'

export interface SenderParts {
  endpointId: string
  deliveries: Deliveries
  environment: Environment
  attempt: (delivery: ClaimedDelivery, stop: AbortSignal) => Promise<Attempted>
  worker: string
  concurrency: number
  leaseMs: number
  schedule: readonly number[]
  disableAfterMs: number
  onFailure: (error: unknown) => void
  onGivenUp: (givenUp: GivenUp) => void
  onDisabled: (disabled: Disabled) => void
  /** Told when something has ended. */
  ended: Wake
}

/** What one `run` or `drain` has under way to one endpoint. */
export class Sender {
  readonly tally = { delivered: 0, failed: 0 }
  readonly #inFlight = new Set<Promise<void>>()
  readonly #parts: SenderParts
  readonly #stop: AbortSignal

  constructor(parts: SenderParts, stop: AbortSignal) {
    this.#parts = parts
    this.#stop = stop
  }

  get isIdle(): boolean {
    return this.#inFlight.size === 0
  }

  get room(): number {
    return this.#parts.concurrency - this.#inFlight.size
  }

  /** Never settles where nothing is under way. */
  oneFinished(): Promise<void> {
    return Promise.race(this.#inFlight)
  }

  async allFinished(): Promise<void> {
    await Promise.all(this.#inFlight)
  }

  /** Sends as much as there is room for; how much that was. */
  async begin(): Promise<number> {
    const { endpointId, deliveries, environment, worker, leaseMs } = this.#parts
    if (this.room === 0) return 0
    const now = environment.now()
    const claim = { endpointId, worker, now, leaseUntil: now + leaseMs, limit: this.room }
    const claimed = await deliveries.claim(claim)
    for (const delivery of claimed) this.#start(delivery)
    return claimed.length
  }

  #start(delivery: ClaimedDelivery): void {
    const { ended, onFailure } = this.#parts
    // What cannot be written down is told, and sent again under the same id when its lease has run out.
    const running = this.#handle(delivery)
      .catch(onFailure)
      .finally(() => {
        this.#inFlight.delete(running)
        ended.wake()
      })
    this.#inFlight.add(running)
  }

  async #handle(delivery: ClaimedDelivery): Promise<void> {
    const { deliveries, attempt } = this.#parts
    const attempted: Attempted = this.#stop.aborted
      ? { kind: 'stopped' }
      : await attempt(delivery, this.#stop)
    const settlement = this.#settlementOf(delivery, attempted)
    if (!(await deliveries.settle(delivery, settlement))) return
    if (settlement.outcome === 'delivered') this.tally.delivered += 1
    if (attempted.kind === 'failed') await this.#failed(delivery, attempted, settlement)
  }

  #settlementOf({ failures }: ClaimedDelivery, attempted: Attempted): Settlement {
    if (attempted.kind === 'delivered') return { outcome: 'delivered' }
    if (attempted.kind === 'stopped') return { outcome: 'released' }
    const { schedule, environment } = this.#parts
    const { code, asked, isBusy } = attempted
    const [now, random] = [environment.now(), environment.random()]
    const pause = pauseAfter(schedule, failures + 1, { asked, random })
    const outcome = pause === null ? 'givenUp' : 'failed'
    const holdUntil = isBusy ? now + asked : undefined
    return { outcome, now, retryAt: now + (pause ?? 0), code, holdUntil }
  }

  async #failed(
    { id, endpointId, lifecycleId, version, failures }: ClaimedDelivery,
    { code, isGone }: Extract<Attempted, { kind: 'failed' }>,
    { outcome }: Settlement,
  ): Promise<void> {
    this.tally.failed += 1
    const told = { id, endpointId, lifecycleId, version, failures: failures + 1, lastFailure: code }
    if (outcome === 'givenUp') this.#parts.onGivenUp(told)
    if (isGone) await this.#disable('gone')
    else if (await this.#isFailingTooLong()) await this.#disable('failing')
  }

  async #isFailingTooLong(): Promise<boolean> {
    const { deliveries, endpointId, environment, disableAfterMs } = this.#parts
    const { failingSince } = await deliveries.standing(endpointId)
    return failingSince !== null && environment.now() - failingSince >= disableAfterMs
  }

  async #disable(reason: DisabledReason): Promise<void> {
    const { deliveries, endpointId, onDisabled } = this.#parts
    if (await deliveries.disable(endpointId, reason)) onDisabled({ endpointId, reason })
  }
}
