import { orderKinds } from '../domain/index.ts'
import { urgentOrders } from '../machine/index.ts'
import type { OrderKind } from '../schemas/index.ts'
import { readByName } from './by-name.ts'

/** What has a way of its own: each kind of order, and the clocks together. One that hangs holds up no other. */
export type Lane = OrderKind | 'timers'

/** In the order in which they are served: what takes sale or keys away waits for nothing. */
export const lanes: readonly Lane[] = [
  ...urgentOrders,
  'timers',
  ...orderKinds.filter((kind) => !urgentOrders.has(kind)),
]

/** How much more each lane can take; one that is not named takes nothing. */
export type Room = Readonly<Partial<Record<Lane, number>>>

export const hasRoom = (room: Room, lane: Lane): boolean => (room[lane] ?? 0) > 0

/** The lanes that can take something, in the order in which they are served, and how much. */
export const lanesWith = (room: Room): readonly (readonly [Lane, number])[] =>
  lanes.filter((lane) => hasRoom(room, lane)).map((lane) => [lane, room[lane] ?? 0])

/** How much is done at the same time: in every lane, or in those that are named. */
export type Concurrency = number | Room

/** Where nobody says more. */
const usual = 4

/** @throws InvalidInputError for what is no number of things. */
export function capacityOf(concurrency: Concurrency = usual): Readonly<Record<Lane, number>> {
  return readByName('/concurrency', concurrency, lanes, { usualOf: () => usual, least: 0 })
}
