import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../src/command/words.ts'

type Standing = Parameters<ReturnType<typeof wordsIn>['subscriber']>[1]
const well: Standing = { disabled: null, failingSince: null, oldest: null, waiting: 3, givenUp: 0 }
const since = Date.parse('2026-03-02T09:00:00+08:00')
const oldest = { lastFailure: 'HTTP_503' } as Standing['oldest']

const table: readonly (readonly [says: string, differs: Partial<Standing>, en: string, zhCn: string])[] = [
  [
    'it is gone',
    { disabled: 'gone' },
    'off: it answered that it is gone · 3 wait. Have its owner mend it; then outbox.enable(id).',
    '已停用：对方答复地址不再使用 · 待发 3 条。请其负责人修复，然后 outbox.enable(id)。',
  ],
  [
    'it failed for too long',
    { disabled: 'failing', failingSince: since, oldest },
    'off: it failed for too long · fails since 2 March 2026, 09:00 · HTTP_503 · 3 wait. Have its owner mend it; then outbox.enable(id).',
    '已停用：失败时间过长 · 自 2026年3月2日09:00 起失败 · HTTP_503 · 待发 3 条。请其负责人修复，然后 outbox.enable(id)。',
  ],
  [
    'it has lost its place',
    { disabled: 'lost', waiting: 0 },
    'off: where it would go on is not on record · 0 wait. Say where it begins again; then outbox.redeliver(id, { from: null }); then outbox.enable(id).',
    '已停用：续发的起点已无记录 · 待发 0 条。请指定重新开始的位置，然后 outbox.redeliver(id, { from: null })，然后 outbox.enable(id)。',
  ],
  [
    'it fails',
    { failingSince: since },
    'fails since 2 March 2026, 09:00 · 3 wait. Have its owner mend it.',
    '自 2026年3月2日09:00 起失败 · 待发 3 条。请其负责人修复。',
  ],
  [
    'it was given up on',
    { givenUp: 2 },
    '3 wait · 2 given up. Have its owner mend it; then outbox.redeliver(id, { from: null }).',
    '待发 3 条 · 已放弃 2 条。请其负责人修复，然后 outbox.redeliver(id, { from: null })。',
  ],
]

describe('the line of a subscriber says', () => {
  it.each(table)('that %s, what waits and what would help, in both languages', (_, differs, en, zhCn) => {
    const standing = { ...well, ...differs }
    expect(wordsIn('en').subscriber('portal-1', standing, true)).toBe(`Subscriber portal-1: ${en}`)
    expect(wordsIn('zh-CN').subscriber('portal-1', standing, true)).toBe(`订阅方 portal-1：${zhCn}`)
  })

  it('that all is well', () => {
    expect(wordsIn('en').subscriber('portal-1', well, false)).toBe('Subscriber portal-1: well, 3 wait.')
    expect(wordsIn('zh-CN').subscriber('portal-1', well, false)).toBe('订阅方 portal-1：正常，待发 3 条。')
  })
})
