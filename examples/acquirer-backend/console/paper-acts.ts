import type { KeptDocument } from 'terminal-lifecycle/backend'
import { type DocumentType, documentTypes } from 'terminal-lifecycle/domain'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { type ActForm, actHead, fieldPart, hiddenPart, summaryPart } from './act-form.ts'
import type { Sent } from './act-read.ts'
import { addressOfCase, type Case } from './case.ts'
import { errorAt, idOf } from './errors-part.ts'
import { type Html, html } from './html.ts'
import { comparedRows, comparedTable } from './paper-facts.ts'
import { type Reader, say } from './reader.ts'
import type { PaperOnFile, Seen } from './scans.ts'
import { factFields, factsIn, sentFacts, slotPart } from './slots.ts'
import { viewerOf } from './viewer.ts'

export const documentTypeIn = (given: string | undefined): DocumentType | undefined =>
  documentTypes.find((type) => type === given)

/** Only these notices are about one hold or proposal. */
const givesNotice: readonly DocumentType[] = ['provider_notice', 'closure_notice']

const isShown = (path: string): boolean => path === 'counts' || path.startsWith('document')

const subjectsOf = ({ record }: Case): readonly string[] => {
  const { holds, proposal } = record.context
  return [...Object.keys(holds), ...(proposal ? [proposal.proposalId] : [])]
}

/** Which paper: what it is asked for follows from it. */
const typePart = (reader: Reader, { lifecycleId }: Case): Html => {
  const { words } = reader
  const names = documentTypes
    .map((type) => [type, say(reader, 'document', type)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, reader.locale))
  return html`<form action="${addressOfCase(lifecycleId)}/acts/document.added"><div class="field"><label for="paper">${words.whichPaper}</label>
<select id="paper" name="paper"><option value="">${words.choose}</option>${names.map(([type, name]) => html`<option value="${type}">${name}</option>`)}</select></div>
<div class="row"><button class="first">${words.goOn}</button> <a class="button" href="${addressOfCase(lifecycleId)}">${words.cancel}</a></div></form>`
}

/** A paper that somebody has brought: its file, and what it says. */
export const addedForm = (
  reader: Reader,
  found: Case,
  form: ActForm,
  { type, kept }: { readonly type: DocumentType | undefined; readonly kept?: KeptDocument | undefined },
): Html => {
  const { words } = reader
  if (type === undefined) return html`${actHead(reader, form)}${typePart(reader, found)}`
  const subjects = givesNotice.includes(type) ? subjectsOf(found) : []
  const about = { name: 'for', path: 'for', optional: true, kind: 'choice', values: subjects } as const
  const slot = { path: 'document', type, optional: false, onFile: [] }
  return html`${summaryPart(reader, 'document.added', form.wrong, isShown)}${actHead(reader, form)}
<form method="post" enctype="multipart/form-data" action="${addressOfCase(found.lifecycleId)}/acts/document.added" novalidate>
  ${hiddenPart(form)}<input type="hidden" name="paper" value="${type}">
  ${slotPart(reader, form, slot, kept)}
  ${subjects.length > 0 ? fieldPart(reader, form, about) : ''}
  <div class="row"><button class="first">${words.doIt}</button> <a class="button" href="${addressOfCase(found.lifecycleId)}">${words.cancel}</a></div>
</form>`
}

/** Papers that somebody has to look at, where none was named. */
const choosePaper = (reader: Reader, { record, lifecycleId }: Case): Html => {
  const open = Object.values(record.context.documents).filter(({ isRejected }) => !isRejected)
  return html`<h2>${reader.words.whichPaper}</h2><ul class="wanted">${open.map(({ id, type }) => html`<li><a href="${addressOfCase(lifecycleId)}/acts/document.checked?ref=${encodeURIComponent(id)}">${say(reader, 'document', type)}</a> <small class="mono">${id}</small></li>`)}</ul>`
}

/** What a paper says as it stands on file, to begin with. */
export const sentOf = ({ type, facts = {} }: PaperOnFile): Sent => sentFacts('document', type, facts)

/** The paper, its scan, and what somebody finds that it says, side by side. */
export const checkedForm = (
  reader: Reader,
  found: Case,
  form: ActForm,
  paper: PaperOnFile | undefined,
): Html => {
  const { words } = reader
  if (!paper) return html`${actHead(reader, form)}${choosePaper(reader, found)}`
  const seen: Seen = found.seen.get(paper.id) ?? { scans: [], says: {}, missing: 'elsewhere' }
  const missing: Readonly<Record<string, string>> = words
  const verdict = form.sent.counts?.[0]
  const radio = (value: 'yes' | 'no', label: string): Html =>
    html`<label class="tick"><input type="radio" name="counts" value="${value}"${verdict === value ? html` checked` : ''}> ${label}</label>`
  return html`${summaryPart(reader, 'document.checked', form.wrong, isShown)}${actHead(reader, form)}
<div class="beside paper"><section aria-labelledby="scan"><h2 id="scan">${words.scan}${words.with}${say(reader, 'document', paper.type)}</h2>
${seen.scans.length === 0 ? html`<p>${seen.missing ? missing[`scan_${seen.missing}`] : words.noScan}</p>` : seen.scans.map((scan) => viewerOf(reader, found.lifecycleId, paper.id, scan))}</section>
<section aria-labelledby="compare"><h2 id="compare">${words.toCompare}</h2>
${comparedTable(reader, comparedRows(reader, found.record, paper, seen))}
<form method="post" action="${addressOfCase(found.lifecycleId)}/acts/document.checked" novalidate>
  ${hiddenPart({ record: found.record, sent: {} })}<input type="hidden" name="documentId" value="${paper.id}"><input type="hidden" name="digest" value="${paper.digest}">
  <fieldset class="field" id="${idOf('counts')}" tabindex="-1"><legend>${words.doesItCount}</legend>${errorAt(reader, 'counts', form.wrong)}${radio('yes', words.itCounts)}${radio('no', words.itDoesNot)}</fieldset>
  ${factFields('document', paper.type).length > 0 ? html`<p class="hint">${words.factsHint}</p>` : ''}
  ${factFields('document', paper.type).map((field) => fieldPart(reader, form, field))}
  <div class="row"><button class="first">${words.doIt}</button> <a class="button" href="${addressOfCase(found.lifecycleId)}">${words.cancel}</a></div>
</form></section></div>`
}

/** The check that was sent, or what is wrong with it. */
export const checkOf = (
  reader: Reader,
  { record }: Case,
  { paper, sent, digest }: { readonly paper: PaperOnFile; readonly sent: Sent; readonly digest: string },
): { readonly event?: LifecycleEvent; readonly wrong: ReadonlyMap<string, string> } => {
  const verdict = sent.counts?.[0]
  const common = { type: 'document.checked', documentId: paper.id, digest } as const
  if (verdict === 'no') return { event: { ...common, facts: null }, wrong: new Map() }
  const place = { path: 'document', type: paper.type }
  const { facts, wrong } = factsIn(reader, place, sent, record.context.identity.currency)
  const all = new Map([...(verdict === 'yes' ? [] : [['counts', reader.words.chooseOne] as const]), ...wrong])
  return all.size > 0 ? { wrong: all } : { event: { ...common, facts }, wrong: all }
}
