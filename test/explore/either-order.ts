import { type EventType, naturalKeys } from '../../src/domain/index.ts'
import type { Command, LifecycleRecord } from '../../src/machine/index.ts'
import { lifeAt } from './beginning.ts'
import { type Exception, exceptionFor } from './exceptions.ts'
import { keyWith } from './key.ts'
import { lifecycle } from './lifecycle.ts'
import { type Move, movesOf } from './moves.ts'
import { worldNamed } from './worlds/index.ts'

type Said = Extract<Command, { event: unknown }>

const itemsOf = ({ event }: Said): readonly unknown[] => {
  const key = naturalKeys[event.type as keyof typeof naturalKeys]
  return key ? key.item.map((field) => (event as unknown as Readonly<Record<string, unknown>>)[field]) : []
}

/** About different things: neither the same kind of thing told of the same item, nor two things of one item. */
const areIndependent = (one: Said, other: Said): boolean => {
  const items = new Set(itemsOf(one))
  return !itemsOf(other).some((item) => items.has(item))
}

const inOrder = (record: LifecycleRecord, said: readonly Said[]): LifecycleRecord | undefined => {
  let now = record
  for (const [place, command] of said.entries()) {
    const at = new Date(Date.parse(record.at) + 100 * (place + 1)).toISOString()
    const answer = lifecycle.step(now, { ...command, at })
    if (!answer.accepted) return undefined
    now = answer.record
  }
  return now
}

/**
 * For a moment nothing may have been open, so that the confirmation was asked for and taken back: how often that was is not
 * compared.
 */
const withoutMoments = (record: LifecycleRecord): LifecycleRecord => {
  const { closing, orders, deadlines } = record.context
  const asked = new Set(
    Object.values(orders).flatMap(({ kind, orderId }) => (kind === 'confirmClosure' ? [orderId] : [])),
  )
  return {
    ...record,
    context: {
      ...record.context,
      closing: closing && { ...closing, attempt: 0 },
      orders: Object.fromEntries(Object.entries(orders).filter(([id]) => !asked.has(id))),
      deadlines: Object.fromEntries(
        Object.entries(deadlines).filter(([, { ref }]) => ref === null || !asked.has(ref)),
      ),
    },
  }
}

export interface Differing {
  readonly types: readonly [EventType, EventType]
  readonly names: string
}

/** Pairs of reports that lead to different states when they change places; `count`: how many were tried. */
export const differing = (
  record: LifecycleRecord,
  moves: readonly Move[],
  keyOf: (record: LifecycleRecord) => string,
): { readonly tried: number; readonly found: readonly Differing[]; readonly excused: readonly string[] } => {
  const reports = moves.flatMap((move) => {
    const [command] = (move.isReport && move.commands(record)) || []
    return command && 'event' in command ? [{ move, command: command as Said }] : []
  })
  const found: Differing[] = []
  const excused: string[] = []
  let tried = 0
  for (const [place, one] of reports.entries())
    for (const other of reports.slice(place + 1)) {
      if (!areIndependent(one.command, other.command)) continue
      tried += 1
      const ways = [
        inOrder(record, [one.command, other.command]),
        inOrder(record, [other.command, one.command]),
      ]
      const [first, second] = ways.map((way) => way && keyOf(withoutMoments(way)))
      if (first === second) continue
      const types = [one.move.type, other.move.type].sort() as [EventType, EventType]
      const exception = exceptionFor(types)
      if (exception) excused.push(exception)
      else found.push({ types, names: `${one.move.name} / ${other.move.name}` })
    }
  return { tried, found, excused }
}

/** Does the example of an exception still lead to different states? */
export const ordersDiffer = ([, , , name, path, said]: Exception): boolean => {
  const world = worldNamed(name)
  const moves = movesOf(world)
  const { record } = lifeAt(world, path)
  const keyOf = keyWith(
    moves.flatMap(({ saying }) => saying ?? []),
    world.alike,
  )
  const pair = moves.filter((move) => said.includes(move.name))
  return differing(record, pair, keyOf).excused.length > 0
}
