import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Sent } from '../../src/webhooks/index.ts'
import type { TransportParts } from '../../src/webhooks/node/transport.ts'
import { transportOver } from '../../src/webhooks/node/transport.ts'
import { eventually, manualEnvironment, settled } from '../runtime/manual-environment.ts'
import { certificateFor } from './certificate.ts'
import { host, receiver } from './receiver.ts'

const here = { address: '127.0.0.1', family: 4 }
const headers = { 'content-type': 'application/json', 'webhook-id': 'w-1' }
const body = '{"type":"x","words":"暂停"}'

type Given = Partial<TransportParts> & { url: string; port?: number | undefined; signal?: AbortSignal }

/** Sends one delivery; everything that this machine has counts as public, unless the test says otherwise. */
function send({ url, port, signal = new AbortController().signal, ...parts }: Given): Promise<Sent> {
  const transport = transportOver({
    environment: manualEnvironment(),
    resolve: async () => [here],
    isAllowed: () => true,
    ports: [port ?? Number(new URL(url).port)],
    ...parts,
  })
  return transport.send({ url, headers, body }, { signal })
}

describe('the transport over node:https', () => {
  it('posts exactly what it was given; name and certificate stay those of the URL', async () => {
    const { url, ca, arrivals, port } = await receiver()
    expect(await send({ url, ca })).toMatchObject({ kind: 'answered', status: 204 })
    expect(arrivals).toEqual([
      {
        ...{ method: 'POST', path: '/hooks?a=1', body, servername: host },
        headers: expect.objectContaining({ ...headers, host: `${host}:${port}`, 'content-length': '29' }),
      },
    ])
    expect(Object.keys(arrivals[0]?.headers ?? {}).sort()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'host',
      'webhook-id',
    ])
  })

  it('sends nothing where one of many addresses may not be called', async () => {
    const target = await receiver()
    const resolve = async () => [here, { address: '169.254.169.254', family: 4 }]
    const isAllowed = (address: string) => address === '127.0.0.1'
    expect(await send({ ...target, resolve, isAllowed })).toEqual({ kind: 'failed', code: 'ADDRESS_REFUSED' })
    expect(target.connections).toBe(0)
  })

  it('asks for the name once, so that a resolver that changes its answer leads nowhere else', async () => {
    const honest = await receiver()
    const inner = await receiver(undefined, { address: '127.0.0.2', port: honest.port })
    const answers = [here, { address: '127.0.0.2', family: 4 }]
    const resolve = vi.fn(async () => [answers.shift() ?? { address: '127.0.0.2', family: 4 }])
    const isAllowed = (address: string) => address === '127.0.0.1'
    expect(await send({ ...honest, resolve, isAllowed })).toMatchObject({ status: 204 })
    expect([resolve.mock.calls.length, honest.connections, inner.connections]).toEqual([1, 1, 0])
    // The next attempt is judged anew.
    expect(await send({ ...honest, resolve, isAllowed })).toEqual({ kind: 'failed', code: 'ADDRESS_REFUSED' })
    expect(inner.connections).toBe(0)
  })

  it('asks of the open connection too where it leads, before a word is said', async () => {
    const target = await receiver()
    const answers = [true, false]
    const isAllowed = vi.fn(() => answers.shift() ?? false)
    expect(await send({ ...target, isAllowed })).toEqual({ kind: 'failed', code: 'ADDRESS_REFUSED' })
    expect(isAllowed.mock.calls).toEqual([['127.0.0.1'], ['127.0.0.1']])
    expect(target.arrivals).toEqual([])
  })

  it.each([301, 302, 303, 307, 308])('follows no redirect: %i', async (status) => {
    const inner = await receiver()
    const target = await receiver((response) => response.writeHead(status, { location: inner.url }).end())
    expect(await send(target)).toMatchObject({ kind: 'answered', status })
    expect(inner.connections).toBe(0)
  })

  it('tells when to come again, and nothing else of the answer', async () => {
    const secret = { 'x-internal': 'hunter2', 'retry-after': '120', date: 'Mon, 02 Mar 2026 10:00:00 GMT' }
    const target = await receiver((response) => response.writeHead(503, secret).end('hunter2'))
    expect(await send(target)).toEqual({
      ...{ kind: 'answered', status: 503, retryAfter: '120', date: 'Mon, 02 Mar 2026 10:00:00 GMT' },
    })
  })

  it('is through with an answer whose body has no end', async () => {
    let gone = 0
    const target = await receiver((response) => {
      const more = () => void response.write('x'.repeat(1_000), () => setImmediate(more))
      response.writeHead(200).on('close', () => {
        gone += 1
      })
      more()
    })
    expect(await send(target)).toMatchObject({ status: 200 })
    await eventually(() => expect(gone).toBe(1))
  })

  it('counts an answer whose body stands still until the time is over', async () => {
    const environment = manualEnvironment()
    const written = vi.fn()
    const target = await receiver((response) => void response.writeHead(200).write('x', written))
    const sending = send({ ...target, environment })
    await eventually(() => expect(written).toHaveBeenCalled())
    await settled()
    await environment.advance(15_000)
    expect(await sending).toMatchObject({ status: 200 })
  })

  it('gives up after 15 s where no answer comes, and not before', async () => {
    const environment = manualEnvironment()
    const target = await receiver(() => undefined)
    const ended = vi.fn()
    const sending = send({ ...target, environment }).finally(ended)
    await eventually(() => expect(target.arrivals).toHaveLength(1))
    await environment.advance(14_999)
    expect(ended).not.toHaveBeenCalled()
    await environment.advance(1)
    expect(await sending).toEqual({ kind: 'failed', code: 'TIMEOUT' })
    expect(environment.sleepers.size).toBe(0)
  })

  it('gives up after 5 s where a connection is opened and never encrypted', async () => {
    const environment = manualEnvironment()
    const mute = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void mute.close())
    await new Promise((resolve) => mute.once('listening', resolve))
    const connected = new Promise((resolve) => mute.once('connection', resolve))
    const { port } = mute.address() as AddressInfo
    const sending = send({ url: `https://${host}:${port}/`, environment })
    await connected
    await environment.advance(5_000)
    expect(await sending).toEqual({ kind: 'failed', code: 'CONNECT_TIMEOUT' })
    expect(environment.sleepers.size).toBe(0)
  })

  it('gives up after 5 s where the resolver says nothing', async () => {
    const environment = manualEnvironment()
    const sending = send({
      url: `https://${host}/`,
      environment,
      resolve: () => new Promise(() => undefined),
    })
    await environment.advance(5_000)
    expect(await sending).toEqual({ kind: 'failed', code: 'CONNECT_TIMEOUT' })
  })

  it.each([
    ['finds nothing', async () => []],
    ['fails', () => Promise.reject(new Error('ENOTFOUND'))],
  ])('sends nothing where the resolver %s', async (_, resolve) => {
    expect(await send({ url: `https://${host}/`, resolve })).toEqual({ kind: 'failed', code: 'NAME_UNKNOWN' })
  })

  it('tells of an answer when to come again and what time it was, where that is no longer than a date', async () => {
    const said = (retryAfter: string) =>
      receiver((response) =>
        response.writeHead(503, { 'retry-after': retryAfter, date: '0'.repeat(65) }).end(),
      )
    const answered = { kind: 'answered', status: 503, date: undefined }
    expect(await send(await said('1'.repeat(64)))).toEqual({ ...answered, retryAfter: '1'.repeat(64) })
    expect(await send(await said('1'.repeat(65)))).toEqual({ ...answered, retryAfter: undefined })
  })

  it('stops when it is told to, before and in the middle', async () => {
    const target = await receiver(() => undefined)
    const controller = new AbortController()
    const sending = send({ ...target, signal: controller.signal })
    await eventually(() => expect(target.arrivals).toHaveLength(1))
    controller.abort()
    expect(await sending).toEqual({ kind: 'failed', code: 'STOPPED' })
    expect(await send({ ...target, signal: controller.signal })).toEqual({ kind: 'failed', code: 'STOPPED' })
    expect(target.connections).toBe(1)
  })

  it('fails where the connection is refused or breaks', async () => {
    const target = await receiver((response) => response.destroy())
    expect(await send(target)).toEqual({ kind: 'failed', code: 'CONNECTION_FAILED' })
    const nobody = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => nobody.once('listening', resolve))
    const { port } = nobody.address() as AddressInfo
    await new Promise((resolve) => nobody.close(resolve))
    expect(await send({ url: `https://${host}:${port}/` })).toEqual({
      kind: 'failed',
      code: 'CONNECTION_FAILED',
    })
  })

  it('talks to nobody whose certificate is not trusted, or of another name', async () => {
    const failed = { kind: 'failed', code: 'TLS_FAILED' }
    const other = certificateFor('other.example.com')
    const target = await receiver(undefined, other)
    vi.spyOn(process, 'emitWarning').mockReturnValue()
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    onTestFinished(() => {
      vi.unstubAllEnvs()
      vi.restoreAllMocks()
    })
    expect(await send({ ...target, ca: other.cert })).toEqual(failed)
    expect(await send({ ...target, ca: undefined })).toEqual(failed)
    expect(target.arrivals).toEqual([])
  })
})
