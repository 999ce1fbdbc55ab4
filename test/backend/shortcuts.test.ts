import { expect, it } from 'vitest'
import { shortcuts } from '../../src/contract/index.ts'
import { caught } from '../client/kit.ts'
import { house, lifecycleId } from './house.ts'

const text = 'It prints nothing.'
const about = { lifecycleId }

it('What a shortcut fixes cannot be said otherwise', async () => {
  const { as } = await house()
  const other = { ...about, text, kind: 'note' }
  await as('m1').escalate(other)
  expect((await as('m1').getTerminal(about)).notes).toEqual([])
  const unknown = { ...about, type: 'hold.lifted', holdId: 'hold-1' }
  expect(await caught(as('p1').recordTest(unknown as never))).toMatchObject({
    issues: [{ path: '/type', code: 'NOT_ALLOWED_VALUE' }],
  })
})

it('Each shortcut says in one line what it does', () => {
  for (const { summary } of Object.values(shortcuts)) expect(summary).toMatch(/^[A-Z].{5,119}\.$/)
})
