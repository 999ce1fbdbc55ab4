import { proofBytes } from '../papers.ts'
import * as J from './jpeg.ts'
import { asJpeg, asPaper, asPdf, asPng, join, noise, type SentFile } from './kit.ts'
import * as D from './pdf.ts'
import * as N from './png.ts'

const xmp = J.segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<?xpacket begin="" id="W5M0"?><x:xmpmeta/>')

/** Files as cameras, scanners and offices make them: every one has to be taken. */
export const goodFiles: Readonly<Record<string, SentFile>> = {
  'a photograph': asJpeg(J.jpeg()),
  'a photograph with EXIF and a thumbnail': asJpeg(join(J.soi, J.exif, J.picture())),
  'a photograph with JFIF, EXIF, XMP and a colour profile': asJpeg(
    J.jpeg(J.exif, xmp, J.segment(0xe2, 'ICC_PROFILE\0', noise(600))),
  ),
  'a progressive JPEG of many scans': asJpeg(
    join(J.soi, J.jfif, J.frame(1200, 900, 0xc2), J.scan(1), J.scan(2), J.scan(3), J.eoi),
  ),
  'a grey JPEG with restart marks': asJpeg(
    join(J.soi, J.jfif, J.frame(1200, 900, 0xc0, 1), J.scan(1, [0, 1, 2, 3]), J.eoi),
  ),
  'a JPEG that is filled up with zeros': asJpeg(join(J.jpeg(), new Array(300).fill(0))),
  'a JPEG with a remark': asJpeg(J.jpeg(J.segment(0xfe, 'Made with a scanner')), '营业执照 正本.JPEG'),
  'a JPEG with filling before a marker': asJpeg(join(J.soi, J.jfif, [0xff, 0xff], J.picture())),
  'a PNG': asPng(N.png()),
  'an interlaced PNG': asPng(N.png({ interlace: 1 })),
  'a PNG with a palette and a transparent colour': asPng(
    N.png({ colour: 3, depth: 4 }, N.palette, N.chunk('tRNS', noise(16))),
  ),
  'a PNG of several parts with remarks and EXIF': asPng(
    join(
      N.signature,
      N.header(),
      ...[N.chunk('pHYs', noise(9)), N.chunk('tEXt', 'Software\0Scanner 2.1'), N.chunk('eXIf', noise(40))],
      ...[N.inTwo, N.chunk('tIME', noise(7)), N.end],
    ),
  ),
  'a PNG with alpha at sixteen bits': asPng(N.png({ colour: 6, depth: 16 })),
  'a PDF': asPdf(D.pdf()),
  'a PDF without a line end at its end': asPdf(D.pdf([], { end: '%%EOF' })),
  'a PDF with several line ends at its end': asPdf(D.pdf([], { end: '%%EOF\r\n\r\n' })),
  'a scanned PDF with its picture': asPdf(D.pdf([D.image], { version: '1.7' })),
  'a PDF of version 2': asPdf(D.pdf([], { version: '2.0' })),
  'a PDF that was updated': asPdf(D.updated(D.pdf(), ['<< /Type /Annot /Subtype /Text >>'])),
  'a PDF that was signed and updated again': asPdf(
    D.updated(D.updated(D.pdf(), ['<< /Type /Sig /Contents <00> >>']), ['<< /Type /DSS >>']),
  ),
  'a PDF with its objects in packed streams': asPdf(
    D.modern('1 0 2 35 << /Type /Catalog /Pages 2 0 R >>  << /Type /Pages >>'),
  ),
  'a PDF that opens at its first page': asPdf(D.pdf(['<< /OpenAction [3 0 R /Fit] >>'])),
  'a PDF with a link and a form': asPdf(
    D.pdf(['<< /S /URI /URI (https://bank.example) >>', '<< /AcroForm << /Fields [] >> >>']),
    'contract.v1.2 (final).pdf',
  ),
  'a PDF with XMP and a font whose name begins with AA': asPdf(
    D.pdf([
      '<< /BaseFont /AA+Arial >>',
      D.stream('/Type /Metadata', '<?xpacket begin=""?><rdf:RDF></rdf:RDF>'),
    ]),
  ),
  'a linearised PDF': asPdf(
    D.updated(D.pdf(['<< /Linearized 1 /L 2000 /N 1 >>'], { end: '%%EOF\n' }), ['<< /Type /Font >>']),
  ),
  'a structured paper': { ...asPaper(proofBytes()), type: 'payment_proof' },
}
