import { describeDiagram } from './describe-diagram.ts'
import { drawState, drawWay, isInner } from './draw.ts'
import type { DiagramOptions, Diagrams, DrawnState } from './drawing.ts'
import { isHere, litIn } from './lit.ts'
import { arrow, colourSets, dot, escaped } from './marks.ts'
import { narrowDrawing } from './narrow.ts'
import { nameOf } from './words.ts'

/** What is drawn, and in which colours. */
export interface SvgOptions extends DiagramOptions {
  /**
   * `page`: in the colour of the text around it, and of the custom properties `--lifecycle-ground`, `--lifecycle-muted` and
   * `--lifecycle-here` where the page sets them. The others stand alone, as a file.
   * @default 'page'
   */
  colours?: 'page' | 'light' | 'dark' | undefined
  /**
   * `wide` is as wide as the part needs, up to 1 128 pixels. `narrow` is 328 pixels wide, for a phone: its letters stay at 12
   * pixels and more, each state stands under the one before, and long words go on in the next line.
   * @default 'wide'
   */
  width?: 'wide' | 'narrow' | undefined
}

/** Fits into 360 pixels with a margin of 16 at each side. */
const narrow = 328

const fonts =
  "-apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif"

/**
 * The life of a terminal as a picture: its states, how one leads to another, and where a record is now. It needs no script, no
 * font, no style sheet and no id, so that it stands in a page under a strict content security policy, and several in one page.
 * `data-state` names each state by its path, as in `live.service.suspended.held`, `data-here` those that the record is in. `title`
 * and `desc` say the same to whoever sees no picture; `outlineOf` says it as a list.
 *
 * @param diagrams `diagramsEn` or `diagramsZhCn`; a page that names one does not load the other.
 * @returns the text of an `svg` element; the same for the same input.
 * @example figure.innerHTML = toSvg(diagramsEn, { part: 'closing', record, width: 'narrow' })
 */
export function toSvg(
  diagrams: Diagrams,
  { part = 'whole', record, colours = 'page', width = 'wide' }: SvgOptions = {},
): string {
  const { words, drawings } = diagrams
  const drawing = width === 'narrow' ? narrowDrawing(diagrams, part, narrow) : drawings[part]
  const { size, states, ways, begins, any } = drawing
  const own = colourSets[colours]
  const lit = litIn(record)
  const draw = (state: DrawnState) => drawState(state, isHere(state, lit), own, words)
  const now = states.filter((state) => isInner(state) && isHere(state, lit))
  const name = nameOf(words, part === 'whole' ? 'terminalLifecycle' : part)
  const title = [name, now.map(({ state }) => nameOf(words, state)).join(words.and)].filter(
    (said) => said !== '',
  )
  const [wide, high] = size
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" role="img" lang="${words.lang}" font-family="${fonts}">`,
    `<title>${escaped(title.join(` · ${words.here}: `))}</title>`,
    `<desc>${escaped(describeDiagram(diagrams, { part }))}</desc>`,
    ...(colours === 'page' ? [] : [`<rect width="${wide}" height="${high}" fill="${own.ground}"/>`]),
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
