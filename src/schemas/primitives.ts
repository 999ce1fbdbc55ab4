import * as z from 'zod'
import {
  type Money as Amount,
  isCurrency,
  largestAmount,
  maskedReference,
  maskSecrets,
  secretIn,
  secretInReference,
  withoutUnsafe,
} from '../domain/index.ts'
import { judgement, secretCodes } from './forms/judged.ts'

/** Keys of ledgers come from outside: what every object inherits is nobody's reference. */
const isReserved = (name: string): boolean => name in Object.prototype || name === 'prototype'

const referenceCodes = [...secretCodes, 'INVALID'] as const
type ReferenceCode = (typeof referenceCodes)[number]

const judgeReference = (name: string): ReferenceCode | undefined =>
  secretInReference(name) ?? (isReserved(name) ? 'INVALID' : undefined)

/** Acquirers number their merchants with 15 digits, as one scheme numbers its cards: one of a thousand passes for such a card. */
const judgeMerchantNumber = (name: string): ReferenceCode | undefined => {
  const code = judgeReference(name)
  return code === 'PAN_IN_TEXT' && /^\d{15}$/.test(name) ? undefined : code
}

/** What is longer is refused for that, and its judge is spared. */
const upTo =
  <Code>(longest: number, judge: (text: string) => Code | undefined) =>
  (text: string): Code | undefined =>
    text.length > longest ? undefined : judge(text)

const named = (pattern: RegExp, judge = judgeReference): z.ZodString =>
  z
    .string()
    .regex(pattern)
    .check(judgement(upTo(100, judge), referenceCodes))

/**
 * How parties, terminals and devices are numbered, in every room: letters, digits, dots, underscores, colons, hyphens, and
 * at least one letter or digit, 40 characters at most. A profile of an acquirer allows less, never more. (OQ-01)
 */
export const numberPattern = /^[._:-]*[A-Za-z0-9][A-Za-z0-9._:-]*$/
const numbered = (judge = judgeReference): z.ZodString => named(numberPattern, judge).max(40)
/** Begins with a `lifecycleId`, which is as long as any reference. */
const orderReference = /^[A-Za-z0-9._:-]{1,100}\/(\d{1,9}|[a-p]{20})\/\d{1,9}$/

/** Merchant number (MID), as the acquirer issues it: also 15 digits that pass for a card's. @example '898440354110001' */
export const MerchantId = numbered(judgeMerchantNumber)
/** Terminal number (TID), as the acquirer issues it. A number can be issued again: a record's key is its `lifecycleId`. */
export const TerminalId = numbered()
/** Serial number (SN) printed on the body of the device. */
export const SerialNumber = numbered()
/** Which acquirer a life belongs to: written like the numbers of terminals, 40 characters at most. */
export const AcquirerId = numbered()
/** Our own references: longer, else the same, as in `dispute:CB-2026-7`. One of dots alone could stand in no path. */
const referred = (judge = judgeReference): z.ZodString => named(numberPattern, judge).max(100)

/** A reference made by one of the parties: hold, application, statement, receipt … Never the number of a card. (C-01) */
export const Reference = referred()
/** Whom a person acts for: the merchant by its number, everybody else by a reference. */
export const OrganisationId = referred(judgeMerchantNumber)
/** As a system answers it: what has happened is not refused for its reference, a mark stands for the secret in it. */
export const ToldReference = z
  .string()
  .overwrite((text) => upTo(100, maskedReference)(text) ?? text)
  .regex(numberPattern)
  .max(100)
  .check(judgement(upTo(100, judgeReference), referenceCodes))
/**
 * `${lifecycleId}/${tag}/${n}`: also the idempotency key on the wire. The tag is made of the command that gave the order, twenty letters
 * from a to p; where nobody made one it is the version of the record.
 */
export const OrderId = named(orderReference)
/** SHA-256 in hexadecimal, lower case. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)
/** ISO 8601 date-time with offset or `Z`. */
export const Instant = z.iso.datetime({ offset: true })
/** Whatever a reference of ours is made of, as orders and clocks name their items: only without a secret. */
export const AnyReference = z
  .string()
  .max(2000)
  .check(judgement(upTo(2000, secretInReference), secretCodes))
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
  .check(judgement((code) => (isCurrency(code) ? undefined : 'CURRENCY_UNKNOWN'), ['CURRENCY_UNKNOWN']))

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

const judgeText = (text: string) =>
  withoutUnsafe(text) === text ? secretIn(text) : ('UNSAFE_CHARACTERS' as const)

/**
 * Free text of 1 to 500 characters; refused with PAN_IN_TEXT or IDENTITY_NUMBER_IN_TEXT for a number in it, with UNSAFE_CHARACTERS for what
 * nobody sees.
 */
export const Text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .check(judgement(upTo(500, judgeText), ['UNSAFE_CHARACTERS', ...secretCodes]))
/** As a system answers it: `[REDACTED]` stands for a secret in it. */
export const ToldText = z
  .string()
  .overwrite((text) => withoutUnsafe(upTo(2000, maskSecrets)(text) ?? text))
  .trim()
  .min(1)
  .max(500)
