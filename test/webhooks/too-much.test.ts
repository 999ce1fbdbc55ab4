import { createServer, request } from 'node:http'
import { expect, it } from 'vitest'
import { webhookHandler } from '../../src/webhooks/index.ts'
import { webhookListener } from '../../src/webhooks/node.ts'
import { clock, hmacKey, signed } from './kit.ts'

const options = { keys: [hmacKey], clock, receive: async () => undefined }

/** The status that the listener answers before the message has ended. */
const statusOf = async (method: string, headers: Readonly<Record<string, string | number>>, sent: string) => {
  const server = createServer(webhookListener(options))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const sending = request({ host: '127.0.0.1', port, method, headers })
  sending.on('error', () => undefined)
  const answered = new Promise<number | undefined>((resolve) => {
    sending.once('response', ({ statusCode }) => resolve(statusCode))
  })
  sending.flushHeaders()
  if (sent !== '') sending.write(sent)
  try {
    return await answered
  } finally {
    sending.destroy()
    server.closeAllConnections()
    server.close()
  }
}

it('on Node, who says that it sends too much is refused before it has sent anything', async () => {
  expect(await statusOf('POST', { 'content-length': 300_000 }, '')).toBe(413)
})

it('on Node, who says nothing and sends too much is refused before it ends', async () => {
  expect(await statusOf('POST', {}, 'x'.repeat(300_000))).toBe(413)
})

it('on Node, nothing but POST is taken', async () => {
  expect(await statusOf('GET', {}, '')).toBe(405)
})

it('over Fetch, who says that it sends too much is refused before anything is read', async () => {
  const body = new ReadableStream<Uint8Array>()
  const headers = { 'content-length': '300000' }
  const message = new Request('http://localhost/', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  expect((await webhookHandler(options)(message)).status).toBe(413)
})

it('what was not done is told with its code alone, and is no repeat when it comes again', async () => {
  const forgotten: string[] = []
  const replay = {
    seen: async () => false,
    forget: async (id: string) => {
      forgotten.push(id)
    },
  }
  const receive = async () => ({ status: 302, code: 'ELSEWHERE' })
  const message = new Request('http://localhost/', { method: 'POST', ...(await signed()) })
  const response = await webhookHandler({ ...options, replay, receive })(message)
  expect(await response.json()).toEqual({ type: 'about:blank', status: 302, code: 'ELSEWHERE' })
  expect(forgotten).toEqual(['evt_7'])
})
