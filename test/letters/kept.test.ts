import { expect, test } from 'vitest'
import { locales } from '../../src/domain/index.ts'
import { type LetterSource, lettersOf } from '../../src/letters/index.ts'
import { goldenLife } from '../backend/recorded.ts'
import { lettersKept } from './kept.ts'

const cases = ['closure', 'damaged', 'imposed', 'reinstatement', 'stolen', 'third-party'] as const

/** `npx vitest run test/letters/kept.test.ts -u` writes them anew, where another letter is meant. */
test.each(cases)('no letter of the case %s changes unseen', async (name) => {
  const { record, entries } = await goldenLife(name)
  const source: LetterSource = { record, entries }
  expect(await lettersKept(source)).toMatchSnapshot()
  expect((await lettersOf(source, { locale: locales[0] })).length).toBeGreaterThan(0)
})
