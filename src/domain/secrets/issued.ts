/**
 * First digits from and to, and the lengths that are in use. Without it every tenth order number would be taken for a card:
 * the check digit alone says little. Lengths that stand in tables only (13 digits of Visa, 17 to 19 of JCB) are left out,
 * because parcels and generated ids have them.
 */
const issued: readonly (readonly [from: string, to: string, ...lengths: number[]])[] = [
  // Visa, and debit cards of banks in China under its digit
  ['4', '4', 16, 19],
  ['405512', '405512', 17],
  // Mastercard
  ['51', '55', 16],
  ['2221', '2720', 16],
  // UnionPay
  ['62', '62', 16, 17, 18, 19],
  ['810', '817', 17, 18, 19],
  // American Express
  ['34', '34', 15],
  ['37', '37', 15],
  // Diners Club
  ['300', '305', 14, 16],
  ['309', '309', 14, 16],
  ['36', '36', 14],
  ['38', '39', 14, 16],
  // JCB
  ['3528', '3589', 16],
  // Discover
  ['6011', '6011', 16, 19],
  ['644', '659', 16, 19],
  // Maestro, Verve, RuPay, Elo, Hipercard and others under the same digits
  ['50', '50', 16],
  ['56', '58', 16],
  ['60', '60', 16],
  ['63', '63', 16],
  ['67', '67', 16, 19],
  ['81', '81', 16],
  ['820', '820', 16],
  ['506', '507', 18, 19],
  ['5018', '5018', 17, 18, 19],
  ['5020', '5020', 17, 18, 19],
  ['5038', '5038', 17, 18, 19],
  ['5893', '5893', 17, 18, 19],
  ['6304', '6304', 17, 18, 19],
  ['6759', '6763', 17, 18],
  // Mir
  ['2200', '2204', 16, 17, 18, 19],
  // Uzcard, Humo, Troy, Napas
  ['8600', '8600', 16],
  ['9860', '9860', 16],
  ['9792', '9792', 16],
  ['9704', '9704', 16, 19],
  // UATP, and cards of one seller under the same number
  ['1220', '1220', 15, 16],
  // Older cards of banks in China
  ['601382', '601382', 19],
  ['601428', '601428', 17],
  ['602969', '602969', 18],
  ['603601', '603601', 17],
  ['603367', '603367', 18],
  ['6858', '6858', 16, 19],
  ['690755', '690755', 15, 16, 18],
  ['6943', '6943', 16, 18],
  ['69580', '69580', 18],
  ['9000', '9000', 16, 19],
  ['9003', '9003', 16],
  ['9059', '9059', 16],
  ['9111', '9111', 19],
  ['9400', '9400', 16, 18, 19],
  ['9551', '9551', 19],
  ['9555', '9555', 16],
  ['9558', '9558', 16, 19],
  ['9559', '9559', 16, 19],
  ['9666', '9666', 16, 18],
  ['9688', '9688', 16],
  ['9843', '9843', 16],
  ['990027', '990027', 18],
  ['9988', '9988', 16],
  ['999999', '999999', 16],
]

const isIssued = (digits: string): boolean =>
  issued.some(([from, to, ...lengths]) => {
    const first = digits.slice(0, from.length)
    return first >= from && first <= to && lengths.includes(digits.length)
  })

const zero = 48

/** The check digit of ISO/IEC 7812-1, of a text that is known to be digits. */
const checks = (digits: string): boolean => {
  let sum = 0
  for (let place = digits.length - 1, doubled = false; place >= 0; place -= 1, doubled = !doubled) {
    const digit = digits.charCodeAt(place) - zero
    sum += doubled ? digit * 2 - (digit > 4 ? 9 : 0) : digit
  }
  return sum % 10 === 0
}

/** Somebody who writes "card" means one of any issuer, and of the lengths that are hardly in use. */
const calledCard = /^[2-69]\d{11,18}$/

/**
 * Is it the number of a card: digits that a scheme issues, in a length that is in use, with the right check digit?
 *
 * @param isCalledCard A word beside it says that it is a card: then the issuer and the length do not matter.
 */
export const isCardNumber = (digits: string, isCalledCard = false): boolean =>
  digits.length >= 12 &&
  digits.length <= 19 &&
  checks(digits) &&
  (isIssued(digits) || (isCalledCard && calledCard.test(digits)))
