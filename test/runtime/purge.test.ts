import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Actor, retentionCn } from '../../src/domain/index.ts'
import { memoryStore, restoreStore } from '../../src/runtime/index.ts'
import { yearsAfter } from '../../src/runtime/purge-obstacles.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { m1, p2 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { archivist, closedAt, closedLife, later, runtimeAt } from './closed-life.ts'
import { note } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-purge-'))
afterAll(() => rmSync(folder, { recursive: true }))

const second = { ...p2, acquirerId: 'acq-1', organisationId: 'acq-1', duties: ['risk'] as const }

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
    const tell = (actor: Actor) =>
      runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c', actor, event: note('again') })
    const purged = { issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_PURGED' }] }
    await expect(tell(archivist)).rejects.toMatchObject(purged)
    await expect(runtime.audit({ lifecycleId: 'life-1' })).rejects.toMatchObject(purged)
    const input = terminal({ lifecycleId: 'life-1', acquirerId: 'acq-1', openedBy: archivist })
    await expect(runtime.open(input)).rejects.toMatchObject(purged)
    expect(await runtime.get('life-1', { actor: archivist })).toBeUndefined()
    const own = { ...m1, acquirerId: 'acq-1', organisationId: 'M1' }
    await expect(tell(own)).rejects.toMatchObject(purged)
    const unknown = { issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_UNKNOWN' }] }
    const strangers = [
      ...[archivist, own].map((actor) => ({ ...actor, acquirerId: 'acq-2' })),
      { ...own, organisationId: 'M2' },
      { ...own, role: 'serviceProvider', organisationId: 'agent-1' } as const,
    ]
    for (const stranger of strangers) await expect(tell(stranger)).rejects.toMatchObject(unknown)
  })

  it('is no damage for an audit that goes on at the life that was purged, or that looks meanwhile', async () => {
    const store = memoryStore()
    await closedLife(store, 'life-2')
    await closedLife(store)
    const runtime = runtimeAt(store)
    const { mark } = await runtime.auditChanges(null)
    await runtime.purge({ actor: archivist, lifecycleId: 'life-1' })
    const { findings, audited, since } = await runtime.auditChanges(mark)
    expect(findings.filter(({ lifecycleId }) => lifecycleId === 'life-1')).toEqual([])
    expect({ audited, since }).toEqual({ audited: 1, since: null })
    const load = store.load.bind(store)
    const late = {
      ...store,
      async load(id: string) {
        if (await store.has('life-2')) await runtimeAt(store).purge({ actor: archivist })
        return load(id)
      },
    }
    expect((await runtimeAt(late).auditChanges(null)).findings).toEqual([])
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

  it.each([
    ['memory', () => memoryStore()],
    // where what a number was before is written down when a life is opened
    ['SQLite', () => sqliteStore(join(folder, 'restored.db'))],
  ])('stays done in a store that is restored from it, in %s', async (_, make) => {
    const [store, target] = [memoryStore(), make()]
    await closedLife(store)
    await runtimeAt(store).purge({ actor: archivist })
    const number = { acquirerId: 'acq-1', merchantId: 'M1', terminalId: 'T-life-1' }
    await runtimeAt(store).open(terminal({ lifecycleId: 'life-2', ...number }))
    expect(await restoreStore(store, target)).toMatchObject({ lives: 1, flawed: [], differing: [] })
    expect(await target.tombstones?.('', 9)).toEqual(await store.tombstones?.('', 9))
    const had = async (at: string) =>
      (await target.find({ terminalId: 'T-life-1', at })).map(({ lifecycleId }) => lifecycleId)
    expect([await had('2026-03-01T10:00:00+08:00'), await had(later)]).toEqual([[], ['life-2']])
    expect(yearsAfter('2024-02-29T00:00:00Z', 1)).toBe('2025-03-01T00:00:00.000Z')
    await target.close()
  })
})
