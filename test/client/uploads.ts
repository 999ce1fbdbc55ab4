import { type UploadOptions, uploadDocument } from '../../src/client/index.ts'
import { listen } from '../../src/server/node.ts'
import { documentsOffice } from '../backend/documents-office.ts'
import { sha256 } from '../backend/papers.ts'
import { cuttingProxy } from './cutting-proxy.ts'

/** An office behind real connections, some of which are cut. */
export const cutOffice = async () => {
  const office = await documentsOffice()
  const server = await listen(office.handler)
  const proxy = await cuttingProxy(server.port)
  // a connection for each request, so that a cut hits what it is meant for
  const fetch = (url: string, init: RequestInit) =>
    globalThis.fetch(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), connection: 'close' },
    })
  const client = office.as('merchant', { baseUrl: proxy.url, fetch })
  const upload = (content: Uint8Array<ArrayBuffer>, options: UploadOptions = {}) =>
    uploadDocument(
      client,
      { type: 'business_licence', mediaType: 'image/png', name: 'scan.png', content },
      options,
    )
  /** All documents with these bytes, as the home has them. */
  const kept = (content: Uint8Array) => office.documents.ofDigest(sha256(content))
  const close = async () => {
    await proxy.close()
    await server.close()
  }
  return { ...office, proxy, client, upload, kept, close }
}
