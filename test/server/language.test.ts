import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/server/language.ts'

describe('the language of a reader', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['ZH-cn', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en', 'en'],
    ['en-GB, zh', 'en'],
    ['zh, en-GB', 'zh-CN'],
    ['en;q=0.5, zh;q=0.8', 'zh-CN'],
    ['en;q=0.8, zh;q=0.8', 'en'],
    ['fr, de;q=0.9, zh;q=0.1', 'zh-CN'],
    ['fr, *;q=0.1', 'en'],
    ['*', 'en'],
    ['*, zh;q=0.5', 'en'],
    ['*, en;q=0.5', 'en'],
    ['en, zh;q=1.5', 'en'],
    ['en;q=0, *', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['en;q=0, fr', 'zh-CN'],
    ['zh;q=0, en;q=0', 'en'],
    ['zh ; q = 0.4 , en;q=0.3', 'zh-CN'],
    ['zh;q=1.000,en;q=0.999', 'zh-CN'],
    ['zh;q=2', 'en'],
    ['zh;q=NaN', 'en'],
    ['zhuang', 'en'],
    ['', 'en'],
    [',,,;;q=', 'en'],
    [`${'fr,'.repeat(5_000)}zh`, 'en'],
    [`${'fr,'.repeat(19)}zh`, 'zh-CN'],
    [`${'fr,'.repeat(20)}zh`, 'en'],
  ])('is read off %j', (header, expected) => {
    expect(languageOf(header, 'en')).toBe(expected)
  })

  it('is that of the house for those who do not say', () => {
    expect([languageOf(null, 'zh-CN'), languageOf('fr', 'zh-CN')]).toEqual(['zh-CN', 'zh-CN'])
  })
})
