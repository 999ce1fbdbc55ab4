import * as z from 'zod'
import { depositKinds, merchantTypes } from '../domain/index.ts'
import { crossField } from './forms/cross-field.ts'
import { Contact, Line, MaskedNumber } from './forms/fields.ts'
import { LicenceNumber } from './licence-number.ts'
import {
  AcquirerId,
  Currency,
  Day,
  Instant,
  MerchantId,
  MinorUnits,
  Money,
  Reference,
  SerialNumber,
  TerminalId,
} from './primitives.ts'

const merchant = z.strictObject({
  acquirerId: AcquirerId,
  merchantId: MerchantId,
  merchantName: Line,
  merchantType: z.enum(merchantTypes),
  /** Or the registration number of an older licence. Needed unless the merchant is an individual without one. (OQ-03) */
  unifiedSocialCreditCode: LicenceNumber.optional(),
  /** Last day of the business licence; left out when it has none or is not known. */
  licenceValidTo: Day.optional(),
  /** The business licence has no last day (长期). */
  licenceLongTerm: z.literal(true).optional(),
  contact: Contact.optional(),
  registeredMobileMasked: MaskedNumber.optional(),
})
const Checked = merchant.check(
  crossField<z.output<typeof merchant>>()({
    code: 'REQUIRED_HERE',
    reads: ['unifiedSocialCreditCode', 'merchantType'],
    params: { because: 'merchantType' },
    holds: ({ unifiedSocialCreditCode, merchantType }) =>
      merchantType === 'individual' || unifiedSocialCreditCode !== undefined,
  }),
  crossField<z.output<typeof merchant>>()({
    code: 'VALIDITY_UNCLEAR',
    reads: ['licenceValidTo', 'licenceLongTerm'],
    holds: ({ licenceValidTo, licenceLongTerm }) =>
      licenceValidTo === undefined || licenceLongTerm === undefined,
  }),
)
/** Who holds the agreement with the acquirer, as a register lists it. */
export const Merchant: z.ZodType<Merchant, Merchant> = Checked
export interface Merchant extends z.output<typeof Checked> {}

const terminal = z.strictObject({
  acquirerId: AcquirerId,
  merchantId: MerchantId,
  terminalId: TerminalId,
  /** Of everything that is owed for this terminal. */
  currency: Currency,
  devices: z
    .array(
      z.strictObject({
        serial: SerialNumber,
        model: Line,
        owner: z.enum(['provider', 'merchant', 'agent']),
        tenancy: z.enum(['sole', 'shared']),
        lastTransactionAt: Instant.exactOptional(),
        /** Does it offer help by itself, on its screen? Left out: not known. */
        selfService: z.boolean().exactOptional(),
      }),
    )
    .min(1)
    .max(100),
  deposits: z
    .array(z.strictObject({ depositId: Reference, kind: z.enum(depositKinds), amount: Money, heldBy: Line }))
    .max(100),
  contract: z
    .strictObject({
      contractNo: Line.optional(),
      expiresOn: Day.optional(),
      /** Minor units of `currency`. */
      earlyTerminationFee: MinorUnits.optional(),
    })
    .optional(),
  /** Where it stands; some regions restrict what may stand there. */
  installAddress: Line.optional(),
  /** The terminal that this one took over from. */
  predecessorTerminalId: TerminalId.optional(),
})
/** One terminal with its devices, deposits and contract, as a register lists it. What becomes of it is the record's matter. */
export const Terminal: z.ZodType<Terminal> = terminal
export interface Terminal extends z.output<typeof terminal> {}
