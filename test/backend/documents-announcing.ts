import { expect } from 'vitest'
import { documentLimits } from '../../src/schemas/index.ts'
import type { DocumentsCase } from './documents-conformance.ts'
import { announcementOf, at, later, owner, proofBytes, sent } from './papers.ts'

const bytes = proofBytes()
const other = { ...owner, organisationId: 'm-2' }

export const announcingCases: readonly DocumentsCase[] = [
  {
    name: 'takes the same announcement again for the same document, as far as it has come',
    run: async (documents) => {
      const announced = announcementOf(bytes, { name: 'proof.json', facts: { amount: 1 } })
      expect(await documents.announce(announced, at)).toMatchObject({
        ...announced,
        ...{ status: 'receiving', received: 0, announcedAt: at },
      })
      await documents.append('doc-a', { from: 0, bytes: bytes.slice(0, 7) }, at)
      expect(await documents.announce(announced, later(1))).toMatchObject({ received: 7, announcedAt: at })
      await documents.append('doc-a', { from: 7, bytes: bytes.slice(7) }, at)
      // what it says is read off its content now
      expect(await documents.announce(announced, later(2))).toMatchObject({
        ...{ status: 'usable', received: bytes.length, facts: { amount: 3_000, currency: 'CNY' } },
      })
    },
  },
  {
    name: 'refuses another document under the same id',
    run: async (documents) => {
      await documents.announce(announcementOf(bytes), at)
      for (const differs of [
        { size: 9 },
        { digest: 'ab'.repeat(32) },
        { name: 'a.json' },
        { type: 'waiver' },
        { owner: other },
      ] as const) {
        await expect(documents.announce(announcementOf(bytes, differs), at)).rejects.toMatchObject({
          refusal: 'IDEMPOTENCY_KEY_REUSED',
        })
      }
    },
  },
  {
    name: 'lets an owner have so many unfinished documents, and everybody else theirs',
    run: async (documents) => {
      const one = (n: number, differs = {}) =>
        documents.announce(announcementOf(bytes, { documentId: `doc-${n}`, ...differs }), at)
      for (let n = 0; n < documentLimits.openFiles; n += 1) await one(n)
      await expect(one(99)).rejects.toMatchObject({ refusal: 'DOCUMENTS_OPEN' })
      await one(3)
      await one(100, { owner: other })
      await documents.append('doc-3', { from: 0, bytes }, at)
      expect(await one(99)).toMatchObject({ status: 'receiving' })
    },
  },
  {
    name: 'lets an owner announce so many bytes at a time',
    run: async (documents) => {
      const size = documentLimits.largestFile
      const one = (n: number, differs = {}) =>
        documents.announce(announcementOf(bytes, { documentId: `doc-${n}`, size, ...differs }), at)
      const most = documentLimits.openBytes / size
      for (let n = 0; n < most; n += 1) await one(n)
      await expect(one(99, { size: 1 })).rejects.toMatchObject({ refusal: 'BYTES_OPEN' })
      expect(await one(99, { size: 1, owner: other })).toMatchObject({ size: 1 })
    },
  },
  {
    name: 'lets an owner announce so many documents within an hour',
    run: async (documents) => {
      for (let n = 0; n < documentLimits.filesPerHour; n += 1)
        await sent(documents, bytes, { documentId: `doc-${n}` })
      const more = announcementOf(bytes, { documentId: 'doc-more' })
      await expect(documents.announce(more, later(0.9))).rejects.toMatchObject({
        refusal: 'DOCUMENTS_TOO_MANY',
      })
      expect(await documents.announce(more, later(1.1))).toMatchObject({ status: 'receiving' })
    },
  },
  {
    name: 'gives up what was never finished, and begins anew when it is announced again',
    run: async (documents) => {
      const announced = announcementOf(bytes)
      await documents.announce(announced, at)
      await documents.append('doc-a', { from: 0, bytes: bytes.slice(0, 7) }, at)
      const tooLate = later(documentLimits.hoursToFinish + 1)
      expect(await documents.state('doc-a', later(23))).toMatchObject({ status: 'receiving', received: 7 })
      expect(await documents.state('doc-a', tooLate)).toMatchObject({ status: 'expired', received: 0 })
      const rest = { from: 7, bytes: bytes.slice(7) }
      await expect(documents.append('doc-a', rest, tooLate)).rejects.toMatchObject({
        refusal: 'DOCUMENT_EXPIRED',
      })
      // somebody else's announcement takes the bytes away
      await documents.announce(announcementOf(bytes, { documentId: 'doc-b', owner: other }), tooLate)
      await expect(documents.content('doc-a')).rejects.toMatchObject({ refusal: 'DOCUMENT_EXPIRED' })
      expect(await documents.announce(announced, tooLate)).toMatchObject({ status: 'receiving', received: 0 })
      expect(await documents.append('doc-a', { from: 0, bytes }, tooLate)).toMatchObject({ status: 'usable' })
    },
  },
  {
    name: 'begins anew with each of them, however many were never finished',
    run: async (documents) => {
      const ids = Array.from({ length: 12 }, (_, n) => `doc-${n}`)
      for (const [n, documentId] of ids.entries()) {
        await documents.announce(announcementOf(bytes, { documentId }), later(n / 100))
        await documents.append(documentId, { from: 0, bytes: bytes.slice(0, 7) }, later(n / 100))
      }
      const tooLate = later(documentLimits.hoursToFinish + 1)
      for (const documentId of ids.toReversed()) {
        const announced = announcementOf(bytes, { documentId })
        expect(await documents.announce(announced, tooLate)).toMatchObject({ received: 0 })
        const whole = documents.append(documentId, { from: 0, bytes }, tooLate)
        expect(await whole).toMatchObject({ status: 'usable' })
      }
    },
  },
]
