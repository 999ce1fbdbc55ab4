import type { ContentFault } from '../../../src/domain/index.ts'
import { bytesOf, proofBytes } from '../papers.ts'
import { hostilePdfs } from './hostile-pdf.ts'
import { hostilePictures } from './hostile-pictures.ts'
import { jpeg } from './jpeg.ts'
import { asJpeg, asPaper, asPdf, asPng, join, type SentFile, zip } from './kit.ts'
import { pdf } from './pdf.ts'
import { png } from './png.ts'

/** A file that must not be taken, and why it is not. */
export type HostileFile = readonly [file: SentFile, fault: ContentFault]

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
const office = zip('[Content_Types].xml')
const program = join('MZ', [0x90, 0], 'This program cannot be run in DOS mode')
const proof = (
  text: string | Uint8Array<ArrayBuffer>,
  type: SentFile['type'] = 'payment_proof',
): SentFile => ({
  ...asPaper(typeof text === 'string' ? bytesOf(text) : text),
  type,
})
const text = new TextDecoder().decode(proofBytes())
const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`

const others: Readonly<Record<string, HostileFile>> = {
  'nothing as PDF': [asPdf(join('')), 'CONTENT_NOT_AS_DECLARED'],
  'nothing as JPEG': [asJpeg(join('')), 'CONTENT_NOT_AS_DECLARED'],
  'SVG as PNG': [asPng(join(svg)), 'CONTENT_NOT_AS_DECLARED'],
  'SVG under its own name': [
    { type: 'business_licence', mediaType: 'image/svg+xml', name: 'a.svg', bytes: join(svg) },
    'CONTENT_NOT_AS_DECLARED',
  ],
  'HTML as PDF': [asPdf(join('<!doctype html><p>')), 'CONTENT_NOT_AS_DECLARED'],
  'a program as PDF': [asPdf(program), 'CONTENT_NOT_AS_DECLARED'],
  'an office file as PDF': [asPdf(office), 'CONTENT_NOT_AS_DECLARED'],
  'an office file under its own name': [
    { type: 'business_licence', mediaType: 'application/zip', name: 'a.docx', bytes: office },
    'CONTENT_NOT_AS_DECLARED',
  ],
  'GIF as JPEG': [asJpeg(join('GIF89a', new Array(40).fill(0))), 'CONTENT_NOT_AS_DECLARED'],
  'GIF with a script (GIFAR)': [asPng(join('GIF89a/*', '*/=alert(1)', zip('a'))), 'CONTENT_NOT_AS_DECLARED'],
  'PDF as JPEG': [asJpeg(pdf()), 'CONTENT_NOT_AS_DECLARED'],
  'JPEG as PNG': [asPng(jpeg()), 'CONTENT_NOT_AS_DECLARED'],
  'PNG as PDF': [asPdf(png()), 'CONTENT_NOT_AS_DECLARED'],
  'PDF named like a picture': [asPdf(pdf(), 'scan.jpg'), 'CONTENT_NOT_AS_DECLARED'],
  'PDF named like a program': [asPdf(pdf(), 'scan.pdf.exe'), 'CONTENT_NOT_AS_DECLARED'],
  'JPEG without an ending': [asJpeg(jpeg(), 'scan'), 'CONTENT_NOT_AS_DECLARED'],
  'JPEG that is only named like one': [asJpeg(jpeg(), 'jpg'), 'CONTENT_NOT_AS_DECLARED'],
  'a paper as PDF': [asPdf(proofBytes()), 'CONTENT_NOT_AS_DECLARED'],
  'PDF as a paper': [proof(pdf()), 'CONTENT_NOT_AS_DECLARED'],
  'a paper with a byte order mark': [
    proof(join([0xef, 0xbb, 0xbf], proofBytes())),
    'CONTENT_NOT_AS_DECLARED',
  ],
  'a paper with a line end': [proof(`${text}\n`), 'PAPER_NOT_CANONICAL'],
  'a paper with a blank': [proof(text.replace(':', ': ')), 'PAPER_NOT_CANONICAL'],
  'a paper in another order': [
    proof(JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()))),
    'PAPER_NOT_CANONICAL',
  ],
  'a paper with a field twice': [
    proof(text.replace('{', '{"amount":{"amount":1,"currency":"CNY"},')),
    'PAPER_NOT_CANONICAL',
  ],
  'a paper that is no UTF-8': [proof(join('{"id":"', [0xff], '"}')), 'PAPER_NOT_CANONICAL'],
  'a paper that is too deep': [proof(deep), 'PAPER_NOT_CANONICAL'],
  'a paper that is no JSON': [proof('{'), 'PAPER_NOT_CANONICAL'],
  'a paper with a program behind it': [proof(`${text}MZ`), 'PAPER_NOT_CANONICAL'],
  'a paper of another type': [proof(proofBytes(), 'waiver'), 'PAPER_NOT_OF_ITS_TYPE'],
  'a paper with a field of nobody': [
    proof('{"id":"a","type":"payment_proof","zzz":1}'),
    'PAPER_NOT_OF_ITS_TYPE',
  ],
  'a paper with an amount that is none': [proof(proofBytes(-1)), 'PAPER_NOT_OF_ITS_TYPE'],
}

/** Files that somebody would like to have taken for something else. */
export const polyglots: Readonly<Record<string, HostileFile>> = {
  ...hostilePdfs,
  ...hostilePictures,
  ...others,
}
