import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, vi } from 'vitest'
import { listen } from '../../src/server/node.ts'

/** A server whose answer waits until it is let go. */
const slow = async () => {
  let letGo: () => void = () => undefined
  let arrived: () => void = () => undefined
  const inside = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const server = await listen(async () => {
    arrived()
    await gate
    return new Response('done')
  })
  return { server, inside, letGo }
}

it('A server that is closed lets requests end that are under way, and takes no new ones', async () => {
  const { server, inside, letGo } = await slow()
  const answer = fetch(server.url)
  await inside
  let isClosed = false
  const closing = server.close({ until: new AbortController().signal }).then(() => {
    isClosed = true
  })
  await expect(fetch(server.url)).rejects.toThrow()
  expect(isClosed).toBe(false)
  letGo()
  expect(await (await answer).text()).toBe('done')
  await closing
})

it('A server that is closed ends a connection that is kept for more with the answer that it waits for', async () => {
  const agent = new Agent({ keepAlive: true })
  const kept = async (port: number) => {
    const [message] = await once(request({ port, agent }).end(), 'response')
    message.resume()
    return message.socket
  }
  // Half as patient as ours.
  const other = createServer({ keepAliveTimeout: 2_500 }, (_, target) => target.end()).listen(0)
  await once(other, 'listening')
  const { server, inside, letGo } = await slow()
  const waiting = kept(server.port)
  await inside
  const closing = server.close({ until: new AbortController().signal }).then(() => 'this')
  letGo()
  const { port } = other.address() as AddressInfo
  const ended = once(await kept(port), 'close').then(() => 'other')
  await waiting
  expect(await Promise.race([closing, ended])).toBe('this')
  other.close()
  other.closeAllConnections()
  agent.destroy()
})

it('A server that is open leaves a connection alone that waits while another one is answered', async () => {
  const server = await listen(() => new Response('done'))
  const [one, other] = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })]
  const asked = async (agent: Agent) => {
    const [message] = await once(request({ port: server.port, agent }).end(), 'response')
    message.resume()
    await once(message, 'end')
    return message.socket
  }
  const waiting = await asked(one)
  for (let n = 0; n < 3; n += 1) await asked(other)
  expect(await asked(one)).toBe(waiting)
  for (const agent of [one, other]) agent.destroy()
  await server.close()
})

it('A server that is closed with its time over ends everything at once', async () => {
  const { server, inside } = await slow()
  const outcome = expect(fetch(server.url)).rejects.toThrow()
  await inside
  await server.close({ until: AbortSignal.abort() })
  await outcome
})

it('A server that is closed listens no longer to the end of the time that it was given', async () => {
  const { signal } = new AbortController()
  const removed = vi.spyOn(signal, 'removeEventListener')
  const server = await listen(() => new Response())
  await server.close({ until: signal })
  expect(removed).toHaveBeenCalledExactlyOnceWith('abort', expect.any(Function))
})

it('A server ends what is left when the time is over', async () => {
  const { server, inside } = await slow()
  const answer = fetch(server.url)
  const outcome = expect(answer).rejects.toThrow()
  await inside
  const limit = new AbortController()
  const closing = server.close({ until: limit.signal })
  limit.abort()
  await closing
  await outcome
})

it('A server ends everything at once where nobody says otherwise', async () => {
  const { server, inside } = await slow()
  const answer = fetch(server.url)
  const outcome = expect(answer).rejects.toThrow()
  await inside
  await server.close()
  await outcome
})
