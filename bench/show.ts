import type { Figure, Spread } from './figure.ts'
import type { Move } from './moved.ts'

const short = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'unreadable'

const spoken = ({ value, unit }: Spread): string => `${short(value)} ${unit}`

const cells = (figure: Figure): readonly string[] => [
  figure.rows,
  figure.name,
  figure.reference,
  spoken(figure),
  `${short(figure.low)}–${short(figure.high)}`,
  `≤ ${short(figure.budget)}`,
  figure.met ? 'yes' : 'NO',
  figure.beside ? spoken(figure.beside) : '',
  figure.milliseconds === undefined ? '' : short(figure.milliseconds),
]

const heads = ['rows', 'name', 'reference', 'figure', 'spread', 'budget', 'met', 'beside', 'CPU ms']

export const text = (figures: readonly Figure[]): string => {
  const lines = [heads, ...figures.map(cells)]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const sentence = ({ name, kind, before, after, unit }: Move): string => {
  if (before === undefined) return `${kind}: ${name}, ${short(after ?? Number.NaN)} ${unit}`
  if (after === undefined) return `${kind}: ${name}, it was ${short(before)} ${unit}`
  if (!Number.isFinite(after)) return `${kind}: ${name}, ${short(before)} → ${short(after)} ${unit}`
  const percent = Math.round((after / before - 1) * 100)
  return `${kind}: ${name}, ${short(before)} → ${short(after)} ${unit} (${percent > 0 ? '+' : ''}${percent} %)`
}

/** The last line: how many rows meet their budget, and which do not. */
export const budgets = (figures: readonly Figure[]): string => {
  const missed = figures.filter(({ met }) => !met).map(({ rows, name }) => `${rows}: ${name}`)
  const count = `${figures.length - missed.length} of ${figures.length} rows meet their budget`
  return missed.length === 0 ? count : `${count}; these do not: ${missed.join('; ')}`
}
