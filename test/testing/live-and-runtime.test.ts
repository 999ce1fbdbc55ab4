import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acquirerServices, bearer, createAcquirerClient } from '../../src/client/index.ts'
import { connectServices, createLifecycle } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { createMockAcquirer } from '../../src/testing/index.ts'
import { mswHandlers } from '../../src/testing/msw.ts'
import { behindRuntime } from '../support/behind-runtime.ts'
import { testClock } from '../support/clock.ts'
import { liveCases, playLive, told } from '../support/live-cases.ts'
import { namelessIn as nameless } from '../support/nameless.ts'
import { terminal } from '../support/samples.ts'
import { signed } from '../support/signing.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'bypass' }))
beforeEach(() => server.resetHandlers())
afterAll(() => server.close())

type Acts = (typeof liveCases)[string]

/** The samples bear a word for a digest: with the one of what is filed, in the request and in its approval. */
const withDigests = async (acts: Acts): Promise<Acts> => {
  const requests = await Promise.all(acts.map(([, event]) => ('request' in event ? signed(event) : event)))
  const digest = requests.flatMap((event) => ('request' in event ? [event.digest] : []))[0] ?? ''
  return acts.map(([actor], place) => {
    const event = requests[place] as LifecycleEvent
    return [actor, event.type === 'review.approved' ? { ...event, digest } : event]
  })
}

const baseUrl = 'https://acquirer.example/v1'

describe('live through msw and the runtime over HTTP tell the same journal', () => {
  for (const [name, plain] of Object.entries(liveCases))
    it(name, async () => {
      const acts = await withDigests(plain)
      // first over HTTP: the handlers of the other one would answer on every address
      const stored = nameless(told(await behindRuntime(acts)))
      expect(stored.length).toBeGreaterThan(acts.length + 2)

      const clock = testClock()
      const mock = createMockAcquirer({ clock: { now: clock.next } })
      server.use(...mswHandlers(mock.handle, { side: 'systems' }))
      const services = acquirerServices(createAcquirerClient({ baseUrl, auth: bearer('token') }))
      const opened = connectServices(createLifecycle(), services, { clock }).open(terminal())
      expect(nameless(told(await playLive(opened, clock, acts)))).toEqual(stored)
    })
})
