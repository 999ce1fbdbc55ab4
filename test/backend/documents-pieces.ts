import { expect } from 'vitest'
import { documentLimits } from '../../src/schemas/index.ts'
import type { DocumentsCase } from './documents-conformance.ts'
import { announcementOf, at, proofBytes, sent } from './papers.ts'

const bytes = proofBytes()
const piece = (from: number, to: number) => ({ from, bytes: bytes.slice(from, to) })
const wrong = (from: number, to: number) => ({ from, bytes: bytes.slice(from, to).fill(7) })
const wantsByte = (offset: number) => ({ refusal: 'OFFSET_WRONG', offset })

export const piecesCases: readonly DocumentsCase[] = [
  {
    name: 'acknowledges what it has, piece by piece, and gives the whole',
    run: async (documents) => {
      await documents.announce(announcementOf(bytes), at)
      expect(await documents.append('doc-a', piece(0, 10), at)).toMatchObject({
        ...{ status: 'receiving', received: 10 },
      })
      expect(await documents.append('doc-a', piece(10, 11), at)).toMatchObject({ received: 11 })
      await expect(documents.content('doc-a')).rejects.toMatchObject({ refusal: 'DOCUMENT_NOT_READY' })
      expect(await documents.append('doc-a', piece(11, bytes.length), at)).toMatchObject({
        ...{ status: 'usable', received: bytes.length, settledAt: at },
      })
      expect(await documents.content('doc-a')).toEqual(bytes)
    },
  },
  {
    name: 'acknowledges a piece again that it has, also when all is there',
    run: async (documents) => {
      await documents.announce(announcementOf(bytes), at)
      await documents.append('doc-a', piece(0, 10), at)
      await documents.append('doc-a', piece(10, 20), at)
      for (const again of [piece(0, 10), piece(10, 20), piece(3, 17), piece(20, 20), piece(0, 0)])
        expect(await documents.append('doc-a', again, at)).toMatchObject({ received: 20 })
      await documents.append('doc-a', piece(20, bytes.length), at)
      for (const again of [piece(0, 10), piece(0, bytes.length)])
        expect(await documents.append('doc-a', again, at)).toMatchObject({ status: 'usable' })
      await expect(documents.append('doc-a', wrong(0, 10), at)).rejects.toMatchObject(wantsByte(bytes.length))
    },
  },
  {
    name: 'refuses a piece that overlaps, leaves a gap or ends behind the end, and says which byte it wants',
    run: async (documents) => {
      await documents.announce(announcementOf(bytes), at)
      await expect(documents.append('doc-a', piece(1, 5), at)).rejects.toMatchObject(wantsByte(0))
      await documents.append('doc-a', piece(0, 10), at)
      for (const offered of [piece(5, 15), piece(11, 20), wrong(0, 10), piece(0, bytes.length)])
        await expect(documents.append('doc-a', offered, at)).rejects.toMatchObject(wantsByte(10))
      const tooLong = { from: 10, bytes: new Uint8Array(bytes.length) }
      await expect(documents.append('doc-a', tooLong, at)).rejects.toMatchObject(wantsByte(10))
      expect(await documents.state('doc-a', at)).toMatchObject({ received: 10 })
    },
  },
  {
    name: 'takes one of two pieces that come at the same time',
    run: async (documents) => {
      await documents.announce(announcementOf(bytes), at)
      const answers = await Promise.allSettled(
        [piece(0, 10), piece(0, 12), piece(0, 14)].map((one) => documents.append('doc-a', one, at)),
      )
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const { received = 0 } = (await documents.state('doc-a', at)) ?? {}
      await documents.append('doc-a', piece(received, bytes.length), at)
      expect(await documents.content('doc-a')).toEqual(bytes)
    },
  },
  {
    name: 'begins anew when the bytes are others than announced, and refuses for good after three times',
    run: async (documents) => {
      const mismatch = { refusal: 'DIGEST_MISMATCH' }
      await documents.announce(announcementOf(bytes), at)
      const all = wrong(0, bytes.length)
      await expect(documents.append('doc-a', all, at)).rejects.toMatchObject(mismatch)
      expect(await documents.state('doc-a', at)).toMatchObject({ status: 'receiving', received: 0 })
      await documents.append('doc-a', piece(0, 10), at)
      await documents.append('doc-a', piece(10, bytes.length), at)
      expect(await documents.content('doc-a')).toEqual(bytes)

      await documents.announce(announcementOf(bytes, { documentId: 'doc-b' }), at)
      for (let n = 0; n < documentLimits.attempts; n += 1)
        await expect(documents.append('doc-b', all, at)).rejects.toMatchObject(mismatch)
      await expect(documents.append('doc-b', piece(0, 10), at)).rejects.toMatchObject(mismatch)
      expect(await documents.state('doc-b', at)).toMatchObject({
        ...{ status: 'refused', code: 'DIGEST_MISMATCH', received: 0 },
      })
    },
  },
  {
    name: 'refuses a document that comes in too many pieces',
    run: async (documents) => {
      const many = new Uint8Array(documentLimits.pieces + 2)
      await documents.announce(announcementOf(many), at)
      for (let from = 0; from < documentLimits.pieces; from += 1)
        await documents.append('doc-a', { from, bytes: many.slice(from, from + 1) }, at)
      const rest = { from: documentLimits.pieces, bytes: many.slice(0, 1) }
      await expect(documents.append('doc-a', rest, at)).rejects.toMatchObject({
        refusal: 'PIECES_TOO_MANY',
      })
    },
  },
  {
    name: 'knows nothing of an id that nobody announced',
    run: async (documents) => {
      await sent(documents, bytes)
      const unknown = { refusal: 'NOT_FOUND' }
      expect(await documents.state('doc-x', at)).toBeUndefined()
      await expect(documents.append('doc-x', piece(0, 10), at)).rejects.toMatchObject(unknown)
      await expect(documents.content('doc-x')).rejects.toMatchObject(unknown)
      await expect(documents.forget('doc-x', at)).rejects.toMatchObject(unknown)
    },
  },
]
