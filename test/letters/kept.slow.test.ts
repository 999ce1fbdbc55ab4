import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { lettersKept } from './kept.ts'
import { lives } from './kit.ts'

/** `npx vitest run test/letters/kept.slow.test.ts -u` writes them anew, where another letter is meant. */
test('no letter of any life that the stories tell changes unseen', async () => {
  const all = (await lives()).map(async ({ name, source }) => {
    const letters = await lettersKept(source)
    return `${name}: ${createHash('sha256').update(letters.join()).digest('hex').slice(0, 8)} of ${letters.length}`
  })
  expect(await Promise.all(all)).toMatchSnapshot()
})
