import { describe, expect, it } from 'vitest'
import { documentLimits } from '../../src/schemas/index.ts'
import { at, documentsOffice } from './documents-office.ts'
import { png } from './files/png.ts'
import { sha256 } from './papers.ts'

const content = png()
const { length } = content
const announced = {
  type: 'business_licence',
  mediaType: 'image/png',
  digest: sha256(content),
  size: length,
} as const

/** Sends a body, and counts how many bytes of it were asked for. */
const sending = async (headers: Record<string, string>, bytes = content, before = 0) => {
  const { as, documents, handler } = await documentsOffice()
  const { documentId } = await as('merchant').createDocument(announced)
  if (before > 0) await documents.append(documentId, { from: 0, bytes: content.slice(0, before) }, at)
  let asked = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const chunk = bytes.slice(asked, asked + 100)
        asked += chunk.length
        if (chunk.length === 0) controller.close()
        else controller.enqueue(chunk)
      },
    },
    { highWaterMark: 0 },
  )
  const response = await handler(
    new Request(`https://office.example/v1/documents/${documentId}/content`, {
      ...{ method: 'PUT', body, duplex: 'half' },
      headers: {
        ...{ authorization: 'Bearer merchant', 'content-type': 'application/octet-stream' },
        ...{ 'idempotency-key': 'k-1', ...headers },
      },
    } as RequestInit),
  )
  const { code, offset, received } = await response.json()
  return { status: response.status, code, offset, received, asked }
}

describe('of a body that will not be taken nothing is read', () => {
  it.each([
    ['longer than announced', { 'content-length': `${length + 1}` }, 413, 'BODY_TOO_LARGE'],
    [
      'longer than any document',
      { 'content-length': `${documentLimits.largestFile + 1}` },
      413,
      'BODY_TOO_LARGE',
    ],
    ['of another whole', { 'content-range': `bytes 0-9/${length + 1}` }, 422, 'VALIDATION_FAILED'],
    ['that leaves a gap', { 'content-range': `bytes 9-19/${length}` }, 409, 'OFFSET_WRONG'],
    ['whose place is no place', { 'content-range': 'bytes 9-3/20' }, 400, 'MALFORMED_REQUEST'],
    ['whose place is in no bytes', { 'content-range': 'lines 0-3/20' }, 400, 'MALFORMED_REQUEST'],
    ['that ends behind the end', { 'content-range': 'bytes 0-20/20' }, 400, 'MALFORMED_REQUEST'],
    [
      'whose length is not that of its place',
      { 'content-range': `bytes 0-9/${length}`, 'content-length': '11' },
      400,
      'MALFORMED_REQUEST',
    ],
  ])('%s', async (_, headers, status, code) => {
    expect(await sending(headers)).toMatchObject({ status, code, asked: 0 })
  })

  it('and of one that says nothing of its length no more than what was announced', async () => {
    const { status, code, asked } = await sending({}, new Uint8Array(1_000_000))
    expect({ status, code }).toEqual({ status: 413, code: 'BODY_TOO_LARGE' })
    expect(asked).toBeLessThan(length + 300)
  })

  it('but the next piece is, as far as its place says', async () => {
    const range = { 'content-range': `bytes 10-19/${length}` }
    expect(await sending(range, content.slice(10, 20), 10)).toMatchObject({ status: 200, received: 20 })
    expect(await sending(range, content.slice(10, 25), 10)).toMatchObject({ status: 422 })
  })

  it('a place is no place for what has none', async () => {
    const { handler } = await documentsOffice()
    const response = await handler(
      new Request('https://office.example/v1/documents', {
        method: 'POST',
        headers: {
          ...{
            authorization: 'Bearer merchant',
            'content-type': 'application/json',
            'idempotency-key': 'k-1',
          },
          'content-range': 'bytes 0-1/2',
        },
        body: '{}',
      }),
    )
    expect(response.status).toBe(400)
  })
})
