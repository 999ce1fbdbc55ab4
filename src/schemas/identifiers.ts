import type * as z from 'zod'
import { isMobileNumber, isResidentIdentityNumber, isUnifiedSocialCreditCode } from '../domain/index.ts'
import { judged } from './forms/judged.ts'

/** 18 characters without I, O, S, V and Z; the check character is judged apart, so that people learn what to look for. */
const creditCodeShape = /^[0-9A-HJ-NPQRTUWXY]{18}$/
const identityNumberShape = /^\d{17}[0-9X]$/

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015), capital letters only. A wrong check character is
 * CHECK_DIGIT_WRONG. That somebody holds the code is not checked.
 *
 * @example UnifiedSocialCreditCode.parse('91350100M000100Y43')
 */
export const UnifiedSocialCreditCode = judged((text) => {
  if (!creditCodeShape.test(text)) return 'INVALID_FORMAT'
  return isUnifiedSocialCreditCode(text) ? undefined : 'CHECK_DIGIT_WRONG'
})

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

/** How an acquirer writes its numbers. Patterns are matched against the whole text. */
export interface AcquirerProfile {
  readonly merchantId: RegExp
  readonly terminalId: RegExp
  readonly serialNumber: RegExp
}

const anyId = /[A-Za-z0-9-]{1,40}/

/** `default` refuses no acquirer on earth; `chinaUnionPay` holds numbers to ISO 8583 fields 42 and 41. (OQ-01) */
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
 * Schemas for the numbers of one acquirer, 40 characters at most whatever the profile says.
 *
 * @example identifierSchemas(acquirerProfiles.chinaUnionPay).TerminalId.safeParse('1234567').success // false
 */
export const identifierSchemas = (profile: AcquirerProfile): IdentifierSchemas => {
  const schema = (pattern: RegExp) => {
    const shape = whole(pattern)
    return judged((text) => (shape.test(text) ? undefined : 'INVALID_FORMAT'), 40)
  }
  return {
    MerchantId: schema(profile.merchantId),
    TerminalId: schema(profile.terminalId),
    SerialNumber: schema(profile.serialNumber),
  }
}
