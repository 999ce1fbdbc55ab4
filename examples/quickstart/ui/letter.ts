import type { Letter, Section } from 'terminal-lifecycle/letters'
import type { WrittenNotice } from '../notices.ts'
import { momentText } from './moment.ts'
import type { Paint } from './style.ts'
import { table } from './table.ts'
import { wrap } from './width.ts'

const isFigure = (cell: string): boolean => cell === '–' || /^-?(?:¥|[A-Z]{3} )[\d,.]+$/.test(cell)

const sectionText = (section: Section, columns: number): readonly string[] => {
  if ('lines' in section) return section.lines.flatMap((line) => wrap(line, columns - 6))
  const { columns: heads, rows } = section.table
  return table(
    heads.map((head, place) => ({ head, right: rows.every((row) => isFigure(row[place] ?? '')) })),
    rows,
  )
}

/** A letter as it lies on the table: when, what, its sections, and the digest by which anybody can check it. */
export const letterText = (letter: Letter, paint: Paint, columns: number): readonly string[] => [
  `  ${paint('quiet', momentText(letter.issuedAt))}  ${paint('strong', letter.title)}`,
  ...letter.sections.flatMap((section) => [
    `    ${paint('heading', section.heading)}`,
    ...sectionText(section, columns).map((line) => `      ${line}`),
  ]),
  `    ${paint('quiet', `SHA-256 ${letter.digest}`)}`,
]

/** A notice, as it would be in a mailbox. */
export const noticeText = (
  { at, subject, lines }: WrittenNotice,
  paint: Paint,
  columns: number,
): readonly string[] => [
  `  ${paint('quiet', momentText(at))}  ${paint('strong', subject)}`,
  ...lines.flatMap((line) => wrap(line, columns - 6)).map((line) => `      ${line}`),
]
