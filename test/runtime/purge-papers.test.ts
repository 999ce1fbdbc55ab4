import { describe, expect, it } from 'vitest'
import { retentionCn } from '../../src/domain/index.ts'
import { RefusedError } from '../../src/errors/index.ts'
import { memoryStore, type PaperHome, type Store } from '../../src/runtime/index.ts'
import { archivist, closedLife, paperHome, runtimeAt } from './closed-life.ts'
import { changesTo } from './records.ts'

const rules = { ...retentionCn, identityPapers: { years: 3, basis: 'the contract' } }
const inFour = '2030-03-03T10:00:00+08:00'

async function shop() {
  const store = memoryStore()
  const home = await paperHome()
  await closedLife(store, 'life-1', home.onFile)
  return { store, ...home }
}
const purge = (store: Store, papers: PaperHome, more: object = {}) =>
  runtimeAt(store, inFour).purge({ actor: archivist, papers, rules, ...more })

describe('A purge of papers', () => {
  it('takes bytes whose class has had its years, and leaves the record and the digest', async () => {
    const { store, documents, documentId, digest } = await shop()
    expect((await purge(store, documents, { rules: retentionCn })).papers).toEqual([])
    const dry = await purge(store, documents, { dryRun: true })
    expect((await documents.state(documentId, inFour))?.status).toBe('usable')
    const { papers, kept } = await purge(store, documents)
    expect(papers).toEqual(dry.papers)
    expect([papers.length, kept]).toEqual([1, 1])
    expect(await documents.state(documentId, inFour)).toMatchObject({ status: 'purged', digest })
    const record = await runtimeAt(store, inFour).get('life-1', { actor: archivist })
    expect(record?.context.documents).toHaveProperty([documentId])
    expect((await purge(store, documents)).papers).toEqual([])
  })

  it('leaves a paper that another life still needs', async () => {
    const { store, documents, documentId, onFile } = await shop()
    const [open] = await changesTo({ lifecycleId: 'life-2' })
    if (!open?.answer.accepted) throw new Error('no change')
    const { record } = open.answer
    const answer = { ...open.answer, record: { ...record, context: { ...record.context, ...onFile } } }
    await store.commit([{ ...open, answer }])
    expect((await purge(store, documents)).papers).toEqual([])
    expect(await store.find({ documentId })).toHaveLength(2)
  })

  it('leaves a paper of which a life that cannot be read may need it', async () => {
    const { store, documents, documentId } = await shop()
    const unread: Store = {
      ...store,
      find: async (query, skipped, within) => {
        if (query.documentId !== undefined) skipped?.('life-2', new Error('damaged'))
        return store.find(query, skipped, within)
      },
    }
    expect((await purge(unread, documents)).papers).toEqual([])
    expect((await documents.state(documentId, inFour))?.status).toBe('usable')
  })

  it('takes one that several lives have, none of which needs it any more, once', async () => {
    const { store, documents, documentId, onFile } = await shop()
    await closedLife(store, 'life-2', onFile)
    expect((await purge(store, documents)).papers).toMatchObject([{ lifecycleId: 'life-1', documentId }])
  })

  it('leaves what goes with its life alone, however long that is kept', async () => {
    const { store, documents, documentId } = await shop()
    const withItsLife = { ...rules, identityPapers: { years: null, basis: 'kept with its life' } }
    expect((await purge(store, documents, { rules: withItsLife })).papers).toEqual([])
    expect((await documents.state(documentId, inFour))?.status).toBe('usable')
  })

  it('passes over one that its home has refused to forget, and ends at any other failure', async () => {
    const { store, documents } = await shop()
    const failing = (error: Error): PaperHome => ({
      state: documents.state,
      forget: () => Promise.reject(error),
    })
    expect((await purge(store, failing(new RefusedError({ refusal: 'IN_USE' })))).papers).toEqual([])
    await expect(purge(store, failing(new Error('the disk')))).rejects.toThrow('the disk')
  })
})
