import { createHash } from 'node:crypto'
import type { KeptDocument } from 'terminal-lifecycle/backend'
import { type DocumentRef, type DocumentType, type Facts, factProfiles } from 'terminal-lifecycle/domain'
import { describe, isTerminalLifecycleError } from 'terminal-lifecycle/errors'
import { documentFile, formatIssues, parseForm } from 'terminal-lifecycle/schemas'
import { type ActForm, fieldPart } from './act-form.ts'
import { minorUnits, plainAmount, type Sent } from './act-read.ts'
import type { ActField } from './act-schema.ts'
import { describedBy, errorAt, idOf } from './errors-part.ts'
import { type Html, html } from './html.ts'
import type { Office } from './office.ts'
import { type Reader, say } from './reader.ts'
import { fill } from './words.ts'

/** A place in a form for one paper: on file already, or brought now, with what it says. */
export interface Slot {
  /** What its fields are named after. */
  readonly path: string
  readonly type: DocumentType
  readonly optional: boolean
  /** Papers on file that would do, by their ids. */
  readonly onFile: readonly string[]
}

type Profile = Readonly<Record<string, unknown>>
const profileFor = (type: DocumentType): Profile =>
  (factProfiles as Readonly<Partial<Record<DocumentType, Profile>>>)[type] ?? {}

const factField = (path: string, name: string, kind: unknown): readonly ActField[] => {
  const own = { name, path: `${path}.facts.${name}`, optional: true }
  if (Array.isArray(kind)) return [{ ...own, kind: 'choice', values: kind as readonly string[] }]
  if (kind === 'flag') return [{ ...own, kind: 'choice', values: ['yes', 'no'] }]
  if (kind === 'instant' || kind === 'day') return [{ ...own, kind: 'day' }]
  if (kind === 'amount') return [{ ...own, kind: 'money' }]
  return kind === 'reference' ? [{ ...own, kind: 'text', long: false }] : []
}

/** What a paper of this type may say; the currency is the terminal's own. */
export const factFields = (path: string, type: DocumentType): readonly ActField[] =>
  Object.entries(profileFor(type)).flatMap(([name, kind]) => factField(path, name, kind))

const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // The 31st of February is parsed as the 3rd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The facts that were typed; a day that is none and an amount that is none are said at their fields. */
export const factsIn = (
  reader: Reader,
  { path, type }: Pick<Slot, 'path' | 'type'>,
  sent: Sent,
  currency: string,
): { readonly facts: Facts; readonly wrong: ReadonlyMap<string, string> } => {
  const facts: Record<string, string | number | boolean> = {}
  const wrong = new Map<string, string>()
  const fault = (at: string, code: 'INVALID_DAY' | 'INVALID_FORMAT'): void => {
    const [said] = formatIssues([{ path: '', code, params: {} }], reader.locale)
    wrong.set(at, said?.message ?? code)
  }
  const profile = profileFor(type)
  for (const field of factFields(path, type)) {
    const text = sent[field.path]?.[0]?.trim() ?? ''
    if (text === '') continue
    if (field.kind === 'day' && !isDay(text)) fault(field.path, 'INVALID_DAY')
    // A paper counts to the end of its last day.
    else if (field.kind === 'day')
      facts[field.name] = profile[field.name] === 'day' ? text : `${text}T23:59:59+08:00`
    else if (field.kind === 'money') {
      const amount = minorUnits(text, currency)
      if (amount === undefined) fault(field.path, 'INVALID_FORMAT')
      else Object.assign(facts, { [field.name]: amount, currency })
    } else facts[field.name] = profile[field.name] === 'flag' ? text === 'yes' : text
  }
  return { facts, wrong }
}

/** Facts of a paper as a form would have been sent with them, to begin with. */
export const sentFacts = (path: string, type: DocumentType, facts: Facts): Sent =>
  Object.fromEntries(
    factFields(path, type).flatMap((field) => {
      const value = facts[field.name]
      if (value === undefined) return []
      const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
      if (field.kind === 'day') return [[field.path, [text.slice(0, 10)]]]
      const shown = typeof value === 'number' ? plainAmount(value, String(facts.currency)) : text
      return [[field.path, [shown]]]
    }),
  )

/** The file input, what it brought before, and what the paper says. */
export const slotPart = (reader: Reader, form: ActForm, slot: Slot, kept: KeptDocument | undefined): Html => {
  const { words } = reader
  const { path, type, optional, onFile } = slot
  const id = idOf(path)
  const chosen = form.sent[`${path}.onFile`]?.[0]
  return html`<fieldset class="field slot"><legend>${say(reader, 'document', type)}${optional ? html` <span class="hint">(${words.optional})</span>` : ''}</legend>
  ${errorAt(reader, path, form.wrong)}
  ${onFile.length > 0 ? html`<div class="field"><label for="${id}-onFile">${words.paperOnFile}</label><select id="${id}-onFile" name="${path}.onFile"><option value="">${words.bringNew}</option>${onFile.map((one) => html`<option value="${one}"${one === chosen ? html` selected` : ''}>${one}</option>`)}</select></div>` : ''}
  ${kept ? html`<p class="status done">${fill(words.fileKept, { name: kept.name ?? kept.documentId })}</p><input type="hidden" name="${path}.kept" value="${kept.documentId}">` : ''}
  <div class="field"><label for="${id}">${kept ? words.otherFile : words.file}</label><p class="hint" id="${id}-hint">${words.fileHint}</p>
  <input id="${id}" name="${path}.file" type="file" accept=".pdf,.jpg,.jpeg,.png"${describedBy(path, true, form.wrong.has(path))}></div>
  ${factFields(path, type).map((field) => fieldPart(reader, form, field))}
</fieldset>`
}

/** What was brought, or is kept from the attempt before. */
export interface Brought {
  readonly kept?: KeptDocument | undefined
  /** Why the file was not taken. */
  readonly wrong?: string | undefined
}

type Files = Readonly<Record<string, File | undefined>>

/** Who sent it may name it again. */
const ownKept = async (
  { documents, clock }: Office,
  { person }: Reader,
  documentId: string | undefined,
  type: DocumentType,
): Promise<KeptDocument | undefined> => {
  const kept = documentId ? await documents.state(documentId, clock.now()) : undefined
  const { acquirerId, role, organisationId } = person.actor
  const isOwn =
    kept?.owner.acquirerId === acquirerId &&
    kept.owner.role === role &&
    kept.owner.organisationId === organisationId
  return isOwn && kept.type === type ? kept : undefined
}

/** Takes the file in as a portal's would be taken in: announced, then judged by its bytes. */
export const bring = async (
  office: Office,
  reader: Reader,
  { path, type }: Pick<Slot, 'path' | 'type'>,
  { sent, files }: { readonly sent: Sent; readonly files: Files },
): Promise<Brought> => {
  const file = files[`${path}.file`]
  if (!file || file.size === 0) {
    const kept = await ownKept(office, reader, sent[`${path}.kept`]?.[0], type)
    return kept && kept.status !== 'refused' ? { kept } : {}
  }
  const chosen = parseForm(documentFile(), { name: file.name, type: file.type, size: file.size })
  if (!chosen.success) return { wrong: formatIssues(chosen.issues, reader.locale)[0]?.message ?? '' }
  const content = new Uint8Array(await file.arrayBuffer())
  const digest = createHash('sha256').update(content).digest('hex')
  const context = {
    actor: reader.person.actor,
    idempotencyKey: `${sent._commandId?.[0] ?? ''}-${path}-${digest}`,
    expectedVersion: undefined,
    traceId: digest.slice(0, 32),
    signal: AbortSignal.timeout(30_000),
  }
  try {
    const { name, type: mediaType, size } = chosen.data
    const { documentId } = await office.backend.createDocument(
      { type, digest, size, mediaType, name },
      context,
    )
    await office.backend.putDocumentContent({ documentId, content }, context)
    return { kept: await office.documents.state(documentId, office.clock.now()) }
  } catch (error) {
    if (!isTerminalLifecycleError(error)) throw error
    return { wrong: describe(error, reader.locale).text }
  }
}

/** What an event carries of it. */
export const referenceOf = ({ documentId, type, digest }: KeptDocument, facts: Facts): DocumentRef => ({
  ...{ id: documentId, type, digest },
  ...(Object.keys(facts).length > 0 && { facts }),
})
