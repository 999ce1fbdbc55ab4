import { topics } from '../../src/domain/topics.ts'
import { movesOf } from './moves.ts'
import type { World } from './world.ts'
import { allTopics, type Topic } from './worlds/pairs.ts'

const topicOf = new Map(
  Object.entries(topics).flatMap(([topic, types]) =>
    types.map((type) => [type as string, topic as Topic] as const),
  ),
)

/** The topics of what may be said in a world. Clocks run in every one. */
const topicsIn = (world: World): ReadonlySet<Topic> =>
  new Set(movesOf(world).flatMap(({ type }) => topicOf.get(type) ?? []))

/** Pairs of topics that meet in none of these worlds. */
export const pairsThatNeverMeet = (worlds: readonly World[]): readonly string[] => {
  const meetings = worlds.map(topicsIn)
  return allTopics.flatMap((one, place) =>
    allTopics
      .slice(place + 1)
      .filter((other) => !meetings.some((met) => met.has(one) && met.has(other)))
      .map((other) => `${one} and ${other}`),
  )
}
