import { expect, it } from 'vitest'
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
