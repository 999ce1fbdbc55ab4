import { setupServer } from 'msw/node'
import { expect, it, onTestFinished } from 'vitest'
import { uploadDocument } from '../../src/client/index.ts'
import { mswHandlers } from '../../src/testing/msw.ts'
import { documentsOffice } from '../backend/documents-office.ts'
import { png } from '../backend/files/png.ts'

it('a paper goes up in pieces through msw, is acknowledged byte by byte, and comes back as it was', async () => {
  const office = await documentsOffice()
  const origin = 'https://acquirer.example'
  const msw = setupServer(...mswHandlers(office.handler, { side: 'portal', origin }))
  msw.listen({ onUnhandledFrame: 'bypass' })
  onTestFinished(() => msw.close())
  const client = office.as('merchant', { baseUrl: origin, fetch: (url, init) => fetch(url, init) })
  const content = png()
  const acknowledged: number[] = []
  const paper = { type: 'business_licence', mediaType: 'image/png', name: 'scan.png', content } as const
  const pieceSize = Math.ceil(content.length / 3)
  const { documentId } = await uploadDocument(client, paper, {
    pieceSize,
    onProgress: (done) => acknowledged.push(done),
  })
  expect(acknowledged).toEqual([0, pieceSize, 2 * pieceSize, content.length])
  expect((await client.getDocumentContent({ documentId })).content).toEqual(content)
})
