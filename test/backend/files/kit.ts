import type { DeclaredContent } from '../../../src/backend/index.ts'

/** A file as somebody sends it. */
export interface SentFile extends DeclaredContent {
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type Part = string | Uint8Array | readonly number[]

const bytesOf = (part: Part): Uint8Array =>
  typeof part === 'string' ? Uint8Array.from(part, (letter) => letter.charCodeAt(0)) : Uint8Array.from(part)

/** Texts letter by letter, numbers byte by byte. */
export const join = (...parts: readonly Part[]): Uint8Array<ArrayBuffer> => {
  const all = parts.map(bytesOf)
  const whole = new Uint8Array(all.reduce((length, { length: own }) => length + own, 0))
  let place = 0
  for (const part of all) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

export const uint16 = (value: number): readonly number[] => [(value >> 8) & 255, value & 255]
export const uint32 = (value: number): readonly number[] => [...uint16(value >>> 16), ...uint16(value)]

/** The same noise every time, as a packed picture looks. */
export const noise = (length: number, seed = 7): readonly number[] => {
  let value = seed
  return Array.from({ length }, () => {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0
    return (value >>> 16) & 255
  })
}

const file = (mediaType: string, ending: string) => (bytes: Uint8Array<ArrayBuffer>, name?: string) =>
  ({ type: 'business_licence', mediaType, name: name ?? `scan.${ending}`, bytes }) as const satisfies SentFile
export const asPdf = file('application/pdf', 'pdf')
export const asJpeg = file('image/jpeg', 'jpg')
export const asPng = file('image/png', 'png')
export const asPaper = file('application/json', 'json')

/** A ZIP archive with one stored file. @param comment stands at its very end. */
export const zip = (content: string, comment = ''): Uint8Array<ArrayBuffer> => {
  const fields = [10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  const size = [content.length & 255, content.length >> 8, 0, 0]
  const local = join(
    'PK\x03\x04',
    fields.slice(0, 10),
    [0, 0, 0, 0],
    size,
    size,
    [5, 0, 0, 0],
    'a.txt',
    content,
  )
  const central = join('PK\x01\x02', fields, [0, 0], size, size, [5, 0], new Array(16).fill(0), 'a.txt')
  const end = join(
    ...[
      'PK\x05\x06\0\0\0\0\x01\0\x01\0',
      [central.length, 0, 0, 0],
      [local.length & 255, local.length >> 8, 0, 0],
    ],
    ...[[comment.length & 255, comment.length >> 8], comment],
  )
  return join(local, central, end)
}
