import { describe, expect, it } from 'vitest'
import { stories } from '../stories/index.ts'
import { leftBy } from '../support/left-by.ts'
import { openPlay } from '../support/play.ts'
import type { World } from '../support/world.ts'

/**
 * A story says what matters; beside it the machine writes orders, clocks and notices that no story names. None of them changes
 * unseen: where it is meant, `npx vitest run test/machine/stories.test.ts -u` writes it anew, and the difference is read.
 */
describe('stories by pure steps', () => {
  for (const [name, story] of Object.entries(stories))
    it(name, async () => {
      const worlds: World[] = []
      await story(async (input, from, policy) => {
        const world = openPlay(input, from, undefined, policy)
        worlds.push(world)
        return world
      })
      expect(await Promise.all(worlds.map(leftBy))).toMatchSnapshot()
    })
})
