import { type Actor, duties, type Role, supplemented } from 'terminal-lifecycle/domain'
import { InvalidInputError } from 'terminal-lifecycle/errors'
import type { Requirement } from 'terminal-lifecycle/machine'
import type { Runtime } from 'terminal-lifecycle/runtime'
import { type LifecycleEvent, requestDigest } from 'terminal-lifecycle/schemas'
import type { BusinessClock } from '../../../examples/quickstart/business-clock.ts'
import { asHost } from '../../../examples/quickstart/people.ts'

export interface Terminal {
  readonly lifecycleId: string
  readonly acquirerId: string
  readonly merchantId: string
  readonly terminalId: string
  readonly merchantName: string
  readonly currency: string
}

type Blockers = readonly Pick<Requirement, 'code' | 'owner' | 'clearedBy' | 'ref' | 'data'>[]
/** What came of it; what is told too early is kept, and counts for nothing. */
export type Outcome = { readonly taken: boolean; readonly blockers: Blockers }

/** More than any of these lives takes: one that takes more turns in a circle. */
const mostTold = 400
const second = 1_000

/** Everybody there is at one terminal, and its clock. */
export class Teller {
  readonly #runtime: Runtime
  readonly #clock: BusinessClock
  readonly terminal: Terminal
  /** Events sent so far. */
  told = 0

  constructor(runtime: Runtime, clock: BusinessClock, terminal: Terminal) {
    this.#runtime = runtime
    this.#clock = clock
    this.terminal = terminal
  }

  people(role: Role): readonly Actor[] {
    const { acquirerId, merchantId } = this.terminal
    const one = (personId: string): Actor => ({
      ...{ role, personId, acquirerId },
      organisationId: role === 'merchant' ? merchantId : acquirerId,
      duties: role === 'provider' ? duties.filter((duty) => duty !== 'auditor') : [],
    })
    return role === 'provider' ? ['p1', 'p2', 'p3', 'p4'].map(one) : [one(`${role}-1`)]
  }

  get #reviewer(): { actor: Actor } {
    const [actor] = this.people('provider')
    return { actor: actor as Actor }
  }

  now(): string {
    this.#clock.advanceTo(new Date(Date.parse(this.#clock.now()) + second).toISOString())
    return this.#clock.now()
  }

  async record() {
    return this.#runtime.get(this.terminal.lifecycleId, asHost)
  }

  /** An application is filed under the digest of what it says, with the papers that it has then. */
  async #signed(event: LifecycleEvent): Promise<LifecycleEvent> {
    if ('request' in event)
      return { ...event, digest: await requestDigest(event.request, event.documents) } as LifecycleEvent
    const application = (await this.record())?.context.application
    if (event.type !== 'application.supplemented' || !application?.request) return event
    const documents = supplemented(application.documents, event.documents)
    return { ...event, digest: await requestDigest(application.request, documents) }
  }

  async send(actor: Actor, event: LifecycleEvent): Promise<Outcome> {
    this.told += 1
    if (this.told > mostTold) throw new Error('It turns in a circle.')
    const { lifecycleId } = this.terminal
    const command = { lifecycleId, commandId: `told-${this.told}`, actor, event: await this.#signed(event) }
    this.now()
    try {
      const answer = await this.#runtime.dispatch(command)
      if (!answer.accepted) return { taken: false, blockers: answer.blockers }
      return { taken: !answer.noop && answer.issues.length === 0, blockers: [] }
    } catch (error) {
      // a form that does not fit: there is another way
      if (error instanceof InvalidInputError) return { taken: false, blockers: [] }
      throw error
    } finally {
      await this.#runtime.drain()
    }
  }

  /** What the work list has of this life, in its order, with what the requirements say of it. */
  async asked() {
    const { lifecycleId, merchantId, terminalId } = this.terminal
    const { items: rows } = await this.#runtime.work({ merchantId, terminalId }, this.#reviewer)
    const asked = await this.#runtime.requirements(lifecycleId, this.#reviewer)
    const { pastDue, currentlyDue, pendingVerification, deadlines } = asked
    const told = [...pastDue, ...currentlyDue, ...pendingVerification]
    const items = rows
      .filter((row) => row.lifecycleId === lifecycleId && row.list !== 'later')
      .map(({ code, ref }) => told.find((item) => item.code === code && (item.ref ?? null) === ref))
    if (items.length !== told.length) throw new Error('The list and the requirements differ.')
    return { items: items.filter((item) => item !== undefined), deadlines }
  }

  /** Until then, or until the next clock runs out. */
  async pass(until?: string): Promise<boolean> {
    const { deadlines } = await this.asked()
    const running = deadlines.filter(({ status }) => status === 'running').map(({ due }) => Date.parse(due))
    const then =
      until && Date.parse(until) > Date.parse(this.#clock.now()) ? Date.parse(until) : Math.min(...running)
    if (!Number.isFinite(then)) return false
    this.#clock.advanceTo(new Date(then).toISOString())
    await this.#runtime.drain()
    return true
  }
}
