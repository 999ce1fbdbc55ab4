import type { KeptDocument } from 'terminal-lifecycle/backend'
import type { DocumentRef } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { formatIssues, parseForm } from 'terminal-lifecycle/schemas'
import { paperOf, type Sent, valuesOf } from './act-read.ts'
import { fieldWords } from './act-words.ts'
import {
  type Asked,
  applicationFields,
  applicationSlots,
  openHolds,
  type Process,
  remediesOf,
  schemas,
} from './application-fields.ts'
import type { Office } from './office.ts'
import type { Reader } from './reader.ts'
import { bring, factsIn, referenceOf } from './slots.ts'

/** The application as it was sent: what would be filed, and all that is wrong with it. */
export interface Filed {
  readonly request: Readonly<Record<string, unknown>> | undefined
  readonly wrong: ReadonlyMap<string, string>
  /** Files that have come, by the place of their paper. */
  readonly kept: ReadonlyMap<string, KeptDocument>
}

export interface Given {
  readonly sent: Sent
  readonly files: Readonly<Record<string, File | undefined>>
}

/** The holds that were ticked, each with its place on the page. */
const chosenHolds = (record: LifecycleRecord, sent: Sent) =>
  openHolds(record).flatMap((hold, place) => (sent.holdIds?.includes(hold.holdId) ? [{ hold, place }] : []))

export const askedIn = (process: Process, record: LifecycleRecord, sent: Sent): Asked => {
  const reasons =
    process === 'reinstatement'
      ? [...new Set(chosenHolds(record, sent).map(({ hold }) => hold.code))]
      : (sent.reason ?? []).filter(Boolean)
  const first = { process, record, reasons, answers: {} } as const
  // Some questions follow from answers to others: these are read before it is known which questions there are.
  return { ...first, answers: valuesOf(applicationFields(first), sent, record) }
}

/** The papers that come with it: on file, brought now, or brought with an attempt before this one. */
const papersIn = async (office: Office, reader: Reader, asked: Asked, given: Given) => {
  const { words } = reader
  const { record } = asked
  const documents: DocumentRef[] = []
  const kept = new Map<string, KeptDocument>()
  const wrong = new Map<string, string>()
  for (const slot of applicationSlots(asked)) {
    const onFile = given.sent[`${slot.path}.onFile`]?.[0]
    if (onFile && slot.onFile.includes(onFile)) {
      documents.push(paperOf(record, onFile) as DocumentRef)
      continue
    }
    const brought = await bring(office, reader, slot, given)
    const said = factsIn(reader, slot, given.sent, record.context.identity.currency)
    for (const [path, message] of said.wrong) wrong.set(path, message)
    if (brought.wrong !== undefined) wrong.set(slot.path, brought.wrong)
    else if (brought.kept) {
      kept.set(slot.path, brought.kept)
      documents.push(referenceOf(brought.kept, said.facts))
    } else if (!slot.optional) wrong.set(slot.path, words.paperMissing)
  }
  return { documents, kept, wrong }
}

const ofProcess = (
  { process, record, reasons }: Asked,
  { sent }: Given,
  documents: readonly DocumentRef[],
  at: string,
): Readonly<Record<string, unknown>> => {
  const { terminalId } = record.context.identity
  const procedureVersion = sent._procedure?.[0]
  if (process === 'suspension')
    return { terminalIds: [terminalId], reason: reasons[0], duration: 'temporary', procedureVersion }
  if (process === 'closure') return { terminalId, reason: reasons[0], duration: 'permanent' }
  const evidence = documents.map(({ id }) => id)
  const entries = remediesOf(record)
  const remedies = chosenHolds(record, sent).map(({ hold: { holdId }, place }) => {
    const said = valuesOf(entries[place]?.fields ?? [], sent, record)
    return { holdId, ...said, evidence }
  })
  return {
    terminalId,
    reasons,
    procedureVersion,
    holdIds: remedies.map(({ holdId }) => holdId),
    remedies,
    at,
  }
}

/** `/remedies/0/kind` of the request is the entry of the first hold that was ticked. */
const pathOnPage = (record: LifecycleRecord, sent: Sent, pointer: string): string => {
  const path = pointer.slice(1).replaceAll('/', '.')
  const [, index, rest = ''] = /^remedies\.(\d+)(.*)$/.exec(path) ?? []
  const chosen = index === undefined ? undefined : chosenHolds(record, sent)[Number(index)]
  return chosen ? `remedies.${chosen.place}${rest}` : path
}

export const readApplication = async (
  office: Office,
  reader: Reader,
  asked: Asked,
  given: Given,
): Promise<Filed> => {
  const { process, record } = asked
  const { sent } = given
  const now = office.clock.now()
  const { documents, kept, wrong: lacking } = await papersIn(office, reader, asked, given)
  const { merchantId } = record.context.identity
  const answers = valuesOf(applicationFields(asked), sent, record)
  const { at: _, ...members } = ofProcess(asked, given, documents, now)
  const acknowledgement = answers.acknowledgement as object | undefined
  const whole = {
    // What a group lacks is then said of its member.
    ...{ signatory: {}, contact: {}, channel: undefined },
    ...answers,
    ...(process === 'closure' && {
      acknowledgement: { contractReviewed: false, ...acknowledgement, at: now },
    }),
    ...{ process, merchantId, documents, applicationId: sent._application?.[0] },
    ...members,
  }
  const result = parseForm(schemas[process] as never, whole)
  const labelOf = (field: string) => fieldWords(reader, `${process}.requested`, field).label
  const issues = result.success ? [] : formatIssues(result.issues, reader.locale, labelOf)
  const wrong = new Map<string, string>()
  for (const { path, message } of issues) {
    const at = pathOnPage(record, sent, path)
    if (!wrong.has(at)) wrong.set(at, message)
  }
  for (const [path, message] of lacking) wrong.set(path, message)
  // That there is no paper at all is said at a paper.
  const none = wrong.get('documents')
  if (none !== undefined && wrong.delete('documents') && lacking.size === 0)
    wrong.set('paper.supporting_evidence', none)
  return {
    request: result.success && wrong.size === 0 ? (result.data as Filed['request']) : undefined,
    wrong,
    kept,
  }
}
