import { createBackend, type Documents, memoryDocuments } from '../../src/backend/index.ts'
import { bearer, createAcquirerClient, type Fetch } from '../../src/client/index.ts'
import { type Actor, orderKinds } from '../../src/domain/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import type { Services } from '../../src/schemas/index.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'

const { acquirerId, merchantId } = terminal()
const merchant: Actor = {
  ...{ role: 'merchant', personId: 'm1', organisationId: merchantId, acquirerId, duties: [] },
}
export const people: Readonly<Record<string, Actor>> = {
  merchant,
  colleague: { ...merchant, personId: 'm2' },
  stranger: { ...merchant, personId: 'm9', organisationId: '898440354119999' },
  provider: p1,
  elsewhere: { ...p1, acquirerId: 'acquirer-9', organisationId: 'acquirer-9' },
}
export const lifecycleId = 'life-1'
export const at = '2026-03-02T09:00:00+08:00'

/** A back end with one terminal, and a client for each person. */
export const documentsOffice = async (documents: Documents = memoryDocuments()) => {
  const clock = { now: () => at }
  const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services
  const runtime = createRuntime({ store: memoryStore(), services, clock, papers: documents })
  await runtime.open(terminal())
  const handler = createAcquirerHandler(createBackend(runtime, { clock, documents }), {
    side: 'portal',
    authenticate: (request) => people[request.headers.get('authorization')?.slice('Bearer '.length) ?? ''],
  })
  const here: Fetch = (url, init) => handler(new Request(url, init))
  const as = (person: string, { baseUrl = 'https://office.example', fetch = here } = {}) =>
    createAcquirerClient({ baseUrl: `${baseUrl}/v1`, auth: bearer(person), fetch, retry: { attempts: 1 } })
  return { as, runtime, documents, handler }
}
