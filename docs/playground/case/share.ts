import { isMobileNumber, secretIn } from 'terminal-lifecycle/domain'
import { LifecycleEvent, parseForm } from 'terminal-lifecycle/schemas'
import { type Act, type Case, isCase } from './acts.ts'

/** Of what stands in the address. What another version wrote is not read. */
const version = '1'
/** Of the address, in characters; browsers and messengers take as much. */
export const longestAddress = 16_000
/** Of what is in it once it is unpacked, in bytes: a small text may unpack to a very large one. */
const mostBytes = 400_000

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value)
    size += read.value.length
    if (size > mostBytes) {
      await reader.cancel()
      throw new RangeError('too large')
    }
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const emailOrNumber = /[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}/giu

/** May this text be somebody's address, number or secret? The address of a case goes through many hands. */
const isPersonal = (text: string): boolean =>
  secretIn(text) !== undefined ||
  [...text.matchAll(emailOrNumber)].some(
    ([found]) => found.includes('@') || isMobileNumber(found.replaceAll(/[\s-]/g, '')),
  )

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

/** Only in free text: a serial number is a number of a device. */
export const personalIn = (event: unknown): readonly string[] =>
  textsIn(event).filter((text) => /[\s@+]|\p{Script=Han}|^1\d{10}$/u.test(text) && isPersonal(text))

/** What goes behind the `#`. @throws {RangeError} where the case is too long for an address. */
export async function toAddress({ opening, acts, who }: Case): Promise<string> {
  const text = new TextEncoder().encode(
    JSON.stringify(who === undefined ? [opening, acts] : [opening, acts, who]),
  )
  if (text.length > mostBytes) throw new RangeError('too large')
  const packed = await through(text as Uint8Array<ArrayBuffer>, new CompressionStream('deflate-raw'))
  const address = `c=${version}.${toBase64Url(packed)}`
  if (address.length > longestAddress) throw new RangeError('too large')
  return address
}

/** An event is read by the schema before the machine sees it. */
const readAct = (act: Act): Act | undefined => {
  if (!('event' in act)) return act
  const read = parseForm(LifecycleEvent, act.event)
  return read.success && personalIn(read.data).length === 0 ? { ...act, event: read.data } : undefined
}

/** The case that an address holds; nothing, where it is broken, too large, or of another version. */
export async function fromAddress(address: string): Promise<Case | undefined> {
  const [, text] = /^#?c=1\.([\w-]+)$/.exec(address) ?? []
  if (text === undefined || address.length > longestAddress + 1) return undefined
  try {
    const bytes = await through(fromBase64Url(text), new DecompressionStream('deflate-raw'))
    const [opening, acts, who]: unknown[] = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    )
    const found = { opening, acts, ...(who !== undefined && { who }) }
    if (!isCase(found)) return undefined
    const read = found.acts.map(readAct)
    return read.every((act) => act !== undefined) ? { ...found, acts: read } : undefined
  } catch {
    return undefined
  }
}
