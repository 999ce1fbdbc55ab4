import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const look = join(import.meta.dirname, '..', '..', 'examples', 'look')
export const styleSheet = (name: string): string => readFileSync(join(look, name), 'utf8')

export type Theme = 'light' | 'dark'
type Tones = Readonly<Record<Theme, string>>

/** Every colour of the style sheet, by its name without the dashes. */
export const coloursIn = (css: string): ReadonlyMap<string, Tones> =>
  new Map(
    [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, { light, dark }],
    ),
  )

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast as WCAG 2.2 defines it: 1 is the same colour, 21 is black on white. */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The pairs that rules of a style sheet make: what stands in `color` on what stands in `background`, else on the page. */
export const pairsIn = (css: string): readonly (readonly [text: string, ground: string])[] => {
  const own = (rule: string, property: string): string | undefined =>
    new RegExp(`(?:^|[\\s;{])${property}: var\\(--([a-z-]+)\\)`).exec(rule)?.[1]
  return [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = '']) => {
    const text = own(rule, 'color')
    const ground = own(rule, 'background')
    return text || ground ? [[text ?? 'ink', ground ?? 'ground'] as const] : []
  })
}
