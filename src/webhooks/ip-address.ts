/** An address as its bytes: 4 of IPv4, 16 of IPv6. */
export type AddressBytes = readonly number[]

const decimal = /^(0|[1-9]\d{0,2})$/
const group = /^[0-9a-f]{1,4}$/i

const ipv4 = (text: string): AddressBytes | undefined => {
  const parts = text.split('.')
  // A leading zero is octal for some readers and decimal for others, so nobody may write one.
  if (parts.length !== 4 || !parts.every((part) => decimal.test(part))) return undefined
  const bytes = parts.map(Number)
  return bytes.every((byte) => byte < 256) ? bytes : undefined
}

/** The groups of one side of `::`; the last may be written as an IPv4 address. */
const groupsOf = (text: string): number[] | undefined => {
  if (text === '') return []
  const parts = text.split(':')
  const last = parts.at(-1) ?? ''
  const inner = last.includes('.') ? ipv4(last) : undefined
  const hexadecimal = inner ? parts.slice(0, -1) : parts
  if (!hexadecimal.every((part) => group.test(part))) return undefined
  const bytes = hexadecimal.flatMap((part) => {
    const number = Number.parseInt(part, 16)
    return [number >> 8, number & 0xff]
  })
  return [...bytes, ...(inner ?? [])]
}

const ipv6 = (text: string): AddressBytes | undefined => {
  const sides = text.split('::')
  if (sides.length > 2) return undefined
  const [left, right] = [groupsOf(sides[0] ?? ''), groupsOf(sides[1] ?? '')]
  // An IPv4 address can only be the end of the whole.
  if (!left || !right || (sides.length === 2 && sides[0]?.includes('.'))) return undefined
  const missing = 16 - left.length - right.length
  if (sides.length === 1 ? missing !== 0 : missing < 2) return undefined
  return [...left, ...Array.from({ length: missing }, () => 0), ...right]
}

/**
 * Reads an address in its plain spelling: four decimal numbers without leading zeros, or IPv6 without brackets and zone.
 *
 * @returns `undefined` for every other spelling.
 */
export const readAddress = (text: string): AddressBytes | undefined =>
  text.length > 45 ? undefined : text.includes(':') ? ipv6(text) : ipv4(text)
