import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { contract, fillPath, type Operation, type OperationName } from '../../src/contract/index.ts'
import { StoreError } from '../../src/errors/index.ts'
import { createAcquirerHandler, type Implementation } from '../../src/server/index.ts'
import { discard } from '../../src/server/node/outgoing.ts'
import { type Handler, type ListenOptions, listen, nodeListener } from '../../src/server/node.ts'
import { isPlainTarget } from '../../src/server/target.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})
const start = async (handler: Handler, options: ListenOptions = {}) => {
  const server = await listen(handler, options)
  open.push(server)
  return server.port
}

/** What comes back for these bytes until the other side ends the connection. */
const raw = async (port: number, lines: readonly string[], body = ''): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
  })
  socket.on('error', () => {})
  socket.write(`${[...lines, 'Connection: close', '', ''].join('\r\n')}${body}`)
  await once(socket, 'close')
  return answer
}

describe('a request over a connection', () => {
  it('comes to the handler with every header as it was sent, those that came twice joined', async () => {
    const seen: unknown[] = []
    const port = await start(({ method, url, headers }) => {
      seen.push(method, url, Object.fromEntries(headers))
      return new Response()
    })
    await raw(port, [
      'GET /v1/a?b=c HTTP/1.1',
      'Host: Here',
      'X-One: 1',
      'X-Two: 2',
      'x-one:  3 ',
      'X-Empty:',
    ])
    const headers = { connection: 'close', host: 'Here', 'x-one': '1, 3', 'x-two': '2', 'x-empty': '' }
    expect(seen).toEqual(['GET', 'http://localhost/v1/a?b=c', headers])
  })

  it.each([
    ['GET', 'Content-Length: 3', 'abc', 422],
    ['GET', 'Transfer-Encoding: chunked', '3\r\nabc\r\n0\r\n\r\n', 200],
    ['HEAD', 'Content-Length: 3', 'abc', 405],
  ])('is judged though a %s comes with a body: %s', async (method, header, body, status) => {
    const getTerminal: Implementation['getTerminal'] = () => samples.getTerminal.answer
    const port = await start(createAcquirerHandler({ getTerminal }, { authenticate: () => p1 }))
    const lines = [`${method} /v1/terminals/lc-1 HTTP/1.1`, 'Host: localhost', header]
    expect(await raw(port, lines, body)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  it('of a method that Fetch does not have is refused as malformed, in the language of its caller', async () => {
    const handler = vi.fn(() => new Response())
    const port = await start(handler)
    const trace = 'ab'.repeat(16)
    const lines = ['TRACE / HTTP/1.1', 'Host: localhost', 'Accept-Language: zh']
    const answer = await raw(port, [...lines, `Traceparent: 00-${trace}-${'cd'.repeat(8)}-01`])
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"MALFORMED_REQUEST"')
    expect(answer).toContain(`"traceId":"${trace}"`)
    expect(answer).toMatch(/content-language: zh-CN/i)
    expect(handler).not.toHaveBeenCalled()
  })
})

describe('an upload that nobody wants', () => {
  const most = 16 * 1024 * 1024
  const coming = (complete = false) => {
    const [resume, destroy] = [vi.fn(), vi.fn()]
    const message = Object.assign(new EventEmitter(), { complete, resume, socket: { destroy } })
    discard(message as unknown as IncomingMessage)
    return { message, resume, destroy }
  }

  it('is taken off its connection, and ended when it is larger than any document', () => {
    const { message, resume, destroy } = coming()
    expect(resume).toHaveBeenCalledOnce()
    for (const length of [most / 2, most / 2]) message.emit('data', { length })
    expect(destroy).not.toHaveBeenCalled()
    message.emit('data', { length: 1 })
    expect(destroy).toHaveBeenCalledOnce()
  })

  it('is left alone when all of it is here', () => {
    const { message, resume } = coming(true)
    expect(resume).not.toHaveBeenCalled()
    expect(message.listenerCount('data')).toBe(0)
  })
})

describe('an answer that cannot be sent', () => {
  it('because somebody else began one ends the connection, and does not leave its caller waiting', async () => {
    const inner = nodeListener(() => new Response('late'))
    const server = createServer((message, target) => {
      target.writeHead(200).write('early')
      void inner(message, target)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    open.push(server)
    const answer = await raw((server.address() as AddressInfo).port, ['GET / HTTP/1.1', 'Host: localhost'])
    expect(answer).toContain('early')
    expect(answer).not.toContain('late')
  })

  it('because its body breaks ends the connection in the middle', async () => {
    const pull = (stream: ReadableStreamDefaultController) => stream.error(new Error('the disk is gone'))
    const port = await start(() => new Response(new ReadableStream({ pull })))
    const answer = await raw(port, ['GET / HTTP/1.1', 'Host: localhost'])
    expect(answer).not.toContain('0\r\n\r\n')
    expect(answer).not.toContain('disk')
  })

  it('because its caller has gone, after somebody read the body, harms nobody', async () => {
    const inner = nodeListener(() => new Response('unused'))
    let outcome: Promise<unknown> | undefined
    const server = createServer((message, target) => {
      message.resume().on('end', () => {
        target.destroy()
        outcome = inner(message, target)
      })
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    open.push(server)
    const { port } = server.address() as AddressInfo
    await raw(port, ['POST / HTTP/1.1', 'Host: localhost', 'Content-Length: 3'], 'abc')
    await expect(outcome).resolves.toBeUndefined()
  })
})

it('A failure that nobody is to hear of is warned of in the words of its error, and without its place', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockReturnValue()
  const error = new StoreError('failed')
  const port = await start(() => Promise.reject(error))
  await raw(port, ['GET / HTTP/1.1', 'Host: localhost'])
  const { calls } = warned.mock
  warned.mockRestore()
  expect(calls).toEqual([[expect.stringMatching(/Trace id: [0-9a-f]{32}$/), { detail: '' }]])
  expect(String(calls[0]?.[0]).startsWith(`${error.message} `)).toBe(true)
})

describe('a server', () => {
  const headers = 'Host: localhost'

  it('keeps a connection for more for five seconds, and tells how long', async () => {
    const port = await start(() => new Response())
    const socket = connect(port, '127.0.0.1')
    socket.write(`GET / HTTP/1.1\r\n${headers}\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    socket.destroy()
    expect(String(answer)).toMatch(/keep-alive: timeout=5\r/i)
  })

  it('takes every header of up to sixteen kibibytes, and no more', async () => {
    const counts: number[] = []
    const port = await start((request) => {
      counts.push((request.headers.get('x') ?? '').split(',').length)
      return new Response()
    })
    const lines = ['GET / HTTP/1.1', headers, ...Array.from({ length: 2_100 }, () => 'x:1')]
    expect(await raw(port, lines)).toMatch(/^HTTP\/1\.1 200 /)
    expect(await raw(port, ['GET / HTTP/1.1', headers, `x: ${'1'.repeat(17 * 1024)}`])).toMatch(
      /^HTTP\/1\.1 431 /,
    )
    expect(counts).toEqual([2_100])
  })

  it('may have less time for a whole request than for headers is usual, and never less than for them', async () => {
    await start(() => new Response(), { requestTimeout: 5_000 })
    const wrong = listen(() => new Response(), { requestTimeout: 5_000, headersTimeout: 5_001 })
    await expect(wrong).rejects.toMatchObject({
      issues: [{ path: '/headersTimeout', code: 'OUT_OF_RANGE' }],
    })
  })

  it('gives a body a minute where nothing else is said', async () => {
    const slept: number[] = []
    const timer = {
      sleep: async (milliseconds: number) => {
        slept.push(milliseconds)
        await new Promise(() => undefined)
      },
    }
    const port = await start(async (request) => new Response(await request.text()), { timer })
    const lines = ['POST / HTTP/1.1', headers, 'Content-Length: 3']
    expect(await raw(port, lines, 'abc')).toContain('abc')
    expect(slept).toEqual([60_000])
  })
})

it.each([
  [4_096, true],
  [4_097, false],
])('A request target of %i characters is plain: %s', (length, isPlain) => {
  expect(isPlainTarget(`/${'a'.repeat(length - 1)}`)).toBe(isPlain)
})

it('Every operation is answered with the status of its row, and kept by nobody on its way', async () => {
  const names = Object.keys(contract) as OperationName[]
  const implementation = Object.fromEntries(names.map((name) => [name, () => samples[name].answer]))
  const handler = createAcquirerHandler(implementation as Implementation, { authenticate: () => p1 })
  for (const name of names) {
    const row: Operation = contract[name]
    const input = samples[name].input as Record<string, unknown>
    const taken = new Set((row.path.match(/\{\w+\}/g) ?? []).map((part) => part.slice(1, -1)))
    const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !taken.has(key)))
    const { content, range } = input as {
      content?: Uint8Array<ArrayBuffer>
      range?: { from: number; total: number }
    }
    const type = { 'content-type': row.media ?? 'application/json', 'idempotency-key': 'k-1' }
    const piece = range && {
      'content-range': `bytes ${range.from}-${range.from + (content?.length ?? 0) - 1}/${range.total}`,
    }
    const body = row.media ? content : row.body && JSON.stringify(rest)
    const query = row.query ? `?${new URLSearchParams(rest as Record<string, string>)}` : ''
    const url = `https://acquirer.example/v1${fillPath(row.path, input)}${query}`
    const init = { method: row.method, headers: { ...type, ...piece }, ...(body && { body }) }
    const answer = await handler(new Request(url, init as RequestInit))
    expect([name, answer.status]).toEqual([name, row.status ?? 200])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})
