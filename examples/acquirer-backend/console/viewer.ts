import { addressOfCase } from './case.ts'
import { type Html, html } from './html.ts'
import type { Reader } from './reader.ts'
import type { Scan } from './scans.ts'
import { fill } from './words.ts'

/** Where the bytes of a scan are. */
const addressOfScan = (lifecycleId: string, paperId: string, { documentId }: Scan): string =>
  `${addressOfCase(lifecycleId)}/papers/${encodeURIComponent(paperId)}/scans/${encodeURIComponent(documentId)}`

const zooms = [100, 150, 200, 300, 400] as const
const turns = [0, 90, 180, 270] as const

/** Radio buttons and the style sheet alone: a page that may run no script of its own zooms and turns all the same. */
const choices = (name: string, legend: string, values: readonly number[], unit: string): Html =>
  html`<fieldset class="dial"><legend>${legend}</legend>${values.map(
    (value, place) =>
      html`<label><input type="radio" name="${name}" value="${value}"${place === 0 ? html` checked` : ''}> ${value}${unit}</label>`,
  )}</fieldset>`

const picture = ({ words }: Reader, scan: Scan, address: string): Html => html`<div class="viewer">
  <div class="row">${choices(`zoom-${scan.documentId}`, words.zoom, zooms, '%')}${choices(`turn-${scan.documentId}`, words.turn, turns, '°')}</div>
  <div class="frame" role="region" tabindex="0" aria-label="${fill(words.scanOf, { name: scan.name })}"><div class="sheet"><img src="${address}" alt="${fill(words.scanAlt, { name: scan.name })}" loading="lazy" decoding="async"></div></div>
</div>`

/** A PDF opens in the browser's own viewer, page by page: nothing of it runs in this page. */
const opened = ({ words }: Reader, { name }: Scan, address: string): Html =>
  html`<p>${name} · <a href="${address}" target="_blank" rel="noopener">${words.openScan}</a> · <a href="${address}?as=download" download>${words.download}</a></p>`

/** One scan, to be compared with what stands beside it. */
export const viewerOf = (reader: Reader, lifecycleId: string, paperId: string, scan: Scan): Html => {
  const address = addressOfScan(lifecycleId, paperId, scan)
  const { words } = reader
  return scan.mediaType === 'application/pdf'
    ? opened(reader, scan, address)
    : html`${picture(reader, scan, address)}<p><small><a href="${address}?as=download" download>${words.download}</a> · ${scan.name}</small></p>`
}
