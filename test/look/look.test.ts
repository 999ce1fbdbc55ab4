import { expect, it } from 'vitest'
import { coloursIn, contrast, pairsIn, styleSheet, type Theme } from './tokens.ts'

const tokens = styleSheet('tokens.css')
const rules = styleSheet('elements.css') + styleSheet('parts.css')
const colours = coloursIn(tokens)
const states = ['stopped', 'todo', 'waits', 'done']

const readable = [
  // Words of a state stand on the page and in a note of their own state; ink, quiet words and links stand in every note.
  ...['ink', 'muted', 'act', ...states].map((text) => [text, 'ground']),
  ...states.map((state) => [state, `${state}-ground`]),
  ...states.flatMap((state) => ['ink', 'muted', 'act'].map((text) => [text, `${state}-ground`])),
  ...pairsIn(rules),
]
const seen = ['edge', 'act', ...states].flatMap((line) =>
  ['ground', ...states.map((state) => `${state}-ground`)].map((ground) => [line, ground]),
)

/** The pairs that are paler than they may be, in words that say by how much. */
const tooPale = (pairs: readonly (readonly string[])[], least: number): readonly string[] =>
  pairs.flatMap(([text = '', ground = '']) =>
    (['light', 'dark'] satisfies Theme[]).flatMap((theme) => {
      const ratio = contrast(
        colours.get(text)?.[theme] ?? '#888888',
        colours.get(ground)?.[theme] ?? '#888888',
      )
      return ratio >= least ? [] : [`${text} on ${ground}, ${theme}: ${ratio.toFixed(2)}`]
    }),
  )

it('every text is told from its ground by 4.5 and more, in both tones', () => {
  expect(colours.size).toBe(14)
  expect(tooPale(readable, 4.5)).toEqual([])
})

it('every edge of a field, bar and ring of focus is told from its ground by 3 and more', () => {
  expect(tooPale(seen, 3)).toEqual([])
})

it('the ring of focus is three pixels of act, and the pale line frames nothing', () => {
  expect(rules).toContain('outline: 3px solid var(--act)')
  expect(rules.match(/(?:border|border-color): [^;]*var\(--line\)/g)).toBeNull()
})

it('colours stand in the table of tokens alone, so that the two tones cannot come apart', () => {
  expect(rules.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull()
})

it('contrast is as the standard computes it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#1b1f24', '#ffffff').toFixed(1)).toBe('16.6')
})
