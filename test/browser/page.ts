import { setupWorker } from 'msw/browser'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle/client'
import { connectServices, createLifecycle } from 'terminal-lifecycle/machine'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { mswHandlers } from 'terminal-lifecycle/testing/msw'
import { testClock } from '../support/clock.ts'
import { liveCases, playLive, told } from '../support/live-cases.ts'
import { terminal } from '../support/plain-samples.ts'
import { questions } from './questions.ts'

const worker = setupWorker()

/** What the tests call in the page. */
const inPage = {
  ...questions,
  start: async (): Promise<void> => {
    await worker.start({ onUnhandledFrame: 'error', quiet: true })
  },
  live: async (name: string) => {
    const clock = testClock()
    const mock = createMockAcquirer({ clock: { now: clock.next } })
    worker.resetHandlers(...mswHandlers(mock.handle, { side: 'systems' }))
    const client = createAcquirerClient({ baseUrl: 'https://acquirer.example/v1', auth: bearer('token') })
    const { open } = connectServices(createLifecycle(), acquirerServices(client), { clock })
    return told(await playLive(open(terminal()), clock, liveCases[name] ?? []))
  },
}

export type InPage = typeof inPage

Object.assign(globalThis, { inPage })
