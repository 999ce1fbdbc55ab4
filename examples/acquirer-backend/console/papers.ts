import { paperFault } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Ways } from './blockers.ts'
import { addressOfCase, type Case } from './case.ts'
import { type Html, html } from './html.ts'
import { comparedRows, comparedTable, factsInLine } from './paper-facts.ts'
import { day, nameOf, type Reader, say } from './reader.ts'
import type { PaperOnFile, Seen } from './scans.ts'
import { viewerOf } from './viewer.ts'

const addressOfPaper = (lifecycleId: string, paperId: string): string =>
  `${addressOfCase(lifecycleId)}/papers/${encodeURIComponent(paperId)}`

const nothing: Seen = { scans: [], says: {}, missing: 'elsewhere' }

/** Does it count: checked by somebody, not looked at yet, or worth nothing; and has its time run out? */
const counts = (reader: Reader, paper: PaperOnFile): Html => {
  const { words, now } = reader
  if (paper.isRejected) return html`<span class="status stopped">${words.rejectedPaper}</span>`
  if (paperFault(paper, now)?.code === 'DOCUMENT_EXPIRED')
    return html`<span class="status stopped">${words.expired}</span>`
  return paper.checkedBy === null
    ? html`<span class="status todo">${words.unchecked}</span>`
    : html`<span class="status done">${words.checked}</span>`
}

/** Until when what runs out has to be valid: today, for whoever decides today. */
const neededOf = (reader: Reader, { facts = {} }: PaperOnFile): string =>
  facts.validTo === undefined ? '' : day(reader, reader.now)

/** Those of the open application first: by them it is decided. */
const inOrder = ({ context }: LifecycleRecord): { own: ReadonlySet<string>; all: readonly PaperOnFile[] } => {
  const own = new Set(context.application?.documents.map(({ id }) => id))
  const all = Object.values(context.documents).sort(
    (one, other) => Number(own.has(other.id)) - Number(own.has(one.id)),
  )
  return { own, all }
}

/** What a reviewer reads, with the scans under it: folded, so that no byte of them is fetched before somebody looks. */
export const papersPart = (reader: Reader, { record, seen, lifecycleId }: Case): Html => {
  const { words } = reader
  const { own, all } = inOrder(record)
  const seenOf = ({ id }: PaperOnFile): Seen => seen.get(id) ?? nothing
  return html`<section data-part="papers" aria-labelledby="papers">
  <h2 id="papers">${words.papers}</h2>
  ${
    all.length === 0
      ? html`<p>${words.noPapers}</p>`
      : html`<table class="list"><thead><tr><th scope="col">${words.paper}</th><th scope="col">${words.says}</th><th scope="col">${words.needed}</th><th scope="col">${words.counts}</th></tr></thead>
  <tbody>${all.map(
    (paper) => html`<tr>
      <td data-label="${words.paper}"><a href="${addressOfPaper(lifecycleId, paper.id)}">${say(reader, 'document', paper.type)}</a><br><small class="mono">${paper.id}</small>${own.has(paper.id) ? html`<br><small>${words.ofApplication}</small>` : ''}</td>
      <td data-label="${words.says}">${factsInLine(reader, paper)}<br><small class="mono">${paper.digest.slice(0, 8)}…</small></td>
      <td data-label="${words.needed}">${neededOf(reader, paper)}</td>
      <td data-label="${words.counts}">${counts(reader, paper)}</td>
    </tr>`,
  )}</tbody></table>
  ${all.flatMap((paper) =>
    seenOf(paper).scans.map(
      (scan) =>
        html`<details><summary>${words.scan}${words.with}${say(reader, 'document', paper.type)} · ${scan.name}</summary>${viewerOf(reader, lifecycleId, paper.id, scan)}</details>`,
    ),
  )}`
  }
</section>`
}

/** A paper on a page of its own: its scan, and beside it all that is compared with it. */
export const paperPage = (
  reader: Reader,
  { record, lifecycleId, seen: all }: Case,
  paper: PaperOnFile,
  ways: Ways,
): Html => {
  const { words } = reader
  const seen = all.get(paper.id) ?? nothing
  const check = ways.get('document.checked')
  const missing: Readonly<Record<string, string>> = words
  return html`<p><a href="${addressOfCase(lifecycleId)}">${words.back}</a></p>
<h1>${say(reader, 'document', paper.type)}</h1>
<p>${record.context.identity.terminalId} · ${record.context.identity.merchantName} · ${counts(reader, paper)}</p>
<div class="beside paper">
<section aria-labelledby="scan"><h2 id="scan">${words.scan}</h2>
${seen.scans.length === 0 ? html`<p>${seen.missing ? missing[`scan_${seen.missing}`] : words.noScan}</p>` : seen.scans.map((scan) => viewerOf(reader, lifecycleId, paper.id, scan))}</section>
<section aria-labelledby="compare"><h2 id="compare">${words.toCompare}</h2>
${comparedTable(reader, comparedRows(reader, record, paper, seen))}
<dl class="sums"><div><dt>${words.broughtBy}</dt><dd>${nameOf(reader, paper.addedBy)}</dd></div>${paper.checkedBy === null ? '' : html`<div><dt>${words.checkedBy}</dt><dd>${nameOf(reader, paper.checkedBy)}</dd></div>`}</dl>
<p><small>${words.digestLabel} <span class="mono digest">${paper.digest}</span></small></p>
${check ? html`<p><a class="button first" href="${addressOfCase(lifecycleId)}/acts/document.checked?ref=${encodeURIComponent(paper.id)}">${say(reader, 'event', 'document.checked')}</a></p>` : ''}</section>
</div>`
}
