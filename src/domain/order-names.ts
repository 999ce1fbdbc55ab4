/** Twenty letters from a to p, made of the command that gave an order. */
const tag = /^[a-p]{20}$/
/** As orders are called: `<lifecycleId>/<tag>/<n>`; where nobody made a tag, with the version of the record in its place. */
const name = /^([^/]+)\/(?:([a-p]{20})|(\d{1,15}))\/\d{1,15}$/

/** May it be the middle of an order's name? @example isOrderTag('hechaifdaddoajgmkiim') // true */
export const isOrderTag = (text: string | undefined): text is string => text !== undefined && tag.test(text)

/**
 * The tag that stands for a digest: 80 bits of it. Letters alone, so that chance never writes the number of a card.
 *
 * @param digest in hexadecimal, lower case.
 */
export const orderTagFrom = (digest: string): string =>
  digest.slice(0, 20).replaceAll(/[0-9a-f]/g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '')

/** What the name of an order says: whose it is, and the tag or the version that it is named after. */
export interface OrderName {
  lifecycleId: string
  tag: string | undefined
  version: number | undefined
}

/** Reads the name of an order; `undefined` for any other text. @example readOrderName('life-1/12/0')?.version // 12 */
export const readOrderName = (text: string): OrderName | undefined => {
  const [, lifecycleId, named, version] = name.exec(text) ?? []
  if (lifecycleId === undefined) return undefined
  return { lifecycleId, tag: named, version: version === undefined ? undefined : Number(version) }
}
