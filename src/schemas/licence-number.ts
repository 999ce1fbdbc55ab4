import {
  containsIdentityNumber,
  hasCreditCodeForm,
  hasRegistrationNumberForm,
  isRegistrationNumber,
  isUnifiedSocialCreditCode,
} from '../domain/index.ts'
import { judged } from './forms/judged.ts'

const codesOfNumbers = ['IDENTITY_NUMBER_IN_TEXT', 'INVALID_FORMAT', 'CHECK_DIGIT_WRONG'] as const

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
export const UnifiedSocialCreditCode = judged(judgeCreditCode, codesOfNumbers)

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
export const LicenceNumber = judged(judgeLicenceNumber, codesOfNumbers)
