import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { type Carrier, carriers, closeTransports } from './carriers.ts'
import { caught, status, terminalRef } from './kit.ts'
import { answering, type OneServer, type Serve, serving } from './one-server.ts'

let server: OneServer | undefined
afterEach(async () => {
  closeTransports()
  await server?.close()
})

const big = JSON.stringify('x'.repeat(9_000_000))
const packed: Serve = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
  response.end(gzipSync(big))
}

describe.each(Object.keys(carriers) as Carrier[])('a client %s', (way) => {
  const clientOf = (url: string) =>
    createAcquirerClient({ baseUrl: url, auth: bearer('t'), concurrency: 500, ...carriers[way]() })

  it.each([
    ['as it is', answering(big)],
    ['packed', packed],
  ])('stops reading what is longer than any reply, %s', async (_, serve) => {
    server = await serving(serve)
    const error = await caught(clientOf(server.url).readStatus({ terminalRef }))
    expect(error).toMatchObject({ code: 'PROTOCOL_ERROR', issues: [{ code: 'BODY_SIZE' }] })
  })

  it('makes a thousand calls at once, of which one in seven is dropped, and each gets its own answer', async () => {
    let count = 0
    server = await serving((request, response, socket, body) => {
      count += 1
      if (count % 7 === 0) return socket.resetAndDestroy()
      const asked = decodeURIComponent(request.url?.split('/').at(-2) ?? '')
      return answering({ ...status, terminalRef: asked })(request, response, socket, body)
    })
    const client = clientOf(server.url)
    const calls = Array.from({ length: 1_000 }, async (_, place) => {
      const asked = `${terminalRef}-${place}`
      const answer = await client.readStatus({ terminalRef: asked }).catch((error: unknown) => error)
      return { asked, answer }
    })
    for (const { asked, answer } of await Promise.all(calls))
      if (!(answer instanceof Error)) expect(answer).toMatchObject({ terminalRef: asked })
    expect(server.seen.length).toBeLessThanOrEqual(1_110)
  })
})
