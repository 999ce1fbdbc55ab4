import { isMobileNumber } from '../domain/index.ts'
import { judged } from './forms/judged.ts'

/** 11 digits of mainland China, or E.164 with `+`; no blanks, no hyphens. */
export const MobileNumber = judged(
  (text) => (isMobileNumber(text) ? undefined : 'INVALID_MOBILE_NUMBER'),
  ['INVALID_MOBILE_NUMBER'],
  16,
)
