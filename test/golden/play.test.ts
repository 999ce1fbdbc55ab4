import { describe, expect, it } from 'vitest'
import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { playGolden } from './write.ts'

describe.each(caseNames)('The case %s', (name) => {
  it('comes out the same, byte for byte, each time it is played', async () => {
    expect(await playGolden(name)).toEqual(await playGolden(name))
  })
})
