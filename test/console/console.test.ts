import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OrderState } from 'terminal-lifecycle/runtime'
import { expect, it } from 'vitest'
import { mendForm, mendOf } from '../../examples/acquirer-backend/console/mending.ts'
import { standingsOf } from '../../examples/acquirer-backend/console/standing.ts'
import { wordsEn } from '../../examples/acquirer-backend/console/words-en.ts'
import { wordsZhCn } from '../../examples/acquirer-backend/console/words-zh-cn.ts'
import { root } from '../examples/project.ts'
import { readerAs } from './a-reader.ts'

const folder = join(root, 'examples', 'acquirer-backend', 'console')
const order = (given: object): OrderState =>
  ({
    order: { orderId: 'o', kind: 'payOut', status: 'ordered', ...given },
    attempts: 1,
    refused: null,
  }) as OrderState

it('has one script, of 8 kB at most', () => {
  expect(readFileSync(join(folder, 'public', 'console.js')).length).toBeLessThanOrEqual(8_000)
})

it('says the same blanks in both languages, and types no space between Han and Latin', () => {
  const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort()
  const [en, zh] = [Object.entries<string>(wordsEn), wordsZhCn as Readonly<Record<string, string>>]
  for (const [name, text] of en) expect([name, blanks(zh[name] ?? '')]).toEqual([name, blanks(text)])
  const spaced = Object.values(zh).filter((text) => /\p{Script=Han} [\w{]|[\w}] \p{Script=Han}/u.test(text))
  expect(spaced).toEqual([])
})

it('offers one act for an order that went wrong, and for money whose end is unknown only the question', () => {
  expect(mendOf(order({ status: 'failed' }))).toBe('repeat')
  expect(mendOf(order({ parked: { code: 'TIMEOUT', attempts: 3, at: '' } }))).toBe('revive')
  expect(mendOf(order({}), true)).toBe('reconcile')
  expect(mendOf({ ...order({}), refused: { orderId: 'o', codes: ['X'], at: '' } })).toBe('reconcile')
  expect(mendOf(order({}))).toBeUndefined()
  expect(mendOf(order({ status: 'confirmed' }))).toBeUndefined()
})

it('gives the button to whoever may press it, and tells the others whose it is', async () => {
  const about = { lifecycleId: 'life-1', orderId: 'o', mend: 'revive' } as const
  expect(String(await mendForm(readerAs('lu'), about))).toContain('<form method="post"')
  const other = String(await mendForm(readerAs('wang'), about))
  expect(other).not.toContain('<form')
  expect(other).toContain('aria-disabled="true"')
  expect(other).toContain('Operations')
})

it('says where a terminal stands by the innermost states, the service first', () => {
  const held = { live: { service: { suspended: 'held' }, application: 'underReview' } }
  expect(standingsOf({ value: held }).map(({ state }) => state)).toEqual(['held', 'underReview'])
  expect(standingsOf({ value: { live: { service: 'inService', application: 'none' } } })).toHaveLength(1)
  expect(standingsOf({ value: { closing: { clearing: {} } } }).map(({ state }) => state)).toEqual([
    'clearing',
  ])
  expect(standingsOf({ value: 'closed' }).map(({ look }) => look)).toEqual(['later'])
})
