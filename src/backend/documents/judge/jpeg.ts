import type { ContentFault } from '../../../domain/index.ts'
import { standsAt, uint16 } from './bytes.ts'
import { pixelFault } from './pixels.ts'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
/** Baseline, extended and progressive: what cameras, scanners and browsers know. */
const frames = [0xc0, 0xc1, 0xc2]

/** Cameras may fill up to a whole block; nothing that anybody could read stands there. */
const isPadding = (bytes: Uint8Array, place: number): boolean =>
  bytes.length - place <= 512 && bytes.subarray(place).every((byte) => byte === 0)

const frameFault = (bytes: Uint8Array, place: number): ContentFault | undefined => {
  const components = bytes[place + 7] ?? 0
  if (bytes[place + 2] !== 8 || ![1, 3, 4].includes(components)) return 'CONTENT_DAMAGED'
  if (uint16(bytes, place) !== 8 + 3 * components) return 'CONTENT_DAMAGED'
  return pixelFault(uint16(bytes, place + 5), uint16(bytes, place + 3))
}

/** A JFIF header is as long as its thumbnail; another length is text for somebody else. */
const isOddHeader = (bytes: Uint8Array, place: number): boolean =>
  standsAt(bytes, place + 2, 'JFIF\0') &&
  uint16(bytes, place) !== 16 + 3 * (bytes[place + 14] ?? 0) * (bytes[place + 15] ?? 0)

/** Behind the packed bytes of a scan: the place of the marker that ends it. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let place = from; place + 1 < bytes.length; place += 1) {
    if (bytes[place] !== 0xff) continue
    const next = bytes[place + 1] ?? 0
    // a byte 0xff of the picture itself, a restart, or filling
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return place
  }
  return bytes.length
}

/** From marker to marker: the picture must be whole, and end with the file. */
export const jpegFault = (bytes: Uint8Array): ContentFault | undefined => {
  let frame = false
  let scans = 0
  let place = 2
  if (bytes[1] !== startOfImage) return 'CONTENT_DAMAGED'
  while (place + 3 < bytes.length) {
    if (bytes[place] !== 0xff) return 'CONTENT_DAMAGED'
    const marker = bytes[place + 1] ?? 0
    if (marker === 0xff) {
      place += 1
      continue
    }
    if (marker === endOfImage) break
    const length = uint16(bytes, place + 2)
    if (marker < 0xc0 || marker === startOfImage || length < 2) return 'CONTENT_DAMAGED'
    if (marker === 0xe0 && isOddHeader(bytes, place + 2)) return 'CONTENT_AMBIGUOUS'
    const isFrame = marker < 0xd0 && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      if (frame || !frames.includes(marker)) return 'CONTENT_DAMAGED'
      const fault = frameFault(bytes, place + 2)
      if (fault) return fault
      frame = true
    }
    place += 2 + length
    if (marker !== startOfScan) continue
    if (!frame) return 'CONTENT_DAMAGED'
    scans += 1
    place = endOfScan(bytes, place)
  }
  const ends = bytes[place] === 0xff && bytes[place + 1] === endOfImage
  if (!ends || scans === 0) return 'CONTENT_DAMAGED'
  return isPadding(bytes, place + 2) ? undefined : 'CONTENT_AMBIGUOUS'
}
