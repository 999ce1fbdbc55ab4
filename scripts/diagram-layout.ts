// Where the states and ways of the chart stand in a diagram: worked out by ELK, which nobody needs who only draws.
import Elk, { type ElkExtendedEdge, type ElkNode, type ElkPoint } from 'elkjs/lib/elk.bundled.js'
import { type Chart, type Place, placesIn, type Way } from '../src/diagram/chart.ts'
import type { Box, DiagramPart, Drawing, DrawnState } from '../src/diagram/drawing.ts'
import { isFromAny, shownOf } from '../src/diagram/shown.ts'
import { labelSize, lineHeight, nameSize, widestOf } from '../src/diagram/text-lines.ts'
import { type DiagramWords, linesOf, nameOf } from '../src/diagram/words.ts'

const base = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '3',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
}

const isRegion = ({ path }: Place): boolean => path.startsWith('closing.clearing.')

/** Nothing leads from one to another: they stand as they fit. */
const sideBySide = ({ inner }: Place) => ({
  'elk.algorithm': 'rectpacking',
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  'elk.aspectRatio': inner.length > 2 ? '0.3' : '0.5',
  'elk.spacing.nodeNode': '12',
})

const anyOf = (path: string): string => `${path} any`
const wayId = (index: number): string => `way ${index}`
const startOf = (path: string): string => `${path} initial`

/** @returns numbers without fractions: the same picture on every machine. */
const round = (value: number | undefined): number => Math.round(value ?? 0)

const point = (id: string, size: number): ElkNode => ({
  ...{ id, width: size, height: size },
  layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' },
})

/** What ELK is given. */
function graphOf(chart: Chart, part: DiagramPart, words: DiagramWords): ElkNode {
  const { roots, elsewhere, ways } = shownOf(chart, part)
  const withAny = new Set(ways.filter(isFromAny).map(({ from }) => from))
  const order = new Map(placesIn(chart.whole).map(({ path }, place) => [path, place]))
  /** As the chart lists its states: what leads back is drawn against the direction. */
  const isForward = ({ from, to }: Way) => (order.get(from) ?? 0) < (order.get(to) ?? 0)
  const nameWidth = ({ state }: Place) => widestOf([nameOf(words, state)], nameSize)

  const nodeOf = (place: Place): ElkNode => {
    const { path, inner, initial, isParallel } = place
    if (inner.length === 0) return { id: path, width: Math.max(96, nameWidth(place) + 28), height: 44 }
    return {
      id: path,
      layoutOptions: {
        ...(isParallel
          ? sideBySide(place)
          : { ...base, 'elk.direction': isRegion(place) ? 'RIGHT' : 'DOWN' }),
        'elk.padding': '[top=40,left=16,bottom=16,right=16]',
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${nameWidth(place) + 40},60)`,
      },
      children: [
        ...(initial === null ? [] : [point(startOf(path), 12)]),
        ...(withAny.has(path) ? [point(anyOf(path), 14)] : []),
        ...inner.map(nodeOf),
      ],
    }
  }
  const edges = ways.map((way, index): ElkExtendedEdge => {
    const lines = linesOf(words, way)
    // a label without a text would have no place
    const label = {
      text: lines.join(' '),
      width: widestOf(lines, labelSize) + 8,
      height: lines.length * lineHeight + 2,
    }
    return {
      ...{ id: wayId(index), sources: [isFromAny(way) ? anyOf(way.from) : way.from], targets: [way.to] },
      ...{
        layoutOptions: { 'elk.layered.priority.direction': isForward(way) ? '10' : '0' },
        labels: [label],
      },
    }
  })
  return {
    id: 'all',
    layoutOptions: {
      ...{ ...base, 'elk.direction': 'DOWN', 'elk.padding': '[top=12,left=12,bottom=12,right=12]' },
      ...{ 'elk.json.edgeCoords': 'ROOT', 'elk.json.shapeCoords': 'ROOT' },
    },
    children: [
      ...(part === 'whole' ? [point(startOf(''), 12)] : []),
      ...[...roots, ...elsewhere.map((place) => ({ ...place, inner: [] }))].map(nodeOf),
    ],
    edges: [
      ...edges,
      ...beginsOf(chart, part).map(({ path, initial }) => ({
        id: startOf(path),
        sources: [startOf(path)],
        targets: [initial],
      })),
    ],
  }
}

/** States that begin with one of their own. */
const beginsOf = (chart: Chart, part: DiagramPart) =>
  (part === 'whole' ? [chart.whole] : shownOf(chart, part).roots)
    .flatMap(placesIn)
    .flatMap(({ path, initial }) => (initial === null ? [] : [{ path, initial }]))

const boxOf = (found: { x?: number; y?: number; width?: number; height?: number } | undefined): Box => [
  ...([round(found?.x), round(found?.y), round(found?.width), round(found?.height)] as const),
]

/** Where everything of one diagram stands. */
export async function layout(chart: Chart, part: DiagramPart, words: DiagramWords): Promise<Drawing> {
  const { roots, elsewhere, ways } = shownOf(chart, part)
  const graph = await new Elk.default().layout(graphOf(chart, part, words))
  const nodesIn = (node: ElkNode): readonly ElkNode[] => [node, ...(node.children ?? []).flatMap(nodesIn)]
  const nodes = new Map(nodesIn(graph).map((node) => [node.id, node]))
  const edges = new Map((graph.edges ?? []).map((edge) => [edge.id, edge]))
  const pointsOf = (id: string) =>
    (edges.get(id)?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint].map(({ x, y }: ElkPoint) => [round(x), round(y)] as const),
    )
  const drawn = ({ path, state }: Place, kind: DrawnState['kind']): DrawnState => ({
    ...{ path, state, kind },
    box: boxOf(nodes.get(path)),
  })
  const kindOf = ({ inner, isParallel }: Place) =>
    inner.length === 0 ? 'leaf' : isParallel ? 'parallel' : 'group'
  return {
    size: [round(graph.width), round(graph.height)],
    states: [
      ...roots.flatMap(placesIn).map((place) => drawn(place, kindOf(place))),
      ...elsewhere.map((place) => drawn(place, 'elsewhere')),
    ],
    ways: ways.map((way, index) => ({
      ...way,
      points: pointsOf(wayId(index)),
      label: boxOf(edges.get(wayId(index))?.labels?.[0]),
    })),
    begins: beginsOf(chart, part).map(({ path, initial }) => ({
      to: initial,
      points: pointsOf(startOf(path)),
    })),
    any: [...new Set(ways.filter(isFromAny).map(({ from }) => from))].map((path) =>
      boxOf(nodes.get(anyOf(path))),
    ),
  }
}
