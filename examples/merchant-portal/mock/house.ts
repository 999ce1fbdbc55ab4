import type { Actor, LifecycleEvent } from 'terminal-lifecycle'
import { createBackend, memoryDocuments } from 'terminal-lifecycle/backend'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle/client'
import type { LifecycleInput } from 'terminal-lifecycle/machine'
import { createRuntime, memoryStore } from 'terminal-lifecycle/runtime'
import { createAcquirerHandler } from 'terminal-lifecycle/server'
import { createMockAcquirer } from 'terminal-lifecycle/testing'
import { describeNotice } from 'terminal-lifecycle/words'
import { providerContact } from '../src/session.ts'

const acquirerId = 'acquirer-1'
export const merchantId = '898440354110001'

const merchant = (personId: string, organisationId: string): Actor => {
  return { role: 'merchant', personId, organisationId, acquirerId, duties: [] }
}
const provider = (personId: string, ...duties: Actor['duties']): Actor => {
  return { role: 'provider', personId, organisationId: acquirerId, acquirerId, duties }
}

/** Made-up people by their made-up tokens. Those of the provider are here so that its turns can be played too. */
export const people = {
  'merchant-token': merchant('owner-1', merchantId),
  'other-merchant-token': merchant('owner-2', '898440354110002'),
  'clerk-token': provider(
    'clerk-1',
    'intake',
    'risk',
    'settlement',
    'warehouse',
    'workshop',
    'keyCustodian',
    'operations',
  ),
  'reviewer-token': provider('reviewer-1', 'reviewer', 'risk', 'settlement', 'workshop', 'manager'),
} satisfies Readonly<Record<string, Actor>>
export type Token = keyof typeof people

/** In whose name systems report. */
export const systems: Actor = { ...provider('systems'), role: 'system' }

/** Business time that a story sets back, and that goes on by itself. */
export const movableClock = () => {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    /** So many days before now; 0: now. */
    daysAgo: (days: number) => {
      ahead = -days * 86_400_000
    },
  }
}

/**
 * A whole back end in memory, over a mock of the acquirer's systems: in the page behind a service worker, or in a test. What it
 * answers is what a real one answers, because it is one.
 */
export const openHouse = (clock: { now(): string } = movableClock()) => {
  const mock = createMockAcquirer({ clock })
  const toSystems = createAcquirerClient({
    baseUrl: 'https://systems.example/v1',
    auth: bearer('systems-token'),
    fetch: mock.fetch,
  })
  const documents = memoryDocuments()
  const services = acquirerServices(toSystems, { clock })
  const runtime = createRuntime({ store: memoryStore(), services, papers: documents, clock })
  const backend = createBackend(runtime, {
    documents,
    clock,
    describeNotice: (notice, record, locale) =>
      describeNotice(notice, record, locale, { contact: providerContact }),
  })
  const handle = createAcquirerHandler(backend, {
    side: 'portal',
    authenticate: ({ headers }) => {
      const token = headers.get('authorization')?.replace('Bearer ', '') ?? ''
      return Object.hasOwn(people, token) ? people[token as Token] : undefined
    },
  })
  let told = 0
  return {
    runtime,
    mock,
    /** The portal side of the contract. */
    handle,
    open: (input: Omit<LifecycleInput, 'openedBy' | 'acquirerId' | 'merchantId' | 'merchantType'>) =>
      runtime.open({
        ...input,
        acquirerId,
        merchantId,
        merchantType: 'enterprise',
        openedBy: people['clerk-token'],
      }),
    as: (who: Token) =>
      createAcquirerClient({
        baseUrl: 'https://office.example/v1',
        auth: bearer(who),
        fetch: (url, init) => handle(new Request(url, init)),
      }),
    /** Somebody says what happens; it must be taken. */
    tell: async (lifecycleId: string, actor: Actor, event: LifecycleEvent): Promise<void> => {
      told += 1
      const answer = await runtime.dispatch({ lifecycleId, commandId: `story-${told}`, actor, event })
      if (!answer.accepted)
        throw new Error(`${event.type}: ${answer.blockers.map(({ code }) => code).join(' ')}`)
      await runtime.drain()
    },
  }
}
export type House = ReturnType<typeof openHouse>
