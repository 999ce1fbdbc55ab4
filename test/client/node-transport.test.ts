import { once } from 'node:events'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { createNodeTransport, type NodeTransportOptions } from '../../src/client/node.ts'
import { selfSigned } from '../support/certificate.ts'
import { caught, status, terminalRef } from './kit.ts'
import { answering, type OneServer, type Serve, serving } from './one-server.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const end of ends.splice(0)) await end()
})

const made = (url: string, options?: NodeTransportOptions) => {
  const transport = createNodeTransport(options)
  ends.push(() => transport.close())
  const retry = { attempts: 1 }
  return { transport, client: createAcquirerClient({ baseUrl: url, auth: bearer('t'), transport, retry }) }
}

const started = async (...answers: readonly Serve[]): Promise<OneServer> => {
  const server = await serving(...answers)
  ends.push(server.close)
  return server
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const slowly =
  (milliseconds: number): Serve =>
  async (...given) => {
    await pause(milliseconds)
    answering(status)(...given)
  }

describe('connections of the transport for Node', () => {
  it('are used again, one call after the other', async () => {
    const server = await started(answering(status))
    const { client } = made(server.url)
    for (const _ of [1, 2, 3]) await client.readStatus({ terminalRef })
    expect(new Set(server.seen.map(({ from }) => from)).size).toBe(1)
  })

  it('are never more than it was told, and whoever finds none waits', async () => {
    let most = 0
    const server = await started(async (...given) => {
      most = Math.max(most, server.open())
      await slowly(2)(...given)
    })
    const { client } = made(server.url, { sockets: 3 })
    await Promise.all(Array.from({ length: 20 }, () => client.readStatus({ terminalRef })))
    expect([most, server.seen.length]).toEqual([3, 20])
  })

  it('are closed when nobody has used them for so long, and not while somebody waits for an answer', async () => {
    const server = await started(slowly(120))
    const { client } = made(server.url, { idle: 30 })
    expect(await client.readStatus({ terminalRef })).toEqual(status)
    await expect.poll(server.open).toBe(0)
  })

  it('of answers that nobody reads to their end are not left behind', async () => {
    const endless: Serve = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const write = () => response.write('x'.repeat(100_000), (error) => error ?? setImmediate(write))
      write()
    }
    const turned = answering('', 302, { location: '/' })
    const server = await started(endless, turned, answering({}, 500), answering(status))
    // The one that is kept shall not make room by growing old.
    const { client } = made(server.url, { idle: 600_000 })
    const codes = []
    for (const _ of [1, 2, 3]) codes.push(await caught(client.readStatus({ terminalRef })))
    expect(codes).toMatchObject([
      { code: 'PROTOCOL_ERROR' },
      { code: 'UNTRUSTED_ENDPOINT' },
      { code: 'HTTP_ERROR' },
    ])
    await client.readStatus({ terminalRef })
    await expect.poll(server.open).toBeLessThan(2)
  })

  it('that have broken off are told to whoever reads an answer late', async () => {
    const server = await started((_, response, socket) => {
      response.writeHead(200, { 'content-length': '9' })
      response.write('{', () => socket.destroy())
    })
    const { transport } = made(server.url)
    const { signal } = new AbortController()
    const answer = await transport({ url: server.url, method: 'GET', headers: {}, body: undefined, signal })
    await expect.poll(server.open).toBe(0)
    await pause(20)
    await expect(answer.bytes(9)).rejects.toThrow()
  })

  it('end when it is closed', async () => {
    const server = await started(answering(status), () => {})
    const { client, transport } = made(server.url)
    await client.readStatus({ terminalRef })
    const call = caught(client.readStatus({ terminalRef }))
    await expect.poll(() => server.seen.length).toBe(2)
    transport.close()
    expect(await call).toMatchObject({ code: 'CONNECTION_FAILED' })
    await expect.poll(server.open).toBe(0)
  })
})

describe('a request that is given up', () => {
  it('before it has a connection takes none', async () => {
    const server = await started(slowly(40))
    const { client } = made(server.url, { sockets: 1 })
    const first = client.readStatus({ terminalRef })
    const caller = new AbortController()
    const second = caught(client.readStatus({ terminalRef }, { signal: caller.signal }))
    await pause(5)
    caller.abort(new Error('mine'))
    expect(await second).toEqual(new Error('mine'))
    await first
    await pause(20)
    expect(server.seen).toHaveLength(1)
  })

  it('leaves nothing that listens to its signal, nor does one that is answered', async () => {
    const server = await started(answering(status))
    const { transport } = made(server.url)
    const { signal } = new AbortController()
    const [add, remove] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')]
    const answer = await transport({ url: server.url, method: 'GET', headers: {}, body: undefined, signal })
    await answer.bytes(1_000)
    await expect.poll(() => remove.mock.calls.length).toBe(1)
    expect(add.mock.calls.map(([, listener]) => listener)).toEqual(
      remove.mock.calls.map(([, listener]) => listener),
    )
  })
})

describe('over TLS', () => {
  const own = selfSigned('acquirer.test')

  const secure = async (more: ServerOptions = {}) => {
    const callers: (string | undefined)[] = []
    const server = createServer({ ...own, ...more }, (request, response) => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate()
      callers.push(subject && String(subject.CN))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(status))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    ends.push(() => {
      server.closeAllConnections()
      server.close()
    })
    return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, callers }
  }

  it('an answer of somebody whom nobody vouches for is not read, whatever the process is told', async () => {
    const { url, callers } = await secure()
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    for (const tls of [{}, { rejectUnauthorized: false }, { ca: selfSigned('other.test').cert }]) {
      const { client } = made(url, { tls })
      expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({ code: 'CONNECTION_FAILED' })
    }
    expect(callers).toEqual([])
  })

  it('an authority of our own is believed, and it is told by our certificate who we are', async () => {
    const ours = selfSigned('merchant portal')
    const { url, callers } = await secure({ requestCert: true, rejectUnauthorized: true, ca: ours.cert })
    const { client } = made(url, { tls: { ca: own.cert, cert: ours.cert, key: ours.key } })
    expect(await client.readStatus({ terminalRef })).toEqual(status)
    expect(callers).toEqual(['merchant portal'])
  })
})

describe('a transport for Node', () => {
  it.each([
    [{ sockets: 0 }, '/sockets'],
    [{ sockets: Infinity }, '/sockets'],
    [{ idle: -1 }, '/idle'],
    [{ idle: 2 ** 31 }, '/idle'],
  ])('with %j is refused', (options, path) => {
    expect(() => createNodeTransport(options)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', issues: [{ path, code: 'NOT_ALLOWED_VALUE' }] }),
    )
  })

  it('carries nothing but http and https', async () => {
    const { signal } = new AbortController()
    const file = { url: 'file:///etc/passwd', method: 'GET', headers: {}, body: undefined, signal }
    await expect(createNodeTransport()(file)).rejects.toThrow('Neither http nor https')
  })
})
