import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Actor, duties, eventTypes, roles } from '../../src/domain/index.ts'
import {
  availableActions,
  capabilities,
  checkClosure,
  checkReinstatement,
  checkSuspension,
  createLifecycle,
  explain,
  type JournalEntry,
  type LifecycleRecord,
  openItems,
  requirements,
  reviewLines,
  trimmed,
  viewRecord,
} from '../../src/machine/index.ts'
import { heapUsed } from '../support/heap.ts'

const { fold } = createLifecycle()

/** Records of a whole life, one in fifteen: live, closing and closed. */
const recordsOf = (name: string): readonly LifecycleRecord[] => {
  const text = readFileSync(new URL(`../golden/2/${name}.journal.jsonl`, import.meta.url), 'utf8')
  const entries = text.trimEnd().split('\n')
  let record: LifecycleRecord | undefined
  return entries.flatMap((line, place) => {
    record = fold([JSON.parse(line) as JournalEntry], record)
    return place % 15 === 0 || place === entries.length - 1 ? [record] : []
  })
}
const records = ['closure', 'damaged', 'imposed'].flatMap(recordsOf)

type Ask = (record: LifecycleRecord, actor: Actor) => unknown
const asked: Readonly<Record<string, Ask>> = {
  requirements: (record, actor) => requirements(record, { at: record.at, actor }),
  availableActions: (record, actor) => availableActions(record, { at: record.at, actor }),
  explain: (record, actor) =>
    eventTypes
      .filter((type) => type !== 'timer.due')
      .map((type) => explain(record, { type }, { at: record.at, actor })),
  checkClosure: (record, actor) => checkClosure(record, { at: record.at, actor }),
  checkReinstatement: (record, actor) => checkReinstatement(record, { at: record.at, actor }),
  checkSuspension: (record, actor) => checkSuspension(record, { at: record.at, actor }),
  openItems: (record) => openItems(record),
  reviewLines: (record, { role }) => reviewLines(record, { viewer: role }),
  capabilities: (record) => capabilities(record),
  viewRecord: (record, { role }) => viewRecord(record, role),
  trimmed: (record) => trimmed(record),
}

const actorOf = ({ context: { identity } }: LifecycleRecord, role: Actor['role']): Actor => ({
  role,
  personId: 'somebody',
  organisationId: role === 'merchant' ? identity.merchantId : identity.acquirerId,
  acquirerId: identity.acquirerId,
  duties: role === 'provider' ? duties : [],
})

const within = (value: unknown, found = new Set<object>()): ReadonlySet<object> => {
  if (typeof value !== 'object' || value === null || found.has(value)) return found
  found.add(value)
  for (const member of Object.values(value)) within(member, found)
  return found
}

/** As whoever got it may do, but for what is the record's own. */
const spoil = (answer: unknown, own: ReadonlySet<object>): void => {
  for (const part of within(answer)) {
    if (own.has(part)) continue
    if (Array.isArray(part)) part.push('spoilt')
    else Object.assign(part, { spoilt: true })
  }
}

describe('who asks again about the same record', () => {
  it.each(Object.entries(asked))('hears the same, whatever was done to the first answer: %s', (_, ask) => {
    for (const told of records)
      for (const role of roles) {
        // one that nobody has asked about yet
        const record = structuredClone(told)
        const first = ask(record, actorOf(record, role))
        const text = JSON.stringify(first)
        spoil(first, within(record))
        expect(JSON.stringify(ask(record, actorOf(record, role)))).toBe(text)
        expect(JSON.stringify(ask(structuredClone(told), actorOf(told, role)))).toBe(text)
        expect(record).toEqual(told)
      }
  })

  it('at another moment hears what is so then, as whoever never asked before', () => {
    const day = 24 * 3_600_000
    for (const told of records) {
      const record = structuredClone(told)
      for (const days of [0, 400, 0]) {
        const at = new Date(Date.parse(told.at) + days * day).toISOString()
        expect(requirements(record, { at })).toEqual(requirements(structuredClone(told), { at }))
      }
    }
  })

  it('every second for some minutes leaves nothing behind', () => {
    const [record] = records.filter(({ value }) => JSON.stringify(value).includes('closing'))
    if (record === undefined) throw new Error('No closing among the records')
    const ask = (seconds: number) => {
      const from = Date.parse(record.at)
      for (let second = 0; second < seconds; second += 1)
        requirements(record, { at: new Date(from + 1_000 * second).toISOString() })
      return heapUsed()
    }
    const before = ask(20)
    expect((ask(400) - before) / 400).toBeLessThan(2_000)
  })
})
