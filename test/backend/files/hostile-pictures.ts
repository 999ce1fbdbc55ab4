import * as J from './jpeg.ts'
import { asJpeg, asPng, join, noise, uint16, uint32, zip } from './kit.ts'
import { pdf } from './pdf.ts'
import * as N from './png.ts'
import type { HostileFile } from './polyglots.ts'

const photo = J.jpeg()
const drawing = N.png()
const html = '<html><body><script>alert(1)</script>'
const php = '<?php system($_GET[0]); ?>'
const sized = (width: number, height: number) => asJpeg(join(J.soi, J.jfif, J.picture(width, height)))
const drawn = (width: number, height: number) => asPng(N.png({ width, height }))
const altered = (bytes: Uint8Array<ArrayBuffer>, place: number) => {
  const other = bytes.slice()
  other[place] = (other[place] ?? 0) ^ 1
  return other
}

export const hostilePictures: Readonly<Record<string, HostileFile>> = {
  'JPEG with a ZIP behind it': [asJpeg(join(photo, zip('a'))), 'CONTENT_AMBIGUOUS'],
  'JPEG with a Java archive behind it (GIFAR)': [asJpeg(join(photo, zip('Main.class'))), 'CONTENT_AMBIGUOUS'],
  'JPEG with a ZIP in a remark': [asJpeg(J.jpeg(J.segment(0xfe, zip('a')))), 'CONTENT_AMBIGUOUS'],
  'JPEG with PHP behind it': [asJpeg(join(photo, php)), 'CONTENT_AMBIGUOUS'],
  'JPEG with HTML behind it': [asJpeg(join(photo, html)), 'CONTENT_AMBIGUOUS'],
  'JPEG with another JPEG behind it': [asJpeg(join(photo, photo)), 'CONTENT_AMBIGUOUS'],
  'JPEG with a PDF behind it': [asJpeg(join(photo, pdf())), 'CONTENT_AMBIGUOUS'],
  'JPEG with a megabyte of zeros behind it': [
    asJpeg(join(photo, new Array(4_000).fill(0))),
    'CONTENT_AMBIGUOUS',
  ],
  'JPEG with PHP in a remark': [asJpeg(J.jpeg(J.segment(0xfe, php))), 'CONTENT_AMBIGUOUS'],
  'JPEG with a script in its EXIF': [asJpeg(J.jpeg(J.segment(0xe1, 'Exif\0\0', html))), 'CONTENT_AMBIGUOUS'],
  'JPEG whose header is a remark of a script': [
    asJpeg(join(J.soi, [0xff, 0xe0, 0x2f, 0x2a], 'JFIF\0', new Array(0x2f2a - 7).fill(0), J.picture())),
    'CONTENT_AMBIGUOUS',
  ],
  'JPEG with a RAR in its EXIF': [asJpeg(J.jpeg(J.segment(0xe1, 'Rar!\x1a\x07\x01\0'))), 'CONTENT_AMBIGUOUS'],
  'JPEG that floods with pixels': [sized(7_000, 7_000), 'PICTURE_TOO_LARGE'],
  'JPEG with a side that is too long': [sized(12_001, 10), 'PICTURE_TOO_LARGE'],
  'JPEG without height': [sized(100, 0), 'CONTENT_DAMAGED'],
  'JPEG with two frames': [
    asJpeg(join(J.soi, J.jfif, J.frame(10, 10), J.frame(60_000, 60_000), J.scan(), J.eoi)),
    'CONTENT_DAMAGED',
  ],
  'JPEG of a rare kind': [asJpeg(join(J.soi, J.jfif, J.picture(10, 10, 0xc9))), 'CONTENT_DAMAGED'],
  'JPEG without a scan': [asJpeg(join(J.soi, J.jfif, J.frame(), J.eoi)), 'CONTENT_DAMAGED'],
  'JPEG with a scan before its frame': [asJpeg(join(J.soi, J.jfif, J.scan(), J.eoi)), 'CONTENT_DAMAGED'],
  'JPEG that ends in its scan': [asJpeg(photo.slice(0, -40)), 'CONTENT_DAMAGED'],
  'JPEG that ends in a segment': [asJpeg(photo.slice(0, 60)), 'CONTENT_DAMAGED'],
  'JPEG with a segment that is longer than the file': [
    asJpeg(join(J.soi, [0xff, 0xe1], uint16(60_000), 'x', J.eoi)),
    'CONTENT_DAMAGED',
  ],
  'JPEG of three bytes': [asJpeg(join([0xff, 0xd8, 0xff])), 'CONTENT_DAMAGED'],
  'JPEG with PHP before it': [asJpeg(join(php, photo)), 'CONTENT_NOT_AS_DECLARED'],
  'PNG with data behind it': [asPng(join(drawing, 'secret')), 'CONTENT_AMBIGUOUS'],
  'PNG with one byte behind it': [asPng(join(drawing, [0])), 'CONTENT_AMBIGUOUS'],
  'PNG with a ZIP behind it': [asPng(join(drawing, zip('a'))), 'CONTENT_AMBIGUOUS'],
  'PNG with a script in a text': [asPng(N.png({}, N.chunk('tEXt', `Comment\0${html}`))), 'CONTENT_AMBIGUOUS'],
  'PNG with a script in a chunk of its own': [asPng(N.png({}, N.chunk('jsCr', html))), 'CONTENT_AMBIGUOUS'],
  'PNG with PHP in its palette': [
    asPng(N.png({ colour: 3 }, N.chunk('PLTE', php, noise(768 - php.length)))),
    'CONTENT_AMBIGUOUS',
  ],
  'PNG with SVG in a text': [
    asPng(N.png({}, N.chunk('iTXt', 'x\0<svg onload=alert(1)>'))),
    'CONTENT_AMBIGUOUS',
  ],
  'PNG with a chunk that must be understood and is not': [
    asPng(N.png({}, N.chunk('EVIL', 'x'))),
    'CONTENT_DAMAGED',
  ],
  'PNG that floods with pixels': [drawn(9_000, 9_000), 'PICTURE_TOO_LARGE'],
  'PNG with a side that is too long': [drawn(1, 2_000_000_000), 'PICTURE_TOO_LARGE'],
  'PNG without width': [drawn(0, 10), 'CONTENT_DAMAGED'],
  'PNG with a wrong checksum': [asPng(altered(drawing, 60)), 'CONTENT_DAMAGED'],
  'PNG with an impossible colour': [asPng(N.png({ colour: 5 })), 'CONTENT_DAMAGED'],
  'PNG without pixels': [asPng(join(N.signature, N.header(), N.end)), 'CONTENT_DAMAGED'],
  'PNG without its palette': [asPng(N.png({ colour: 3 })), 'CONTENT_DAMAGED'],
  'PNG with two headers': [asPng(N.png({}, N.header())), 'CONTENT_DAMAGED'],
  'PNG with pixels in two places': [
    asPng(join(N.signature, N.header(), N.pixels, N.chunk('tIME', noise(7)), N.pixels, N.end)),
    'CONTENT_DAMAGED',
  ],
  'PNG without its end': [asPng(drawing.slice(0, -12)), 'CONTENT_DAMAGED'],
  'PNG with a chunk that is longer than the file': [
    asPng(join(N.signature, N.header(), uint32(0x7fffffff), 'IDAT', 'x')),
    'CONTENT_DAMAGED',
  ],
  'PNG that begins with another chunk': [asPng(join(N.signature, N.pixels, N.end)), 'CONTENT_DAMAGED'],
  'PNG of its signature alone': [asPng(join(N.signature)), 'CONTENT_DAMAGED'],
}
