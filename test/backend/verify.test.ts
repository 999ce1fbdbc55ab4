import { describe, expect, it } from 'vitest'
import { allPages } from '../../src/client/index.ts'
import { type JournalItem, verifyJournal } from '../../src/contract/index.ts'
import { sealEntry } from '../../src/schemas/index.ts'
import { portalOver } from './portal.ts'
import { goldenLife, peopleOf, runtimeWith } from './recorded.ts'
import { type Json, spoilt } from './spoilt.ts'

type SealedItem = JournalItem & { hash: string }

/** What the provider exports of a case over HTTP. */
const exported = async (name: string) => {
  const life = await goldenLife(name)
  const { as } = portalOver(runtimeWith(life), peopleOf(life.record))
  const { lifecycleId } = life.record
  const entries: JournalItem[] = []
  for await (const entry of allPages(as('p1').getJournal, { lifecycleId })) entries.push(entry)
  const { head } = await as('p1').getTerminal({ lifecycleId })
  return { ...life, as, lifecycleId, head, wire: entries }
}

describe('a journal that was exported over HTTP', () => {
  it('is word for word what is stored, and verifies with nothing else at hand [R-199]', async () => {
    const { wire, entries, head } = await exported('closure')
    expect(wire).toEqual(entries)
    expect(await verifyJournal(wire, { head })).toEqual({ ok: true, entries: entries.length, head })
  })

  it('is found altered whatever member of whatever entry is another one', async () => {
    const { wire } = await exported('closure')
    // Each entry is held against the one before it alone; test/backend/verify.slow.test.ts has them all.
    for (const index of [0, 1, 7]) {
      let place = 0
      for (const other of spoilt(wire[index] as unknown as Json)) {
        place += 1
        if (index === 0 && place % 40 !== 1) continue
        const found = await verifyJournal([...wire.slice(0, index), other as unknown as JournalItem])
        expect(found, JSON.stringify(other)).toMatchObject({ ok: false, seq: index })
      }
      expect(place).toBeGreaterThan(15)
    }
  })

  it('is found altered by who can count as well: a new hash misses the next entry, or the head', async () => {
    const { wire, head } = await exported('closure')
    for (const index of [3, wire.length - 1]) {
      const { hash: _, prevHash = '', ...entry } = wire[index] as SealedItem
      const forged = await sealEntry({ ...entry, commandId: 'another' }, prevHash)
      const why = index === 3 ? 'chain' : 'truncated'
      expect(await verifyJournal(wire.with(index, forged), { head })).toMatchObject({ ok: false, why })
    }
  })

  it('is found out where an entry is dropped, doubled or swapped with another', async () => {
    const { wire } = await exported('closure')
    for (const index of [0, 1, 5, 20, wire.length - 2, wire.length - 1]) {
      const entry = wire[index] as JournalItem
      const without = wire.toSpliced(index, 1)
      if (index < wire.length - 1) expect(await verifyJournal(without)).toMatchObject({ ok: false })
      expect(await verifyJournal(wire.toSpliced(index, 0, entry))).toMatchObject({ ok: false })
      const next = wire[index + 1]
      if (next)
        expect(await verifyJournal(wire.toSpliced(index, 2, next, entry))).toMatchObject({ ok: false })
    }
  })

  it('is found truncated by the head that the case named, and not by what came afterwards', async () => {
    const { wire, head } = await exported('closure')
    const cut = wire.slice(0, -1)
    expect(await verifyJournal(cut)).toMatchObject({ ok: true })
    expect(await verifyJournal(cut, { head })).toEqual({ ok: false, seq: cut.length, why: 'truncated' })
    expect(await verifyJournal([], { head })).toEqual({ ok: false, seq: 0, why: 'truncated' })
    const before = wire.at(-3)?.hash
    expect(await verifyJournal(wire, { head: before })).toMatchObject({ ok: true })
  })

  it('has no seals for those who may not see all of it, and says so', async () => {
    const { as, lifecycleId } = await exported('closure')
    expect(await as('m1').getTerminal({ lifecycleId })).not.toHaveProperty('head')
    const { items } = await as('m1').getJournal({ lifecycleId })
    expect(items.length).toBeGreaterThan(10)
    expect(items.filter((item) => 'hash' in item || 'prevHash' in item)).toEqual([])
    expect(await verifyJournal(items)).toEqual({ ok: false, seq: 0, why: 'unsealed' })
  })
})
