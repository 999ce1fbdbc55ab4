import { afterAll, expect, it } from 'vitest'
import { unexplained } from './explained.ts'
import { onDisk } from './sinks/homes.ts'
import { type StopName, stopNames, visit } from './tour.ts'

/** Canaries for each place. Every place is tried; the seed says with which. */
const each: Readonly<Record<StopName, number>> = {
  ...{ events: 4, rows: 3, answers: 1, problems: 4, keys: 1, services: 6, systems: 2 },
  ...{ portfolio: 25, openings: 8, webhooks: 8, endpoints: 12, plugs: 10, stories: 25 },
}

/** Places in which a canary was planted, by source. */
const planted = new Map<string, number>()
afterAll(() => console.info('canaries planted', Object.fromEntries(planted)))

const count = (paths: ReadonlyMap<string, number>) => {
  for (const [group, number] of paths) planted.set(group, (planted.get(group) ?? 0) + number)
}

// On a busy machine each may take minutes.
const timeout = 600_000

it.each(stopNames)('no canary that is planted anywhere is seen afterwards: %s', { timeout }, async (name) => {
  const net = await visit(name, { seed: 43, each: each[name], share: name === 'answers' ? 2 : 1 })
  count(net.paths)
  expect(unexplained(net.hits)).toEqual([])
})

it.each(['events', 'rows', 'services', 'openings', 'webhooks', 'endpoints'] as const)(
  'no canary is in a file of SQLite, neither in a table nor in its bytes: %s',
  async (name) => {
    const net = await visit(name, { seed: 47, each: 1, share: 3, homes: onDisk })
    count(net.paths)
    expect(net.looked.get('bytes')).toBeGreaterThan(2)
    expect(unexplained(net.hits)).toEqual([])
  },
)

it('the canaries were planted in twenty thousand places and more', () => {
  const all = [...planted.values()].reduce((sum, count) => sum + count, 0)
  expect(all).toBeGreaterThan(20_000)
})
