import { join, noise, type Part, uint16 } from './kit.ts'

export const segment = (marker: number, ...content: readonly Part[]) => {
  const inner = join(...content)
  return join([0xff, marker], uint16(inner.length + 2), inner)
}

export const soi = [0xff, 0xd8]
export const eoi = [0xff, 0xd9]
export const jfif = segment(0xe0, 'JFIF\0', [1, 2, 1, 0, 72, 0, 72, 0, 0])
const tables = join(segment(0xdb, [0], new Array(64).fill(16)), segment(0xc4, [0], noise(28)))
const escaped = (bytes: readonly number[]) => bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]))

export const frame = (width = 2480, height = 3508, marker = 0xc0, components = 3) =>
  segment(
    marker,
    [8],
    uint16(height),
    uint16(width),
    [components],
    Array.from({ length: components }, (_, n) => [n + 1, 0x22, 0]).flat(),
  )
export const scan = (seed = 7, restarts: readonly number[] = []) =>
  join(
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[escaped(noise(300, seed)), ...restarts.flatMap((n) => [[0xff, 0xd0 + n], escaped(noise(90, n + 1))])],
  )

/** A picture with further segments before its frame. */
export const jpeg = (...before: readonly Part[]) => join(soi, jfif, ...before, tables, frame(), scan(), eoi)

/** What stands in the middle of any picture, from its frame on. */
export const picture = (width?: number, height?: number, marker?: number) =>
  join(tables, frame(width, height, marker), scan(), eoi)

export const exif = segment(
  0xe1,
  'Exif\0\0MM\0*\0\0\0\x08',
  [0, 1, 1, 0x0e, 0, 2, 0, 0, 0, 8],
  'Camera A\0\0\0\0',
  join(soi, tables, frame(160, 120), scan(3), eoi),
)
