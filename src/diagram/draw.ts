import type { DrawnState, DrawnWay } from './drawing.ts'
import { arrow, type Colours, rectangle, text } from './marks.ts'
import { labelSize, lineHeight, nameSize, wrapText } from './text-lines.ts'
import { type DiagramWords, linesOf, nameOf } from './words.ts'

export function drawWay(way: DrawnWay, colours: Colours, words: DiagramWords): string {
  const [left, y, width] = way.label
  const { align = 'middle' } = way
  const x = { start: left, middle: left + width / 2, end: left + width }[align]
  const lines = linesOf(words, way)
  const wrapped = align === 'middle' ? lines : lines.flatMap((one) => wrapText(one, width, labelSize))
  // A rim in the colour of the ground, where a line runs below.
  const look = `text-anchor="${align}" font-size="${labelSize}" fill="${colours.ink}" stroke="${colours.ground}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`
  const said = wrapped.map((one, index) => text(x, y + 12 + index * lineHeight, one, look))
  return `<g data-way="${way.from} ${way.to}">${arrow(way.points, colours)}${said.join('')}</g>`
}

const edges = {
  leaf: 'rx="6"',
  group: 'rx="10"',
  parallel: 'rx="10" stroke-dasharray="6 4"',
  elsewhere: 'rx="6" stroke-dasharray="2 3"',
} as const

export const isInner = ({ kind }: Pick<DrawnState, 'kind'>): boolean =>
  kind === 'leaf' || kind === 'elsewhere'

export function drawState(
  { path, state, box, kind }: DrawnState,
  lit: boolean,
  colours: Colours,
  words: DiagramWords,
): string {
  const [x, y, width, height] = box
  const leaf = isInner({ kind })
  const colour = lit ? colours.here : leaf ? colours.ink : colours.muted
  const edge = rectangle(
    box,
    `${edges[kind]} fill="${leaf ? colours.ground : 'none'}" stroke="${colour}" stroke-width="${lit ? 3 : 1.25}"`,
  )
  const mark = lit && leaf ? (path.endsWith('.done') ? words.done : words.here) : undefined
  const centre = x + width / 2
  const names = leaf ? wrapText(nameOf(words, state), width - 16, nameSize) : [nameOf(words, state)]
  const top = leaf ? y + height / 2 + (mark ? -2 : 5) - (names.length - 1) * 9 : y + 22
  const look = `font-size="${nameSize}" font-weight="${lit || !leaf ? 600 : 400}" fill="${kind === 'elsewhere' ? colours.muted : colours.ink}"`
  const said = names.map((name, index) =>
    leaf
      ? text(centre, top + index * 18, name, `text-anchor="middle" ${look}`)
      : text(x + 14, top, name, look),
  )
  if (mark)
    said.push(
      text(
        centre,
        y + height - 8,
        mark,
        `text-anchor="middle" font-size="${labelSize}" font-weight="600" fill="${colours.here}"`,
      ),
    )
  return `<g data-state="${path}"${lit ? ' data-here="true"' : ''}>${edge}${said.join('')}</g>`
}
