import { deflateSync } from 'node:zlib'
import { join, noise } from './kit.ts'

type Content = string | Uint8Array

/** Behind objects: the table of places, and where it is. */
const close = (body: Uint8Array, places: readonly number[], trailer: string, end: string) => {
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`
  return join(
    body,
    table,
    `trailer\n<< /Size ${places.length + 1} ${trailer} >>\nstartxref\n${body.length}\n${end}`,
  )
}

const add = (body: Uint8Array, objects: readonly Content[], first: number) => {
  const places: number[] = []
  let whole = body
  for (const [n, content] of objects.entries()) {
    places.push(whole.length)
    whole = join(whole, `${n + first} 0 obj\n`, content, '\nendobj\n')
  }
  return { whole, places }
}

const page = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
]

export const stream = (dictionary: string, data: Uint8Array | string) => {
  const bytes = join(data)
  return join(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream')
}
export const packedStream = (dictionary: string, text: string) =>
  stream(`${dictionary} /Filter /FlateDecode`, deflateSync(join(text)))

export interface Made {
  version?: string
  trailer?: string
  end?: string
}

/** A document of one page whose further objects begin with the fifth. */
export const pdf = (
  further: readonly Content[] = [],
  { version = '1.4', trailer = '/Root 1 0 R', end = '%%EOF\n' }: Made = {},
) => {
  const head = join(`%PDF-${version}\n%`, [0xe2, 0xe3, 0xcf, 0xd3], '\n')
  const text = packedStream('', 'BT /F1 12 Tf 72 720 Td (Business licence) Tj ET')
  const { whole, places } = add(head, [...page, text, ...further], 1)
  return close(whole, places, trailer, end)
}

/** The same document with an update behind its end. */
export const updated = (original: Uint8Array, objects: readonly Content[], trailer = '/Root 1 0 R') => {
  const { whole, places } = add(original, objects, 20)
  const rows = places.map((place, n) => `${n + 20} 1\n${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return join(
    whole,
    `xref\n${rows}trailer\n<< /Size 30 ${trailer} /Prev 9 >>\nstartxref\n${whole.length}\n%%EOF\n`,
  )
}

/** With its table of places in a packed stream, as newer programs write it. */
export const modern = (objects: string, dictionary = '') => {
  const head = join('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n')
  const inner = packedStream(`/Type /ObjStm /N 2 /First 8 ${dictionary}`, objects)
  const { whole } = add(head, [inner], 5)
  const table = stream(
    '/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode',
    deflateSync(join(noise(28))),
  )
  return join(whole, '6 0 obj\n', table, `\nendobj\nstartxref\n${whole.length}\n%%EOF`)
}

export const image = stream(
  '/Type /XObject /Subtype /Image /Width 90 /Height 9 /Filter /DCTDecode',
  join(noise(900)),
)
