import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createBackend } from '../../src/backend/index.ts'
import { sqliteDocuments } from '../../src/backend/sqlite.ts'
import { acquirerServices, bearer, createAcquirerClient } from '../../src/client/index.ts'
import type { AcquirerClient, CaseView } from '../../src/contract/index.ts'
import type { Actor, DocumentType, Duty, EventType, Facts } from '../../src/domain/index.ts'
import { createRuntime, systemEnvironment } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { listen } from '../../src/server/node.ts'
import { m1, p1 } from '../support/people.ts'
import { serial, terminal } from '../support/samples.ts'
import { played } from '../testing/kit.ts'
import { jpeg, segment } from './files/jpeg.ts'

const at = (personId: string, ...duties: Duty[]): Actor => ({ ...p1, personId, duties })

/** Everybody has a desk of their own. */
const people = {
  merchant: m1,
  intake: at('intake-1', 'intake'),
  reviewer: at('reviewer-1', 'reviewer', 'intake'),
  warehouse: at('warehouse-1', 'warehouse', 'keyCustodian'),
  workshop: at('workshop-1', 'workshop'),
  foreman: at('workshop-2', 'workshop'),
  settlement: at('settlement-1', 'settlement'),
  cashier: at('settlement-2', 'settlement'),
  auditor: at('auditor-1', 'auditor'),
} as const satisfies Record<string, Actor>
export type Person = keyof typeof people

const { acquirerId, merchantId, terminalId } = terminal()
export const terminalRef = `${acquirerId}:${merchantId}:${terminalId}`

/** A picture of a paper; each paper has another one. */
export const photo = (words: string) => jpeg(segment(0xfe, words))

/** An acquirer whose processes live for one step: what the next one knows is in two files, and in its own systems. */
export const openWorkday = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workday-'))
  let now = Date.parse('2026-03-02T01:00:00Z')
  let wall = now
  const clock = {
    now: () => {
      now += 1_000
      return new Date(now).toISOString()
    },
  }
  const environment = { ...systemEnvironment, now: () => wall }
  const { client, mock } = played({ clock })
  mock.setTerminal(terminalRef, {
    unsettled: 50_000,
    devices: { [serial]: { batch: { count: 3, total: 3_000 } } },
  })

  /** All that one process has, over the files. */
  const process = async () => {
    const store = sqliteStore(join(folder, 'terminals.db'))
    const documents = sqliteDocuments(join(folder, 'documents.db'))
    const services = acquirerServices(client)
    const runtime = createRuntime({ store, services, papers: documents, clock, environment })
    const end = async () => {
      await store.close()
      await documents.close()
    }
    return { runtime, documents, end }
  }

  /** One step of one person over HTTP, by a process that ends with it. */
  const step = async <Result>(person: Person, work: (portal: AcquirerClient) => Promise<Result>) => {
    const { runtime, documents, end } = await process()
    const handler = createAcquirerHandler(createBackend(runtime, { clock, documents }), {
      side: 'portal',
      authenticate: (request) => people[request.headers.get('authorization')?.slice(7) as Person],
    })
    const served = await listen(handler)
    try {
      const [baseUrl, auth] = [`${served.url}/v1`, bearer(person)]
      // A busy machine answers late, and what is sent once must not be given up for that.
      const timeout = { attempt: 300_000, total: 600_000 }
      return await work(createAcquirerClient({ baseUrl, auth, timeout, retry: { attempts: 1 } }))
    } finally {
      await served.close()
      await end()
    }
  }

  /** What the acquirer's own systems do meanwhile, by workers of the same short life. */
  const systems = async (days = 0) => {
    now += days * 86_400_000
    for (const _ of [1, 2, 3]) {
      const { runtime, end } = await process()
      await runtime.drain()
      await end()
      wall += 3_600_000
    }
  }

  const opened = await process()
  await opened.runtime.open(terminal())
  await opened.end()
  return { step, systems, mock, close: () => rmSync(folder, { recursive: true }) }
}

/** What the case shows this person of an event: what is to be named with it, where something asks for it. */
export const shown = ({ requirements, actions }: CaseView, event: EventType) => {
  const { currentlyDue, eventuallyDue, pastDue, pendingVerification } = requirements
  const asks = [...pastDue, ...currentlyDue, ...pendingVerification, ...eventuallyDue]
  const item = asks.find(({ clearedBy }) => clearedBy.includes(event))
  const action = actions.find((one) => one.event === event)
  expect({ event, isOffered: action !== undefined }).toEqual({ event, isOffered: true })
  return { ...item, ref: item?.ref ?? action?.ref ?? '', enabled: action?.enabled }
}

/** A paper as a person sends it. */
export const upload = async (portal: AcquirerClient, type: DocumentType, facts?: Facts) => {
  const source = { type, mediaType: 'image/jpeg', content: photo(type) } as const
  const { documentId, reference } = await portal.uploadDocument({ ...source, ...(facts && { facts }) })
  return { id: documentId, type, digest: reference.digest, ...(facts && { facts }) }
}
