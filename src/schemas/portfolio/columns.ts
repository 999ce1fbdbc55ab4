import * as z from 'zod'
import {
  closureReasons,
  depositKinds,
  largestAmount,
  merchantTypes,
  suspensionReasons,
} from '../../domain/index.ts'
import { crossField } from '../forms/cross-field.ts'
import { Line } from '../forms/fields.ts'
import { type AcquirerProfile, identifierSchemas } from '../identifiers.ts'
import { LicenceNumber } from '../licence-number.ts'
import { AcquirerId, Currency, Day, Instant } from '../primitives.ts'
import { LicenceEnd } from './licence-end.ts'
import { type PortfolioRequirement, portfolioRequirements } from './requirements.ts'

/** Columns that every file has. */
export const requiredColumns = [
  'acquirerId',
  'merchantId',
  'terminalId',
  'serialNumber',
  'model',
  'merchantName',
  'merchantType',
  'deviceOwner',
  'tenancy',
  'currency',
] as const

/** Of a case that is under way elsewhere. */
const caseColumns = [
  'case',
  'takenOverFrom',
  'asOf',
  'heldUntil',
  'arrearsAmount',
  'acceptance',
  'closureReason',
  'closingSince',
] as const

/**
 * Columns that a file may have; an empty field is the same as none. Some rows need one of them all the same:
 * `portfolioRequirements` says which and when.
 */
const optionalColumns = [
  'unifiedSocialCreditCode',
  'licenceValidTo',
  'depositAmount',
  'depositKind',
  'depositHeldBy',
  'contractNo',
  'contractExpiresOn',
  'earlyTerminationFee',
  'lastTransactionAt',
  'holdCodes',
  ...caseColumns,
  'depositRefunded',
  'custody',
  'receivedAt',
  'keys',
  'binding',
] as const

/** Name of a column in the head of the file, as it is written there. */
export type PortfolioColumn = (typeof requiredColumns)[number] | (typeof optionalColumns)[number]
/** Every column that `readPortfolio` knows, those first that no file may lack. */
export const portfolioColumns: readonly PortfolioColumn[] = [...requiredColumns, ...optionalColumns]

/** Says the same in every row of a terminal, or nothing in the rows of its further devices. */
export const terminalColumns = [
  'merchantName',
  'merchantType',
  'unifiedSocialCreditCode',
  'licenceValidTo',
  'currency',
  'contractNo',
  'contractExpiresOn',
  'earlyTerminationFee',
  ...caseColumns,
] as const satisfies readonly PortfolioColumn[]

/** Minor units, digits only: no sign, no point, no separator. */
const MinorUnitsText = z
  .string()
  .regex(/^\d{1,40}$/)
  .transform(Number)
  .pipe(z.number().max(largestAmount))

const HoldCodes = z
  .string()
  .max(1_000)
  .transform((text) => [...new Set(text.split(';').map((code) => code.trim()))])
  .pipe(z.array(z.enum(suspensionReasons)))

const fields = {
  acquirerId: AcquirerId,
  model: Line,
  merchantName: Line,
  merchantType: z.enum(merchantTypes),
  deviceOwner: z.enum(['provider', 'merchant', 'agent']),
  tenancy: z.enum(['sole', 'shared']),
  currency: Currency,
  unifiedSocialCreditCode: LicenceNumber.optional(),
  licenceValidTo: LicenceEnd.optional(),
  depositAmount: MinorUnitsText.optional(),
  depositKind: z.enum(depositKinds).optional(),
  depositHeldBy: Line.optional(),
  contractNo: Line.optional(),
  contractExpiresOn: Day.optional(),
  earlyTerminationFee: MinorUnitsText.optional(),
  lastTransactionAt: Instant.optional(),
  holdCodes: HoldCodes.optional(),
  case: Line.optional(),
  takenOverFrom: Line.optional(),
  asOf: Instant.optional(),
  heldUntil: Instant.optional(),
  arrearsAmount: MinorUnitsText.optional(),
  acceptance: z.enum(['on', 'off', 'unknown']).optional(),
  closureReason: z.enum(closureReasons).optional(),
  closingSince: Instant.optional(),
  depositRefunded: MinorUnitsText.optional(),
  custody: z.enum(['merchant', 'inTransit', 'received', 'lost']).optional(),
  receivedAt: Instant.optional(),
  keys: z.enum(['loaded', 'zeroised', 'destroyed']).optional(),
  binding: z.enum(['bound', 'unbound']).optional(),
}

/** The fields of a row, read. */
export interface PortfolioRow extends z.output<z.ZodObject<typeof fields>> {
  merchantId: string
  terminalId: string
  serialNumber: string
}

/** What has happened by what a row says. */
const pastColumns = ['lastTransactionAt', 'asOf', 'closingSince', 'receivedAt'] as const

const required = ({ column, because, when }: PortfolioRequirement): z.core.$ZodCheck<PortfolioRow> =>
  crossField<PortfolioRow>()({
    code: 'REQUIRED_HERE',
    reads: [column, because],
    params: when ? { because, when } : { because },
    holds: (row) => {
      const found = row[because]
      const asks = when ? when.includes(String(found)) : found !== undefined
      return row[column] !== undefined || !asks
    },
  })

/** @param at Now: nothing that has happened is later. */
export const rowSchema = (profile: AcquirerProfile, at: string): z.ZodType<PortfolioRow> => {
  const { MerchantId, TerminalId, SerialNumber } = identifierSchemas(profile)
  const now = Date.parse(at)
  return z
    .strictObject({
      ...fields,
      merchantId: MerchantId,
      terminalId: TerminalId,
      serialNumber: SerialNumber,
    })
    .check(
      ...portfolioRequirements.map(required),
      ...pastColumns.map((column) =>
        crossField<PortfolioRow>()({
          code: 'IN_THE_FUTURE',
          reads: [column],
          holds: (row) => Date.parse(row[column] ?? at) <= now,
        }),
      ),
      crossField<PortfolioRow>()({
        code: 'AMOUNT_TOO_HIGH',
        reads: ['depositRefunded', 'depositAmount'],
        holds: ({ depositRefunded = 0, depositAmount = depositRefunded }) => depositRefunded <= depositAmount,
      }),
    )
}
