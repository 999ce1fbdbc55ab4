import { describe, expect, it } from 'vitest'
import { withoutUnsafe } from '../../src/domain/index.ts'
import { LifecycleEvent, Text, ToldText } from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'

const unseen = [
  'a\u0000b',
  'a\u001b[31mb',
  'a\u202Eb',
  'a\u2066b',
  'a\ud800b',
  'a\uDC00b',
  'a\u200Bb',
  'a\uFEFFb',
  'a\u0085b',
]

describe('what nobody sees in a text', () => {
  it.each(unseen)('is refused where it is asked, and marked where it is told: %j', (text) => {
    expect(codesOf(Text, text)).toEqual(['UNSAFE_CHARACTERS '])
    const asked = { type: 'note.recorded', kind: 'note', text }
    expect(codesOf(LifecycleEvent, asked)).toEqual(['UNSAFE_CHARACTERS /text'])
    const told = { type: 'device.found', serial: 'SN-1', where: text }
    expect(LifecycleEvent.parse(told)).toMatchObject({ where: withoutUnsafe(text) })
    expect(ToldText.parse(text)).toBe(withoutUnsafe(text))
    expect(withoutUnsafe(text)).toContain('\uFFFD')
  })

  it.each(['two\nlines\tand\r\na tab', '商户 🏪 · Ψωμί', 'שלום'])('is not in %j', (text) => {
    expect(codesOf(Text, text)).toEqual([])
    expect(withoutUnsafe(text)).toBe(text)
  })
})
