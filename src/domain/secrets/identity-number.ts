import { isResidentIdentityNumber } from '../identifiers.ts'
import { plain } from './plain.ts'

/** Area, birth date, and the rest with its check character, as people write them: in one run or in these three groups. */
const written =
  /(?<![0-9A-Za-z])([1-8]\d{5})[\s\u2010-\u2015-]{0,2}((?:18|19|20)\d{6})[\s\u2010-\u2015-]{0,2}(\d{3}[\dXx])(?![0-9A-Za-z])/g

/** Whoever has a number was born before this. */
const noDay = '9999-12-31'

/**
 * Does the text hold a resident identity number (GB 11643-1999) with its right check character? Full-width digits and marks
 * without width do not hide it. Made for accidents, as `containsCardNumber`.
 *
 * @example containsIdentityNumber('订单 202603020001') // false
 */
export const containsIdentityNumber = (text: string): boolean => identityRows(plain(text).text).length > 0

/** Where identity numbers stand. */
export const identityRows = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(written)]
    .filter(([, area, birth, rest]) =>
      isResidentIdentityNumber(`${area}${birth}${rest}`.toUpperCase(), noDay),
    )
    .map(({ 0: row, index }) => ({ start: index, end: index + row.length }))
