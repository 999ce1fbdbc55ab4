import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type * as socket from '../../examples/custom-transport/over-socket.ts'
import type * as lines from '../../examples/custom-transport/told.ts'
import { bearer, createAcquirerClient, type Transport } from '../../src/client/index.ts'
import { projectOf } from './project.ts'

const project = projectOf('custom-transport', 'built')
const folder = mkdtempSync(join(tmpdir(), 'socket-'))
afterAll(() => {
  project.remove()
  rmSync(folder, { recursive: true, force: true })
})
const { overSocket }: typeof socket = await import(join(project.folder, 'over-socket.ts'))
const { told }: typeof lines = await import(join(project.folder, 'told.ts'))

let sockets = 0
/** A proxy on a socket of its own. */
const proxy = async (listener: RequestListener): Promise<Transport> => {
  sockets += 1
  const path = join(folder, `${sockets}.sock`)
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(path, resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return overSocket(path)
}

const bytes = (text: string) => new TextEncoder().encode(text)
const asked = (signal = new AbortController().signal) => ({
  ...{
    url: 'https://acquirer.example/v1/terminals?limit=1',
    method: 'GET',
    headers: { authorization: 'Bearer t' },
  },
  ...{ body: undefined, signal },
})

describe('The example of a transport of one’s own', () => {
  it('sends what it is given, to the host that is meant', async () => {
    const seen: unknown[] = []
    const transport = await proxy(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      seen.push([request.method, request.url, request.headers.host, request.headers.authorization, body])
      response.writeHead(201, { 'X-Mark': 'm' }).end('{}')
    })
    const answer = await transport({ ...asked(), method: 'POST', body: bytes('{"a":1}') })
    expect([answer.status, answer.headers.get('x-mark'), answer.headers.get('none')]).toEqual([
      201,
      'm',
      null,
    ])
    expect(await answer.bytes(10)).toEqual(bytes('{}'))
    expect(seen).toEqual([['POST', '/v1/terminals?limit=1', 'acquirer.example', 'Bearer t', '{"a":1}']])
  })

  it('rejects where the body breaks off', async () => {
    const transport = await proxy((_, response) => {
      response.writeHead(200, { 'content-length': 10 })
      response.write('half', () => response.destroy())
    })
    const answer = await transport(asked())
    await expect(answer.bytes(100)).rejects.toThrow()
  })

  it('rejects where no answer comes, and where nobody listens', async () => {
    const transport = await proxy(({ socket }) => socket.destroy())
    await expect(transport(asked())).rejects.toThrow()
    await expect(overSocket(join(folder, 'none.sock'))(asked())).rejects.toThrow()
  })

  it('reads no longer body than is wanted', async () => {
    const transport = await proxy((_, response) => response.end('x'.repeat(100)))
    expect(await (await transport(asked())).bytes(99)).toBeUndefined()
    expect((await (await transport(asked())).bytes(100))?.length).toBe(100)
  })

  it('ends the request, and its body, when nobody waits any more', async () => {
    const transport = await proxy((_, response) => void response.write('begun'))
    const before = AbortSignal.abort()
    await expect(transport(asked(before))).rejects.toThrow()
    const stopping = new AbortController()
    const answer = await transport(asked(stopping.signal))
    const body = answer.bytes(100)
    stopping.abort()
    await expect(body).rejects.toThrow()
  })

  it('carries the calls of a client, with a line for each attempt that names nobody', async () => {
    const transport = await proxy((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[],"nextCursor":null}'),
    )
    const said: string[] = []
    const portal = createAcquirerClient({
      ...{ baseUrl: 'https://acquirer.example/v1', auth: bearer('t') },
      transport: told(
        transport,
        (line) => said.push(line),
        () => 0,
      ),
    })
    expect(await portal.findTerminals({ merchantId: 'M-1' })).toMatchObject({ items: [] })
    expect(said).toEqual(['GET acquirer.example 200 0 ms'])
  })

  it('compiles as its user has it', () => {
    expect(project.types()).toBe('')
  })
})
