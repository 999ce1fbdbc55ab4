import type { Actor } from '../../domain/index.ts'
import { RefusedError } from '../../errors/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'
import type { LifecycleEvent } from '../../schemas/index.ts'
import { applicationIdOf } from './application-view.ts'
import type { CaseRuntime } from './case-runtime.ts'

/** Whose terminals an actor may see at all; others are not found. */
export type MayAccess = (actor: Actor, record: LifecycleRecord) => boolean

/** A merchant sees its own terminals, a provider those of its institution; agents are judged by their mandate at each act. */
export const ownTerminals: MayAccess = ({ role, organisationId }, { context: { identity } }) =>
  role === 'merchant'
    ? organisationId === identity.merchantId
    : role !== 'provider' || organisationId === identity.acquirerId

const notFound = (): never => {
  throw new RefusedError({ refusal: 'NOT_FOUND' })
}

/** Records behind a counter: nobody gets one that is not theirs. */
export class Desk {
  readonly runtime: CaseRuntime
  readonly mayAccess: MayAccess
  /** Which life an application belongs to; found again from the records when this process has not seen it come in. */
  readonly #lives = new Map<string, string>()

  constructor(runtime: CaseRuntime, mayAccess: MayAccess) {
    this.runtime = runtime
    this.mayAccess = mayAccess
  }

  /** @throws RefusedError NOT_FOUND, also for what the actor may not see. */
  async record(lifecycleId: string, actor: Actor): Promise<LifecycleRecord> {
    const record = await this.runtime.get(lifecycleId)
    return record && this.mayAccess(actor, record) ? record : notFound()
  }

  remember(applicationId: string, lifecycleId: string): void {
    this.#lives.set(applicationId, lifecycleId)
  }

  /** @throws RefusedError NOT_FOUND. */
  async lifeOf(applicationId: string, actor: Actor): Promise<LifecycleRecord> {
    const lifecycleId = this.#lives.get(applicationId) ?? (await this.#search(applicationId)) ?? notFound()
    return this.record(lifecycleId, actor)
  }

  async #search(applicationId: string): Promise<string | undefined> {
    let after: string | undefined
    for (;;) {
      const records = await this.runtime.find({ after, limit: 100 })
      for (const { lifecycleId, context } of records) {
        if (context.application?.applicationId === applicationId) return lifecycleId
        if (await this.#heard(lifecycleId, applicationId)) return lifecycleId
      }
      after = records.at(-1)?.lifecycleId
      if (records.length < 100) return undefined
    }
  }

  async #heard(lifecycleId: string, applicationId: string): Promise<boolean> {
    for await (const { cause } of this.runtime.journal(lifecycleId)) {
      if ('type' in cause && applicationIdOf(cause) === applicationId) return true
    }
    return false
  }

  /** @throws RefusedError with the blockers of the record. */
  async tell(
    lifecycleId: string,
    event: LifecycleEvent,
    {
      actor,
      commandId,
      expectedVersion,
    }: { actor: Actor; commandId: string; expectedVersion: number | undefined },
  ): Promise<void> {
    const answer = await this.runtime.dispatch({
      lifecycleId,
      commandId,
      actor,
      event,
      ...(expectedVersion !== undefined && { expectedVersion }),
    })
    if (answer.accepted) return
    const { code, blockers } = answer
    const forbidden = blockers.some((blocker) => blocker.code === 'ROLE_NOT_ALLOWED')
    throw new RefusedError({ refusal: forbidden ? 'ROLE_NOT_ALLOWED' : code, blockers })
  }
}
