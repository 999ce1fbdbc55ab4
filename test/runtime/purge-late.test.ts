import { describe, expect, it } from 'vitest'
import { memoryDocuments } from '../../src/backend/index.ts'
import { retentionCn } from '../../src/domain/index.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import { createRuntime, memoryStore, type PaperHome, type Store } from '../../src/runtime/index.ts'
import { p1 } from '../support/people.ts'
import { silentServices } from '../support/world.ts'
import { changesTo, deadline } from './records.ts'

const closedAt = '2026-03-02T10:00:00+08:00'
const later = '2036-03-03T10:00:00+08:00'
const archivist = { ...p1, acquirerId: 'acq-1', organisationId: 'acq-1', duties: ['intake', 'risk'] as const }
const owner = { acquirerId: 'acq-1', role: 'merchant', organisationId: 'M1' } as const

async function shop() {
  const [store, documents] = [memoryStore(), memoryDocuments()]
  const bytes = new TextEncoder().encode('somebody')
  const kept = await documents.keep(
    { owner, type: 'identity_proof', mediaType: 'text/plain' },
    bytes,
    closedAt,
  )
  const { documentId, digest } = kept
  const rested = deadline('tidQuarantine', closedAt, 'fired')
  const [first, last] = await changesTo({}, { closedAt, deadlines: [rested] })
  if (!first || !last?.answer.accepted) throw new Error('no change')
  const { record } = last.answer
  const onFile = { id: documentId, type: 'identity_proof', digest, addedBy: 'm1', checkedBy: null }
  const documentsOnFile = { [documentId]: { ...onFile, isRejected: false, for: null } }
  const context = { ...record.context, documents: documentsOnFile } as LifecycleContext
  await store.commit([first, { ...last, answer: { ...last.answer, record: { ...record, context } } }])
  return { store, documents, documentId }
}

const runtimeOver = (store: Store) =>
  createRuntime({ store, services: silentServices, clock: { now: () => later } })

const placeHold = (store: Store) =>
  runtimeOver(store).dispatch({
    ...{ lifecycleId: 'life-1', commandId: 'court', actor: archivist },
    event: { type: 'hold.placed', holdId: 'court-7', code: 'ACCOUNT_DISPUTE', caps: ['erasure'] },
  })

describe('A legal hold that is placed while a purge looks', () => {
  const legal = expect.objectContaining({ code: 'LEGAL_HOLD', ref: 'court-7' })
  const held = [{ lifecycleId: 'life-1', obstacles: expect.arrayContaining([legal]) }]

  it('keeps the life, and is what the purge answers', async () => {
    const { store } = await shop()
    const purge = store.purge?.bind(store)
    const late: Store = {
      ...store,
      async purge(stone) {
        await placeHold(store)
        return (await purge?.(stone)) ?? false
      },
    }
    const done = await runtimeOver(late).purge({ actor: archivist })
    expect(done).toMatchObject({ purged: [], refused: held })
    expect(await store.has('life-1')).toBe(true)
  })

  it.each([
    ['with the life', retentionCn],
    ['before the life', { ...retentionCn, life: { years: 11, basis: 'a law' } }],
  ])('keeps the papers that would go %s', async (_, rules) => {
    const { store, documents, documentId } = await shop()
    const papers: PaperHome = {
      forget: documents.forget,
      async state(id, at) {
        await placeHold(store)
        return documents.state(id, at)
      },
    }
    const done = await runtimeOver(store).purge({ actor: archivist, papers, rules })
    expect(done).toMatchObject({ purged: [], papers: [] })
    expect((await documents.state(documentId, later))?.status).toBe('usable')
  })
})

describe('A purge is asked in earnest', () => {
  const ask = async (options: object) =>
    runtimeOver((await shop()).store).purge({ actor: archivist, ...options })

  it.each([
    ['/limit', 'OUT_OF_RANGE', { limit: Number.NaN }],
    ['/limit', 'OUT_OF_RANGE', { limit: 0 }],
    ['/rules/life/years', 'OUT_OF_RANGE', { rules: { ...retentionCn, life: { years: -1, basis: 'a law' } } }],
    [
      '/rules/otherPapers/years',
      'OUT_OF_RANGE',
      { rules: { ...retentionCn, otherPapers: { years: 0.5, basis: 'x' } } },
    ],
    ['/rules/life/basis', 'REQUIRED', { rules: { ...retentionCn, life: { years: 10, basis: ' ' } } }],
    ['/rules/identityPapers', 'REQUIRED', { rules: { ...retentionCn, identityPapers: undefined } }],
  ])('and refuses %s as %s', async (path, code, options) => {
    await expect(ask(options)).rejects.toMatchObject({ issues: [{ path, code }] })
  })

  it('and ends where the limit says', async () => {
    expect((await ask({ limit: 1 })).purged).toHaveLength(1)
  })
})
