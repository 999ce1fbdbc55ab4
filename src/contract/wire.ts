import * as z from 'zod'
import type { DocumentRef } from '../domain/index.ts'
import { documentTypes, largestAmount, maskedReference, maskSecrets, secretIn } from '../domain/index.ts'
import { Currency, Digest, Facts, MinorUnits, Reference } from '../schemas/index.ts'

/**
 * A member of an enumeration that this version does not know, as it came: `unknown(PARTIALLY_SETTLED)`. A newer server
 * may send it; it is never a crash, and never mistaken for a known one.
 */
export type Unknown = `unknown(${string})`

const unknownForm = /^unknown\(.*\)$/
const enumMember = /^[\p{L}\p{N} _.:/()-]{1,100}$/u

/** Words of a closed list hold none; what is sent in their place might. */
export const holdsNoSecret = (text: string): boolean => secretIn(text.slice(0, 200)) === undefined

/** Is it a member that this version does not know? */
export const isUnknown = (member: string): member is Unknown => unknownForm.test(member)

/** A member that this version does not know. One schema for all lists: making one for each is half of what they cost at the start. */
const newer = z
  .string()
  .regex(enumMember)
  .refine(holdsNoSecret)
  .transform((raw): Unknown => (isUnknown(raw) ? raw : `unknown(${raw})`))

/** One of the given members, or `unknown(raw)`; only for replies, what we send is strict. */
export const known = <const Member extends string>(
  members: readonly [Member, ...Member[]] | readonly Member[],
): z.ZodType<Member | Unknown, Member | Unknown> =>
  z.enum(members as readonly Member[]).or(newer) as unknown as z.ZodType<Member | Unknown, Member | Unknown>
// The cast narrows the input from `string`: an implementation shall not answer with a member it made up.

/** Longest list in one reply. What can grow without end is paged, and a page is much shorter. */
const longest = 10_000

/** A list of a reply. */
export const list = <Item extends z.ZodType>(item: Item): z.ZodReadonly<z.ZodArray<Item>> =>
  z.array(item).max(longest).readonly()

/** Money of a reply: integer minor units, ISO 4217; new fields beside them are dropped. */
export const Amount: z.ZodType<Amount, Amount> = z.object({ amount: MinorUnits, currency: Currency })
export interface Amount {
  amount: number
  currency: string
}

/** What amounts add up to: beyond the largest of them. */
export const Total: z.ZodType<Amount, Amount> = z.object({
  amount: z.int().nonnegative(),
  currency: Currency,
})

/** As `Amount`, but may be negative: the merchant owes. */
export const NetAmount: z.ZodType<Amount, Amount> = z.object({
  amount: z.int().min(-largestAmount).max(largestAmount),
  currency: Currency,
})

/** A document as a reply names it. */
export const DocumentRefView: z.ZodType<DocumentRefView, DocumentRefView> = z.object({
  id: Reference,
  type: known(documentTypes),
  digest: Digest,
  facts: Facts.optional(),
  supersedes: Reference.optional(),
})
export type DocumentRefView = Omit<DocumentRef, 'type'> & { type: DocumentRef['type'] | Unknown }

const isReference = (text: string): boolean => /^[A-Za-z0-9._:/-]+$/.test(text)
/** Merchants are numbered with 15 digits, as one scheme numbers its cards. */
const isMerchantNumber = (text: string): boolean => /^\d{15}$/.test(text)

/** Words of people are looked through more closely than references, which are often nothing but digits. */
const masked = (text: string): string => {
  if (isMerchantNumber(text)) return text
  return isReference(text) ? maskedReference(text) : maskSecrets(text)
}

/** Text of a reply, for people: said without the secrets that might stand in it. */
export const wordsUpTo = (longest: number): z.ZodString =>
  z
    .string()
    .overwrite((text) => (text.length > longest ? text : masked(text)))
    .max(longest)

/** Short text of a reply, for people. */
export const Words = wordsUpTo(2000)

/** Compared with what was asked, and refused where it is anything else: so it is read as it came. */
export const Echo = z.string().max(2000)
