import type { BlockerCode, Duty, Instant, LifeState, Owner, Role } from '../domain/index.ts'
import { lifeStates } from '../domain/index.ts'
import {
  dutiesOn,
  type LifecycleRecord,
  type Outstanding,
  outstanding,
  type StateValue,
} from '../machine/index.ts'
import { millisecondsOf } from './projection.ts'

/** Who is told the same: the provider's people and its systems all, a merchant and a service provider what is theirs to know. */
export const workViewers = ['provider', 'merchant', 'serviceProvider'] as const
/** Whose list of work it is; a system of the provider reads the provider's. */
export type WorkViewer = (typeof workViewers)[number]

export const viewerOf = (role: Role): WorkViewer => (role === 'system' ? 'provider' : role)

/**
 * When something is wanted: `due`, now, in `requirements` either currently or past due; `verifying`, the other side is looking
 * at it; `later`, not yet. What is being verified is past due as well once its instant has come.
 */
export const workLists = ['due', 'verifying', 'later'] as const
export type WorkList = (typeof workLists)[number]

/** One requirement of one life, as one class of readers is told it. */
export interface WorkRow {
  viewer: WorkViewer
  list: WorkList
  code: BlockerCode
  ref: string | null
  /** Counts those of one list that have the same code and reference. */
  n: number
  owner: Owner
  /** Whose work it is at the provider, any one of them; none: of no duty in particular. */
  duties: readonly Duty[]
  due: Instant | null
  /** Milliseconds since 1970 from which on, and before which, it is so; `null`: as long as nothing is told. */
  from: number | null
  until: number | null
}

type Told = Omit<WorkRow, 'viewer' | 'from' | 'until' | 'n'>

/** What is asked at one instant. Whether it is overdue then is for the reader to see: that changes by itself. */
function toldOf(record: LifecycleRecord, asked: ReturnType<typeof outstanding>[Role]): readonly Told[] {
  const inList = (list: WorkList) => (item: Outstanding) => ({
    list,
    code: item.code,
    ref: item.ref ?? null,
    owner: item.owner,
    duties: dutiesOn(record, item),
    due: item.due ?? null,
  })
  return [
    ...[...asked.currentlyDue, ...asked.pastDue].map(inList('due')),
    ...asked.pendingVerification.map(inList('verifying')),
    ...asked.eventuallyDue.map(inList('later')),
  ]
}

/** A day as papers say it ends at midnight in UTC, and begins eight hours earlier where it is said. */
const instantsOf = (fact: unknown): readonly number[] => {
  const instant = typeof fact === 'string' ? millisecondsOf(fact) : Number.NaN
  return Number.isNaN(instant) ? [] : [instant, instant - 8 * 3_600_000]
}

/**
 * Instants at which the answer may change although nobody says anything: papers run out. They end with the next clock, which is
 * told to the record, and then everything is written again.
 */
function turnsOf({ at, context }: LifecycleRecord): readonly number[] {
  const dues = Object.values(context.deadlines)
    .filter(({ status }) => status === 'running')
    .map(({ due }) => millisecondsOf(due))
  const [now, last] = [millisecondsOf(at), Math.min(...dues)]
  const instants = Object.values(context.documents)
    .flatMap(({ facts }) => [facts?.validTo, facts?.servedOn])
    .flatMap(instantsOf)
  return [...new Set(instants)].filter((instant) => now < instant && instant < last).sort((a, b) => a - b)
}

type Row = Omit<WorkRow, 'viewer'>

/** Tells rows apart that have the same list, code and reference. */
function counting(): (told: Told, from: number | null) => Row {
  const counts = new Map<string, number>()
  return (told, from) => {
    const key = `${told.list} ${told.code} ${told.ref}`
    const n = counts.get(key) ?? 0
    counts.set(key, n + 1)
    return { ...told, n, from, until: null }
  }
}

/** Rows that go on from one span of time to the next are one. */
function joined(spans: readonly (readonly Told[])[], turns: readonly number[]): readonly Row[] {
  const rowOf = counting()
  const [only, ...others] = spans
  if (only && others.length === 0) return only.map((told) => rowOf(told, null))
  const open = new Map<string, Row>()
  const rows: Row[] = []
  for (const [index, span] of spans.entries()) {
    const still = new Set<string>()
    for (const told of span) {
      const same = JSON.stringify(told)
      let again = 0
      while (still.has(`${again} ${same}`)) again += 1
      const key = `${again} ${same}`
      still.add(key)
      if (open.has(key)) continue
      const row = rowOf(told, turns[index - 1] ?? null)
      open.set(key, row)
      rows.push(row)
    }
    for (const [key, row] of open) {
      if (still.has(key)) continue
      row.until = turns[index - 1] ?? null
      open.delete(key)
    }
  }
  return rows
}

/**
 * What `requirements` says of a record, to each class of readers, until something is told to it. A service provider is told
 * nothing of a terminal that none looks after.
 */
export function workOf(record: LifecycleRecord): readonly WorkRow[] {
  const turns = turnsOf(record)
  const instants = [record.at, ...turns.map((turn) => new Date(turn).toISOString())]
  const viewers = workViewers.filter(
    (viewer) => viewer !== 'serviceProvider' || record.context.agent !== null,
  )
  const asked = instants.map((at) => outstanding(record, { at, viewers }))
  return viewers.flatMap((viewer) => {
    const spans = asked.map((lists) => toldOf(record, lists[viewer]))
    return joined(spans, turns).map((row) => ({ viewer, ...row }))
  })
}

/** Every state of the life that has a name by which it is looked for, the wider ones first. */
export function statesOf({ value }: LifecycleRecord): readonly LifeState[] {
  const names = new Set<string>()
  const add = (state: StateValue | undefined) => {
    if (typeof state === 'string') names.add(state)
    else
      for (const [name, inner] of Object.entries(state ?? {})) {
        names.add(name)
        // the seven obligations are told by what is still asked for
        if (name !== 'clearing') add(inner)
      }
  }
  add(value)
  return lifeStates.filter((state) => names.has(state))
}
