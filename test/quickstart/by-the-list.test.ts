import { describe, expect, it } from 'vitest'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { lifeAfter } from './by-the-list/life.ts'

describe('what a requirement says is enough to clear it', () => {
  // Each third: the slow tests have all, and every moment in between.
  it.each(caseNames.filter((_, place) => place % 3 === 0))(
    'from the opening of %s to the end of its life',
    async (name) => {
      expect(await (await lifeAfter(name)).end()).toEqual([])
    },
  )
})
