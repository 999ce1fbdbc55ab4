import type { ContentFault } from '../../../domain/index.ts'
import { latin1, uint32 } from './bytes.ts'
import { pixelFault } from './pixels.ts'

/** Bits of one sample that each kind of colour may have. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

const headerFault = (header: Uint8Array): ContentFault | undefined => {
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8)
  if (header.length !== 13 || !depths[colour]?.includes(depth)) return 'CONTENT_DAMAGED'
  if (compression !== 0 || filter !== 0 || interlace > 1) return 'CONTENT_DAMAGED'
  return pixelFault(uint32(header, 0), uint32(header, 4))
}

/** Names of chunks in their order, or what is wrong with them. */
const chunksOf = (bytes: Uint8Array): readonly string[] | ContentFault => {
  const names: string[] = []
  for (let place = 8; place < bytes.length; ) {
    const length = uint32(bytes, place)
    const end = place + 12 + length
    const name = latin1(bytes.subarray(place + 4, place + 8))
    if (end > bytes.length || !/^[A-Za-z]{2}[A-Z][A-Za-z]$/.test(name)) return 'CONTENT_DAMAGED'
    if (crc32(bytes.subarray(place + 4, end - 4)) !== uint32(bytes, end - 4)) return 'CONTENT_DAMAGED'
    if (names.length === 0) {
      const fault = headerFault(bytes.subarray(place + 8, end - 4))
      if (name !== 'IHDR' || fault) return fault ?? 'CONTENT_DAMAGED'
    }
    names.push(name)
    place = end
    if (name !== 'IEND') continue
    if (length > 0) return 'CONTENT_DAMAGED'
    return end === bytes.length ? names : 'CONTENT_AMBIGUOUS'
  }
  return 'CONTENT_DAMAGED'
}

/** From chunk to chunk, each with its checksum: the picture must be whole, and end with the file. */
export const pngFault = (bytes: Uint8Array): ContentFault | undefined => {
  const names = chunksOf(bytes)
  if (typeof names === 'string') return names
  const count = (name: string) => names.filter((other) => other === name).length
  // those with a capital letter must be understood to read the picture
  const isStrange = names.some(
    (name) => /^[A-Z]/.test(name) && !['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(name),
  )
  const pictures = count('IDAT')
  const inARow = names.lastIndexOf('IDAT') - names.indexOf('IDAT') + 1
  const hasPalette = bytes[25] !== 3 || count('PLTE') === 1
  const isWhole = count('IHDR') === 1 && pictures > 0 && pictures === inARow && hasPalette
  return isWhole && !isStrange ? undefined : 'CONTENT_DAMAGED'
}
