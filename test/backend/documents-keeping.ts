import { expect } from 'vitest'
import type { DocumentsCase } from './documents-conformance.ts'
import { announcementOf, at, bytesOf, later, owner, proofBytes, sent, sha256 } from './papers.ts'

const bytes = proofBytes()
const key = { type: 'payment_proof', digest: sha256(bytes) } as const
const form = { documentId: 'application-1', type: 'closure_request', owner } as const

export const keepingCases: readonly DocumentsCase[] = [
  {
    name: 'keeps what the acquirer makes, at once and once',
    run: async (documents) => {
      const filled = bytesOf('{"process":"closure"}')
      const kept = await documents.keep(form, filled, at)
      expect(kept).toMatchObject({
        ...{ ...form, digest: sha256(filled), size: filled.length, status: 'usable' },
        ...{ mediaType: 'application/json', received: filled.length, settledAt: at },
      })
      expect(await documents.keep(form, filled, later(1))).toEqual(kept)
      expect(await documents.content('application-1')).toEqual(filled)
      await expect(documents.keep(form, bytesOf('{}'), at)).rejects.toMatchObject({
        refusal: 'IDEMPOTENCY_KEY_REUSED',
      })
      const unnamed = await documents.keep({ type: 'closure_request', owner }, filled, at)
      expect(await documents.keep({ type: 'closure_request', owner }, filled, at)).toEqual(unnamed)
    },
  },
  {
    name: 'says what a structured paper says, whatever its sender says of it, and never that it was checked',
    run: async (documents) => {
      expect(await documents.facts(key)).toBeUndefined()
      await sent(documents, bytes, { facts: { amount: 9, currency: 'EUR' } })
      const said = { facts: { amount: 3_000, currency: 'CNY' }, checked: false }
      expect(await documents.facts(key)).toEqual(said)
      // the same bytes under another type are no paper of that type
      expect(await documents.facts({ ...key, type: 'waiver' })).toBeUndefined()
      await documents.keep({ type: 'payment_proof', owner }, proofBytes(7), at)
      const other = sha256(proofBytes(7))
      expect(await documents.facts({ ...key, digest: other })).toEqual({
        ...{ facts: { amount: 7, currency: 'CNY' }, checked: false },
      })
    },
  },
  {
    name: 'says nothing of what it cannot read: then it is its sender’s word',
    run: async (documents) => {
      const facts = { amount: 1, currency: 'CNY' }
      await documents.keep({ type: 'waiver', owner, mediaType: 'application/pdf' }, bytesOf('%PDF'), at)
      expect(await documents.facts({ type: 'waiver', digest: sha256(bytesOf('%PDF')) })).toBeUndefined()
      await documents.keep({ type: 'waiver', owner }, bytesOf(JSON.stringify(facts)), at)
      const digest = sha256(bytesOf(JSON.stringify(facts)))
      expect(await documents.facts({ type: 'waiver', digest })).toBeUndefined()
    },
  },
  {
    name: 'finds every document with the same bytes, whoever sent them',
    run: async (documents) => {
      await sent(documents, bytes)
      const other = { ...owner, organisationId: 'm-2' }
      await sent(documents, bytes, { documentId: 'doc-b', owner: other })
      const found = await documents.ofDigest(sha256(bytes))
      expect(found.map(({ documentId }) => documentId).sort()).toEqual(['doc-a', 'doc-b'])
      expect(await documents.ofDigest('ab'.repeat(32))).toEqual([])
    },
  },
  {
    name: 'forgets bytes, and not that there were any',
    run: async (documents) => {
      await sent(documents, bytes)
      const purged = { status: 'purged', received: 0, digest: sha256(bytes), size: bytes.length }
      expect(await documents.forget('doc-a', later(2))).toMatchObject({ ...purged, purgedAt: later(2) })
      expect(await documents.forget('doc-a', later(9))).toMatchObject({ purgedAt: later(2) })
      expect(await documents.state('doc-a', later(3))).toMatchObject(purged)
      const gone = { refusal: 'DOCUMENT_PURGED' }
      await expect(documents.content('doc-a')).rejects.toMatchObject(gone)
      await expect(documents.append('doc-a', { from: 0, bytes }, at)).rejects.toMatchObject(gone)
      // what it said is still known: decisions rest on it
      expect(await documents.facts(key)).toMatchObject({ facts: { amount: 3_000 } })
      await documents.keep(form, bytes, at)
      await documents.forget('application-1', at)
      await expect(documents.keep(form, bytes, at)).rejects.toMatchObject(gone)
    },
  },
  {
    name: 'forgets what was settled before an instant, the oldest first and so many at a time',
    run: async (documents) => {
      for (const [n, hours] of [3, 1, 2, 4].entries())
        await documents.keep({ ...form, documentId: `doc-${n}` }, bytesOf(`{"n":${n}}`), later(hours))
      await documents.announce(announcementOf(bytes, { documentId: 'doc-open' }), at)
      expect(await documents.forgetOlderThan(later(4), later(9), 2)).toEqual(['doc-1', 'doc-2'])
      expect(await documents.forgetOlderThan(later(4), later(9))).toEqual(['doc-0'])
      expect(await documents.forgetOlderThan(later(4), later(9))).toEqual([])
      expect(await documents.content('doc-3')).toEqual(bytesOf('{"n":3}'))
    },
  },
]
