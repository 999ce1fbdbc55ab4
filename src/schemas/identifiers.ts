import type * as z from 'zod'
import {
  containsIdentityNumber,
  hasCreditCodeForm,
  hasRegistrationNumberForm,
  isMobileNumber,
  isRegistrationNumber,
  isResidentIdentityNumber,
  isUnifiedSocialCreditCode,
} from '../domain/index.ts'
import { judged, judgement } from './forms/judged.ts'
import { MerchantId, numberPattern, SerialNumber, TerminalId } from './primitives.ts'

const identityNumberShape = /^\d{17}[0-9X]$/

// The check character is judged apart, so that people learn what to look for.
const judgeCreditCode = (text: string) => {
  if (containsIdentityNumber(text)) return 'IDENTITY_NUMBER_IN_TEXT'
  if (!hasCreditCodeForm(text)) return 'INVALID_FORMAT'
  return isUnifiedSocialCreditCode(text) ? undefined : 'CHECK_DIGIT_WRONG'
}

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015), capital letters only. A wrong check character is
 * CHECK_DIGIT_WRONG; an authority, class or division that does not exist is INVALID_FORMAT; a resident identity number is
 * IDENTITY_NUMBER_IN_TEXT. That somebody holds the code is not checked.
 *
 * @example UnifiedSocialCreditCode.parse('91350100M000100Y43')
 */
export const UnifiedSocialCreditCode = judged(judgeCreditCode)

const judgeLicenceNumber = (text: string) => {
  if (!hasRegistrationNumberForm(text)) return judgeCreditCode(text)
  return isRegistrationNumber(text) ? undefined : 'CHECK_DIGIT_WRONG'
}

/**
 * The number on a business licence: a unified social credit code, or the 15-digit registration number (注册号) of a licence
 * from before it.
 *
 * @example LicenceNumber.parse('110108000000016')
 */
export const LicenceNumber = judged(judgeLicenceNumber)

const afterEveryBirth = '9999-12-31'

/**
 * Resident identity number (公民身份号码, GB 11643-1999) for a field that is checked and then forgotten: no request,
 * document or event of this library keeps one, they carry the last four characters.
 *
 * @param today YYYY-MM-DD; a later birth date is CHECK_DIGIT_WRONG.
 */
export const residentIdentityNumber = (today: string): z.ZodType<string, string> =>
  judged((text) => {
    if (!identityNumberShape.test(text)) return 'INVALID_FORMAT'
    return isResidentIdentityNumber(text, today) ? undefined : 'CHECK_DIGIT_WRONG'
  })

/** As `residentIdentityNumber`, without a clock: a birth date still to come passes. */
export const ResidentIdentityNumber = residentIdentityNumber(afterEveryBirth)

/** 11 digits of mainland China, or E.164 with `+`; no blanks, no hyphens. */
export const MobileNumber = judged((text) => (isMobileNumber(text) ? undefined : 'INVALID_MOBILE_NUMBER'), 16)

/**
 * How an acquirer writes its numbers. Patterns are matched against the whole text, and only narrow: what the other rooms
 * would refuse, no profile lets in.
 */
export interface AcquirerProfile {
  readonly merchantId: RegExp
  readonly terminalId: RegExp
  readonly serialNumber: RegExp
}

const anyId = numberPattern

/** `default` takes whatever the other rooms take; `chinaUnionPay` holds numbers to ISO 8583 fields 42 and 41. (OQ-01) */
export const acquirerProfiles = {
  default: { merchantId: anyId, terminalId: anyId, serialNumber: anyId },
  chinaUnionPay: { merchantId: /[A-Za-z0-9]{15}/, terminalId: /[A-Za-z0-9]{8}/, serialNumber: anyId },
} as const satisfies Readonly<Record<string, AcquirerProfile>>

/** Whole text, and none of the flags that make a pattern remember its last match. */
const whole = (pattern: RegExp): RegExp =>
  new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ''))

export interface IdentifierSchemas {
  readonly MerchantId: z.ZodType<string, string>
  readonly TerminalId: z.ZodType<string, string>
  readonly SerialNumber: z.ZodType<string, string>
}

/**
 * Schemas for the numbers of one acquirer.
 *
 * @example identifierSchemas(acquirerProfiles.chinaUnionPay).TerminalId.safeParse('1234567').success // false
 */
export const identifierSchemas = (profile: AcquirerProfile): IdentifierSchemas => {
  const narrowed = (base: z.ZodString, pattern: RegExp) => {
    const shape = whole(pattern)
    // What the base refuses is told once, by the base.
    const fits = (text: string): boolean => shape.test(text) || !numberPattern.test(text)
    return base.check(judgement((text) => (fits(text) ? undefined : 'INVALID_FORMAT')))
  }
  return {
    MerchantId: narrowed(MerchantId, profile.merchantId),
    TerminalId: narrowed(TerminalId, profile.terminalId),
    SerialNumber: narrowed(SerialNumber, profile.serialNumber),
  }
}
