import { describe, expect, it } from 'vitest'
import { documentLimits } from '../../src/schemas/index.ts'
import { caught } from '../client/kit.ts'
import { at, documentsOffice, lifecycleId, people } from './documents-office.ts'
import { pdf } from './files/pdf.ts'
import { png } from './files/png.ts'
import { sha256 } from './papers.ts'

const content = png()
const announced = {
  type: 'business_licence',
  mediaType: 'image/png',
  name: '执照 (正本).png',
  digest: sha256(content),
  size: content.length,
} as const
const idempotencyKey = 'upload-1'
const piece = (documentId: string, from: number, to: number) => ({
  ...{ documentId, content: content.slice(from, to), range: { from, total: content.length } },
})

const uploaded = async (more: Parameters<typeof documentsOffice>[0] = undefined) => {
  const office = await documentsOffice(more)
  const { documentId } = await office.as('merchant').createDocument(announced, { idempotencyKey })
  await office.as('merchant').putDocumentContent({ documentId, content })
  const raw = (path: string, init: RequestInit = {}, person = 'merchant') =>
    office.handler(
      new Request(`https://office.example/v1/documents/${documentId}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${person}`, ...init.headers },
      }),
    )
  return { ...office, documentId, raw }
}

describe('a document over HTTP', () => {
  it('comes in pieces, says how far it is, and is read again as it was [R-166]', async () => {
    const { as } = await documentsOffice()
    const merchant = as('merchant')
    const { documentId, status } = await merchant.createDocument(announced, { idempotencyKey })
    expect(status).toBe('receiving')
    expect(await merchant.putDocumentContent(piece(documentId, 0, 40))).toMatchObject({ received: 40 })
    expect(await merchant.putDocumentContent(piece(documentId, 0, 40))).toMatchObject({ received: 40 })
    expect(await caught(merchant.putDocumentContent(piece(documentId, 50, 60)))).toMatchObject({
      ...{ code: 'REFUSED', refusal: 'OFFSET_WRONG', offset: 40 },
    })
    expect(await caught(merchant.putDocumentContent(piece(documentId, 30, 60)))).toMatchObject({ offset: 40 })
    expect(await merchant.getDocument({ documentId })).toMatchObject({ status: 'receiving', received: 40 })
    expect(await caught(merchant.getDocumentContent({ documentId }))).toMatchObject({
      refusal: 'DOCUMENT_NOT_READY',
    })
    await merchant.putDocumentContent(piece(documentId, 40, content.length))
    expect(await merchant.getDocument({ documentId })).toEqual({
      ...{ documentId, status: 'usable', size: content.length, received: content.length, announcedAt: at },
      reference: { id: documentId, type: 'business_licence', digest: announced.digest },
      ...{ mediaType: 'image/png', name: '执照 (正本).png', settledAt: at },
    })
    expect(await merchant.getDocumentContent({ documentId })).toEqual({
      ...{ content, mediaType: 'image/png', name: '执照 (正本).png' },
    })
  })

  it('is one per sender and key', async () => {
    const { as } = await documentsOffice()
    const one = await as('merchant').createDocument(announced, { idempotencyKey })
    expect(await as('colleague').createDocument(announced, { idempotencyKey })).toEqual(one)
    const other = await as('stranger').createDocument(announced, { idempotencyKey })
    expect(other.documentId).not.toBe(one.documentId)
    const changed = as('merchant').createDocument({ ...announced, size: 9 }, { idempotencyKey })
    expect(await caught(changed)).toMatchObject({ refusal: 'IDEMPOTENCY_KEY_REUSED' })
  })

  it('is shown to its sender, to its acquirer, and to whoever reads a life that names it', async () => {
    const { as, documentId, runtime, raw } = await uploaded()
    for (const person of ['merchant', 'colleague', 'provider'])
      expect((await as(person).getDocumentContent({ documentId })).content).toEqual(content)
    const shapes = await Promise.all(
      ['stranger', 'elsewhere'].flatMap((person) => [raw('', {}, person), raw('/content', {}, person)]),
    )
    const unknown = await (await documentsOffice()).handler(
      new Request('https://office.example/v1/documents/doc-x', {
        headers: { authorization: 'Bearer stranger' },
      }),
    )
    const without = async (response: Response) => ({ ...(await response.json()), traceId: '' })
    const expected = await without(unknown)
    expect(expected).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    for (const response of shapes) expect(await without(response)).toEqual(expected)
    const put = {
      method: 'PUT',
      body: content,
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': 'k' },
    }
    for (const person of ['stranger', 'provider'])
      expect(await without(await raw('/content', put, person))).toEqual(expected)

    // the provider brings a paper of its own into the life: now its merchant may read it
    const own = await as('provider').createDocument(announced, { idempotencyKey })
    await as('provider').putDocumentContent({ documentId: own.documentId, content })
    expect(await caught(as('merchant').getDocument({ documentId: own.documentId }))).toMatchObject({
      refusal: 'NOT_FOUND',
    })
    const reference = { id: own.documentId, type: 'business_licence', digest: announced.digest } as const
    const add = (document: typeof reference, commandId: string) =>
      runtime.dispatch({
        ...{ lifecycleId, commandId, actor: people.provider ?? expect.fail() },
        event: { type: 'document.added', document },
      })
    expect(await add({ ...reference, id: 'doc-other', digest: 'ab'.repeat(32) }, 'c-0')).toMatchObject({
      accepted: true,
    })
    await add(reference, 'c-1')
    expect(await as('merchant').getDocument({ documentId: own.documentId })).toMatchObject({
      status: 'usable',
    })
    expect(await caught(as('stranger').getDocument({ documentId: own.documentId }))).toMatchObject({
      refusal: 'NOT_FOUND',
    })
  })

  it('is not opened by a reference that names it with another digest', async () => {
    const { as, runtime } = await documentsOffice()
    const own = await as('provider').createDocument(announced, { idempotencyKey })
    await as('provider').putDocumentContent({ documentId: own.documentId, content })
    const document = { id: own.documentId, type: 'business_licence', digest: 'ab'.repeat(32) } as const
    const answer = await runtime.dispatch({
      ...{ lifecycleId, commandId: 'c-1', actor: people.provider ?? expect.fail() },
      event: { type: 'document.added', document },
    })
    expect(answer.accepted).toBe(true)
    expect(await caught(as('merchant').getDocument({ documentId: own.documentId }))).toMatchObject({
      refusal: 'NOT_FOUND',
    })
  })

  it('is a download, never a page', async () => {
    const { raw } = await uploaded()
    const { headers } = await raw('/content')
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="__ ____.png"; filename*=UTF-8''%E6%89%A7%E7%85%A7%20%28%E6%AD%A3%E6%9C%AC%29.png`,
    })
  })

  it('is gone when it need not be kept any more, and says so', async () => {
    const { as, documents, documentId, raw } = await uploaded()
    await documents.forget(documentId, at)
    expect(await as('merchant').getDocument({ documentId })).toMatchObject({
      ...{ status: 'purged', purgedAt: at, reference: { digest: announced.digest } },
    })
    const response = await raw('/content')
    expect([response.status, await response.json()]).toMatchObject([410, { code: 'DOCUMENT_PURGED' }])
  })

  it('is refused for its content, and says why', async () => {
    const { as } = await documentsOffice()
    const script = pdf(['<< /S /JavaScript /JS (x) >>'])
    const { documentId } = await as('merchant').createDocument({
      ...{
        type: 'business_licence',
        mediaType: 'application/pdf',
        digest: sha256(script),
        size: script.length,
      },
    })
    const put = as('merchant').putDocumentContent({ documentId, content: script })
    expect(await caught(put)).toMatchObject({ refusal: 'CONTENT_ACTIVE' })
    expect(await as('merchant').getDocument({ documentId })).toMatchObject({
      ...{ status: 'refused', code: 'CONTENT_ACTIVE', received: 0 },
    })
  })

  it.each([
    [{ name: 'licence.pdf' }, { path: '/name', code: 'FILE_NAME_MISMATCH' }],
    [{ name: '../licence.png' }, { path: '/name', code: 'UNSAFE_FILE_NAME' }],
    [{ mediaType: 'image/svg+xml' }, { path: '/mediaType', code: 'NOT_ALLOWED_VALUE' }],
    [{ size: documentLimits.largestFile + 1 }, { path: '/size', code: 'TOO_LARGE' }],
    [{ facts: { holder: 'x' } }, { path: '/facts', code: 'FACT_UNKNOWN' }],
  ])('is not announced with %j', async (differs, issue) => {
    const { as } = await documentsOffice()
    const wrong = as('merchant').createDocument({ ...announced, ...differs } as typeof announced)
    expect(await caught(wrong)).toMatchObject({ code: 'INVALID_INPUT', issues: [issue] })
  })
})
