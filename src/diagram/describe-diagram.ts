import type { DiagramOptions, Diagrams } from './drawing.ts'
import { outlineOf } from './outline.ts'

/** What a picture shows, for its `desc`: each state that something leads out of, and where to. */
export const describeDiagram = (diagrams: Diagrams, options: DiagramOptions): string =>
  outlineOf(diagrams, options)
    .filter(({ ways }) => ways.length > 0)
    .map(({ text, ways }) => `${text}: ${ways.map((way) => `${way.text} → ${way.toText}`).join('; ')}.`)
    .join('\n')
