import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Uploads, uploadDocument } from '../../src/client/index.ts'
import { ConnectionError, OutcomeUnknownError, RefusedError } from '../../src/errors/index.ts'
import { type DocumentRef, documentLimits } from '../../src/schemas/index.ts'
import { documentsOffice } from '../backend/documents-office.ts'
import { sha256 } from '../backend/papers.ts'
import { pictureOf } from '../backend/pictures.ts'
import { caught } from './kit.ts'
import { cutOffice } from './uploads.ts'

let office: Awaited<ReturnType<typeof cutOffice>>
beforeAll(async () => {
  office = await cutOffice()
})
afterAll(() => office.close())

const pieceSize = 30_000
let documents = 0
const source = (content: Uint8Array<ArrayBuffer>) =>
  ({ type: 'business_licence', mediaType: 'image/png', name: 'scan.png', content }) as const

describe('an upload over a connection that is reset', () => {
  it.each([
    ['before anything has left', [{ after: 1 }]],
    ['after the announcement', ['answer']],
    ['after a quarter', [{ after: 1e6 }, { after: 30_000 / 4 }]],
    ['in the middle', [{ after: 1e6 }, { after: 15_000 }, { after: 1e6 }, { after: 20_000 }]],
    ['shortly before its end', [{ after: 1e6 }, { after: 1e6 }, { after: 1e6 }, { after: 29_000 }]],
    [
      'when everything has arrived',
      [{ after: 1e6 }, { after: 1e6 }, { after: 1e6 }, { after: 1e6 }, 'answer'],
    ],
    ['again and again', ['answer', { after: 1e6 }, { after: 9_000 }, 'answer', { after: 1e6 }, 'answer']],
  ] as const)('goes on where it was: %s', async (_, cuts) => {
    documents += 1
    const content = pictureOf(100_000 + documents)
    const told: number[] = []
    office.proxy.cut(...cuts)
    const before = office.proxy.done()
    const view = await office.upload(content, { pieceSize, onProgress: (done) => told.push(done) })
    expect(office.proxy.done() - before).toBe(
      cuts.filter((cut) => cut === 'answer' || cut.after < 1e6).length,
    )
    expect(view).toMatchObject({ status: 'usable', received: content.length })
    // as a form takes it
    const { type, digest }: DocumentRef = view.reference
    expect([type, digest]).toEqual(['business_licence', sha256(content)])
    // once, whole, and as announced
    expect(await office.kept(content)).toMatchObject([{ status: 'usable', digest: sha256(content) }])
    expect(await office.documents.content(view.documentId)).toEqual(content)
    // only what was acknowledged is progress, and it never goes back
    expect(told).toEqual(told.toSorted((one, other) => one - other))
    expect(told.at(-1)).toBe(content.length)
  })
})

/** Counts calls; each may be made to fail, before or after it has taken effect. */
const scripted = async () => {
  const { as, documents } = await documentsOffice()
  const client = as('merchant')
  const failures: ('before' | 'after' | 'none')[] = []
  const calls: string[] = []
  const call = <Name extends keyof Uploads>(name: Name) =>
    (async (...given: Parameters<Uploads[Name]>) => {
      calls.push(name)
      const failure = failures.shift()
      const request = { method: 'PUT', host: 'office.example', path: '/v1' } as never
      if (failure === 'before') throw new ConnectionError({ request, cause: new Error('reset') })
      const answer = await (client[name] as (...args: unknown[]) => Promise<unknown>)(...given)
      if (failure === 'after')
        throw new OutcomeUnknownError({ request, idempotencyKey: 'k', retryAfter: null })
      return answer
    }) as unknown as Uploads[Name]
  const uploads: Uploads = {
    createDocument: call('createDocument'),
    putDocumentContent: call('putDocumentContent'),
    getDocument: call('getDocument'),
  }
  return { uploads, failures, calls, documents }
}

describe('an upload', () => {
  const content = pictureOf(2_000)

  it('goes on after a restart with the same key, and sends nothing twice', async () => {
    const { uploads, calls, documents } = await scripted()
    const options = { idempotencyKey: 'upload-7', pieceSize: 1_000 }
    const stop = new Error('the process ended')
    const dying: Uploads = {
      ...uploads,
      putDocumentContent: async (...given) => {
        if (calls.filter((name) => name === 'putDocumentContent').length === 1) throw stop
        return uploads.putDocumentContent(...given)
      },
    }
    expect(await caught(uploadDocument(dying, source(content), options))).toBe(stop)
    const told: number[] = []
    const view = await uploadDocument(uploads, source(content), {
      ...options,
      onProgress: (done) => told.push(done),
    })
    expect(told[0]).toBe(1_000)
    expect(await documents.content(view.documentId)).toEqual(content)
    expect(calls.filter((name) => name === 'putDocumentContent')).toHaveLength(
      Math.ceil(content.length / 1_000),
    )
    // and once more is nothing more
    await uploadDocument(uploads, source(content), options)
    expect(calls.at(-1)).toBe('createDocument')
  })

  it('is given up after five failures in a row, and not before', async () => {
    const { uploads, failures } = await scripted()
    failures.push(...Array.from({ length: 4 }, () => 'before' as const))
    expect(await uploadDocument(uploads, source(content))).toMatchObject({ status: 'usable' })
    // one for each piece, six in all, and each piece arrives in the end
    const perPiece = ['before', 'none', 'none'] as const
    failures.push('none', ...Array.from({ length: 6 }, () => perPiece).flat())
    const pieceSize = Math.ceil(content.length / 6)
    expect(await uploadDocument(uploads, source(content), { pieceSize })).toMatchObject({ status: 'usable' })
    failures.push(...Array.from({ length: 3 }, () => 'before' as const), 'after', 'before')
    expect(await caught(uploadDocument(uploads, source(content)))).toMatchObject({
      code: 'CONNECTION_FAILED',
    })
  })

  it('takes bytes, a Blob, and a function that opens one', async () => {
    for (const given of [
      content,
      new Blob([content]),
      () => new Blob([content]),
      async () => new Blob([content]),
    ]) {
      const { uploads, documents } = await scripted()
      const view = await uploadDocument(uploads, { ...source(content), content: given }, { pieceSize: 700 })
      expect(await documents.content(view.documentId)).toEqual(content)
    }
  })

  it('says why a document is refused, and tries no more', async () => {
    const { uploads, calls } = await scripted()
    const broken = content.slice(0, -5)
    const error = await caught(uploadDocument(uploads, source(broken)))
    expect(error).toMatchObject({ code: 'REFUSED', refusal: 'CONTENT_DAMAGED' })
    expect(calls).toEqual(['createDocument', 'putDocumentContent'])
  })

  it('says so when its bytes change while they are sent', async () => {
    const { uploads } = await scripted()
    let reads = 0
    const changing = () => ({
      size: content.length,
      slice: (from: number, to: number) => {
        reads += 1
        const bytes = content.slice(from, to)
        if (reads > 1) bytes[0] = (bytes[0] ?? 0) ^ 1
        return { arrayBuffer: async () => bytes.buffer }
      },
    })
    const error = await caught(uploadDocument(uploads, { ...source(content), content: changing }))
    expect(error).toMatchObject({ refusal: 'DIGEST_MISMATCH' })
  })

  it('ends when its signal says so, and when a log fails it does not', async () => {
    const { uploads } = await scripted()
    const controller = new AbortController()
    const onProgress = () => {
      controller.abort(new Error('enough'))
      throw new RefusedError({ refusal: 'NEVER_TOLD' })
    }
    const options = { pieceSize: 500, signal: controller.signal, onProgress }
    expect(await caught(uploadDocument(uploads, source(content), options))).toMatchObject({
      message: 'enough',
    })
  })

  it('takes larger pieces where the document would have too many', async () => {
    const { uploads } = await scripted()
    const sizes: number[] = []
    const counting: Uploads = {
      ...uploads,
      putDocumentContent: async ({ content: { length } }) => {
        sizes.push(length)
        throw new Error('enough')
      },
    }
    const large = pictureOf(20_000)
    await caught(uploadDocument(counting, source(large), { pieceSize: 1 }))
    expect(sizes).toEqual([Math.ceil(large.length / documentLimits.pieces)])
  })
})
