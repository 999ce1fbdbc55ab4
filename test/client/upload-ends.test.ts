import { describe, expect, it } from 'vitest'
import { type Uploads, uploadDocument } from '../../src/client/index.ts'
import { HttpError, InvalidInputError, RefusedError } from '../../src/errors/index.ts'

const request = { method: 'PUT', url: 'https://office.example/v1/documents/doc-1/content' }
const content = new Uint8Array(10)
const source = { type: 'business_licence', mediaType: 'image/png', name: 'scan.png', content } as const
const view = (status: string, more: object = {}) => ({
  ...{ documentId: 'doc-1', status, received: 0, size: content.length, reference: { documentId: 'doc-1' } },
  ...more,
})

/** An upload whose other side says these things, in order: what is an error is thrown. */
const uploading = async (said: readonly unknown[], options = {}) => {
  const asked: unknown[] = []
  const call = (name: string) => async (input: object, given: object) => {
    asked.push([name, input, given])
    const answer = said[Math.min(asked.length, said.length) - 1]
    if (answer instanceof Error) throw answer
    return answer
  }
  const client = {
    createDocument: call('createDocument'),
    putDocumentContent: call('putDocumentContent'),
    getDocument: call('getDocument'),
  } as unknown as Uploads
  const outcome = await uploadDocument(client, source, options).catch((error: unknown) => error)
  return { outcome, asked, names: asked.map((one) => (one as [string])[0]) }
}

describe('an upload ends', () => {
  it.each([
    ['refused, for a reason', view('refused', { code: 'CONTENT_DAMAGED' }), 'CONTENT_DAMAGED'],
    ['refused, for none', view('refused'), 'REFUSED'],
    ['gone meanwhile', view('purged'), 'DOCUMENT_PURGED'],
    ['given up as never finished', view('expired'), 'DOCUMENT_EXPIRED'],
  ])('with the refusal of a document that is %s', async (_, last, refusal) => {
    const { outcome, names } = await uploading([last])
    expect(outcome).toMatchObject({ code: 'REFUSED', refusal })
    expect(names).toEqual(['createDocument'])
  })

  it.each(['usable', 'scanning'])(
    'with a document that is %s, under the type that its sender named',
    async (status) => {
      const { outcome } = await uploading([view(status)])
      const reference = { documentId: 'doc-1', type: 'business_licence' }
      expect(outcome).toEqual({ ...view(status), reference })
    },
  )

  it.each([
    ['somebody may not', new RefusedError({ refusal: 'ROLE_NOT_ALLOWED' }), 1],
    ['its input is wrong', new InvalidInputError({ issues: [] }), 1],
    ['the other side takes no such thing', new HttpError({ request, status: 415 }), 1],
    ['the other side is overloaded for good', new HttpError({ request, status: 503 }), 5],
    ['nobody knows how far it is', new RefusedError({ refusal: 'OFFSET_WRONG' }), 5],
  ])('because %s', async (_, error, attempts) => {
    const { outcome, names } = await uploading([error])
    expect(outcome).toBe(error)
    expect(names).toEqual(Array(attempts).fill('createDocument'))
  })

  it('a piece that stood elsewhere than it was thought to goes on where the other side says', async () => {
    const wrong = new RefusedError({ refusal: 'OFFSET_WRONG' })
    const { outcome, asked } = await uploading(
      [view('receiving'), wrong, view('receiving', { received: 4 }), view('usable', { received: 10 })],
      { pieceSize: 5, idempotencyKey: 'k-1' },
    )
    expect(outcome).toMatchObject({ status: 'usable' })
    expect(asked).toMatchObject([
      ['createDocument', { size: 10, name: 'scan.png', mediaType: 'image/png' }, { idempotencyKey: 'k-1' }],
      ['putDocumentContent', { documentId: 'doc-1', range: { from: 0, total: 10 } }, {}],
      ['getDocument', { documentId: 'doc-1' }, {}],
      ['putDocumentContent', { documentId: 'doc-1', range: { from: 4, total: 10 } }, {}],
    ])
    const lengths = asked.map((one) => (one as [string, { content?: Uint8Array }])[1].content?.length)
    expect(lengths).toEqual([undefined, 5, undefined, 5])
  })

  it.each([0, -1, 1.5, Number.NaN])('before it begins with pieces of %d bytes', async (pieceSize) => {
    const { outcome, asked } = await uploading([view('usable')], { pieceSize })
    expect(outcome).toMatchObject({ issues: [{ path: '/pieceSize', code: 'OUT_OF_RANGE' }] })
    expect(asked).toEqual([])
  })
})
