import type { CaseView } from '../contract/index.ts'
import { type Actor, blocker } from '../domain/index.ts'
import { isTerminalLifecycleError, RefusedError } from '../errors/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import type { LifecycleEvent } from '../schemas/index.ts'
import type { RequestContext } from '../server/index.ts'
import type { CaseRuntime } from './case-runtime.ts'
import { notFound } from './not-found.ts'
import { asPortalRefusal } from './refusals.ts'
import { caseOf } from './views/case.ts'

/** The acquirer's own side: it reads everything and shows what each caller may see. */
export const systemOf = ({ acquirerId }: Pick<Actor, 'acquirerId'>): Actor => ({
  ...{ role: 'system', personId: 'portal', duties: [] },
  ...{ organisationId: acquirerId, acquirerId },
})

/** What one write tells a life. */
export interface Telling {
  readonly lifecycleId: string
  readonly event: LifecycleEvent
  /** What the caller asked for, word for word: by it a repeat of the write is known, whatever the event would be today. */
  readonly asked: object
}

/** Records behind a counter: nobody gets one that is not theirs. */
export class Desk {
  readonly runtime: CaseRuntime

  constructor(runtime: CaseRuntime) {
    this.runtime = runtime
  }

  /** What a write is answered: the case as the write has left it, whatever came since, so that a repeat is told the same. @throws RefusedError NOT_FOUND, also for what the actor may not see. */
  async view(lifecycleId: string, actor: Actor, version: number): Promise<CaseView> {
    return caseOf((await this.runtime.overview(lifecycleId, { actor, version })) ?? notFound())
  }

  /** Whole, for the side that decides what it shows. @throws RefusedError NOT_FOUND, also for what the actor may not see. */
  async record(lifecycleId: string, actor: Actor): Promise<LifecycleRecord> {
    const shown = (await this.runtime.get(lifecycleId, { actor })) ?? notFound()
    const { acquirerId } = shown.context.identity
    return (await this.runtime.get(lifecycleId, { actor: systemOf({ acquirerId }) })) ?? notFound()
  }

  /**
   * As the actor may see the life in which the application is or was: one look into an index.
   *
   * @throws RefusedError NOT_FOUND; REFERENCE_IN_USE where two lives of the actor's have an application of this name.
   */
  async lifeOf(applicationId: string, actor: Actor): Promise<LifecycleRecord> {
    const [life, other] = await this.runtime.find({ applicationId, limit: 2 }, { actor })
    // nobody decides by chance about one of two
    if (other)
      throw new RefusedError({
        refusal: 'BLOCKED',
        blockers: [blocker('REFERENCE_IN_USE', applicationId)],
      })
    return life ?? notFound()
  }

  /** @throws RefusedError with the blockers of the record, or IDEMPOTENCY_KEY_REUSED. */
  async tell({ lifecycleId, event, asked }: Telling, context: RequestContext): Promise<CaseView> {
    const { actor, idempotencyKey: commandId, expectedVersion } = context
    const command = { lifecycleId, commandId, actor, event, asked }
    const answer = await this.runtime
      .dispatch({ ...command, ...(expectedVersion !== undefined && { expectedVersion }) })
      .catch((error: unknown) => {
        throw isTerminalLifecycleError(error) ? asPortalRefusal(error) : error
      })
    if (answer.accepted) return this.view(lifecycleId, actor, answer.record.version)
    const { code, blockers } = answer
    const forbidden = blockers.some((blocker) => blocker.code === 'ROLE_NOT_ALLOWED')
    throw new RefusedError({ refusal: forbidden ? 'ROLE_NOT_ALLOWED' : code, blockers })
  }
}
