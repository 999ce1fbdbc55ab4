import { type Chart, chartOf, type Place, placesIn, type Way } from './chart.ts'
import type { DiagramOptions, Diagrams } from './drawing.ts'
import { litIn } from './lit.ts'
import { isFromAny, shownOf } from './shown.ts'
import { type DiagramWords, linesOf, nameOf } from './words.ts'

const idOf = (path: string): string => path.replaceAll('.', '_')
const anyOf = (path: string): string => `${idOf(path)}_any`

/** Mermaid reads these as the end of a label, a name or a statement, unless they are written as numbers. */
const plain = (text: string): string => text.replaceAll(/[:;"#{}<>]/g, (char) => `#${char.codePointAt(0)};`)

function linesIn(
  place: Place,
  withAny: ReadonlySet<string>,
  words: DiagramWords,
  indent: string,
): readonly string[] {
  const { path, state, inner, initial, isParallel } = place
  const named = `${indent}state "${plain(nameOf(words, state))}" as ${idOf(path)}`
  if (inner.length === 0) return [named]
  const deeper = `${indent}  `
  const parts = inner.map((one) => linesIn(one, withAny, words, deeper))
  const divided = isParallel
    ? parts.flatMap((part, index) => (index === 0 ? part : [`${deeper}--`, ...part]))
    : parts.flat()
  return [
    `${named} {`,
    ...(initial === null ? [] : [`${deeper}[*] --> ${idOf(initial)}`]),
    ...(withAny.has(path) ? [`${deeper}state "${plain(words.any)}" as ${anyOf(path)}`] : []),
    ...divided,
    `${indent}}`,
  ]
}

/**
 * The same as Mermaid writes it, for a page or a README that draws Mermaid. It is made from the machine when it is asked for.
 *
 * @param chart of a machine that was provided with other parts: `chartOf(machine)`.
 * @returns a `stateDiagram-v2`.
 * @example toMermaid(diagramsEn, { part: 'live' })
 */
export function toMermaid(
  { words }: Pick<Diagrams, 'words'>,
  { part = 'whole', record }: DiagramOptions = {},
  chart: Chart = chartOf(),
): string {
  const { roots, elsewhere, ways } = shownOf(chart, part)
  const withAny = new Set(ways.filter(isFromAny).map(({ from }) => from))
  const lit = litIn(record)
  const all = roots.flatMap(placesIn)
  // a group has no look of its own in Mermaid
  const here = [...all.filter(({ inner }) => inner.length === 0), ...elsewhere].filter(({ path }) =>
    lit.has(path),
  )
  const wayLine = (way: Way) =>
    `  ${isFromAny(way) ? anyOf(way.from) : idOf(way.from)} --> ${idOf(way.to)}: ${plain(linesOf(words, way).join(words.and))}`
  return [
    'stateDiagram-v2',
    ...(part === 'whole' && chart.whole.initial !== null ? [`  [*] --> ${idOf(chart.whole.initial)}`] : []),
    ...[...roots, ...elsewhere.map((place) => ({ ...place, inner: [] }))].flatMap((place) =>
      linesIn(place, withAny, words, '  '),
    ),
    ...ways.map(wayLine),
    ...(here.length === 0
      ? []
      : [
          '  classDef here stroke-width:3px,font-weight:bold',
          `  class ${here.map(({ path }) => idOf(path)).join(',')} here`,
        ]),
    '',
  ].join('\n')
}
