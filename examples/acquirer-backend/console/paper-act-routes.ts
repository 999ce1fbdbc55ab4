import type { EventType } from 'terminal-lifecycle/domain'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import type { ActForm } from './act-form.ts'
import type { Sent } from './act-read.ts'
import type { Given } from './application-read.ts'
import { addressOfCase, type Case } from './case.ts'
import { showCase, showNothing } from './case-routes.ts'
import type { Html } from './html.ts'
import { type ConsoleContext, type Office, show } from './office.ts'
import { addedForm, checkedForm, checkOf, documentTypeIn, sentOf } from './paper-acts.ts'
import { type Reader, say } from './reader.ts'
import type { PaperOnFile } from './scans.ts'
import { bring, factsIn, referenceOf } from './slots.ts'
import { tell, toldPart } from './telling.ts'

const paperActs = ['document.added', 'document.checked'] as const
type PaperAct = (typeof paperActs)[number]
export const isPaperAct = (type: EventType): type is PaperAct => paperActs.some((one) => one === type)

const paperIn = ({ record }: Case, id: string | undefined): PaperOnFile | undefined => {
  const { documents } = record.context
  return id !== undefined && Object.hasOwn(documents, id) ? documents[id] : undefined
}

const formOf = (
  found: Case,
  type: EventType,
  sent: Sent,
  wrong: ReadonlyMap<string, string> = new Map(),
): ActForm => ({
  ...{ type, record: found.record, fields: [], sent, wrong },
})

/** Which paper stands in the address; without one it is asked for. */
export const showPaperAct = (context: ConsoleContext, reader: Reader, found: Case, type: PaperAct) => {
  const title = say(reader, 'event', type)
  if (type === 'document.added') {
    const paper = documentTypeIn(context.req.query('paper'))
    return show(context, reader, {
      title,
      body: addedForm(reader, found, formOf(found, type, {}), { type: paper }),
    })
  }
  const paper = paperIn(found, context.req.query('ref'))
  const form = formOf(found, type, paper ? sentOf(paper) : {})
  return show(context, reader, { title, body: checkedForm(reader, found, form, paper) })
}

interface Sending {
  readonly found: Case
  readonly type: PaperAct
  readonly given: Given
}

/** An event to record, and the page that shows it again; or that page alone, where something is missing. */
type Read =
  | { readonly event: LifecycleEvent; readonly again: (wrong: ReadonlyMap<string, string>) => Html }
  | { readonly body: Html }

/** The file is taken in first: whatever else is wrong, it need not be chosen again. */
const addedIn = async (office: Office, reader: Reader, { found, given }: Sending): Promise<Read> => {
  const { sent } = given
  const type = documentTypeIn(sent.paper?.[0])
  if (type === undefined)
    return { body: addedForm(reader, found, formOf(found, 'document.added', {}), { type }) }
  const slot = { path: 'document', type }
  const { kept, wrong: refused } = await bring(office, reader, slot, given)
  const { facts, wrong } = factsIn(reader, slot, sent, found.record.context.identity.currency)
  const lacking = refused ?? (kept ? undefined : reader.words.paperMissing)
  const all = new Map([...(lacking === undefined ? [] : [['document', lacking] as const]), ...wrong])
  const again = (faults: ReadonlyMap<string, string>) =>
    addedForm(reader, found, formOf(found, 'document.added', sent, faults), { type, kept })
  if (!kept || all.size > 0) return { body: again(all) }
  const about = sent.for?.[0]?.trim()
  const event: LifecycleEvent = {
    type: 'document.added',
    document: referenceOf(kept, facts),
    ...(about && { for: about }),
  }
  return { event, again }
}

const checkedIn = (reader: Reader, { found, given: { sent } }: Sending): Read | undefined => {
  const paper = paperIn(found, sent.documentId?.[0])
  const again = (wrong: ReadonlyMap<string, string>) =>
    checkedForm(reader, found, formOf(found, 'document.checked', sent, wrong), paper)
  if (!paper) return undefined
  const { event, wrong } = checkOf(reader, found, { paper, sent, digest: sent.digest?.[0] ?? '' })
  return event ? { event, again } : { body: again(wrong) }
}

export const recordPaperAct = async (
  context: ConsoleContext,
  office: Office,
  reader: Reader,
  sending: Sending,
) => {
  const { found, type, given } = sending
  const { lifecycleId } = found
  const title = say(reader, 'event', type)
  const read = type === 'document.added' ? await addedIn(office, reader, sending) : checkedIn(reader, sending)
  if (!read) return showNothing(context, reader)
  if (!('event' in read)) return show(context, reader, { title, body: read.body, failed: true }, 422)
  const told = await tell(office.runtime, reader, {
    ...{ lifecycleId, event: read.event, commandId: given.sent._commandId?.[0] ?? '' },
  })
  if (told.outcome === 'recorded')
    return context.redirect(`${addressOfCase(lifecycleId)}?recorded=${type}`, 303)
  if (told.outcome === 'invalid')
    return show(context, reader, { title, body: read.again(told.wrong), failed: true }, 422)
  return showCase(context, reader, found, { told: toldPart(reader, told, type), status: 409 })
}
