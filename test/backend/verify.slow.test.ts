import { describe, expect, it } from 'vitest'
import { type JournalItem, verifyJournal } from '../../src/contract/index.ts'
import { genesisHash, sealEntry } from '../../src/schemas/index.ts'
import { goldenLife } from './recorded.ts'
import { type Json, spoilt } from './spoilt.ts'

const names = ['closure', 'damaged', 'third-party', 'maintenance']

describe.each(names)('the journal of the case %s', (name) => {
  it('is found altered whatever member of whatever entry is another one', async () => {
    const { entries } = await goldenLife(name)
    let before = genesisHash
    let count = 0
    for (const entry of entries) {
      // As the first of a journal, so that one look is enough.
      const { prevHash: _, hash: __, ...content } = entry
      const alone = await sealEntry({ ...content, seq: 0 }, genesisHash)
      expect(entry.prevHash).toBe(before)
      before = entry.hash
      expect(await verifyJournal([alone])).toMatchObject({ ok: true })
      for (const other of spoilt(alone as unknown as Json)) {
        count += 1
        expect(await verifyJournal([other as unknown as JournalItem])).toMatchObject({ ok: false, seq: 0 })
      }
    }
    expect(count).toBeGreaterThan(1_000)
  })
})
