import type { SuspensionReason } from '../../domain/index.ts'
import type { TerminalInput } from '../terminal/terminal-input.ts'
import type { Merchant, Terminal } from '../terminal.ts'
import type { PortfolioRow } from './columns.ts'
import { isLongTerm } from './licence-end.ts'

/** What a record is opened with; the importer adds the id of the life and who opens it. */
export type PortfolioInput = Omit<TerminalInput, 'lifecycleId' | 'openedBy'>

/** The latest of some instants, as written; undefined of none. */
const latest = (instants: readonly (string | undefined)[]): string | undefined =>
  instants.reduce(
    (best, instant) =>
      best === undefined || (instant !== undefined && Date.parse(instant) > Date.parse(best))
        ? instant
        : best,
    undefined,
  )

const depositOf = (row: PortfolioRow): Terminal['deposits'] =>
  row.depositAmount === undefined || row.depositKind === undefined || row.depositHeldBy === undefined
    ? []
    : [
        {
          depositId: `import:${row.serialNumber}`,
          kind: row.depositKind,
          amount: { amount: row.depositAmount, currency: row.currency },
          heldBy: row.depositHeldBy,
        },
      ]

const deviceOf = (row: PortfolioRow): Terminal['devices'][number] => ({
  serial: row.serialNumber,
  model: row.model,
  owner: row.deviceOwner,
  tenancy: row.tenancy,
  ...(row.lastTransactionAt !== undefined && { lastTransactionAt: row.lastTransactionAt }),
})

/** The device as the register has it, and how it stands where a case is under way. */
const deviceInputOf = (row: PortfolioRow): PortfolioInput['devices'][number] => {
  const { custody, keys, binding, receivedAt } = row
  return {
    ...deviceOf(row),
    ...(custody !== undefined && { custody }),
    ...(keys !== undefined && { keys }),
    ...(binding !== undefined && { binding }),
    ...(receivedAt !== undefined && { receivedAt }),
  }
}

/** What went back of a deposit before the case came here. */
const depositInputOf = (row: PortfolioRow): NonNullable<PortfolioInput['deposits']> =>
  depositOf(row).map((deposit) => ({
    ...deposit,
    ...(row.depositRefunded !== undefined && {
      refunds: {
        import: {
          amount: row.depositRefunded,
          excess: 0,
          status: 'confirmed',
          reference: `import:${row.serialNumber}`,
        },
      },
    }),
  }))

/** Where the case was, its closure, and what the host was last read to say. */
const takenOverOf = (row: PortfolioRow): Partial<PortfolioInput> => {
  const { takenOverFrom: source, asOf, closureReason: reason, closingSince: startedAt, acceptance } = row
  return {
    ...(source !== undefined && asOf !== undefined && { takenOver: { source, asOf } }),
    ...(reason !== undefined && startedAt !== undefined && { closing: { reason, startedAt } }),
    ...(acceptance !== undefined &&
      asOf !== undefined && {
        status: { acceptance, registry: 'unknown', unsettled: null, readAt: asOf, capabilities: {} },
      }),
  }
}

const holdsOf = (
  codes: ReadonlySet<SuspensionReason>,
  { heldUntil }: PortfolioRow,
): PortfolioInput['holds'] =>
  [...codes].map((code) => ({
    holdId: `import:${code}`,
    code,
    ...(heldUntil !== undefined && { until: heldUntil }),
  }))

const contractOf = (row: PortfolioRow): Pick<Terminal, 'contract'> => {
  const contract = {
    ...(row.contractNo !== undefined && { contractNo: row.contractNo }),
    ...(row.contractExpiresOn !== undefined && { expiresOn: row.contractExpiresOn }),
    ...(row.earlyTerminationFee !== undefined && { earlyTerminationFee: row.earlyTerminationFee }),
  }
  return Object.keys(contract).length === 0 ? {} : { contract }
}

const licenceEndOf = ({
  licenceValidTo,
}: PortfolioRow): Pick<Merchant, 'licenceValidTo' | 'licenceLongTerm'> => {
  if (licenceValidTo === undefined) return {}
  return isLongTerm(licenceValidTo) ? { licenceLongTerm: true } : { licenceValidTo }
}

const merchantOf = (row: PortfolioRow): Merchant => ({
  acquirerId: row.acquirerId,
  merchantId: row.merchantId,
  merchantName: row.merchantName,
  merchantType: row.merchantType,
  ...(row.unifiedSocialCreditCode !== undefined && { unifiedSocialCreditCode: row.unifiedSocialCreditCode }),
  ...licenceEndOf(row),
})

const arrearsOf = (amount: number, { currency }: PortfolioRow) =>
  ({ chargeId: 'import:arrears', kind: 'arrears', amount: { amount, currency } }) as const

const inputOf = (first: PortfolioRow, rows: readonly PortfolioRow[], terminal: Terminal): PortfolioInput => {
  const lastTransactionAt = latest(rows.map((row) => row.lastTransactionAt))
  const codes = new Set(rows.flatMap((row) => row.holdCodes ?? []))
  return {
    acquirerId: first.acquirerId,
    merchantId: first.merchantId,
    terminalId: first.terminalId,
    merchantName: first.merchantName,
    merchantType: first.merchantType,
    currency: first.currency,
    devices: rows.map(deviceInputOf),
    ...(terminal.deposits.length > 0 && { deposits: rows.flatMap(depositInputOf) }),
    ...(codes.size > 0 && { holds: holdsOf(codes, first) }),
    ...(first.arrearsAmount !== undefined && { charges: [arrearsOf(first.arrearsAmount, first)] }),
    ...(lastTransactionAt !== undefined && { lastTransactionAt }),
    ...takenOverOf(first),
  }
}

/** One terminal from its rows, the first of which speaks for all of them. */
export const terminalOf = (first: PortfolioRow, rows: readonly PortfolioRow[]) => {
  const terminal: Terminal = {
    acquirerId: first.acquirerId,
    merchantId: first.merchantId,
    terminalId: first.terminalId,
    currency: first.currency,
    devices: rows.map(deviceOf),
    deposits: rows.flatMap(depositOf),
    ...contractOf(first),
  }
  return {
    input: inputOf(first, rows, terminal),
    merchant: merchantOf(first),
    terminal,
    ...(first.case !== undefined && { case: first.case }),
  }
}
