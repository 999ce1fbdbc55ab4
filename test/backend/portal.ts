import { createBackend, type DescribeNotice, memoryDocuments } from '../../src/backend/index.ts'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import type { AcquirerClient } from '../../src/contract/index.ts'
import type { Actor } from '../../src/domain/index.ts'
import { createRuntime, memoryStore, type Runtime, type RuntimeOptions } from '../../src/runtime/index.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import { silentServices } from '../support/world.ts'

export const lifecycleId = 'life-1'

/** Everybody who reads: of the house, and of none or of another one. */
export const people = {
  ...{ m1, agent, p1, p2, sys },
  auditor: { ...p1, personId: 'auditor', duties: ['auditor'] },
  otherMerchant: { ...m1, personId: 'm9', organisationId: '898440354119999' },
  otherAgent: { ...agent, personId: 'a9', organisationId: 'agent-9' },
  otherProvider: { ...p1, organisationId: 'acquirer-9', acquirerId: 'acquirer-9' },
  otherSystem: { ...sys, organisationId: 'acquirer-9', acquirerId: 'acquirer-9' },
} as const satisfies Record<string, Actor>
export type Person = keyof typeof people

type Office = Parameters<typeof createBackend>[0]

/** The portal side of a runtime over HTTP: raw answers, and a client for each person. */
export const portalOver = (
  runtime: Office,
  known: Readonly<Record<Person, Actor>> = people,
  describeNotice?: DescribeNotice,
) => {
  const clock = { now: () => '2026-03-02T01:00:00.000Z' }
  const backend = createBackend(runtime, {
    clock,
    documents: memoryDocuments(),
    ...(describeNotice && { describeNotice }),
  })
  const handler = createAcquirerHandler(backend, {
    side: 'portal',
    authenticate: (request) => known[request.headers.get('authorization')?.slice('Bearer '.length) as Person],
    onError: (error) => {
      throw error
    },
  })
  const as = (person: Person): AcquirerClient =>
    createAcquirerClient({
      baseUrl: 'https://office.example/v1',
      auth: bearer(person),
      fetch: (url, init) => handler(new Request(url, init)),
      retry: { attempts: 1 },
    })
  /** The bytes of an answer, for who looks for what must not be in them. */
  const raw = async (person: Person, path: string) => {
    const url = `https://office.example/v1${path}`
    // One trace for all, so that it is no difference between two answers.
    const headers = {
      authorization: `Bearer ${person}`,
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    }
    const response = await handler(new Request(url, { headers }))
    return { status: response.status, text: await response.text() }
  }
  return { as, raw }
}

/** A runtime in memory whose systems never end what they are asked. */
export const officeRuntime = (options: Partial<RuntimeOptions> = {}): Runtime =>
  createRuntime({ store: memoryStore(), services: silentServices, ...options })
