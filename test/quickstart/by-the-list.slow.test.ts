import { describe, expect, it } from 'vitest'
import { cases } from '../../examples/quickstart/cases/index.ts'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { lifeAfter } from './by-the-list/life.ts'

const moments = caseNames.flatMap((name) =>
  cases[name].steps.map(({ id }, index) => [name, id, index + 1] as const),
)

describe('what a requirement says is enough to clear it', () => {
  it.each(caseNames)('from the opening of %s to the end of its life', async (name) => {
    expect(await (await lifeAfter(name)).end()).toEqual([])
  })

  it.each(moments)('in %s, taken over after %s', async (name, _, played) => {
    expect(await (await lifeAfter(name, played)).end()).toEqual([])
  })
})
