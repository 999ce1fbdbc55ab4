import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { type Handler, type Listening, listen } from '../../src/server/node.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

let server: Listening | undefined
afterEach(() => server?.close())

const start = async (handler: Handler): Promise<Listening> => {
  server = await listen(handler)
  return server
}

describe('the listener', () => {
  it('binds to this machine only, on a free port', async () => {
    const { url, port } = await start(async () => new Response('ok'))
    expect(url).toBe(`http://127.0.0.1:${port}`)
    expect(await (await fetch(url)).text()).toBe('ok')
  })

  it('serves the contract to a client', async () => {
    const implementation = { getTerminal: () => samples.getTerminal.answer }
    const { url } = await start(createAcquirerHandler(implementation, { authenticate: () => p1 }))
    const client = createAcquirerClient({ baseUrl: `${url}/v1`, auth: bearer('t') })
    expect(await client.getTerminal({ lifecycleId: 'lc-1' })).toEqual(samples.getTerminal.answer)
  })

  it('drops the connection when the handler says so', async () => {
    const { url } = await start(async () => null)
    await expect(fetch(url)).rejects.toThrow()
  })

  it('tells the handler when the caller has gone', async () => {
    const caller = new AbortController()
    let tell = () => {}
    const gone = new Promise<void>((resolve) => {
      tell = resolve
    })
    const { url } = await start(async ({ signal }) => {
      signal.addEventListener('abort', tell)
      caller.abort()
      await gone
      return new Response()
    })
    expect(await fetch(url, { signal: caller.signal }).catch(() => 'aborted')).toBe('aborted')
    await gone
  })

  it('survives what is no HTTP at all', async () => {
    const { url, port } = await start(async () => new Response('ok'))
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('\u0000\u0001 nonsense\r\n\r\n'))
      socket
        .on('data', () => {})
        .on('close', () => resolve())
        .on('error', () => resolve())
    })
    expect(await (await fetch(url)).text()).toBe('ok')
  })

  it('rejects when the port is taken', async () => {
    const { port } = await start(async () => new Response('ok'))
    await expect(listen(async () => new Response('ok'), { port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })

  it('ends open connections when it is closed', async () => {
    let arrived = () => {}
    const inside = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const { url, close } = await start(() => new Promise(arrived))
    const asked = fetch(url).catch(() => 'ended')
    await inside
    await close()
    expect(await asked).toBe('ended')
  })
})
