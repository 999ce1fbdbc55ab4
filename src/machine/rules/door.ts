import {
  type Blocker,
  blocker,
  type DocumentRef,
  type DocumentType,
  type Duty,
  type EventType,
  evidenceSlots,
  profileOf,
  reasonProfiles,
  remedyEvidence,
  type SuspensionReason,
} from '../../domain/index.ts'
import type { Vouched } from '../../schemas/index.ts'
import { keepsEvidence } from '../facts/disputes.ts'
import { isHidden } from '../facts/holds.ts'
import { faultOf } from '../facts/papers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Asked } from './kit.ts'
import { evidenceFaults, vouchingFaults } from './papers.ts'

/** Which duties the event asks for: a hold's only where money or compliance is its reason. */
export const dutiesFor = ({ policy, holds }: LifecycleContext, event: Asked<EventType>): readonly Duty[] => {
  if (policy.duties === 'any') return []
  const asked = policy.duties[event.type] ?? []
  // whoever keeps evidence need do nothing else with papers
  if (event.type === 'document.added' && saysToKeep(event)) return [...asked, 'risk']
  if (event.type === 'document.checked' && saysToKeep(event)) return ['risk']
  const { holdId, code } = event as { holdId?: string; code?: SuspensionReason }
  const known = holdId !== undefined && Object.hasOwn(holds, holdId) ? holds[holdId] : undefined
  // a hold that is made another one asks for what both ask for
  const reasons = [known?.code, code].filter((reason) => reason !== undefined)
  const isHold = event.type.startsWith('hold.')
  const isGrave =
    reasons.length === 0 ||
    limitsMoneyOrHides(event) ||
    (known !== undefined && limitsMoneyOrHides({ ...known, by: known.placedBy })) ||
    reasons.some((reason) => gravest.has(reasonProfiles[reason]?.category))
  return isHold && !isGrave ? [] : asked
}
type Grave = Pick<Asked<'hold.placed'>, 'by' | 'caps' | 'disclosure'>
/** Does it say of a paper that it is to be kept for a dispute? */
const saysToKeep = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const { facts } = value as { facts?: { hold?: unknown } | null }
  return facts?.hold === true || Object.values(value).some(saysToKeep)
}

/** A freeze of money, one that nobody is told of, or one for an authority, whatever its reason is called. */
const limitsMoneyOrHides = (given: Grave): boolean => {
  const { by, caps, disclosure } = given
  return by.onBehalfOf === 'authority' || disclosure === 'hidden' || caps?.includes('payout') === true
}
const gravest: ReadonlySet<string> = new Set(['financial', 'compliance'])

/** Has the provider's person one of the duties? Who is there to look on does nothing. */
const duty = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] => {
  const { role, duties } = event.by
  if (role !== 'provider' || context.policy.duties === 'any') return []
  const asked = dutiesFor(context, event)
  const { checked } = event as { checked?: readonly Vouched[] }
  if (saysToKeep(checked) && !keepsEvidence(context.policy, event.by))
    return [blocker('DUTY_REQUIRED', event.type, { duties: ['risk'] })]
  const looksOn = duties.length > 0 && duties.every((one) => one === 'auditor')
  const isMissing = looksOn || (asked.length > 0 && !asked.some((one) => duties.includes(one)))
  return isMissing ? [blocker('DUTY_REQUIRED', event.type, { duties: asked })] : []
}

/** In the merchant's name the provider's people write down what the merchant may ask for, and a pause that it wants at once. */
const isBeyondMerchant = ({ type, by }: Asked<EventType>): boolean => {
  const { kind, roles } = profileOf(type)
  const isForMerchant = by.role === 'provider' && by.onBehalfOf === 'merchant'
  return isForMerchant && kind === 'request' && !roles.includes('merchant') && type !== 'hold.placed'
}

/** Whom the record names speaks for a party as long as the mandate lasts, and until somebody finds it to be no good. */
const isMandateOver = (context: LifecycleContext, { by, at }: Asked<EventType>): boolean => {
  const { representatives, documents, identity, agent } = context
  const speaker = Object.hasOwn(representatives, by.role) ? representatives[by.role] : undefined
  const { personId, organisationId, mandateRef = '' } = speaker ?? {}
  const isSpeaker = personId === by.personId && organisationId === by.organisationId
  const isParty = by.organisationId === (by.role === 'merchant' ? identity.merchantId : agent?.agentId)
  const mandate = isSpeaker && !isParty && Object.hasOwn(documents, mandateRef) && documents[mandateRef]
  return !!mandate && (mandate.isRejected || faultOf(mandate, at)?.code === 'DOCUMENT_EXPIRED')
}

/** May this sender say this at all? A service provider acts under a mandate, or not at all. */
export const sender = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] => {
  const { type, by } = event
  const { roles, duty: own } = profileOf(type)
  const reports = type === 'dispute.opened' || type === 'dispute.closed'
  if (isBeyondMerchant(event)) return [blocker('ROLE_NOT_ALLOWED', type)]
  if (!roles.includes(by.role) || (reports && !context.policy.mayReportDisputes.includes(by.role)))
    return [blocker('ROLE_NOT_ALLOWED', type)]
  if (own && by.role === own.role && !by.duties.includes(own.duty))
    return [blocker('DUTY_REQUIRED', type, { duties: [own.duty] })]
  const isWithout = by.role === 'serviceProvider' && !by.mandateRef
  if (isWithout || isMandateOver(context, event)) return [blocker('MANDATE_MISSING', type)]
  return duty(context, event)
}

/** Wherever money stands in it. */
const isInOther = (currency: string, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if ('currency' in value && typeof value.currency === 'string') return value.currency !== currency
  return Object.values(value).some((member) => isInOther(currency, member))
}

/** All money of a record is in one currency. A report in another one is kept, and its money counts for nothing. */
export const currency = (
  { identity: { currency } }: LifecycleContext,
  event: Asked<EventType>,
): readonly Blocker[] => (isInOther(currency, event) ? [blocker('CURRENCY_MISMATCH', currency)] : [])

const isReference = (field: string): boolean => /^ref$|(Id|Ref|No|[Ss]erial)$/.test(field)

/** Items are kept by their keys: what every object inherits is nobody's key. In free text it is a word like any other. */
export const inherited = (event: Asked<EventType>): readonly Blocker[] => {
  const said = event as unknown as Readonly<Record<string, unknown>>
  return Object.keys(said)
    .filter((field) => isInherited(said[field]) && isReference(field))
    .map(() => blocker('REFERENCE_IN_USE'))
}
const names: ReadonlySet<unknown> = new Set(Object.getOwnPropertyNames(Object.prototype))
const isInherited = (value: unknown): boolean => names.has(value)

/** A hold that the sender must not know of is not there: not to be ended, not to be asked about, not to be told again. */
export const hidden = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] => {
  const {
    holdId,
    request,
    for: about,
  } = event as {
    holdId?: string
    request?: { holdIds?: readonly string[]; remedies?: readonly { holdId: string }[] }
    for?: string
  }
  if (holdId === undefined && about === undefined && request === undefined) return []
  const named = [holdId, about].filter((id) => id !== undefined)
  const remedied = (request?.remedies ?? []).map((remedy) => remedy.holdId)
  return [...new Set([...(request?.holdIds ?? []), ...remedied, ...named])]
    .filter((id) => isHidden(context, id, event.by.role))
    .map((id) => blocker('HOLD_UNKNOWN', id))
}

const isPaper = (value: unknown): value is DocumentRef =>
  typeof value === 'object' && value !== null && 'id' in value && 'digest' in value

/** The papers that an event brings or names, wherever they stand in it. */
export const papersIn = (event: Asked<EventType>): readonly DocumentRef[] =>
  Object.values<unknown>(event).flat().filter(isPaper)

/** A paper on file keeps its content: another one needs another id, whatever the request it comes with. */
export const papers = ({ documents }: LifecycleContext, event: Asked<EventType>): readonly Blocker[] =>
  papersIn(event)
    .filter(
      ({ id, digest, type }) =>
        Object.hasOwn(documents, id) && (documents[id]?.digest !== digest || documents[id]?.type !== type),
    )
    .map(({ id }) => blocker('REFERENCE_IN_USE', id))

/** Which papers will do in a place of the event; for a remedy it depends on the reason of its hold. */
const slotsOf = (
  context: LifecycleContext,
  event: Asked<EventType>,
): Readonly<Record<string, readonly DocumentType[]>> => {
  if (event.type !== 'hold.remedyClaimed')
    return (
      (evidenceSlots as Readonly<Partial<Record<EventType, Record<string, readonly DocumentType[]>>>>)[
        event.type
      ] ?? {}
    )
  const { holdId } = event as Asked<'hold.remedyClaimed'>
  const hold = holdId === undefined ? undefined : context.holds[holdId]
  return hold ? { evidence: remedyEvidence(hold.code) } : {}
}

/** Evidence proves what it is asked for, or it is none: its type will do, and so does what it says. */
export const evidence = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] =>
  Object.entries(slotsOf(context, event)).flatMap(([slot, wanted]) => {
    const given = [(event as unknown as Record<string, unknown>)[slot]].flat().filter(isPaper)
    const other = given.filter(({ type }) => !wanted.includes(type))
    return [
      ...other.map(({ id }) => blocker('EVIDENCE_UNSUITABLE', id, { wanted })),
      ...evidenceFaults(
        context,
        given.filter((paper) => !other.includes(paper)),
        event,
        event.type !== 'hold.remedyClaimed',
      ),
    ]
  })

/** Whoever says what it has seen names papers that are on file, with the content that is on file. */
export const vouching = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] =>
  vouchingFaults(context, (event as { checked?: readonly Vouched[] }).checked)
