import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createBackend, type Documents, memoryDocuments } from 'terminal-lifecycle/backend'
import type { DocumentType } from 'terminal-lifecycle/domain'
import { createRuntime, memoryStore } from 'terminal-lifecycle/runtime'
import { createMockAcquirer, manualTime } from 'terminal-lifecycle/testing'
import { onTestFinished } from 'vitest'
import { consoleApp } from '../../examples/acquirer-backend/console/app.ts'
import type { Office } from '../../examples/acquirer-backend/console/office.ts'
import { acquirerId, people } from '../../examples/acquirer-backend/people.ts'
import { now } from './a-reader.ts'

export const merchantId = people.lin.actor.organisationId
/** A picture of one pixel. */
export const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

interface Request {
  readonly form?: Readonly<Record<string, string | File>>
  readonly as?: keyof typeof people
}

/** The console over a house in memory, with one terminal of a tea house; whoever asks is known by a token. */
export const openOffice = async () => {
  const time = manualTime(now)
  const mock = createMockAcquirer({ clock: time.clock })
  const systems = createAcquirerClient({
    ...{ baseUrl: 'https://mock.example/v1', auth: bearer('t'), fetch: mock.fetch },
  })
  const documents: Documents = memoryDocuments()
  const { clock, environment } = time
  const services = acquirerServices(systems, { clock })
  const runtime = createRuntime({ store: memoryStore(), services, papers: documents, clock, environment })
  await runtime.open({
    ...{ lifecycleId: 'life-1', acquirerId, merchantId, terminalId: 'T0000001' },
    ...{ merchantName: '听雨轩茶舍', merchantType: 'sole_trader' },
    devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
    openedBy: people.chen.actor,
  })
  const failures: unknown[] = []
  const app = consoleApp({
    ...{ runtime, documents, clock },
    backend: createBackend(runtime, { documents, clock }) as Office['backend'],
    askAgain: async () => false,
    onError: (error) => failures.push(error),
  })
  onTestFinished(() => {
    if (failures.length > 0) throw failures[0]
  })
  return {
    ...{ runtime, documents, app },
    /** A page, or what a form is answered. */
    ask: async (path: string, { form, as = 'wang' }: Request = {}) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(form ?? {})) body.append(name, value)
      return app.request(path, {
        headers: { authorization: `Bearer ${people[as].token}`, cookie: 'language=en' },
        ...(form && { method: 'POST', body }),
      })
    },
    /** Keeps a file and puts it on file as a paper of this type. */
    bring: async (type: DocumentType, { id = 'DOC-1', name = '执照.png', mediaType = 'image/png' } = {}) => {
      const owner = { acquirerId, role: 'merchant', organisationId: merchantId } as const
      const { digest } = await documents.keep({ documentId: id, type, owner, mediaType, name }, pixel, now)
      const document = { id, type, digest, facts: { validTo: '2031-12-31T23:59:59+08:00' } }
      const actor = people.lin.actor
      const event = { type: 'document.added', document } as const
      return runtime.dispatch({ lifecycleId: 'life-1', commandId: `add-${id}`, actor, event })
    },
  }
}
