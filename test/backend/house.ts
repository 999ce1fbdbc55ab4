import {
  type BackendOptions,
  createBackend,
  type Documents,
  memoryDocuments,
} from '../../src/backend/index.ts'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import type { Actor } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import { createRuntime, memoryStore, type Store } from '../../src/runtime/index.ts'
import type { ClosureRequestInput } from '../../src/schemas/index.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { testClock } from '../support/clock.ts'
import { agent, m1, p1, p2, p3, recorder } from '../support/people.ts'
import { merchantId, paper, serial, terminal, terminalId } from '../support/samples.ts'
import { signing } from '../support/signing.ts'
import { silentServices, type World, worldOf } from '../support/world.ts'

export const lifecycleId = 'life-1'

const people = {
  ...{ m1, agent, p1, p2, p3, recorder },
  colleague: { ...m1, personId: 'm2' },
  stranger: { ...m1, personId: 'm9', organisationId: '898440354119999' },
  elsewhere: { ...p1, organisationId: 'acquirer-9', acquirerId: 'acquirer-9' },
} as const satisfies Record<string, Actor>
export type Person = keyof typeof people

export interface Homes {
  store: Store
  documents: Documents
}
const inMemory = (): Homes => ({ store: memoryStore(), documents: memoryDocuments() })

/** A closure as the form of a portal sends it. */
export const closure: ClosureRequestInput = {
  process: 'closure',
  applicationId: 'application-1',
  ...{ merchantId, terminalId, serialNumber: serial },
  merchantName: '青禾便利店',
  contact: { name: '林晓', mobile: '13800138000' },
  channel: 'website',
  signatory: { personId: 'm1', authority: 'legalRepresentative' },
  attested: true,
  documents: [paper('business_licence')],
  reason: 'NO_LONGER_NEEDED',
  duration: 'permanent',
  disposition: 'return',
  acknowledgement: { procedureVersion: 'p-1', at: '2026-03-01T00:00:00Z', contractReviewed: true },
}

/** A house of one terminal: what it keeps is in its homes, and everything else can be made anew at any time. */
export const house = async (
  homes: Homes = inMemory(),
  { ticking: ticks = true, ...options }: Partial<BackendOptions> & { ticking?: boolean } = {},
  input: LifecycleInput = terminal(),
) => {
  const clock = testClock()
  const thrown: unknown[] = []
  // whatever is done counts later than what was done before
  const ticking = {
    now: () => {
      if (ticks) clock.tick(1_000)
      return clock.now()
    },
  }
  /** All that one process has of its own. */
  const anew = () => {
    const { store, documents } = homes
    const runtime = createRuntime({ store, papers: documents, services: silentServices, clock: ticking })
    const handler = createAcquirerHandler(createBackend(runtime, { clock: ticking, documents, ...options }), {
      side: 'portal',
      authenticate: (request) => people[request.headers.get('authorization')?.slice(7) as Person],
      onError: (error) => thrown.push(error),
    })
    const send = (url: string, init?: RequestInit) => handler(new Request(url, init))
    const as = (person: Person) =>
      createAcquirerClient({
        ...{ baseUrl: 'https://office.example/v1', auth: bearer(person), fetch: send },
        retry: { attempts: 1 },
      })
    /** The answer as it travels. */
    const post = async (person: Person, path: string, body: unknown, idempotencyKey: string) => {
      const headers = {
        ...{ authorization: `Bearer ${person}`, 'content-type': 'application/json' },
        'idempotency-key': idempotencyKey,
        // told back with each refusal
        traceparent: `00-${'4b'.repeat(16)}-${'ab'.repeat(8)}-01`,
      }
      const text = body === undefined ? null : JSON.stringify(body)
      const answer = await send(`https://office.example/v1${path}`, { method: 'POST', headers, body: text })
      return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() }
    }
    return { runtime, as, post }
  }
  const first = anew()
  if (!(await homes.store.has(lifecycleId))) await first.runtime.open(input)
  const { runtime } = first
  const record = async () =>
    (await runtime.get(lifecycleId, { actor: p1 })) ?? Promise.reject(new Error('no record'))
  const sign = signing()
  let told = 0
  /** What happens beside the portal. */
  const world: World = worldOf({
    record,
    at: ticking.now,
    send: async (actor, event) => {
      told += 1
      const commandId = `beside-${told}`
      return runtime.dispatch({ lifecycleId, commandId, actor, event: await sign(event, await record()) })
    },
    pass: async (days) => {
      clock.tick(days * 24 * 3_600_000)
      await runtime.drain()
    },
  })
  return { ...first, anew, clock, homes, world, thrown }
}
