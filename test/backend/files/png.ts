import { crc32, deflateSync } from 'node:zlib'
import { join, noise, type Part, uint32 } from './kit.ts'

export const signature = '\x89PNG\r\n\x1a\n'

export const chunk = (name: string, ...content: readonly Part[]) => {
  const inner = join(name, ...content)
  return join(uint32(inner.length - 4), inner, uint32(crc32(inner)))
}

interface Look {
  width?: number
  height?: number
  depth?: number
  colour?: number
  interlace?: number
}
export const header = ({ width = 40, height = 30, depth = 8, colour = 2, interlace = 0 }: Look = {}) =>
  chunk('IHDR', uint32(width), uint32(height), [depth, colour, 0, 0, interlace])

const lines = Uint8Array.from({ length: 30 * 121 }, (_, n) => (n % 121 === 0 ? 0 : n & 255))
const packed = deflateSync(lines)
export const pixels = chunk('IDAT', packed)
export const inTwo = join(chunk('IDAT', packed.subarray(0, 20)), chunk('IDAT', packed.subarray(20)))
export const end = chunk('IEND')

/** A picture with further chunks before its pixels. */
export const png = (look: Look = {}, ...before: readonly Part[]) =>
  join(signature, header(look), ...before, pixels, end)

export const palette = chunk('PLTE', noise(768))
