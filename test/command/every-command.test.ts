import { describe, expect, it } from 'vitest'
import { memoryDocuments } from '../../src/backend/index.ts'
import type { CommandHost, Home } from '../../src/command/host.ts'
import { StoreError } from '../../src/errors/index.ts'
import { createRuntime, memoryStore, type Store } from '../../src/runtime/index.ts'
import { goldenLife } from '../backend/recorded.ts'
import { testClock } from '../support/clock.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { desk, held, portfolio } from './desk.ts'

/** A home with some lives, and how often it was closed. */
const homeWith = async (lives: number, differs: (store: Store) => Partial<Store> = () => ({})) => {
  const store = memoryStore()
  const runtime = createRuntime({ store, services: silentServices, clock: testClock() })
  await runtime.openAll(
    Array.from({ length: lives }, (_, n) => ({
      input: terminal({ lifecycleId: `life-${n}`, terminalId: `1000000${n}` }),
    })),
  )
  const closed = { times: 0 }
  const home: Home = {
    store: { ...store, ...differs(store) },
    backup: async () => ['copy/terminals.db'],
    close: async () => {
      closed.times += 1
    },
  }
  return { home, closed }
}
const over = (home: Home) => desk({ openHome: async () => home })

describe('A command', () => {
  it.each([
    [['health']],
    [['why', 'life-0']],
    [['why', 'nobody']],
    [['why']],
    [['work']],
    [['audit']],
    [['verify', 'life-0']],
    [['dossier', 'life-0']],
    [['migrate', '--dry-run']],
    [['purge', '--dry-run']],
  ])('closes what it opened, once: %j', async (args) => {
    const { home, closed } = await homeWith(2)
    expect((await over(home).ask(...args)).end).toBeLessThan(3)
    expect(closed.times).toBe(1)
  })

  it.each([
    ['health', 'health'],
    ['why', 'load'],
    ['work', 'work'],
    ['verify', 'lifecycleIds'],
    ['migrate', 'unmigrated'],
  ] as const)('closes it also where the store has failed, and says so: %s', async (command, asked) => {
    const failing = () => Promise.reject(new StoreError('unavailable'))
    const { home, closed } = await homeWith(1, () => ({ [asked]: failing }))
    const { end, complaints } = await over(home).ask(command, ...(command === 'why' ? ['life-0'] : []))
    expect([end, complaints]).toEqual([3, expect.stringContaining('STORE_FAILED unavailable')])
    expect(closed.times).toBe(1)
  })

  it('that verifies all lives stops where the store fails in the midst of them', async () => {
    const { home } = await homeWith(2, ({ load }) => ({
      load: (id, ...rest) =>
        id === 'life-1' ? Promise.reject(new StoreError('unavailable')) : load(id, ...rest),
    }))
    expect((await over(home).ask('verify')).end).toBe(3)
  })

  it('says of one life what is ordered for that life alone', async () => {
    const orders = ['life-0', 'life-1', 'life-2'].map((lifecycleId) => ({
      ...{ lifecycleId, orderId: `${lifecycleId}/0`, kind: 'readStatus' as const, attempts: 0 },
      ...{ lastErrorCode: null, parked: false },
    }))
    const { home } = await homeWith(3, () => ({
      waiting: async (id) => orders.filter(({ lifecycleId }) => id === undefined || lifecycleId === id),
    }))
    const { said } = await over(home).ask('why', 'life-1')
    expect(said).toContain('(life-1/')
    expect(said).not.toMatch(/\(life-[02]\//)
    expect(JSON.parse((await over(home).ask('why', 'life-1', '--json')).said).orders).toHaveLength(1)
  })

  it.each([
    [(store: Store) => store, 0],
    [
      (store: Store): Store => ({
        ...store,
        load: async (id, within) => {
          const stored = await store.load(id, within)
          return stored && { ...stored, head: 'f'.repeat(64) }
        },
      }),
      1,
    ],
  ])('that backs up reads the copy, not what was copied', async (spoilt, wanted) => {
    const { home, closed } = await homeWith(2)
    const copy = { ...home, store: spoilt(home.store) }
    const openHome: CommandHost['openHome'] = async (folder) => (folder === 'copy' ? copy : home)
    const { end, complaints } = await desk({ openHome }).ask('backup', 'copy')
    expect([end, complaints]).toEqual([wanted, 'copy/terminals.db copied'])
    expect(closed.times).toBe(2)
  })

  it('that backs up where nothing is says so', async () => {
    const { home } = await homeWith(0)
    const { complaints } = await over(home).ask('backup', 'copy')
    expect(complaints).toContain('There is no life here.')
  })

  it('that writes a dossier says which papers have no bytes any more', async () => {
    const { record, entries } = await goldenLife('closure')
    const store = {
      ...memoryStore(),
      lifecycleIds: async () => [record.lifecycleId],
      load: async () => ({ record, head: entries.at(-1)?.hash ?? '', format: record.format }),
      async *journal() {
        yield* entries
      },
    }
    const purgedAt = '2026-03-01T00:00:00.000Z'
    const papers = () => ({ ...memoryDocuments(), state: async () => ({ purgedAt }) as never })
    const home = { store, papers, backup: async () => [], close: async () => undefined }
    const { said } = await over(home).ask('dossier', record.lifecycleId)
    const { items } = JSON.parse(said).documents
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) expect(item).toMatchObject({ purgedAt })
  })
})

it('An import is told as that of the person who is named, at the acquirer whose terminals they are', async () => {
  const { ask } = desk()
  expect((await ask('import', portfolio, '--person', 'li-1')).end).toBe(0)
  const [opened] = JSON.parse((await ask('dossier', held)).said).journal.items
  const acquirerId = held.split('.')[0]
  expect(opened.actor).toMatchObject({
    role: 'provider',
    personId: 'li-1',
    acquirerId,
    organisationId: acquirerId,
  })
})
