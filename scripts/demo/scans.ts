import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

/** A file that somebody photographed or scanned: made up here, line by line, as no paper of anybody's may be shown. */
export interface DemoScan {
  readonly name: string
  readonly mime: 'image/png' | 'application/pdf'
  readonly bytes: Uint8Array<ArrayBuffer>
}

type Box = readonly [x: number, y: number, width: number, height: number, grey: number]

const sheet = { width: 640, height: 880 }

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A grey picture of boxes: enough to see that it is a page, which way up it is, and whether it was enlarged. */
const png = (boxes: readonly Box[]): Uint8Array<ArrayBuffer> => {
  const { width, height } = sheet
  const rows = Buffer.alloc(height * (width + 1), 0xf4)
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0
  for (const [left, top, wide, high, grey] of boxes)
    for (let y = top; y < top + high; y += 1)
      rows.fill(grey, y * (width + 1) + 1 + left, y * (width + 1) + 1 + left + wide)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Uint8Array.from(
    Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

const lines = (top: number, widths: readonly number[]): readonly Box[] =>
  widths.map((width, place): Box => [70, top + place * 44, width, 12, 0x70])

/** Emblem, title, lines, and a seal at the lower right. */
const licencePicture = png([
  [280, 60, 80, 80, 0x90],
  [170, 170, 300, 28, 0x30],
  ...lines(260, [420, 360, 480, 300, 440, 380, 250, 470]),
  [440, 690, 120, 120, 0xa0],
  [470, 720, 60, 60, 0xf4],
])

/** A device from behind, with the label that bears its number. */
const devicePicture = png([
  [150, 90, 340, 700, 0x50],
  [190, 130, 260, 200, 0x90],
  [210, 560, 220, 120, 0xf0],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((bar): Box => [226 + bar * 19, 580, 5 + (bar % 3) * 4, 60, 0x20]),
])

/** Two pages, so that whoever reads it turns one. */
const letter = (): Uint8Array<ArrayBuffer> => {
  const page = (words: string) => `BT /F1 18 Tf 72 760 Td (${words}) Tj ET`
  const [one, two] = [page('Contract, page 1 of 2'), page('Contract, page 2 of 2: signed')]
  const leaf = (content: number) =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 7 0 R>>>>/Contents ${content} 0 R>>`
  const stream = (text: string) => `<</Length ${text.length}>>stream\n${text}\nendstream`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>',
    ...[leaf(5), leaf(6), stream(one), stream(two)],
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((body, place) => {
    const start = text.length
    text += `${place + 1} 0 obj\n${body}\nendobj\n`
    return start
  })
  const start = text.length
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}

export const demoScans = {
  licence: { name: '营业执照.png', mime: 'image/png', bytes: licencePicture },
  device: { name: 'serial-number.png', mime: 'image/png', bytes: devicePicture },
  contract: { name: '合同.pdf', mime: 'application/pdf', bytes: letter() },
} as const satisfies Readonly<Record<string, DemoScan>>

/** What a paper says of its scan. */
export const fileOf = ({ name, mime, bytes }: DemoScan) => ({
  ...{ name, mime, size: bytes.length },
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
