import { describe, expect, test } from 'vitest'
import { guidanceEn, guidanceZhCn, meaningsOf, type Process, senses } from '../../src/guidance/index.ts'

const sensesOf = (word: string, process?: Process) =>
  meaningsOf(word, guidanceZhCn, process).map(({ sense }) => sense)

describe('a word of the guides', () => {
  test('关闭 is a closure, a pause, or a device that does not work: the process decides [C-16]', () => {
    expect(sensesOf('关闭')).toEqual(['suspension', 'standstill', 'closure'])
    expect(sensesOf('关闭', 'closure')).toEqual(['closure'])
    expect(sensesOf('关闭', 'suspension')).toEqual(['suspension'])
    expect(sensesOf('已关闭', 'reinstatement')).toEqual(['standstill'])
  })

  test('停用 is a pause, the end of a terminal, or of an old device: the process decides [C-17]', () => {
    expect(sensesOf('停用', 'suspension')).toEqual(['suspension'])
    expect(sensesOf('停用', 'closure')).toEqual(['closure'])
    expect(sensesOf('停用', 'replacement')).toEqual(['replacement'])
  })

  test('注销 is for good and 解除停用 the way back, whatever is going on [C-16 C-17]', () => {
    expect(sensesOf('注销')).toEqual(['closure'])
    expect(sensesOf('解除停用')).toEqual(['reinstatement'])
    expect(sensesOf('重新开启', 'reinstatement')).toEqual(['reinstatement'])
    expect(sensesOf('重新开启', 'closure')).toEqual(['newStart'])
  })

  test('保证金 and 押金 are two things, and so are 赔偿 and 补偿', () => {
    expect(sensesOf('保证金')).toEqual(['guaranteeDeposit'])
    expect(sensesOf('押金')).toEqual(['pledge'])
    expect(sensesOf('赔偿')).toEqual(['damages'])
    expect(sensesOf('补偿')).toEqual(['goodwill'])
  })

  test('in English is found in any case, and means as many things', () => {
    const found = meaningsOf(' Deactivation ', guidanceEn).map(({ sense }) => sense)
    expect(found).toEqual(['suspension', 'closure', 'replacement'])
  })

  test('that nobody uses means nothing', () => {
    expect(meaningsOf('constructor', guidanceEn)).toEqual([])
  })
})

test('every sense has a term of its own and one sentence, in both languages', () => {
  for (const { glossary } of [guidanceEn, guidanceZhCn]) {
    expect(new Set(Object.values(glossary).map(({ term }) => term)).size).toBe(Object.keys(senses).length)
    expect(new Set(Object.values(glossary).map(({ meaning }) => meaning)).size).toBe(
      Object.keys(senses).length,
    )
  }
  for (const { term, meaning } of Object.values(guidanceZhCn.glossary)) {
    expect(term).toMatch(/^\p{Script=Han}+$/u)
    expect(meaning).toMatch(/\p{Script=Han}[^。]*。$/u)
  }
  for (const { term, alsoCalled, meaning } of Object.values(guidanceEn.glossary)) {
    for (const text of [term, ...alsoCalled, meaning]) expect(text).toMatch(/^[\x20-\x7e]+$/)
  }
})
