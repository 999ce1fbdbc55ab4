import { describe, expect, it } from 'vitest'
import { retentionCn } from '../../src/domain/index.ts'
import { memoryStore, type PaperHome, type Store } from '../../src/runtime/index.ts'
import { archivist, closedLife, later, paperHome, runtimeAt } from './closed-life.ts'

async function shop() {
  const store = memoryStore()
  const { documents, documentId, onFile } = await paperHome()
  await closedLife(store, 'life-1', onFile)
  return { store, documents, documentId }
}

const placeHold = (store: Store) =>
  runtimeAt(store).dispatch({
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
    const done = await runtimeAt(late).purge({ actor: archivist })
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
    const done = await runtimeAt(store).purge({ actor: archivist, papers, rules })
    expect(done).toMatchObject({ purged: [], papers: [] })
    expect((await documents.state(documentId, later))?.status).toBe('usable')
  })
})

describe('A purge is asked in earnest', () => {
  const ask = async (options: object) =>
    runtimeAt((await shop()).store).purge({ actor: archivist, ...options })

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
