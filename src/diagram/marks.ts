import type { Box, DrawnWay } from './drawing.ts'

export interface Colours {
  readonly ink: string
  readonly ground: string
  readonly muted: string
  readonly here: string
}

export const colourSets: Readonly<Record<'page' | 'light' | 'dark', Colours>> = {
  page: {
    ink: 'currentColor',
    ground: 'var(--lifecycle-ground, none)',
    muted: 'var(--lifecycle-muted, currentColor)',
    here: 'var(--lifecycle-here, currentColor)',
  },
  light: { ink: '#1b1f24', ground: '#ffffff', muted: '#545b64', here: '#0b57a8' },
  dark: { ink: '#e8eaed', ground: '#14171a', muted: '#a9b1ba', here: '#8ab8f0' },
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const text = (x: number, y: number, words: string, more: string): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`

export const rectangle = ([x, y, width, height]: Box, more: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${more}/>`

export const dot = ([x, y, size]: Box, more: string): string =>
  `<circle cx="${x + size / 2}" cy="${y + size / 2}" r="${size / 2 - 1}" ${more}/>`

/** The head is a shape of its own: a marker would need an id, which two pictures in one page would share. */
export function arrow(points: DrawnWay['points'], { muted }: Colours): string {
  const [first, ...others] = points.map((point) => point.join(' '))
  const [[x, y] = [0, 0], [fromX, fromY] = [0, 0]] = [points.at(-1), points.at(-2)]
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)]
  const [backX, backY] = [x - dx * 8, y - dy * 8]
  return [
    `<path d="M${first}${others.map((point) => `L${point}`).join('')}" fill="none" stroke="${muted}" stroke-width="1.25" stroke-linejoin="round"/>`,
    `<path d="M${x} ${y}L${backX - dy * 4} ${backY + dx * 4}L${backX + dy * 4} ${backY - dx * 4}z" fill="${muted}"/>`,
  ].join('')
}
