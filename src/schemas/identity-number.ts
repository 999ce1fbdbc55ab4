import type * as z from 'zod'
import { isResidentIdentityNumber } from '../domain/index.ts'
import { judged } from './forms/judged.ts'

const identityNumberShape = /^\d{17}[0-9X]$/

const afterEveryBirth = '9999-12-31'

/**
 * Resident identity number (公民身份号码, GB 11643-1999) for a field that is checked and then forgotten: no request,
 * document or event of this library keeps one, they carry the last four characters.
 *
 * @param today YYYY-MM-DD; a later birth date is CHECK_DIGIT_WRONG.
 */
export const residentIdentityNumber = (today: string): z.ZodType<string, string> =>
  judged(
    (text) => {
      if (!identityNumberShape.test(text)) return 'INVALID_FORMAT'
      return isResidentIdentityNumber(text, today) ? undefined : 'CHECK_DIGIT_WRONG'
    },
    ['INVALID_FORMAT', 'CHECK_DIGIT_WRONG'],
  )

/** As `residentIdentityNumber`, without a clock: a birth date still to come passes. */
export const ResidentIdentityNumber = residentIdentityNumber(afterEveryBirth)
