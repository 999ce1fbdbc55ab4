import { describe, expect, it } from 'vitest'
import { stories } from '../stories/index.ts'
import { answersOnTheWay } from '../support/answers-of.ts'
import { played } from '../support/play.ts'

/**
 * Whatever may be asked of a terminal, by each role, at four moments of each story: no answer changes unseen. Where it is meant,
 * `npx vitest run test/machine/answers-kept.slow.test.ts -u` writes the digests anew; the difference names question and story.
 */
describe('what is answered to everybody who asks, in', () => {
  for (const [name, story] of Object.entries(stories))
    it(name, async () => {
      expect((await played(story)).map(answersOnTheWay)).toMatchSnapshot()
    })
})
