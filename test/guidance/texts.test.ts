import { describe, expect, test } from 'vitest'
import {
  describeGuidance,
  type GuidanceItem,
  type GuidanceProfile,
  type GuidanceTexts,
  guidanceEn,
  guidanceFor,
  guidanceKinds,
  guidanceProfiles,
  guidanceZhCn,
} from '../../src/guidance/index.ts'

const codes = guidanceKinds.flatMap((kind) =>
  Object.entries<GuidanceProfile>(guidanceProfiles[kind]).map(([code, profile]) => ({ kind, code, profile })),
)
const textOf = (texts: GuidanceTexts, { kind, code }: (typeof codes)[number]): string =>
  (texts.items[kind] as Readonly<Record<string, string>>)[code] ?? ''
const slots = (text: string) => text.match(/\{\w+\}/g) ?? []

describe('every item of guidance', () => {
  test('has a text in Chinese, with Chinese punctuation, and one in English', () => {
    for (const one of codes) {
      const zhCn = textOf(guidanceZhCn, one)
      expect.soft(zhCn, one.code).toMatch(/^\p{Script=Han}.{6,79}。$/u)
      expect.soft(zhCn, one.code).not.toMatch(/[,;:()?!]/)
      expect.soft(textOf(guidanceEn, one), one.code).toMatch(/^[A-Z][\x20-\x7e]{20,150}\.$/)
    }
  })

  test('has a text of its own in each language', () => {
    for (const texts of [guidanceEn, guidanceZhCn]) {
      const all = codes.map((one) => textOf(texts, one))
      expect(new Set(all).size).toBe(all.length)
    }
  })

  test('has a code of its own among all kinds', () => {
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
  })

  test('speaks of a time in both languages exactly where a clock runs', () => {
    for (const one of codes) {
      const wanted = one.profile.clock === undefined ? [] : ['{time}']
      expect.soft(slots(textOf(guidanceEn, one)), one.code).toEqual(wanted)
      expect.soft(slots(textOf(guidanceZhCn, one)), one.code).toEqual(wanted)
    }
  })
})

describe('the words of an item', () => {
  const item = guidanceFor({ closure: 'DORMANT' }, 'closing').find(({ code }) => code === 'ASK_FOR_DEPOSIT')

  test('say how long its clock runs', () => {
    expect(item && describeGuidance(item, guidanceEn)).toContain('within 15 working days once')
    expect(item && describeGuidance(item, guidanceZhCn)).toContain('在15个工作日内退还')
  })

  test('say one day, not one days', () => {
    const short = item && { ...item, time: { amount: 1, unit: 'days' as const } }
    expect(short && describeGuidance(short, guidanceEn)).toContain('within 1 day once')
  })

  test('are the code where it is not one of ours', () => {
    for (const code of ['NEW_CODE', 'constructor', '__proto__']) {
      const strange = { kind: 'step', code, rows: [] } as unknown as GuidanceItem
      expect(describeGuidance(strange, guidanceEn)).toBe(code)
      expect(describeGuidance({ ...strange, kind: 'toString' as 'step' }, guidanceEn)).toBe(code)
    }
  })
})
