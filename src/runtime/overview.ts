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
import type { AsItWas } from './as-it-was.ts'
import { invalidInput } from './door.ts'
import type { Entrance } from './entrance.ts'
import { seesAll } from './sees-all.ts'
import type { StoredRecord } from './store.ts'

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
  asItWas: AsItWas
  now: () => Instant
}

/** Of which version, and as judged when. */
export interface OverviewOf {
  /** One that the life has been through; the newest when left out. */
  version?: number | undefined
  /** Business time; when it came to that version, or now where none is given. */
  at?: Instant | undefined
}

/** @throws InvalidInputError for one that the life has not been through. */
export const checkVersion = (version: number, { version: newest }: LifecycleRecord, path: string): void => {
  if (!Number.isInteger(version) || version < 0 || version > newest)
    throw invalidInput(path, 'NOT_ALLOWED_VALUE')
}

export const createOverview =
  ({ entrance, lifecycle, asItWas, now }: OverviewParts) =>
  async (lifecycleId: string, actor: Actor, of: OverviewOf): Promise<Overview | undefined> => {
    const before = async (stored: StoredRecord, version: number) => {
      const { record, entry } = await asItWas(stored, version)
      return { record, head: entry.hash }
    }
    const stored = await entrance.find(lifecycleId, actor)
    if (!stored) return undefined
    const { version = stored.record.version } = of
    checkVersion(version, stored.record, '/version')
    const { record, head } = version === stored.record.version ? stored : await before(stored, version)
    const at = of.at ?? (of.version === undefined ? now() : record.at)
    return {
      record: viewRecord(record, actor.role),
      head: seesAll(actor) ? head : null,
      capabilities: capabilities(record, actor.role),
      requirements: requirements(record, { at, actor }),
      actions: lifecycle.availableActions(record, { at, actor }),
    }
  }
