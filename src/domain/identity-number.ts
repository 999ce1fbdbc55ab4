import { isResidentIdentityNumber } from './identifiers.ts'

/** Area, birth date, and the rest with its check character, as people write them: in one run or in these three groups. */
const written =
  /(?<![0-9A-Za-z])([1-8]\d{5})[\s\u2010-\u2015-]{0,2}((?:18|19|20)\d{6})[\s\u2010-\u2015-]{0,2}(\d{3}[\dXx])(?![0-9A-Za-z])/g

const narrow = (text: string): string =>
  text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\uFF10-\uFF19\uFF38\uFF58]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )

/** Whoever has a number was born before this. */
const noDay = '9999-12-31'

/**
 * Does the text hold a resident identity number (GB 11643-1999) with its right check character? Full-width digits and marks
 * without width do not hide it. Made for accidents, as `containsCardNumber`.
 *
 * @example containsIdentityNumber('订单 202603020001') // false
 */
export const containsIdentityNumber = (text: string): boolean => {
  for (const [, area, birth, rest] of narrow(text).matchAll(written))
    if (isResidentIdentityNumber(`${area}${birth}${rest}`.toUpperCase(), noDay)) return true
  return false
}
