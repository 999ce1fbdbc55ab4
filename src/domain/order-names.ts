/** An order is called `<lifecycleId>/<tag>/<n>`: twenty letters from a to p, made of the command that gave it. */
const tag = /^[a-p]{20}$/

/** May it be the middle of an order's name? @example isOrderTag('hechaifdaddoajgmkiim') // true */
export const isOrderTag = (text: string | undefined): text is string => text !== undefined && tag.test(text)

/**
 * The tag that stands for a digest: 80 bits of it. Letters alone, so that chance never writes the number of a card.
 *
 * @param digest in hexadecimal, lower case.
 */
export const orderTagFrom = (digest: string): string =>
  digest.slice(0, 20).replaceAll(/[0-9a-f]/g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '')

/** The tag in the name of an order; `undefined` where it is named after the version of its record. */
export const orderTagIn = (orderId: string): string | undefined => {
  const middle = orderId.split('/').at(-2) ?? ''
  return isOrderTag(middle) ? middle : undefined
}
