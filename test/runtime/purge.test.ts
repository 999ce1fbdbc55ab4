import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { memoryDocuments } from '../../src/backend/index.ts'
import { retentionCn } from '../../src/domain/index.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import { createRuntime, memoryStore, restoreStore, type Store } from '../../src/runtime/index.ts'
import { yearsAfter } from '../../src/runtime/purge-obstacles.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { p1, p2 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { changesTo, deadline, recordWith } from './records.ts'
import { note } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-purge-'))
afterAll(() => rmSync(folder, { recursive: true }))

const closedAt = '2026-03-02T10:00:00+08:00'
const later = '2036-03-03T10:00:00+08:00'
const archivist = { ...p1, acquirerId: 'acq-1', organisationId: 'acq-1', duties: ['intake', 'risk'] as const }
const second = { ...p2, acquirerId: 'acq-1', organisationId: 'acq-1', duties: ['risk'] as const }

const runtimeAt = (store: Store, now = later) => {
  const clock = { now: () => now }
  return createRuntime({ store, services: silentServices, clock })
}

/** Closed lives as they stand years later; what differs is in the second entry. */
async function closedLife(store: Store, lifecycleId = 'life-1', differs: Partial<LifecycleContext> = {}) {
  const wanted = { lifecycleId, closedAt, deadlines: [deadline('tidQuarantine', closedAt, 'fired')] }
  const changes = await changesTo({ lifecycleId }, wanted)
  const [first, last] = changes
  if (!first || !last?.answer.accepted) throw new Error('no change')
  const { record } = last.answer
  const differing = { ...record, context: { ...record.context, ...differs } }
  expect(await store.commit([first, { ...last, answer: { ...last.answer, record: differing } }])).toEqual([
    'committed',
    'committed',
  ])
}
const contextOf = (closed = true) => recordWith(closed ? { closedAt } : {}, 1).context

describe('A purge', () => {
  it('purges nothing before ten years have passed, and then leaves a tombstone', async () => {
    const store = memoryStore()
    await closedLife(store)
    const early = await runtimeAt(store, '2036-03-01T10:00:00+08:00').purge({ actor: archivist })
    expect(early).toEqual({ purged: [], papers: [], refused: [], kept: 1 })
    const runtime = runtimeAt(store)
    const dry = await runtime.purge({ actor: archivist, dryRun: true })
    expect(dry.purged).toMatchObject([
      { lifecycleId: 'life-1', entries: 2, purgedBy: 'p1', restsUntil: Date.parse(closedAt) },
    ])
    expect(await store.has('life-1')).toBe(true)
    const { purged } = await runtime.purge({ actor: archivist })
    expect(purged).toEqual(dry.purged)
    expect(purged[0]?.basis).toBe(retentionCn.life.basis)
    expect(await runtime.audit()).toEqual([])
    expect((await runtime.purge({ actor: archivist })).purged).toEqual([])
  })

  it('says whose the life was that it was purged, and to nobody else that it ever was', async () => {
    const store = memoryStore()
    await closedLife(store)
    const runtime = runtimeAt(store)
    await runtime.purge({ actor: archivist })
    const tell = (actor: typeof archivist) =>
      runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c', actor, event: note('again') })
    const purged = { issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_PURGED' }] }
    await expect(tell(archivist)).rejects.toMatchObject(purged)
    await expect(runtime.audit({ lifecycleId: 'life-1' })).rejects.toMatchObject(purged)
    const input = terminal({ lifecycleId: 'life-1', acquirerId: 'acq-1', openedBy: archivist })
    await expect(runtime.open(input)).rejects.toMatchObject(purged)
    await expect(tell({ ...archivist, acquirerId: 'acq-2' })).rejects.toMatchObject({
      issues: [{ code: 'LIFECYCLE_UNKNOWN' }],
    })
    expect(await runtime.get('life-1', { actor: archivist })).toBeUndefined()
  })

  it.each([
    ['is open', 'NOT_ALLOWED_IN_STATE', undefined],
    ['has an open dispute', 'DISPUTE_OPEN', { disputes: { d1: { caseId: 'd1', status: 'open' } } }],
    [
      'has an order under way',
      'NOT_YET_DUE',
      { orders: { 'life-1/0/1': { orderId: 'life-1/0/1', kind: 'notify', status: 'ordered' } } },
    ],
    [
      'has a clock that runs',
      'NOT_YET_DUE',
      { deadlines: { holdReview: { ...deadline('verifyDue', '2040-01-01T00:00:00Z') } } },
    ],
    [
      'has a number that rests',
      'NOT_YET_DUE',
      { deadlines: { tidQuarantine: deadline('tidQuarantine', '2040-01-01T00:00:00Z') } },
    ],
  ] as const)('refuses a life that %s, and says why', async (_, code, differs) => {
    const { lifeObstacles } = await import('../../src/runtime/purge-obstacles.ts')
    const record = recordWith(differs ? { closedAt } : {}, 1)
    const context = { ...contextOf(differs !== undefined), ...differs } as LifecycleContext
    const obstacles = lifeObstacles({ ...record, context }, retentionCn.life, later)
    expect(obstacles.map((one) => one.code)).toContain(code)
    const control = recordWith({ closedAt }, 1)
    expect(lifeObstacles(control, retentionCn.life, later)).toEqual([])
  })

  it('stops at a legal hold, which somebody with the duty sets on a closed life and two lift', async () => {
    const store = memoryStore()
    await closedLife(store)
    const runtime = runtimeAt(store, closedAt)
    const tell = (commandId: string, actor: typeof archivist | typeof second, event: object) =>
      runtime.dispatch({ lifecycleId: 'life-1', commandId, actor, event: event as never })
    const placed = {
      type: 'hold.placed',
      holdId: 'case-7',
      code: 'ACCOUNT_DISPUTE',
      caps: ['erasure'],
      words: 'court file 7',
    }
    const without = await tell('c-0', { ...archivist, duties: ['intake'] as never }, placed)
    expect(without).toMatchObject({ accepted: false, blockers: [{ code: 'DUTY_REQUIRED' }] })
    expect((await tell('c-1', archivist, placed)).accepted).toBe(true)
    const late = runtimeAt(store)
    const held = await late.purge({ actor: archivist })
    expect(held.purged).toEqual([])
    expect(held.refused[0]?.obstacles).toContainEqual({ code: 'LEGAL_HOLD', ref: 'case-7' })
    const lift = { type: 'hold.lifted', holdId: 'case-7' }
    expect((await tell('c-2', archivist, lift)).accepted).toBe(false)
    await tell('c-3', archivist, { type: 'act.proposed', act: lift })
    expect((await tell('c-4', second, lift)).accepted).toBe(true)
    const obstacles = (await late.purge({ actor: archivist })).refused.flatMap((one) => one.obstacles)
    expect(obstacles.map(({ code }) => code)).not.toContain('LEGAL_HOLD')
    const causes: unknown[] = []
    for await (const { cause, actor } of runtime.journal('life-1', { actor: archivist }))
      if ('type' in cause) causes.push([cause.type, actor.personId])
    expect(causes).toEqual(
      expect.arrayContaining([
        ['hold.placed', 'p1'],
        ['hold.lifted', 'p2'],
      ]),
    )
  })

  it('is for people of the provider who keep the records', async () => {
    const runtime = runtimeAt(memoryStore())
    await expect(runtime.purge({ actor: { ...archivist, duties: ['risk'] } })).rejects.toMatchObject({
      issues: [{ path: '/actor/duties', code: 'DUTY_REQUIRED' }],
    })
    await expect(runtime.purge({ actor: { ...archivist, role: 'system' } })).rejects.toMatchObject({
      issues: [{ path: '/actor/role' }],
    })
  })

  it('leaves no byte of it in a SQLite file', async () => {
    const path = join(folder, 'gone.db')
    const store = sqliteStore(path)
    await closedLife(store)
    const name = Buffer.from('Blue Kettle Teahouse')
    await store.backup(join(folder, 'control.db'))
    expect(readFileSync(join(folder, 'control.db')).includes(name)).toBe(true)
    await runtimeAt(store).purge({ actor: archivist })
    await store.close()
    expect(readFileSync(path).includes(name)).toBe(false)
  })

  it('stays done in a store that is restored from it', async () => {
    const [store, target] = [memoryStore(), memoryStore()]
    await closedLife(store)
    await runtimeAt(store).purge({ actor: archivist })
    const [next] = await changesTo({ lifecycleId: 'life-2', terminalId: 'T-life-1', at: later })
    if (!next) throw new Error('no change')
    await store.commit([next])
    await restoreStore(store, target)
    expect(await target.tombstones?.('', 9)).toEqual(await store.tombstones?.('', 9))
    expect(await target.find({ terminalId: 'T-life-1', at: '2026-03-01T10:00:00+08:00' })).toEqual([])
    expect(yearsAfter('2024-02-29T00:00:00Z', 1)).toBe('2025-03-01T00:00:00.000Z')
  })
})

describe('A purge of papers', () => {
  const owner = { acquirerId: 'acq-1', role: 'merchant', organisationId: 'M1' } as const
  const paper = async (documents: ReturnType<typeof memoryDocuments>, text: string) =>
    documents.keep(
      { owner, type: 'identity_proof', mediaType: 'text/plain' },
      new TextEncoder().encode(text),
      closedAt,
    )
  const onFile = ({ documentId, digest, type }: { documentId: string; digest: string; type: string }) => ({
    [documentId]: {
      id: documentId,
      type,
      digest,
      addedBy: 'm1',
      checkedBy: null,
      isRejected: false,
      for: null,
    },
  })
  const rules = { ...retentionCn, identityPapers: { years: 3, basis: 'the contract' } }
  const inFour = '2030-03-03T10:00:00+08:00'

  it('takes bytes whose class has had its years, and leaves the record and the digest', async () => {
    const [store, documents] = [memoryStore(), memoryDocuments()]
    const kept = await paper(documents, 'somebody')
    await closedLife(store, 'life-1', { documents: onFile(kept) } as never)
    const runtime = runtimeAt(store, inFour)
    expect((await runtime.purge({ actor: archivist, papers: documents })).papers).toEqual([])
    const dry = await runtime.purge({ actor: archivist, papers: documents, rules, dryRun: true })
    expect((await documents.state(kept.documentId, inFour))?.status).toBe('usable')
    const { papers, kept: lives } = await runtime.purge({ actor: archivist, papers: documents, rules })
    expect(papers).toEqual(dry.papers)
    expect([papers.length, lives]).toEqual([1, 1])
    expect(await documents.state(kept.documentId, inFour)).toMatchObject({
      status: 'purged',
      digest: kept.digest,
    })
    expect((await runtime.get('life-1', { actor: archivist }))?.context.documents).toHaveProperty([
      kept.documentId,
    ])
    expect((await runtime.purge({ actor: archivist, papers: documents, rules })).papers).toEqual([])
  })

  it('leaves a paper that another life still needs', async () => {
    const [store, documents] = [memoryStore(), memoryDocuments()]
    const kept = await paper(documents, 'shared')
    await closedLife(store, 'life-1', { documents: onFile(kept) } as never)
    const [open] = await changesTo({ lifecycleId: 'life-2' })
    if (!open?.answer.accepted) throw new Error('no change')
    const { record } = open.answer
    const answer = {
      ...open.answer,
      record: { ...record, context: { ...record.context, documents: onFile(kept) } },
    }
    await store.commit([{ ...open, answer } as never])
    const { papers } = await runtimeAt(store, inFour).purge({ actor: archivist, papers: documents, rules })
    expect(papers).toEqual([])
    expect(await store.find({ documentId: kept.documentId })).toHaveLength(2)
  })
})
