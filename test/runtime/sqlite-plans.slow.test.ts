import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Scope } from '../../src/runtime/access.ts'
import { prepareDatabase } from '../../src/runtime/sqlite/database.ts'
import { selectionsToFind } from '../../src/runtime/sqlite/find.ts'
import { statementTexts } from '../../src/runtime/sqlite/statements.ts'
import { selectionsFor } from '../../src/runtime/sqlite/work.ts'
import type { StoreQuery } from '../../src/runtime/store.ts'
import { type WorkViewer, workViewers } from '../../src/runtime/work-of.ts'
import type { WorkQuery } from '../../src/runtime/work-rows.ts'

const database = new DatabaseSync(':memory:')

/** Every subset of the parts, each once. */
function combinations<Part extends object>(parts: readonly Part[]): readonly Part[] {
  const [first, ...rest] = parts
  if (first === undefined) return [{} as Part]
  const others = combinations(rest)
  return [...others, ...others.map((other) => ({ ...first, ...other }))]
}

function planOf(text: string, values: Readonly<Record<string, string | number | null>>): readonly string[] {
  return database
    .prepare(`EXPLAIN QUERY PLAN ${text}`)
    .all(values)
    .map(({ detail }) => String(detail))
}

/** Whatever is not a step within an index: a look at every row there is, or rows that are put in order first. */
const slow = /^SCAN|TEMP B-TREE/

beforeAll(() => {
  prepareDatabase(database)
  database.exec("INSERT INTO life VALUES ('life-1', 'acq-1', ',closing,clearing,', NULL)")
  database.exec(`INSERT INTO record (lifecycle_id, format, machine_version, version, at, value, context, head,
      acquirer_id, merchant_id, terminal_id, opened_at)
    VALUES ('life-1', 2, '1', 0, '', '{}', '{}', '', 'acq-1', 'M1', 'T1', 0)`)
  const insert = database.prepare(statementTexts.insertWork)
  for (const viewer of workViewers)
    insert.run(
      ...[
        viewer,
        'acq-1',
        5,
        'life-1',
        'DEVICE_NOT_RETURNED',
        'SN-1',
        'due',
        0,
        'merchant',
        ',warehouse,',
        null,
      ],
      ...[0, 9, 'M1', 'T1', 'agent-1', null, null],
    )
})

const filters: readonly Partial<WorkQuery>[] = [
  { owner: 'provider' },
  { duties: ['warehouse'] },
  { duties: ['warehouse', 'settlement'] },
  { codes: ['DEVICE_NOT_RETURNED', 'NO_STATEMENT'] },
  { states: ['closing', 'live'] },
  { dueBefore: 9 },
  { merchantId: 'M1' },
  { terminalId: 'T-life-1' },
  { after: [1, 'life-1', 'NO_STATEMENT', '', 'due', 0] },
]

const acquirerId = 'acq-1'
const scopes: Readonly<Record<WorkViewer, Scope>> = {
  provider: { acquirerId },
  merchant: { acquirerId, merchantId: 'M1', personId: 'm1' },
  serviceProvider: { acquirerId, agentId: 'agent-1', personId: 'a1' },
}

describe('the plan of a query for work', () => {
  it.each(workViewers)('steps through an index, whatever a %s asks', (viewer) => {
    const seen = new Set<string>()
    for (const filter of combinations(filters))
      for (const within of [scopes[viewer], undefined]) {
        const selections = selectionsFor(database, { ...filter, viewer, at: 1, limit: 9 }, within)
        for (const { text, values } of selections)
          for (const step of planOf(text, values)) {
            expect({ filter, within, step }).not.toMatchObject({ step: expect.stringMatching(slow) })
            seen.add(step)
          }
      }
    expect(seen.size).toBeGreaterThan(4)
  })

  it('reads the rows of a number only where one is named', () => {
    const [selection] = selectionsFor(
      database,
      { viewer: 'provider', at: 1, limit: 9, terminalId: 'T-life-1' },
      scopes.provider,
    )
    expect(planOf(selection?.text ?? '', selection?.values ?? {})[0]).toContain('work_record (lifecycle_id=?')
  })
})

const lookups: readonly Partial<StoreQuery>[] = [
  { acquirerId },
  { merchantId: 'M1' },
  { terminalId: 'T1' },
  { serial: 'SN-1' },
  { at: '2026-03-02T09:30:00Z' },
  { state: ['clearing', 'held'] },
  { applicationId: 'application-1' },
  { orderId: 'life-1/0/1' },
  { documentId: 'document-1' },
  { dueBefore: '2026-03-02T09:30:00Z' },
]

describe('the plan of a look for lives', () => {
  it.each([
    ['goes through no acquirers for a name', { orderId: 'life-1/0/1' }, undefined, false],
    ['goes through no acquirers within one', { state: 'held' }, scopes.provider, false],
    ['goes through the acquirers for a state, of which each has a list', { state: 'held' }, undefined, true],
  ] as const)('%s', (_, query, within, wanted) => {
    const prepare = vi.spyOn(database, 'prepare')
    selectionsToFind(database, query, within)
    expect(prepare.mock.calls.some(([text]) => text.includes('min(acquirer_id)'))).toBe(wanted)
    prepare.mockRestore()
  })

  it.each(workViewers)('steps through an index, whatever a %s looks for', (viewer) => {
    for (const lookup of combinations(lookups))
      for (const within of [scopes[viewer], undefined])
        for (const few of [0, 1_000]) {
          const selections = selectionsToFind(database, { ...lookup, viewer }, within, few)
          expect(selections.length).toBeGreaterThan(0)
          for (const { text, values } of selections)
            for (const step of planOf(text, values))
              expect({ lookup, within, step }).not.toMatchObject({ step: expect.stringMatching(slow) })
        }
  })
})

/** Reads few rows all the same, and why. */
const bounded: Readonly<Record<string, string>> = {
  changedIds: 'asked only where few have changed',
  newestAnswer: 'the last row',
  forgetAnswers: 'the first rows',
  unprojected: 'the first rows',
  oldestOrder: 'the first row',
  timersOf: 'of one life',
  nextDue: 'the first row in order, but for those that somebody holds',
}

describe('the plan of a statement', () => {
  it.each(Object.keys(statementTexts).filter((name) => !(name in bounded)))(
    'of the store steps through an index: %s',
    (name) => {
      const text = statementTexts[name as keyof typeof statementTexts]
      // What a statement has made or taken apart itself is no table that grows.
      const steps = planOf(text, {}).filter((step) => !/^SCAN (house|orders|cause)/.test(step))
      // All lives of an acquirer are as many as there are.
      expect(steps.filter((step) => slow.test(step) || /\(acquirer_id=\?\)/.test(step))).toEqual([])
    },
  )
})
