import { expect } from 'vitest'
import { allPages } from '../../src/client/index.ts'
import type { JournalItem } from '../../src/contract/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { SealedEntry } from '../../src/runtime/index.ts'
import { portalOver } from './portal.ts'
import { goldenLife, peopleOf, type Recorded, runtimeWith } from './recorded.ts'

const everything = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** The life with as many papers, and as many notes to the merchant in its journal; the chain is another test's. */
export const long = ({ record, entries }: Recorded, papers: number, notes: number): Recorded => {
  const [paper] = Object.values(record.context.documents)
  const last = entries.at(-1)
  if (!paper || !last) throw new Error('a life without papers')
  const documents = Object.fromEntries(
    Array.from({ length: papers }, (_, n) => [`doc-${n}`, { ...paper, id: `doc-${n}` }]),
  )
  const seqs = Array.from({ length: notes }, (_, n) => last.seq + 1 + n)
  const more = seqs.map((seq): SealedEntry => {
    const { actor, at } = last
    const cause = { type: 'note.recorded', kind: 'note', text: `note ${seq}`, by: actor, at, seq } as const
    return { ...last, seq, version: seq, commandId: `note-${seq}`, cause, orderIds: [], issues: [] }
  })
  const context = { ...record.context, documents } as LifecycleRecord['context']
  return {
    record: { ...record, version: last.seq + notes, context },
    entries: [...entries, ...more],
  }
}

export const portalOf = (life: Recorded) => ({
  ...portalOver(runtimeWith(life), peopleOf(life.record)),
  lifecycleId: life.record.lifecycleId,
})

/** A dossier with so many papers and entries beyond those of its case, read over HTTP to its end. */
export const comesWhole = async (papers: number, notes: number): Promise<void> => {
  const life = long(await goldenLife('closure'), papers, notes)
  const { as, lifecycleId } = portalOf(life)
  const first = await as('p1').exportDossier({ lifecycleId })
  expect(first.documents.items.length).toBeLessThan(1_000)
  const restOf = (cursor: string | null) => ({ lifecycleId, ...(cursor !== null && { cursor }) })
  const otherPapers = await everything(allPages(as('p1').getDocuments, restOf(first.documents.nextCursor)))
  const ids = [...first.documents.items, ...otherPapers].map(({ id }) => id)
  expect(new Set(ids).size).toBe(papers)
  expect(ids).toHaveLength(papers)
  const rest = await everything(allPages(as('p1').getJournal, restOf(first.journal.nextCursor)))
  const seqs = [...first.journal.items, ...rest].map(({ seq }: JournalItem) => seq)
  expect(seqs).toEqual(life.entries.map(({ seq }) => seq))
}
