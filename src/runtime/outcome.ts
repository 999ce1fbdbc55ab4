import type { Actor } from '../domain/index.ts'
import { type Refused, viewAnswer } from '../machine/index.ts'
import type { Entrance } from './entrance.ts'
import { isName } from './find-query.ts'
import { isSentBy } from './fingerprint.ts'
import type { Store } from './store.ts'

/** What became of a command. */
export type Outcome =
  | { readonly accepted: true /** Of the record, when it was accepted. */; readonly version: number }
  | Pick<Refused, 'accepted' | 'code' | 'blockers'>

export interface OutcomeParts {
  store: Pick<Store, 'answered'>
  entrance: Pick<Entrance, 'find'>
}

/** What was answered to a command, for the one who sent it and for nobody else. */
export const createOutcome =
  ({ store, entrance }: OutcomeParts) =>
  async (lifecycleId: string, commandId: string, actor: Actor): Promise<Outcome | undefined> => {
    const stored = await entrance.find(lifecycleId, actor)
    if (!stored || !isName(commandId)) return undefined
    const kept = await store.answered(lifecycleId, commandId)
    if (!kept || !(await isSentBy(kept, actor))) return undefined
    const { brief } = kept
    if (brief.accepted) return { accepted: true, version: brief.version }
    const { code, blockers } = viewAnswer(brief, stored.record.context, actor.role) as Refused
    return { accepted: false, code, blockers }
  }
