import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { createAcquirerHandler, type HandlerOptions, type Implementation } from '../../src/server/index.ts'
import { type Listening, type ListenOptions, listen, nodeListener } from '../../src/server/node.ts'
import { caught } from '../client/kit.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const megabyte = 1024 * 1024
const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

const implementation: Implementation = {
  getTerminal: () => samples.getTerminal.answer,
  recordEvent: () => samples.recordEvent.answer,
  putDocumentContent: () => samples.putDocumentContent.answer,
}
const handlerOf = (options: Partial<HandlerOptions> = {}) =>
  createAcquirerHandler(implementation, { authenticate: () => p1, ...options })

const start = async (handler = handlerOf(), options: ListenOptions = {}): Promise<Listening> => {
  const server = await listen(handler, options)
  open.push(server)
  return server
}

const clientOf = (url: string) =>
  createAcquirerClient({ baseUrl: `${url}/v1`, auth: bearer('t'), retry: { attempts: 1 } })
const document = (length: number) => ({ documentId: 'doc-1', content: new Uint8Array(length) })

/** A request whose body is written by hand. */
const begun = async (
  { port }: { port: number },
  path: string,
  headers: Record<string, string>,
  first = '',
) => {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString()
  })
  socket.on('error', () => {})
  const lines = Object.entries({ host: 'localhost', 'idempotency-key': 'k', ...headers }).map((pair) =>
    pair.join(': '),
  )
  socket.write(`PUT ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${first}`)
  return { socket, answer: () => answer }
}
const upload = '/v1/documents/doc-1/content'
const bytes = { 'content-type': 'application/octet-stream' }

describe('an upload', () => {
  it('that is refused for want of credentials is answered, with all of it still to come', async () => {
    const { url } = await start(handlerOf({ authenticate: () => undefined }))
    expect(await caught(clientOf(url).putDocumentContent(document(9 * megabyte)))).toMatchObject({
      code: 'HTTP_ERROR',
      status: 401,
    })
  })

  it('is not taken off its connection before its sender is known', async () => {
    let known = () => {}
    const asked = new Promise<void>((resolve) => {
      known = resolve
    })
    let decide = () => {}
    const decided = new Promise<undefined>((resolve) => {
      decide = () => resolve(undefined)
    })
    let seen = 0
    const inner = nodeListener(
      handlerOf({
        authenticate: () => {
          known()
          return decided
        },
      }),
    )
    const server = createServer((message, target) => {
      void inner(message, target)
      void asked.then(() =>
        setImmediate(() => {
          seen = message.readableLength
          expect(message.readableDidRead).toBe(false)
          decide()
        }),
      )
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    open.push(server)
    const { port } = server.address() as AddressInfo
    const error = await caught(
      clientOf(`http://127.0.0.1:${port}`).putDocumentContent(document(9 * megabyte)),
    )
    expect(error).toMatchObject({ status: 401 })
    expect(seen).toBeLessThan(megabyte)
  })

  it('that is too long is refused, and the connection goes on', async () => {
    const { url } = await start()
    const body = () =>
      new ReadableStream({
        start: (stream) => {
          for (let sent = 0; sent < 11; sent++) stream.enqueue(new Uint8Array(megabyte))
          stream.close()
        },
      })
    for (let round = 0; round < 2; round++) {
      const init = {
        method: 'PUT',
        headers: { ...bytes, 'idempotency-key': 'k' },
        body: body(),
        duplex: 'half',
      }
      expect((await fetch(url + upload, init as RequestInit)).status).toBe(413)
    }
    expect(await clientOf(url).putDocumentContent(document(3))).toEqual(samples.putDocumentContent.answer)
  })

  it('that asks before it is sent is told to go on when somebody reads it, and not before', async () => {
    const { port } = await start(
      handlerOf({ authenticate: (asked) => (asked.headers.has('authorization') ? p1 : undefined) }),
    )
    const said: (string | number | undefined)[] = []
    for (const authorization of [undefined, 'Bearer t']) {
      const headers = {
        ...bytes,
        'idempotency-key': 'k',
        expect: '100-continue',
        'content-length': 3,
        ...(authorization && { authorization }),
      }
      const sending = request({ port, path: upload, method: 'PUT', headers })
      sending.on('continue', () => {
        said.push('continue')
        sending.end('abc')
      })
      sending.flushHeaders()
      const [answer] = await once(sending, 'response')
      said.push(answer.statusCode)
      answer.resume()
      await once(answer, 'end')
      sending.destroy()
    }
    expect(said).toEqual([401, 'continue', 200])
  })

  it('that drips is ended when its time is over, whatever the clock of the house says', async () => {
    let over = () => {}
    const slept: number[] = []
    const timer = {
      sleep: (milliseconds: number) => {
        slept.push(milliseconds)
        return new Promise<void>((resolve) => {
          over = resolve
        })
      },
    }
    let heard = 0
    const server = await start(handlerOf({ onError: () => heard++ }), { timer, bodyTimeout: 5_000 })
    const { socket, answer } = await begun(server, upload, { ...bytes, 'content-length': '100' }, 'a')
    while (slept.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(slept).toEqual([5_000])
    socket.write('b')
    over()
    await once(socket, 'close')
    expect(answer()).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer()).toContain('BODY_TOO_SLOW')
    expect(answer()).toMatch(/connection: close/i)
    expect(heard).toBe(0)
  })

  it('that never comes is ended by the server itself', async () => {
    const server = await start(handlerOf(), { requestTimeout: 50, headersTimeout: 50 })
    const { socket, answer } = await begun(server, upload, { ...bytes, 'content-length': '100' }, 'a')
    await once(socket, 'close')
    expect(answer()).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('that breaks off is no failure of the house', async () => {
    let heard = 0
    let aborted: AbortSignal | undefined
    const authenticate: HandlerOptions['authenticate'] = (asked) => {
      aborted = asked.signal
      return p1
    }
    const server = await start(handlerOf({ authenticate, onError: () => heard++ }))
    const { socket } = await begun(server, upload, { ...bytes, 'content-length': '100' }, 'a')
    while (!aborted) await new Promise((resolve) => setImmediate(resolve))
    socket.destroy()
    while (!aborted.aborted) await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    expect(heard).toBe(0)
  })
})

describe('the listener in a server of somebody else', () => {
  const served = async (server: Server) => {
    await once(server.listen(0, '127.0.0.1'), 'listening')
    open.push(server)
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  it('serves the contract', async () => {
    const url = await served(createServer(nodeListener(handlerOf())))
    expect(await clientOf(url).getTerminal({ lifecycleId: 'lc-1' })).toEqual(samples.getTerminal.answer)
  })

  it.each(['/', '/v1'])(
    'serves the contract mounted in Express at %s, ahead of its parsers',
    async (mount) => {
      const app = express()
      app.use(mount, nodeListener(handlerOf()))
      app.use(express.json())
      const url = await served(createServer(app))
      const client = clientOf(url)
      expect(await client.recordEvent(samples.recordEvent.input)).toEqual(samples.recordEvent.answer)
      expect(await client.putDocumentContent(document(2 * megabyte))).toEqual(
        samples.putDocumentContent.answer,
      )
      expect(await client.getTerminal({ lifecycleId: 'lc-1' })).toEqual(samples.getTerminal.answer)
    },
  )

  it('behind a parser of Express gives the framework an error that names the fix', async () => {
    const app = express()
    const seen: unknown[] = []
    app.use(express.json())
    app.use('/v1', nodeListener(handlerOf()))
    app.use((error: Error, _: unknown, answer: express.Response, __: unknown) => {
      seen.push(error.message)
      answer.status(500).json({})
    })
    const url = await served(createServer(app))
    const client = clientOf(url)
    expect(await caught(client.recordEvent(samples.recordEvent.input))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      cause: { code: 'HTTP_ERROR', status: 500 },
    })
    expect(seen).toEqual([expect.stringMatching(/BODY_ALREADY_PARSED.*ahead of body parsers/)])
    expect(await client.getTerminal({ lifecycleId: 'lc-1' })).toEqual(samples.getTerminal.answer)
  })

  it('after somebody who read the body says so to the caller', async () => {
    const inner = nodeListener(handlerOf())
    const url = await served(
      createServer((message, target) => {
        message.resume().on('end', () => void inner(message, target))
      }),
    )
    expect(await caught(clientOf(url).recordEvent(samples.recordEvent.input))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      cause: { code: 'HTTP_ERROR', status: 500, problem: { code: 'BODY_ALREADY_PARSED' } },
    })
  })
})
