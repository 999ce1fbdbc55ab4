import { type AddressBytes, readAddress } from './ip-address.ts'
import { type AddressReason, ipv4Ranges, ipv6Ranges } from './special-ranges.ts'

/** May this IP address be sent to? Only public ones may. */
export type AddressVerdict = { allowed: true } | { allowed: false; reason: AddressReason }

interface Block {
  bytes: AddressBytes
  bits: number
  reason: AddressReason
}

const blockOf = ([cidr, reason]: readonly [string, AddressReason]): Block => {
  const [address = '', bits] = cidr.split('/')
  return { bytes: readAddress(address) ?? [], bits: Number(bits), reason }
}

const ipv4Blocks = ipv4Ranges.map(blockOf)
const ipv6Blocks = ipv6Ranges.map(blockOf)
const globalUnicast = blockOf(['2000::/3', 'notGlobal'])

const isIn = (address: AddressBytes, { bytes, bits }: Block): boolean =>
  address.every((byte, place) => {
    const wanted = Math.min(8, Math.max(0, bits - place * 8))
    const mask = (0xff << (8 - wanted)) & 0xff
    return (byte & mask) === ((bytes[place] ?? 0) & mask)
  })

/** An interface identifier that says it is an IPv4 address: a tunnel inside a site would take the packet there. */
const isIsatap = (address: AddressBytes): boolean =>
  ((address[8] ?? 0) & 0xfd) === 0 && address[9] === 0 && address[10] === 0x5e && address[11] === 0xfe

const reasonOf = (address: AddressBytes): AddressReason | undefined => {
  if (address.length === 4) return ipv4Blocks.find((block) => isIn(address, block))?.reason
  const special = ipv6Blocks.find((block) => isIn(address, block))?.reason
  if (special) return special
  if (!isIn(address, globalUnicast)) return 'notGlobal'
  return isIsatap(address) ? 'tunnelled' : undefined
}

/**
 * May a callback be sent to this address? Only to one that is public: none of the special-purpose ranges of IANA, none that
 * carries another address inside it, and not where clouds tell a machine its secrets.
 *
 * @param ip in plain spelling, as a resolver gives it; every other spelling is refused.
 * @example judgeAddress('169.254.169.254') // { allowed: false, reason: 'linkLocal' }
 */
export const judgeAddress = (ip: string): AddressVerdict => {
  const address = typeof ip === 'string' ? readAddress(ip) : undefined
  const reason = address ? reasonOf(address) : 'notAnAddress'
  return reason ? { allowed: false, reason } : { allowed: true }
}
