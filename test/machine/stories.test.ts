import { describe, expect, it } from 'vitest'
import { stories } from '../stories/index.ts'
import { answersAtTheEnd } from '../support/answers-of.ts'
import { leftBy } from '../support/left-by.ts'
import { played } from '../support/play.ts'

/**
 * A story says what matters; beside it the machine writes orders, clocks and notices that no story names, and answers whoever
 * asks. None of that changes unseen: where it is meant, `npx vitest run test/machine/stories.test.ts -u` writes it anew, and the
 * difference is read.
 */
describe('stories by pure steps', () => {
  for (const [name, story] of Object.entries(stories))
    it(name, async () => {
      const worlds = await played(story)
      expect([...(await Promise.all(worlds.map(leftBy))), ...worlds.map(answersAtTheEnd)]).toMatchSnapshot()
    })
})
