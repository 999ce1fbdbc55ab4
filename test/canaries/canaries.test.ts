import { afterAll, describe, expect, it } from 'vitest'
import { canariesOf, harmless } from './canaries.ts'
import { unexplained } from './explained.ts'
import { type SinkKind, sinkKinds } from './net.ts'
import { onDisk } from './sinks/homes.ts'
import { type StopName, stopNames, visit } from './tour.ts'

/** Every n-th place; the slow tests try them all. */
const shares: Readonly<Record<StopName, number>> = {
  ...{ events: 24, rows: 24, answers: 60, problems: 20, keys: 30, services: 4, systems: 12 },
  ...{ portfolio: 4, openings: 8, webhooks: 12, endpoints: 1, plugs: 1, stories: 1 },
}

/** Places in which a canary was planted. */
let paths = 0
afterAll(() => console.info(`canaries planted: ${paths}`))

describe('a canary that is planted', () => {
  it.each(stopNames)('is nowhere to be seen afterwards: %s', async (name) => {
    const net = await visit(name, { seed: 41, each: 1, share: shares[name] })
    expect(unexplained(net.hits)).toEqual([])
    paths += net.total
  })

  it('is planted in more places than anybody would look at by hand', () => {
    expect(paths).toBeGreaterThan(800)
  })
})

it('a word that is no secret is seen in every kind of sink', async () => {
  const seen = new Set<SinkKind>()
  for (const name of ['stories', 'events', 'rows', 'portfolio', 'plugs'] as const) {
    const net = await visit(name, {
      ...{ seed: 41, share: shares[name], canaries: [harmless] },
      ...(name === 'stories' && { homes: onDisk }),
    })
    for (const { kind } of net.hits) seen.add(kind)
  }
  expect([...sinkKinds].filter((kind) => !seen.has(kind))).toEqual([])
})

it('canaries are made anew by each seed, and the same by the same one', () => {
  const texts = (seed: number) => canariesOf(seed).map(({ text }) => text)
  expect(texts(7)).toEqual(texts(7))
  const again = new Set(texts(7))
  expect(texts(8).filter((text) => again.has(text))).toEqual([])
})
