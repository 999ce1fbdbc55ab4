import type { Actor, Instant } from '../domain/index.ts'
import {
  type Action,
  type Capabilities,
  capabilities,
  type Lifecycle,
  type LifecycleRecord,
  type Requirements,
  requirements,
  viewRecord,
} from '../machine/index.ts'
import type { Entrance } from './entrance.ts'
import { seesAll } from './sees-all.ts'

/** A life in one look, as its reader may see it: all of it is of one version, whatever is told to the life meanwhile. */
export interface Overview {
  record: LifecycleRecord
  /** `hash` of the newest entry of its journal; `null` where the reader does not see everything. */
  head: string | null
  capabilities: Capabilities
  requirements: Requirements
  actions: readonly Action[]
}

export interface OverviewParts {
  entrance: Pick<Entrance, 'find'>
  lifecycle: Pick<Lifecycle, 'availableActions'>
}

export const createOverview =
  ({ entrance, lifecycle }: OverviewParts) =>
  async (lifecycleId: string, actor: Actor, at: Instant): Promise<Overview | undefined> => {
    const stored = await entrance.find(lifecycleId, actor)
    if (!stored) return undefined
    const { record, head } = stored
    return {
      record: viewRecord(record, actor.role),
      head: seesAll(actor) ? head : null,
      capabilities: capabilities(record, actor.role),
      requirements: requirements(record, { at, actor }),
      actions: lifecycle.availableActions(record, { at, actor }),
    }
  }
