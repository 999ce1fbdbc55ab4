import { describe, expect, it } from 'vitest'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { lifeAfter } from './by-the-list/life.ts'

describe('what a requirement says is enough to clear it', () => {
  it.each(caseNames)('from the opening of %s to the end of its life', async (name) => {
    expect(await (await lifeAfter(name)).end()).toEqual([])
  })
})
