import type { Box, DiagramOptions, Diagrams, DrawnState, DrawnWay } from './drawing.ts'
import { isHere, litIn } from './lit.ts'
import { type DiagramWords, linesOf, nameOf } from './words.ts'

export interface SvgOptions extends DiagramOptions {
  /**
   * `page`: in the colour of the text around it, and of the custom properties `--lifecycle-ground`, `--lifecycle-muted` and
   * `--lifecycle-here` where the page sets them. The others stand alone, as a file.
   * @default 'page'
   */
  colours?: 'page' | 'light' | 'dark' | undefined
}

interface Colours {
  readonly ink: string
  readonly ground: string
  readonly muted: string
  readonly here: string
}

const colourSets: Readonly<Record<'page' | 'light' | 'dark', Colours>> = {
  page: {
    ink: 'currentColor',
    ground: 'var(--lifecycle-ground, none)',
    muted: 'var(--lifecycle-muted, currentColor)',
    here: 'var(--lifecycle-here, currentColor)',
  },
  light: { ink: '#1b1f24', ground: '#ffffff', muted: '#545b64', here: '#0b57a8' },
  dark: { ink: '#e8eaed', ground: '#14171a', muted: '#a9b1ba', here: '#8ab8f0' },
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const fonts =
  "-apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif"

const text = (x: number, y: number, words: string, more: string): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`

const rectangle = ([x, y, width, height]: Box, more: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${more}/>`

const arrow = (points: DrawnWay['points'], { muted }: Colours): string => {
  const [first, ...others] = points.map((point) => point.join(' '))
  return `<path d="M${first}${others.map((point) => `L${point}`).join('')}" fill="none" stroke="${muted}" stroke-width="1.25" stroke-linejoin="round" marker-end="url(#lifecycle-arrow)"/>`
}

function drawWay(way: DrawnWay, colours: Colours, words: DiagramWords): string {
  const [x, y, width] = way.label
  const lines = linesOf(words, way)
  // a rim in the colour of the ground, where a line runs below
  const look = `text-anchor="middle" font-size="12" fill="${colours.ink}" stroke="${colours.ground}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`
  const said = lines.map((one, index) => text(x + width / 2, y + 12 + index * 16, one, look))
  return `<g data-way="${way.from} ${way.to}">${arrow(way.points, colours)}${said.join('')}</g>`
}

const edges = {
  leaf: 'rx="6"',
  group: 'rx="10"',
  parallel: 'rx="10" stroke-dasharray="6 4"',
  elsewhere: 'rx="6" stroke-dasharray="2 3"',
} as const

function drawState(
  { path, state, box, kind }: DrawnState,
  lit: boolean,
  colours: Colours,
  words: DiagramWords,
): string {
  const [x, y, width, height] = box
  const isInner = kind === 'leaf' || kind === 'elsewhere'
  const colour = lit ? colours.here : isInner ? colours.ink : colours.muted
  const edge = rectangle(
    box,
    `${edges[kind]} fill="${isInner ? colours.ground : 'none'}" stroke="${colour}" stroke-width="${lit ? 3 : 1.25}"`,
  )
  const mark = lit && isInner ? (path.endsWith('.done') ? words.done : words.here) : undefined
  const nameY = isInner ? y + height / 2 + (mark ? -2 : 5) : y + 22
  const nameX = isInner ? x + width / 2 : x + 14
  const anchor = isInner ? 'text-anchor="middle"' : ''
  const name = text(
    nameX,
    nameY,
    nameOf(words, state),
    `${anchor} font-size="14" font-weight="${lit || !isInner ? 600 : 400}" fill="${kind === 'elsewhere' ? colours.muted : colours.ink}"`,
  )
  const said = mark
    ? text(
        nameX,
        y + height - 8,
        mark,
        `text-anchor="middle" font-size="12" font-weight="600" fill="${colours.here}"`,
      )
    : ''
  return `<g data-state="${path}"${lit ? ' data-here="true"' : ''}>${edge}${name}${said}</g>`
}

const dot = ([x, y, size]: Box, more: string): string =>
  `<circle cx="${x + size / 2}" cy="${y + size / 2}" r="${size / 2 - 1}" ${more}/>`

const arrowHead = ({ muted }: Colours): string =>
  `<defs><marker id="lifecycle-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="${muted}"/></marker></defs>`

/**
 * The life of a terminal as a picture: its states, how one leads to another, and where a record is now. It needs no script, no
 * font and no style sheet, so that it stands in a page under a strict content security policy. `data-state` names each state by its
 * path, as in `live.service.suspended.held`, `data-here` those that the record is in. Beside it belongs `outlineOf`, for readers who
 * see no picture.
 *
 * @param diagrams `diagramsEn` or `diagramsZhCn`; a page that names one does not load the other.
 * @returns the text of an `svg` element; the same for the same input.
 * @example figure.innerHTML = toSvg(diagramsEn, { part: 'closing', record })
 */
export function toSvg(
  { words, drawings }: Diagrams,
  { part = 'whole', record, colours = 'page' }: SvgOptions = {},
): string {
  const { size, states, ways, begins, any } = drawings[part]
  const own = colourSets[colours]
  const lit = litIn(record)
  const draw = (state: DrawnState) => drawState(state, isHere(state, lit), own, words)
  const isInner = ({ kind }: DrawnState) => kind === 'leaf' || kind === 'elsewhere'
  const now = states.filter((state) => isInner(state) && isHere(state, lit))
  const name = nameOf(words, part === 'whole' ? 'terminalLifecycle' : part)
  const title = [name, now.map(({ state }) => nameOf(words, state)).join(words.and)].filter(
    (said) => said !== '',
  )
  const [width, height] = size
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="${words.lang}" font-family="${fonts}">`,
    `<title>${escaped(title.join(` · ${words.here}: `))}</title>`,
    arrowHead(own),
    ...(colours === 'page' ? [] : [`<rect width="${width}" height="${height}" fill="${own.ground}"/>`]),
    ...states.filter((state) => !isInner(state)).map(draw),
    ...begins.map(({ points }) => arrow(points, own)),
    ...begins.map(({ points: [[x, y] = [0, 0]] }) => dot([x - 6, y - 6, 12, 12], `fill="${own.muted}"`)),
    ...any.map((box) =>
      dot(box, `fill="none" stroke="${own.muted}"`).replace('/>', `><title>${words.any}</title></circle>`),
    ),
    ...ways.map((way) => drawWay(way, own, words)),
    ...states.filter(isInner).map(draw),
    '</svg>',
  ].join('\n')
}
