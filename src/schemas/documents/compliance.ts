import * as z from 'zod'
import { capabilityNames } from '../../domain/index.ts'
import { requiredWhen } from '../forms/cross-field.ts'
import { Line, MaskedNumber, Prose } from '../forms/fields.ts'
import { Day, Instant, listOf, MerchantId, NetMoney, Reference, TerminalId } from '../primitives.ts'
import { deviceHead, head } from './head.ts'

/** The five things that stand together in the register: serial, merchant, terminal, place and settlement account. */
export const BindingChangeRecord = z.strictObject({
  type: z.literal('binding_change_record'),
  ...deviceHead,
  kind: z.enum(['bound', 'unbound']),
  merchantId: MerchantId,
  terminalId: TerminalId,
  /** Where the terminal stood. */
  location: Line,
  settlementAccountMasked: MaskedNumber,
  registryRef: Reference,
  changedAt: Instant,
})
export interface BindingChangeRecord extends z.output<typeof BindingChangeRecord> {}

/** What the host said when it was asked. */
export const HostStatusRecord = z.strictObject({
  type: z.literal('host_status_record'),
  ...head,
  merchantId: MerchantId,
  terminalId: TerminalId,
  acceptance: z.enum(['on', 'off']),
  registry: z.enum(['active', 'suspended', 'closed', 'unknown']),
  capabilities: z.partialRecord(z.enum(capabilityNames), z.boolean()),
  unsettled: NetMoney,
  readAt: Instant,
  source: Reference,
})
export interface HostStatusRecord extends z.output<typeof HostStatusRecord> {}

/** What was done about a violation or an attack; who did it bears the consequences. (DOC-24, R-139, R-268) */
export const RectificationReport = z.strictObject({
  type: z.literal('rectification_report'),
  ...head,
  violationRef: Reference,
  actions: listOf(Prose, { min: 1, max: 50 }),
  completedOn: Day,
  liabilityAccepted: z.literal(true),
  approvedBy: Reference.optional(),
})
export interface RectificationReport extends z.output<typeof RectificationReport> {}

/** An authority demands that funds, a device or data be held. */
export const AuthorityOrder = z.strictObject({
  type: z.literal('authority_order'),
  ...head,
  authority: Line,
  reference: Line,
  scope: z
    .array(z.enum(['funds', 'device', 'data', 'acceptance']))
    .min(1)
    .max(4),
  issuedOn: Day,
  expiresOn: Day.optional(),
  /** `hidden`: the merchant is not told. */
  disclosure: z.enum(['open', 'hidden']),
})
export interface AuthorityOrder extends z.output<typeof AuthorityOrder> {}

const filing = z.strictObject({
  type: z.literal('regulatory_filing'),
  ...head,
  authority: Line,
  required: z.boolean(),
  reference: Line.optional(),
  filedOn: Day.optional(),
})
type Filing = z.output<typeof filing>
/** Filed with the authority, where that is required. (DOC-28, R-305) */
export const RegulatoryFiling = filing.check(
  requiredWhen<Filing>()('reference', 'required', ({ required }) => required === true),
  requiredWhen<Filing>()('filedOn', 'required', ({ required }) => required === true),
)
export interface RegulatoryFiling extends z.output<typeof RegulatoryFiling> {}

const listing = z.strictObject({
  type: z.literal('risk_listing_record'),
  ...head,
  list: z.enum(['pcac', 'match', 'other']),
  outcome: z.enum(['filed', 'notDue']),
  grounds: Prose,
  reference: Line.optional(),
  filedOn: Day.optional(),
})
type Listing = z.output<typeof listing>
/** After a closure for violation: was the merchant put on a risk list, and if not, why not. */
export const RiskListingRecord = listing.check(
  requiredWhen<Listing>()('reference', 'outcome', ({ outcome }) => outcome === 'filed'),
  requiredWhen<Listing>()('filedOn', 'outcome', ({ outcome }) => outcome === 'filed'),
)
export interface RiskListingRecord extends z.output<typeof RiskListingRecord> {}
