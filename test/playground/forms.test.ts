import { eventTypes, locales, profileOf } from 'terminal-lifecycle/domain'
import { LifecycleEvent, parseForm } from 'terminal-lifecycle/schemas'
import { describe, expect, it } from 'vitest'
import { optionsFor } from '../../docs/playground/case/ask.ts'
import { playAll } from '../../docs/playground/case/play.ts'
import { valueAt, withValue } from '../../docs/playground/form/draft.ts'
import { amountFrom, amountText, dateFrom, datePartsOf } from '../../docs/playground/form/read.ts'
import { type Schema, schemaOf, variantsOf, withoutNull } from '../../docs/playground/form/schema.ts'
import { caseOf, stories } from '../../docs/playground/stories.ts'
import { suggest } from '../../docs/playground/suggest/suggest.ts'
import { tongueIn } from '../../docs/playground/words/tongue.ts'

type Way = readonly (string | number)[]
interface Met {
  readonly way: Way
  readonly schema: Schema
}

/** Every field that a form of this schema may show. */
const fieldsOf = (given: Schema, way: Way = []): readonly Met[] => {
  const schema = withoutNull(given)
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, own]) => {
    const at = [...way, name]
    return [{ way: at, schema: withoutNull(own) }, ...fieldsOf(own, at)]
  })
  return [...inner, ...(schema.items ? fieldsOf(schema.items, [...way, 0]) : [])]
}
const everySide = ['merchant', 'reviewer', 'risk2', 'settlement', 'agent', 'system'] as const
const formTypes = eventTypes.filter((type) => type !== 'timer.due')

describe.each(locales)('the words of forms in %s', (locale) => {
  const tongue = tongueIn(locale)

  it('name every field of every event', () => {
    for (const type of formTypes)
      for (const { way } of fieldsOf(schemaOf(type)))
        if (way.join() !== 'type')
          expect(tongue.label(type, way), `${type} ${way}`).not.toBe(String(way.at(-1)))
  })

  it('name every choice of every closed list', () => {
    for (const type of formTypes)
      for (const { way, schema } of fieldsOf(schemaOf(type))) {
        const all = schema.enum ?? schema.items?.enum ?? []
        for (const value of all)
          if (schema.type === 'string' && all.length > 1)
            expect(tongue.option(value, all), `${type} ${way} ${value}`).not.toBe(value)
      }
  })
})

describe('the form of an event', () => {
  it('is made for every event that can be told', () => {
    for (const type of formTypes) expect(Object.keys(schemaOf(type).properties ?? {}), type).toContain('type')
    const acts = variantsOf(schemaOf('act.proposed').properties?.act ?? {})
    expect(acts.length).toBeGreaterThan(10)
  })

  it('is filled in so that its schema takes it, where the record has what it is about', () => {
    for (const story of Object.values(stories)) {
      const moment = playAll(caseOf(story)).at(-1)
      if (moment === undefined) throw new Error('No moment')
      for (const who of [...new Set([story.who, ...everySide])])
        for (const { type, ref, blockers } of optionsFor(moment, who)) {
          if (blockers.length > 0) continue
          const draft = suggest({ type, who, moment, ref }, profileOf(type).item)
          const read = parseForm(LifecycleEvent, draft)
          const open = read.success ? [] : read.issues.filter(({ code }) => code !== 'REQUIRED')
          expect(open, `${type} by ${who}`).toEqual([])
          // Reports of payments and cases are taken as they come: of what, only their sender knows.
          if (!read.success)
            expect(type).toMatch(/^(payout|refund)\.(confirmed|failed|returned)$|^dispute\.closed$/)
        }
    }
  })
})

describe('what is typed', () => {
  it('changes its own place of the draft, and nothing else', () => {
    const draft = { a: { b: [{ c: 1 }, { c: 2 }] }, d: 3 }
    expect(withValue(draft, ['a', 'b', 1, 'c'], 5)).toEqual({ a: { b: [{ c: 1 }, { c: 5 }] }, d: 3 })
    expect(withValue(draft, ['a', 'b', 0], undefined)).toEqual({ a: { b: [{ c: 2 }] }, d: 3 })
    expect(withValue(draft, ['d'], undefined)).toEqual({ a: draft.a })
    expect(withValue(draft, ['x', 'y'], 1)).toEqual({ ...draft, x: { y: 1 } })
    expect(valueAt(draft, ['a', 'b', 1, 'c'])).toBe(2)
    expect(draft).toEqual({ a: { b: [{ c: 1 }, { c: 2 }] }, d: 3 })
  })

  it('is money in major units, and stays as it was typed where it is none', () => {
    expect(['1,286.40', '¥99', ' 0.5 ', '-3.01', 'much', '1.234', ''].map(amountFrom)).toEqual([
      ...[128_640, 9_900, 50, -301, 'much', '1.234', undefined],
    ])
    expect([128_640, 'much', undefined].map(amountText)).toEqual(['1286.40', 'much', ''])
  })

  it('is a day or a moment in three or four fields, by the clocks of the acquirer', () => {
    expect(datePartsOf('2026-03-01T17:05:00.000Z')).toEqual({
      year: '2026',
      month: '3',
      day: '2',
      time: '01:05',
    })
    const parts = { year: '2026', month: '3', day: '2', time: '9:30' }
    expect(dateFrom(parts, true)).toBe('2026-03-02T09:30:00+08:00')
    expect(dateFrom(parts, false)).toBe('2026-03-02')
    expect(dateFrom({ year: '', month: '', day: '', time: '' }, true)).toBeUndefined()
    // What is no date yet is kept, and the schema says so.
    const half = { year: '2026', month: '', day: '', time: '' }
    expect(datePartsOf(dateFrom(half, false))).toMatchObject({ year: '2026' })
  })
})
