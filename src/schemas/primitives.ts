import * as z from 'zod'
import { containsIdentityNumber, holdsCardNumber, isCurrency, largestAmount } from '../domain/index.ts'
import type { IssueCode } from './forms/codes.ts'
import { judgement } from './forms/judged.ts'
import { secretIn } from './secret-in-text.ts'

/** Keys of ledgers come from outside: what every object inherits is nobody's reference. */
const isReserved = (name: string): boolean => name in Object.prototype || name === 'prototype'

/** A person's number names a person, wherever it stands. */
const judgeName = (name: string): IssueCode | undefined => {
  if (isReserved(name)) return 'INVALID'
  return containsIdentityNumber(name) ? 'IDENTITY_NUMBER_IN_TEXT' : undefined
}

const judgeReference = (name: string): IssueCode | undefined =>
  holdsCardNumber(name) ? 'PAN_IN_TEXT' : judgeName(name)

const named = (pattern: RegExp, judge = judgeName): z.ZodString =>
  z.string().regex(pattern).check(judgement(judge))

/**
 * How parties, terminals and devices are numbered, in every room: letters, digits, dots, underscores, colons, hyphens, and
 * at least one letter or digit, 40 characters at most. A profile of an acquirer allows less, never more. (OQ-01)
 */
export const numberPattern = /^[._:-]*[A-Za-z0-9][A-Za-z0-9._:-]*$/
const numbered = named(numberPattern).max(40)
/** Our own references: longer, else the same, as in `dispute:CB-2026-7`. */
const reference = /^[A-Za-z0-9._:-]{1,100}$/
const orderReference = /^[A-Za-z0-9._:-]{1,80}(\/\d{1,9}){2}$/

/** Merchant number (MID), as the acquirer issues it. @example '898440354110001' */
export const MerchantId = numbered
/** Terminal number (TID), as the acquirer issues it. A number can be issued again: a record's key is its `lifecycleId`. */
export const TerminalId = numbered
/** Serial number (SN) printed on the body of the device. */
export const SerialNumber = numbered
export const AcquirerId = numbered
/** A reference made by one of the parties: hold, application, statement, receipt … Never the number of a card. (C-01) */
export const Reference = named(reference, judgeReference)
/** `${lifecycleId}/${version}/${n}`: also the idempotency key on the wire. */
export const OrderId = z.string().regex(orderReference)
/** SHA-256 in hexadecimal, lower case. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)
/** ISO 8601 date-time with offset or `Z`. */
export const Instant = z.iso.datetime({ offset: true })
/** ISO 8601 calendar day. */
export const Day = z.iso.date()

/** A list that is read-only for whoever writes or reads it, so that an event written `as const` fits. */
export const listOf = <Item extends z.ZodType>(item: Item, size: { min?: number; max?: number } = {}) => {
  const { min, max } = size
  const least = min === undefined ? z.array(item) : z.array(item).min(min)
  const list = max === undefined ? least : least.max(max)
  // a type and nothing else: `.readonly()` would freeze what is parsed, and say `readOnly` in the OpenAPI document
  return list as unknown as z.ZodType<readonly z.output<Item>[], readonly z.input<Item>[]>
}

/** How many of something: transactions of a batch, accessories in a box. */
export const Count = z.int().nonnegative().max(1_000_000_000)
/** Integer minor units, not negative. */
export const MinorUnits = z.int().nonnegative().max(largestAmount)
/** A currency of ISO 4217 in use; the renminbi is CNY, whatever else it is called. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { abort: true })
  .check(judgement((code) => (isCurrency(code) ? undefined : 'CURRENCY_UNKNOWN')))

type Amount = { amount: number; currency: string }
const positive = z.strictObject({ amount: MinorUnits, currency: Currency })
/** Integer minor units of an ISO 4217 currency; negative amounts are refused. */
export const Money: z.ZodType<Amount, Amount> = positive
/** Money that moves: nothing at all is no payment. */
export const MovedMoney: z.ZodType<Amount, Amount> = z.strictObject({
  amount: z.int().positive().max(largestAmount),
  currency: Currency,
})
/** Money that may be owed in either direction; negative: the merchant owes. */
export const NetMoney: z.ZodType<Amount, Amount> = z.strictObject({
  amount: z.int().min(-largestAmount).max(largestAmount),
  currency: Currency,
})

/** Free text of 1 to 500 characters; refused with PAN_IN_TEXT or IDENTITY_NUMBER_IN_TEXT for a number in it. */
export const Text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .check(judgement((text) => (text.length > 500 ? undefined : secretIn(text))))
