export { type Chart, type Condition, chartOf, type Place, type Way } from './chart.ts'
export {
  type Box,
  type DiagramOptions,
  type DiagramPart,
  type Diagrams,
  type Drawing,
  type DrawnState,
  type DrawnWay,
  diagramParts,
} from './drawing.ts'
// One constant for each language: a bundle that names one leaves the other out.
export { diagramsEn } from './drawn/en.ts'
export { diagramsZhCn } from './drawn/zh-cn.ts'
export { type OutlineState, outlineOf } from './outline.ts'
export { toMermaid } from './to-mermaid.ts'
export { type SvgOptions, toSvg } from './to-svg.ts'
export type { DiagramWords } from './words.ts'
