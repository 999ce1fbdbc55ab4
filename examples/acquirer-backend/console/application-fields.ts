import {
  type Channel,
  type DocumentType,
  type EventType,
  reasonProfiles,
  remediesFor,
  type SuspensionReason,
} from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import {
  ClosureRequest,
  createForm,
  type FormField,
  ReinstatementRequest,
  SuspensionRequest,
} from 'terminal-lifecycle/schemas'
import { type ActField, fieldsOfSchema } from './act-schema.ts'
import type { Slot } from './slots.ts'

export type Process = 'closure' | 'suspension' | 'reinstatement'

const events: Readonly<Partial<Record<EventType, Process>>> = {
  'closure.requested': 'closure',
  'suspension.requested': 'suspension',
  'reinstatement.requested': 'reinstatement',
}
export const processIn = (type: EventType): Process | undefined => events[type]

export const schemas = {
  closure: ClosureRequest,
  suspension: SuspensionRequest,
  reinstatement: ReinstatementRequest,
} as const

/** Read once: what a form asks for is the same for everybody. */
const fields: Readonly<Record<Process, readonly ActField[]>> = {
  closure: fieldsOfSchema(ClosureRequest),
  suspension: fieldsOfSchema(SuspensionRequest),
  reinstatement: fieldsOfSchema(ReinstatementRequest),
}

/** How somebody at a desk hears of it: what a merchant does online goes by the portal. */
const channels: readonly Channel[] = [
  ...(['offline', 'hotline', 'post', 'email'] as const),
  ...(['onlineSupport', 'onlineChat', 'remoteAssistance'] as const),
]

/** The record knows them, or they have a place of their own on the page. */
const known: ReadonlySet<string> = new Set([
  ...['process', 'applicationId', 'merchantId', 'terminalId', 'terminalIds', 'duration', 'procedureVersion'],
  ...['reason', 'reasons', 'holdIds', 'remedies', 'documents'],
])

/** What was answered so far, as far as other questions follow from it. */
export interface Asked {
  readonly process: Process
  readonly record: LifecycleRecord
  /** One for a closure or a suspension; those of the holds for a reinstatement. */
  readonly reasons: readonly string[]
  readonly answers: Readonly<Record<string, unknown>>
}

/** The holds that an application may ask to have lifted. */
export const openHolds = ({ context }: LifecycleRecord) =>
  Object.values(context.holds).filter(({ status }) => status === 'effective')

const planOf = ({ process, record, reasons, answers }: Asked) => {
  const { devices, identity } = record.context
  const all = Object.values(devices)
  const ownsDevices = all.length === 0 ? undefined : all.every(({ owner }) => owner === 'merchant')
  const merchant = { type: identity.merchantType, ownsDevices }
  const answered = process === 'reinstatement' ? { ...answers, reasons } : { ...answers, reason: reasons[0] }
  return createForm(process, { merchant, answers: answered as never })
}

/** Reasons that a merchant may give. */
export const reasonsFor = (process: 'closure' | 'suspension', record: LifecycleRecord): readonly string[] =>
  planOf({ process, record, reasons: [], answers: {} }).fields.find(({ name }) => name === 'reason')
    ?.choices ?? []

const isTechnical = (reason: string): boolean =>
  Object.hasOwn(reasonProfiles, reason) && reasonProfiles[reason as SuspensionReason].category === 'technical'

const narrowed = (
  field: ActField,
  { choices, required }: FormField,
  plan: ReadonlySet<string>,
  { record }: Asked,
): ActField => {
  const own = { ...field, optional: !required } as ActField
  if (field.path === 'channel') return { ...own, kind: 'choice', values: channels }
  if (field.path === 'serialNumber')
    return { ...own, kind: 'choice', values: Object.keys(record.context.devices) }
  if (field.kind === 'choice' && choices) return { ...own, kind: 'choice', values: choices }
  if (field.kind !== 'group') return own
  const members = field.fields.filter(
    ({ path }) =>
      path !== 'acknowledgement.at' && (path !== 'signatory.mandateRef' || plan.has('signatory.mandateRef')),
  )
  // Whoever is asked for the mandate has to name it.
  const inner = members.map((one) =>
    one.path === 'signatory.mandateRef' ? { ...one, optional: false } : one,
  )
  return { ...own, kind: 'group', fields: inner }
}

/** What was done about one hold: what suits its reason can be chosen. */
const remedyFields = (place: number, code: SuspensionReason): readonly ActField[] => {
  const at = `remedies.${place}`
  const rows = fields.reinstatement.find(({ path }) => path === 'remedies')
  const members = rows?.kind === 'rows' ? rows.fields : []
  return members.flatMap((field): readonly ActField[] => {
    if (field.name === 'holdId' || field.name === 'evidence') return []
    // Only whoever installs software needs to be authorised.
    const isSoftware = remediesFor[code].some((kind) => kind === 'reinstall' || kind === 'update')
    if (field.name === 'providerAuthorisation' && !isSoftware) return []
    const own = { ...field, path: `${at}.${field.name}` }
    return [field.name === 'kind' ? { ...own, kind: 'choice', values: remediesFor[code] } : own]
  })
}

/** The remedies of a reinstatement, one entry for each hold. */
export const remediesOf = (record: LifecycleRecord) =>
  openHolds(record).map((hold, place) => ({ hold, fields: remedyFields(place, hold.code) }))

/** Fields that apply to this merchant, this reason and what was answered so far; nothing else is asked for. */
export const applicationFields = (asked: Asked): readonly ActField[] => {
  const plan = planOf(asked)
  const names = new Set(plan.fields.map(({ name }) => name))
  return plan.fields.flatMap((wanted) => {
    if (known.has(wanted.name)) return []
    if (wanted.name === 'fault' && !asked.reasons.some(isTechnical)) return []
    const field = fields[asked.process].find(({ name }) => name === wanted.name)
    return field ? [narrowed(field, wanted, names, asked)] : []
  })
}

/** The form is a paper too: what is filled in here is it. */
const isForm = (type: DocumentType): boolean => /_(?:request|form)$/.test(type)

/** The papers of the reason, each with what is on file of it; and room for one more. */
export const applicationSlots = (asked: Asked): readonly Slot[] => {
  const { documents } = asked.record.context
  const wanted = planOf(asked).papers.filter(({ type }) => !isForm(type))
  const slots = wanted.map(({ type, alternatives = [] }): Slot => {
    const doing = Object.values(documents).filter(
      (paper) => !paper.isRejected && [type, ...alternatives].includes(paper.type),
    )
    return { path: `paper.${type}`, type, optional: false, onFile: doing.map(({ id }) => id) }
  })
  const type: DocumentType = 'supporting_evidence'
  return [...slots, { path: `paper.${type}`, type, optional: true, onFile: [] }]
}
