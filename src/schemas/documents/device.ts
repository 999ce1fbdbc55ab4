import * as z from 'zod'
import { damageCauses, deviceConditions, inOrder, lossKinds, testChecks } from '../../domain/index.ts'
import { crossField, requiredWhen } from '../forms/cross-field.ts'
import { Line, Prose } from '../forms/fields.ts'
import { Count, Day, Digest, Instant, listOf, Money, Reference, SerialNumber } from '../primitives.ts'
import { deviceHead, head } from './head.ts'

const returned = z.strictObject({
  type: z.literal('device_return_record'),
  ...deviceHead,
  model: Line,
  accessories: z.array(z.strictObject({ name: Line, expected: Count, returned: Count })).max(20),
  /** Sent or brought by the merchant, or fetched. */
  mode: z.enum(['return', 'collection']),
  destination: z.enum(['institution', 'designatedPlace']),
  address: Prose.optional(),
  carrier: Line.optional(),
  trackingNo: Reference.optional(),
  bagNo: Reference.optional(),
  shippedAt: Instant.optional(),
  receivedAt: Instant.optional(),
  receivedBy: Reference.optional(),
  condition: z.enum(deviceConditions).optional(),
  /** Of the pictures taken at hand-over. */
  photoHashes: listOf(Digest, { max: 20 }),
  /** Paid by some providers for a device that comes back in good condition. */
  recoveryValue: Money.optional(),
})
type Returned = z.output<typeof returned>
/** The way of a device back to its owner. (DOC-18, R-023, R-217, R-224) */
export const DeviceReturnRecord = returned.check(
  requiredWhen<Returned>()('address', 'mode', ({ mode }) => mode === 'collection'),
  requiredWhen<Returned>()('trackingNo', 'carrier', ({ carrier }) => carrier !== undefined),
  requiredWhen<Returned>()('receivedBy', 'receivedAt', ({ receivedAt }) => receivedAt !== undefined),
  crossField<Returned>()({
    code: 'PERIOD_REVERSED',
    reads: ['receivedAt', 'shippedAt'],
    holds: ({ shippedAt, receivedAt }) => inOrder(shippedAt, receivedAt),
  }),
)
export interface DeviceReturnRecord extends z.output<typeof DeviceReturnRecord> {}

/** Another acquirer that uses the device too says whether it may go. */
export const TenantConsent = z.strictObject({
  type: z.literal('tenant_consent'),
  ...deviceHead,
  tenant: Line,
  result: z.enum(['agreed', 'refused']),
  decidedAt: Instant,
})
export interface TenantConsent extends z.output<typeof TenantConsent> {}

const damage = z.strictObject({
  type: z.literal('damage_report'),
  ...deviceHead,
  reportedAt: Instant,
  discoveredBy: Reference,
  description: Prose,
  photoHashes: listOf(Digest, { max: 20 }),
  cause: z.enum(damageCauses),
  assessor: Line.optional(),
  liability: z.enum(['merchant', 'provider', 'undetermined']),
  /** The clause that lays the damage on somebody other than its cause does. */
  contractClause: Line.optional(),
  compensation: z.strictObject({ amount: Money, paidAt: Instant.optional() }).optional(),
  resolution: z.enum(['open', 'repair', 'replace', 'compensate', 'waived', 'disputed']),
})
type Damage = z.output<typeof damage>
const liabilityOf = { human: 'merchant', nonHuman: 'provider', undetermined: 'undetermined' } as const
/** A damage, its cause and who pays: the cause decides, unless the contract says otherwise. (DOC-19, R-240, R-241, C-05) */
export const DamageReport = damage.check(
  crossField<Damage>()({
    code: 'LIABILITY_WITHOUT_GROUND',
    reads: ['liability', 'cause', 'contractClause'],
    holds: ({ liability, cause, contractClause }) =>
      liability === liabilityOf[cause] || liability === 'undetermined' || contractClause !== undefined,
  }),
  requiredWhen<Damage>()('compensation', 'resolution', ({ resolution }) => resolution === 'compensate'),
)
export interface DamageReport extends z.output<typeof DamageReport> {}

const repair = z.strictObject({
  type: z.literal('repair_or_replacement_record'),
  ...head,
  workOrderId: Reference,
  kind: z.enum(['repair', 'replacement', 'reinstall', 'update']),
  performedBy: z.enum(['supplier', 'provider', 'serviceProvider', 'repairer', 'technician', 'merchant']),
  /** Payment software is signed: a merchant who installs it needs the provider's word. (C-23) */
  providerAuthorisation: Reference.optional(),
  startedAt: Instant,
  completedAt: Instant,
  oldSerial: SerialNumber,
  newSerial: SerialNumber.optional(),
  newTerminalId: Reference.optional(),
  softwareVersion: Line.optional(),
  liability: z.enum(['merchant', 'provider', 'supplier', 'undetermined']).optional(),
})
type Repair = z.output<typeof repair>
const installs = ({ kind }: Pick<Repair, 'kind'>) => kind === 'reinstall' || kind === 'update'
/** A device was mended, exchanged or given new software. (DOC-20, R-135, R-265, R-267, R-280) */
export const RepairOrReplacementRecord = repair.check(
  requiredWhen<Repair>()('newSerial', 'kind', ({ kind }) => kind === 'replacement'),
  requiredWhen<Repair>()('softwareVersion', 'kind', ({ kind }) => installs({ kind })),
  crossField<Repair>()({
    code: 'PROVIDER_AUTHORISATION_REQUIRED',
    reads: ['providerAuthorisation', 'kind', 'performedBy'],
    holds: ({ kind, performedBy, providerAuthorisation }) =>
      !installs({ kind }) || performedBy !== 'merchant' || providerAuthorisation !== undefined,
  }),
  crossField<Repair>()({
    code: 'DUPLICATE_ITEM',
    reads: ['newSerial', 'oldSerial'],
    holds: ({ oldSerial, newSerial }) => oldSerial !== newSerial,
  }),
  crossField<Repair>()({
    code: 'PERIOD_REVERSED',
    reads: ['completedAt', 'startedAt'],
    holds: ({ startedAt, completedAt }) => inOrder(startedAt, completedAt),
  }),
)
export interface RepairOrReplacementRecord extends z.output<typeof RepairOrReplacementRecord> {}

const test = z.strictObject({
  type: z.literal('device_test_record'),
  ...deviceHead,
  testedAt: Instant,
  testedBy: Reference,
  kind: z.enum(['smoke', 'full']),
  checks: z
    .array(z.strictObject({ name: z.enum(testChecks), passed: z.boolean(), note: Prose.optional() }))
    .min(1)
    .max(testChecks.length),
  result: z.enum(['pass', 'fail']),
})
/** A test after repair, update or reinstatement; it passes when every check of it does. (DOC-21, R-259, R-271, R-298) */
export const DeviceTestRecord = test.check(
  crossField<z.output<typeof test>>()({
    code: 'RESULT_MISMATCH',
    reads: ['result', 'checks'],
    holds: ({ result, checks }) => (result === 'pass') === checks.every(({ passed }) => passed),
  }),
)
export interface DeviceTestRecord extends z.output<typeof DeviceTestRecord> {}

/** What a sealed bag and the device in it looked like on arrival. */
export const TamperInspection = z.strictObject({
  type: z.literal('tamper_inspection'),
  ...deviceHead,
  inspectedAt: Instant,
  inspectedBy: Reference,
  bagNo: Reference,
  sealIntact: z.boolean(),
  bagMatches: z.boolean(),
  serialMatches: z.boolean(),
  findings: Prose.optional(),
})
export interface TamperInspection extends z.output<typeof TamperInspection> {}

const loss = z.strictObject({
  type: z.literal('loss_report'),
  ...deviceHead,
  kind: z.enum(lossKinds),
  discoveredOn: Day,
  place: Prose,
  circumstances: Prose,
  /** Number of the report to the police; needed for a theft. */
  policeReference: Line.optional(),
  reportedBy: Reference,
})
/** A device is gone. */
export const LossReport = loss.check(
  requiredWhen<z.output<typeof loss>>()('policeReference', 'kind', ({ kind }) => kind === 'stolen'),
)
export interface LossReport extends z.output<typeof LossReport> {}
