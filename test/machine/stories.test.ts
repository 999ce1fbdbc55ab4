import { describe, it } from 'vitest'
import { stories } from '../stories/index.ts'
import { openPlay } from '../support/play.ts'

describe('stories by pure steps', () => {
  for (const [name, story] of Object.entries(stories))
    it(name, () => story(async (input, from, policy) => openPlay(input, from, undefined, policy)))
})
