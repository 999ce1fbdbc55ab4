import { describe, expect, test } from 'vitest'
import {
  audiences,
  clockNames,
  clockProfiles,
  noticeTemplates,
  noticeValues,
} from '../../src/domain/index.ts'
import type { Lines } from '../../src/words/notices/lines.ts'
import { noticesEn } from '../../src/words/texts/en.ts'
import { noticesZhCn } from '../../src/words/texts/zh-cn.ts'

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree }

/** Every text with the way to it. */
const texts = (tree: Tree, path = ''): readonly (readonly [path: string, text: string])[] =>
  typeof tree === 'string'
    ? [[path, tree]]
    : Object.entries(tree).flatMap(([key, inner]) => texts(inner as Tree, `${path}/${key}`))

const [en, zhCn] = [noticesEn, noticesZhCn].map((words) => new Map(texts(words as unknown as Tree)))
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

describe('the words of notices', () => {
  test('stand at the same places in both languages, with the same blanks', () => {
    expect([...(zhCn?.keys() ?? [])]).toEqual([...(en?.keys() ?? [])])
    for (const [path, text] of zhCn ?? [])
      expect.soft(blanks(text).sort(), path).toEqual(blanks(en?.get(path) ?? '').sort())
  })

  test('are Chinese in zh-CN, with its own punctuation, and English in en', () => {
    for (const [path, text] of zhCn ?? []) {
      if (path.endsWith('/when') || text === '') continue
      const words = text.replace(/\{\w+\}/g, '')
      if (words !== '') expect.soft(words, path).toMatch(/[\p{Script=Han}：（、；]/u)
      expect.soft(words, path).not.toMatch(/[,;:()?!]/)
    }
    for (const [path, text] of en ?? []) expect.soft(text, path).toMatch(/^[\x20-\x7e]+$/)
  })

  test('name nothing that no notice knows', () => {
    const own = ['amount', 'what', 'day', 'serial', 'contact']
    const known: ReadonlySet<string> = new Set([...noticeValues, ...own])
    for (const [path, text] of en ?? [])
      expect
        .soft(
          blanks(text).filter((name) => !known.has(name)),
          path,
        )
        .toEqual([])
  })

  test('are there for each notice, and for each clock of which somebody is told', () => {
    for (const words of [noticesEn, noticesZhCn]) {
      expect(Object.keys(words.merchant).sort()).toEqual([...noticeTemplates].sort())
      expect(Object.keys(words.special).every((one) => (audiences as readonly string[]).includes(one))).toBe(
        true,
      )
      expect(Object.keys(words.clocks).sort()).toEqual(
        clockNames.filter((name) => clockProfiles[name].tells.some(() => true)).sort(),
      )
    }
  })

  test('no two notices to a merchant say the same', () => {
    for (const { merchant } of [noticesEn, noticesZhCn]) {
      const all = Object.values<Lines>(merchant).map((lines) => JSON.stringify(lines))
      expect(new Set(all).size).toBe(all.length)
    }
  })
})
