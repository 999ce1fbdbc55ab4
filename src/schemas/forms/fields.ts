import * as z from 'zod'
import {
  channels,
  components,
  faultCauses,
  secretIn,
  signatoryAuthorities,
  symptoms,
  withoutUnsafe,
} from '../../domain/index.ts'
import { MobileNumber } from '../mobile-number.ts'
import { Reference } from '../primitives.ts'
import { crossField, requiredWhen } from './cross-field.ts'
import { judged, judgement, secretCodes } from './judged.ts'

// what turns text around, hides in it or ends a log line: control characters, halves of a character, marks without width
export const unsafe = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200B\u2060\uFEFF]/u

const proseCodes = ['UNSAFE_CHARACTERS', ...secretCodes] as const

const judgeLine = (text: string) => {
  if (unsafe.test(text)) return 'UNSAFE_CHARACTERS'
  return secretIn(text)
}

/** One line of 1 to 100 characters, such as a name: no line ends, no characters that cannot be seen. */
export const Line = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .check(judgement((text) => (text.length > 100 ? undefined : judgeLine(text)), proseCodes))

const judgeProse = (text: string) => {
  if (withoutUnsafe(text) !== text) return 'UNSAFE_CHARACTERS'
  return secretIn(text)
}

const prose = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .check(judgement((text) => (text.length > longest ? undefined : judgeProse(text)), proseCodes))

/** Text of several lines, 1 to 500 characters; a card number in it is PAN_IN_TEXT, an identity number IDENTITY_NUMBER_IN_TEXT. */
export const Prose = prose(500)
/** The same, as long as a letter. */
export const Letter = prose(4000)

/** A number of an account or a paper with at most its last four characters to be seen, such as `****1234`. */
export const MaskedNumber = judged(
  (text) => (/^\*{2,36}[0-9A-Za-z]{0,4}$/.test(text) ? undefined : 'NOT_MASKED'),
  ['NOT_MASKED'],
)

const email = /^[^\s@<>()",:;\\]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/
export const Email = judged(
  (text) => (email.test(text) ? secretIn(text) : 'INVALID_EMAIL'),
  ['INVALID_EMAIL', ...secretCodes],
  254,
)

const contact = z.strictObject({
  name: Line.optional(),
  mobile: MobileNumber.optional(),
  email: Email.optional(),
})
/** How to reach somebody: at least one of mobile number and e-mail address. */
export const Contact = contact.check(
  crossField<z.output<typeof contact>>()({
    code: 'CONTACT_REQUIRED',
    reads: ['mobile', 'email'],
    holds: ({ mobile, email }) => mobile !== undefined || email !== undefined,
  }),
)
export interface Contact extends z.output<typeof Contact> {}

export const Channel = z.enum(channels)

const signatory = z.strictObject({
  personId: Reference,
  authority: z.enum(signatoryAuthorities),
  mandateRef: Reference.optional(),
})
/** Who signs; that an attorney names the mandate is a rule of all applications. */
export const PlainSignatory = signatory
/** Who signs; an attorney names the mandate. */
export const Signatory = signatory.check(
  crossField<z.output<typeof signatory>>()({
    code: 'MANDATE_MISSING',
    reads: ['mandateRef', 'authority'],
    holds: ({ authority, mandateRef }) => authority !== 'attorney' || mandateRef !== undefined,
  }),
)
export interface Signatory extends z.output<typeof Signatory> {}

const fault = z.strictObject({
  component: z.enum(components).optional(),
  symptom: z.enum(symptoms).optional(),
  /** Wear is nobody's fault, misuse feeds the question of liability. */
  cause: z.enum(faultCauses),
  description: Prose.optional(),
})
/** What is broken, and how it shows. */
export const Fault = fault.check(
  requiredWhen<z.output<typeof fault>>()('description', 'symptom', ({ symptom }) => symptom === 'other'),
)
export interface Fault extends z.output<typeof Fault> {}
