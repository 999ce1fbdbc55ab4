import { describe, expect, it } from 'vitest'
import { phrasesEn } from '../../../examples/merchant-portal/src/words/en.ts'
import { restPhrasesEn } from '../../../examples/merchant-portal/src/words/en-rest.ts'
import { phrasesZhCn } from '../../../examples/merchant-portal/src/words/zh-cn.ts'
import { restPhrasesZhCn } from '../../../examples/merchant-portal/src/words/zh-cn-rest.ts'
import { textsEn, textsZhCn } from '../../../src/domain/index.ts'

/** Each with the path that leads to it; a function says something with marks for what is filled in. */
const sentencesOf = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String(value('甲', '乙', '丙'))]]
  return Object.entries(value as object).flatMap(([name, inner]) => sentencesOf(inner, `${path}/${name}`))
}

const english = sentencesOf({ ...phrasesEn, ...restPhrasesEn })
const chinese = sentencesOf({ ...phrasesZhCn, ...restPhrasesZhCn })

describe('What only the portal says', () => {
  it('is said in both languages', () => {
    expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path))
    const empty = [...english, ...chinese].filter(([path, text]) => text === '' && path !== '/gap')
    expect(empty).toEqual([])
  })

  it('has no typed space beside Han, because the style sheet puts the air there', () => {
    expect(chinese.filter(([, text]) => /\p{Script=Han} | \p{Script=Han}/u.test(text))).toEqual([])
  })

  it('has full-width punctuation beside Han', () => {
    expect(
      chinese.filter(([, text]) => /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u.test(text)),
    ).toEqual([])
  })

  it('is none of the sentences that the library has', () => {
    const known = (texts: typeof textsEn) =>
      Object.values(texts).flatMap((table) => Object.values<string>(table))
    const sentences = new Set([...known(textsEn), ...known(textsZhCn)].filter((text) => text.length > 24))
    expect([...english, ...chinese].filter(([, text]) => sentences.has(text))).toEqual([])
  })
})
