import * as z from 'zod'
import { chargeKinds, inOrder } from '../../domain/index.ts'
import { crossField } from '../forms/cross-field.ts'
import { Contact, Line, MaskedNumber, Prose } from '../forms/fields.ts'
import { LicenceNumber } from '../licence-number.ts'
import { Day, Instant, listOf, Money, Reference } from '../primitives.ts'
import { oneCurrency } from './amounts.ts'
import { head } from './head.ts'

const validity = {
  validFrom: Day.optional(),
  /** Last day of validity. */
  validTo: Day.optional(),
  /** Valid indefinitely (长期): written down, not to be guessed from a missing day. */
  longTerm: z.literal(true).optional(),
}
type Validity = z.output<z.ZodObject<typeof validity>>

/** A paper is valid until a day or indefinitely; which of the two must be said. */
const validityRules = [
  crossField<Validity>()({
    code: 'VALIDITY_UNCLEAR',
    reads: ['validTo', 'longTerm'],
    holds: ({ validTo, longTerm }) => (validTo === undefined) !== (longTerm === undefined),
  }),
  crossField<Validity>()({
    code: 'PERIOD_REVERSED',
    reads: ['validTo', 'validFrom'],
    holds: ({ validFrom, validTo }) => inOrder(validFrom, validTo),
  }),
] as const

/** Business licence. (DOC-05, R-019, R-119) */
export const BusinessLicence = z
  .strictObject({
    type: z.literal('business_licence'),
    ...head,
    /** On a licence from before the code, the registration number of 15 digits. */
    unifiedSocialCreditCode: LicenceNumber,
    name: Line,
    legalRepresentative: Line,
    ...validity,
  })
  .check(...validityRules)
export interface BusinessLicence extends z.output<typeof BusinessLicence> {}

/** Identity proof: kind, holder, validity and the last characters; the number itself is not kept. (DOC-06, R-057) */
export const IdentityProof = z
  .strictObject({
    type: z.literal('identity_proof'),
    ...head,
    idType: z.enum(['residentIdentityCard', 'passport', 'hongKongMacaoPermit', 'taiwanPermit', 'other']),
    holderName: Line,
    idNumberMasked: MaskedNumber,
    role: z.enum(['legalRepresentative', 'owner', 'operator', 'attorney']),
    ...validity,
  })
  .check(...validityRules)
export interface IdentityProof extends z.output<typeof IdentityProof> {}

/** Lets somebody sign for another, for what and how long. */
export const PowerOfAttorney = z
  .strictObject({
    type: z.literal('power_of_attorney'),
    ...head,
    grantor: Line,
    attorneyName: Line,
    attorneyPersonId: Reference,
    scope: z
      .array(z.enum(['apply', 'handOverDevice', 'settle', 'payoutAccount', 'appeal']))
      .min(1)
      .max(5),
    notarised: z.boolean(),
    ...validity,
  })
  .check(...validityRules)
export interface PowerOfAttorney extends z.output<typeof PowerOfAttorney> {}

/** The merchant is insolvent: from here the administrator acts. */
export const InsolvencyNotice = z.strictObject({
  type: z.literal('insolvency_notice'),
  ...head,
  court: Line,
  caseReference: Line,
  openedOn: Day,
  administrator: z.strictObject({ name: Line, personId: Reference, contact: Contact }),
})
export interface InsolvencyNotice extends z.output<typeof InsolvencyNotice> {}

const contract = z.strictObject({
  type: z.literal('service_contract'),
  ...head,
  contractNo: Line,
  /** With whom it was made; a third party's contract does not bind the acquirer. */
  counterparty: z.strictObject({
    name: Line,
    role: z.enum(['paymentInstitution', 'bank', 'serviceProvider', 'thirdPartyProvider']),
  }),
  signedOn: Day,
  /** Last day; left out for a contract without an end. */
  expiresOn: Day.optional(),
  renewed: z.boolean(),
  terminationClause: Prose,
  refundClause: Prose,
  breachLiability: Prose,
  fees: listOf(z.strictObject({ kind: z.enum(chargeKinds), amount: Money }), { max: 50 }),
  deposits: listOf(z.strictObject({ kind: z.enum(['guarantee', 'device_pledge']), amount: Money }), {
    max: 20,
  }),
  earlyTerminationFee: Money.optional(),
  /** Read before the procedure was started. */
  reviewedAt: Instant.optional(),
})
type Contract = z.output<typeof contract>
/** The service contract, with the clauses that a closure turns on. (DOC-16, R-184, R-185) */
export const ServiceContract = contract.check(
  crossField<Contract>()({
    code: 'PERIOD_REVERSED',
    reads: ['expiresOn', 'signedOn'],
    holds: ({ signedOn, expiresOn }) => inOrder(signedOn, expiresOn),
  }),
  crossField<Contract>()({
    code: 'CURRENCY_MISMATCH',
    reads: ['fees', 'deposits', 'earlyTerminationFee'],
    holds: ({ fees, deposits, earlyTerminationFee }) =>
      oneCurrency(...[...fees, ...deposits].map(({ amount }) => amount), earlyTerminationFee),
  }),
)
export interface ServiceContract extends z.output<typeof ServiceContract> {}
