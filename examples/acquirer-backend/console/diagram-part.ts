import { type DiagramPart, diagramsEn, diagramsZhCn, outlineOf, toSvg } from 'terminal-lifecycle/diagram'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { type Html, html, raw } from './html.ts'
import type { Reader } from './reader.ts'

const partOf = ({ value }: LifecycleRecord): DiagramPart =>
  typeof value === 'object' && 'live' in value ? 'live' : 'closing'

/** The chart with where the record is, as a picture and as a list. */
export const diagramPart = (reader: Reader, record: LifecycleRecord): Html => {
  const { words, locale } = reader
  const diagrams = locale === 'en' ? diagramsEn : diagramsZhCn
  const options = { part: partOf(record), record }
  return html`<section data-part="diagram" aria-labelledby="diagram">
  <h2 id="diagram">${words.diagram}</h2>
  <details><summary>${words.diagram}</summary>
  <div class="scroll diagram" role="region" tabindex="0" aria-labelledby="diagram">${raw(toSvg(diagrams, options))}</div></details>
  <details><summary>${words.diagramAsList}</summary>
  <ul class="outline">${outlineOf(diagrams, options).map(
    ({ text, depth, here, ways }) =>
      html`<li class="depth-${depth}">${here ? html`<strong>${text} (${words.here})</strong>` : text}${ways.length > 0 ? html` <small>${words.ways} ${ways.map(({ toText }) => toText).join(' · ')}</small>` : ''}</li>`,
  )}</ul></details>
</section>`
}
