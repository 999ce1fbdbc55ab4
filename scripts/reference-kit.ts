import { type Locale, type RequiredDocument, textOf } from '../src/domain/index.ts'
import type { ReferenceWords } from './reference-shape.ts'

export const code = (text: string): string => `\`${text}\``
/** A count with its thousands apart. */
export const spaced = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ' ')
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

export const papers = (
  needed: readonly RequiredDocument[],
  locale: Locale,
  { comma, or }: ReferenceWords,
): string =>
  needed
    .map(({ type, alternatives = [] }) =>
      [type, ...alternatives].map((one) => textOf('document', one, locale)).join(or),
    )
    .join(comma)

export type Section = (
  locale: Locale,
  words: ReferenceWords,
) => readonly [keyof ReferenceWords['sections'], string]
