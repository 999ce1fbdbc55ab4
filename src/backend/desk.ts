import type { Actor } from '../domain/index.ts'
import { RefusedError } from '../errors/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import type { LifecycleEvent } from '../schemas/index.ts'
import { applicationIdOf } from './application-view.ts'
import type { CaseRuntime } from './case-runtime.ts'

const notFound = (): never => {
  throw new RefusedError({ refusal: 'NOT_FOUND' })
}

/** The acquirer's own side: it reads everything and shows what each caller may see. */
const systemOf = ({ context: { identity } }: LifecycleRecord): Actor => ({
  ...{ role: 'system', personId: 'application-side', duties: [] },
  ...{ organisationId: identity.acquirerId, acquirerId: identity.acquirerId },
})

/** Records behind a counter: nobody gets one that is not theirs. */
export class Desk {
  readonly runtime: CaseRuntime
  /** Which life an application belongs to; found again from the records when this process has not seen it come in. */
  readonly #lives = new Map<string, string>()

  constructor(runtime: CaseRuntime) {
    this.runtime = runtime
  }

  /** Whole, for the side that decides what it shows. @throws RefusedError NOT_FOUND, also for what the actor may not see. */
  async record(lifecycleId: string, actor: Actor): Promise<LifecycleRecord> {
    const shown = (await this.runtime.get(lifecycleId, { actor })) ?? notFound()
    return (await this.runtime.get(lifecycleId, { actor: systemOf(shown) })) ?? notFound()
  }

  remember(applicationId: string, lifecycleId: string): void {
    this.#lives.set(applicationId, lifecycleId)
  }

  /** @throws RefusedError NOT_FOUND. */
  async lifeOf(applicationId: string, actor: Actor): Promise<LifecycleRecord> {
    const lifecycleId =
      this.#lives.get(applicationId) ?? (await this.#search(applicationId, actor)) ?? notFound()
    return this.record(lifecycleId, actor)
  }

  async #search(applicationId: string, actor: Actor): Promise<string | undefined> {
    let after: string | undefined
    for (;;) {
      const records = await this.runtime.find({ after, limit: 100 }, { actor })
      for (const { lifecycleId, context } of records) {
        if (context.application?.applicationId === applicationId) return lifecycleId
        if (await this.#heard(lifecycleId, applicationId, actor)) return lifecycleId
      }
      after = records.at(-1)?.lifecycleId
      if (records.length < 100) return undefined
    }
  }

  async #heard(lifecycleId: string, applicationId: string, actor: Actor): Promise<boolean> {
    for await (const { cause } of this.runtime.journal(lifecycleId, { actor })) {
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
