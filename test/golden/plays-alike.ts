import { describe, expect, it } from 'vitest'
import type { caseNames } from '../../examples/quickstart/cases/names.ts'
import { playGolden } from './write.ts'

export const playsAlike = (names: readonly (typeof caseNames)[number][]): void =>
  describe.each(names)('The case %s', (name) => {
    it('comes out the same, byte for byte, each time it is played', async () => {
      expect(await playGolden(name)).toEqual(await playGolden(name))
    })
  })
