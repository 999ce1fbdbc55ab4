import type { BlockerCode, Duty, LifeState, Owner } from '../domain/index.ts'
import type { LifecycleRecord } from '../machine/index.ts'
import { type Owners, ownersOf } from './access.ts'
import { nextTurn } from './environment.ts'
import { millisecondsOf } from './projection.ts'
import type { Change } from './store.ts'
import { statesOf, type WorkRow, type WorkViewer, workOf } from './work-of.ts'

/** What is stored of a life beside its record, so that its work is found without reading it. */
export interface LifeWork {
  owners: Owners
  terminalId: string
  states: readonly LifeState[]
  rows: readonly WorkRow[]
}

/** A row as it is found again, with whose life it is and where that stands. */
export interface StoredWork extends WorkRow, Omit<LifeWork, 'rows'> {
  lifecycleId: string
}

/** All that is given must match. */
export interface WorkQuery {
  viewer: WorkViewer
  /** Milliseconds since 1970: rows that are so then. */
  at: number
  owner?: Owner | undefined
  /** Of one of these. */
  duties?: readonly Duty[] | undefined
  /** One of these. */
  codes?: readonly BlockerCode[] | undefined
  /** In one of these. */
  states?: readonly LifeState[] | undefined
  /** Milliseconds since 1970. */
  dueBefore?: number | undefined
  merchantId?: string | undefined
  terminalId?: string | undefined
  /** Only what comes behind. */
  after?: WorkPlace | undefined
  limit: number
}

/** Where a row stands in the order of all work; what is due at no instant comes last. */
export type WorkPlace = readonly [
  dueAt: number,
  lifecycleId: string,
  code: string,
  ref: string,
  list: string,
  n: number,
]

/** Larger than every instant. */
export const never = Number.MAX_SAFE_INTEGER

export const placeOf = ({ due, lifecycleId, code, ref, list, n }: StoredWork): WorkPlace => [
  due === null ? never : millisecondsOf(due),
  lifecycleId,
  code,
  ref ?? '',
  list,
  n,
]

/** As SQLite compares them: ids and codes are ASCII. */
export function comparePlaces(one: WorkPlace, other: WorkPlace): number {
  for (const [index, part] of one.entries()) {
    const against = other[index] as typeof part
    if (part !== against) return part < against ? -1 : 1
  }
  return 0
}

/** Is it what is asked for? The rule that every store follows, whatever indexes it has. */
export function isAskedFor(work: StoredWork, query: WorkQuery): boolean {
  const { viewer, at, owner, duties, codes, states, dueBefore = Number.POSITIVE_INFINITY } = query
  const { merchantId = work.owners.merchantId, terminalId = work.terminalId, after } = query
  const place = placeOf(work)
  return (
    work.viewer === viewer &&
    (work.from === null || work.from <= at) &&
    (work.until === null || at < work.until) &&
    (owner === undefined || work.owner === owner) &&
    (duties === undefined || work.duties.some((duty) => duties.includes(duty))) &&
    (codes === undefined || codes.includes(work.code)) &&
    (states === undefined || work.states.some((state) => states.includes(state))) &&
    (dueBefore === Number.POSITIVE_INFINITY || place[0] < dueBefore) &&
    merchantId === work.owners.merchantId &&
    terminalId === work.terminalId &&
    (after === undefined || comparePlaces(place, after) > 0)
  )
}

export function lifeWorkOf(record: LifecycleRecord): LifeWork {
  return {
    owners: ownersOf(record),
    terminalId: record.context.identity.terminalId,
    states: statesOf(record),
    rows: workOf(record),
  }
}

/** A record that cannot be read asks for nothing; `audit` names it. */
function lifeWorkOrNothing(record: LifecycleRecord): LifeWork {
  try {
    return lifeWorkOf(record)
  } catch {
    return {
      owners: ownersOf(record),
      terminalId: record.context.identity.terminalId,
      states: statesOf(record),
      rows: [],
    }
  }
}

/** Changes worked out at a time, so that a large batch holds nobody up. */
const atATime = 16

/** The work of each change that brings a record, worked out before anybody waits for a lock. */
export async function workOfChanges(changes: readonly Change[]): Promise<readonly (LifeWork | undefined)[]> {
  const found: (LifeWork | undefined)[] = []
  for (const [index, { answer, entry }] of changes.entries()) {
    if (index > 0 && index % atATime === 0) await nextTurn()
    found.push(answer.accepted && entry !== null ? lifeWorkOrNothing(answer.record) : undefined)
  }
  return found
}
