import { expect } from 'vitest'
import { memoryDocuments } from '../../src/backend/index.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import { createRuntime, type Store } from '../../src/runtime/index.ts'
import { p1 } from '../support/people.ts'
import { silentServices } from '../support/world.ts'
import { changesTo, deadline, type Wanted } from './records.ts'

export const closedAt = '2026-03-02T10:00:00+08:00'
/** Ten years later, and a day. */
export const later = '2036-03-03T10:00:00+08:00'
export const archivist = {
  ...p1,
  ...{ acquirerId: 'acq-1', organisationId: 'acq-1', duties: ['intake', 'risk'] as const },
}

export const runtimeAt = (store: Store, now = later) =>
  createRuntime({ store, services: silentServices, clock: { now: () => now } })

/** A closed life as it stands years later; what differs of its context is in the second entry. */
export async function closedLife(
  store: Store,
  lifecycleId = 'life-1',
  differs: Partial<LifecycleContext> = {},
  wanted: Wanted = {},
): Promise<void> {
  const ended = { closedAt, deadlines: [deadline('tidQuarantine', closedAt, 'fired')] }
  const [first, last] = await changesTo({ lifecycleId, ...wanted }, { lifecycleId, ...wanted, ...ended })
  if (!first || !last?.answer.accepted) throw new Error('no change')
  const { record } = last.answer
  const differing = { ...record, context: { ...record.context, ...differs } }
  const answer = { ...last.answer, record: differing }
  expect(await store.commit([first, { ...last, answer }])).toEqual(['committed', 'committed'])
}

const owner = { acquirerId: 'acq-1', role: 'merchant', organisationId: 'M1' } as const

/** A home of papers with one that says who somebody is, and how it stands on file. */
export async function paperHome() {
  const documents = memoryDocuments()
  const { documentId, digest } = await documents.keep(
    { owner, type: 'identity_proof', mediaType: 'text/plain' },
    new TextEncoder().encode('somebody'),
    closedAt,
  )
  const paper = { id: documentId, type: 'identity_proof', digest, addedBy: 'm1', checkedBy: null }
  const onFile = { documents: { [documentId]: { ...paper, isRejected: false, for: null } } }
  return { documents, documentId, digest, onFile: onFile as Partial<LifecycleContext> }
}
