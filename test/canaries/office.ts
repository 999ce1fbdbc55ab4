import { createBackend } from '../../src/backend/index.ts'
import { acquirerServices, bearer, createAcquirerClient } from '../../src/client/index.ts'
import { type Operation, operations } from '../../src/contract/index.ts'
import type { Actor } from '../../src/domain/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { samples } from '../contract/samples.ts'
import { testClock } from '../support/clock.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import type { Net } from './net.ts'
import type { Homes } from './sinks/homes.ts'

const people: Readonly<Record<string, Actor>> = { m1, p1, p2, sys }

/** What a request shows on its way, but for what lets its sender in. */
const outgoing = (request: Request, body: string) => {
  const headers = [...request.headers].filter(([name]) => !['authorization', 'x-signature'].includes(name))
  return `${request.method} ${request.url}\n${JSON.stringify(headers)}\n${body}`
}

/** The systems side of the sample answers: it carries nothing out. */
const systemsOfSamples = Object.fromEntries(
  operations
    .filter(({ side }: Operation) => side === 'systems')
    .map(({ name }) => [name, () => samples[name as keyof typeof samples].answer]),
)

/** Both sides of the contract over one life, with a tap at every pipe. */
export const openOffice = async (net: Net, { store, documents }: Homes) => {
  const clock = testClock()
  const ticking = {
    now: () => {
      clock.tick(1_000)
      return clock.now()
    },
  }
  const runtime = createRuntime({
    ...{ store, papers: documents, services: silentServices, clock: ticking },
    onFailure: (failure) => net.see('callback', [failure, failure.error]),
  })
  await runtime.open(terminal())
  const implementation = { ...createBackend(runtime, { clock: ticking, documents }), ...systemsOfSamples }
  const handler = createAcquirerHandler(implementation as never, {
    authenticate: (request) => people[request.headers.get('authorization')?.slice(7) ?? ''],
    onError: (error, about) => net.see('callback', [error, about]),
  })
  /** As a raw socket would send it. */
  const send = async (request: Request): Promise<Response> => {
    const response = await handler(request)
    const text = await response.clone().text()
    net.see('reply', `${response.status} ${JSON.stringify([...response.headers])} ${text}`)
    return response
  }
  const as = (person: string) =>
    createAcquirerClient({
      ...{ baseUrl: 'https://office.example/v1', auth: bearer(person), retry: { attempts: 1 } },
      fetch: async (url, init) => {
        const request = new Request(url, init)
        net.see('request', outgoing(request, await request.clone().text()))
        return send(request)
      },
      hooks: { onAttempt: (info) => net.see('hook', info), onAnswer: (info) => net.see('hook', info) },
    })
  return { runtime, send, as }
}

/** Orders of a runtime over the client, whose other side answers as it is told. */
export const servicesOver = (fetch: (url: string, init: RequestInit) => Promise<Response>) =>
  acquirerServices(
    createAcquirerClient({
      ...{ baseUrl: 'https://systems.example/v1', auth: bearer('token'), retry: { attempts: 1 } },
      fetch,
    }),
  )
