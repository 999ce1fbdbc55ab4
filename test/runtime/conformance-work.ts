import { expect } from 'vitest'
import { blockerProfiles, duties, lifeStates, roles } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { areWithin, type Scope } from '../../src/runtime/access.ts'
import { viewerOf, workOf } from '../../src/runtime/work-of.ts'
import {
  comparePlaces,
  isAskedFor,
  lifeWorkOf,
  placeOf,
  type StoredWork,
  type WorkQuery,
} from '../../src/runtime/work-rows.ts'
import { canonicalJson } from '../../src/schemas/index.ts'
import { startingPoints } from '../machine/walk.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { scopes, stored, storeLives } from './many-lives.ts'
import type { StoreCase } from './store-conformance.ts'

export const workIn = (lives: readonly LifecycleRecord[]): readonly StoredWork[] =>
  lives.flatMap((record) => {
    const { rows, ...life } = lifeWorkOf(record)
    return rows.map((row) => ({ ...row, ...life, lifecycleId: record.lifecycleId }))
  })

/** What a store has to find, looked for in all there is. */
function wantedOf(
  all: readonly StoredWork[],
  query: WorkQuery,
  within: Scope | undefined,
): readonly StoredWork[] {
  return all
    .filter((work) => within === undefined || areWithin(work.owners, within))
    .filter((work) => isAskedFor(work, query))
    .sort((one, other) => comparePlaces(placeOf(one), placeOf(other)))
    .slice(0, query.limit)
}

/** A question by chance: any role, any filters, any scope or none. */
export function workQuestion(lives: readonly LifecycleRecord[], dice: Dice): [WorkQuery, Scope | undefined] {
  const role = dice.one(roles)
  const life = dice.one(lives)
  const { merchantId, terminalId } = life.context.identity
  const maybe = <Value>(share: number, value: () => Value) => (dice.chance(share) ? value() : undefined)
  const known = workOf(life)
  const code = () =>
    known.length > 0 && dice.chance(0.8)
      ? dice.one(known).code
      : dice.one(Object.keys(blockerProfiles) as (keyof typeof blockerProfiles)[])
  const query: WorkQuery = {
    viewer: viewerOf(role),
    at: Date.parse(life.at),
    owner: maybe(0.3, () => dice.one([...roles, 'authority'] as const)),
    duties: maybe(0.4, () => dice.one([[dice.one(duties)], [dice.one(duties), dice.one(duties)], []])),
    codes: maybe(0.3, () => [...new Set([code(), code(), code()])]),
    states: maybe(0.3, () => [...new Set([dice.one(lifeStates), dice.one(lifeStates)])]),
    dueBefore: maybe(0.3, () => Date.parse(life.at) + dice.below(60) * 86_400_000),
    merchantId: maybe(0.2, () => merchantId),
    terminalId: maybe(0.1, () => terminalId),
    limit: 1 + dice.below(40),
  }
  return [query, maybe(0.8, () => dice.one(scopes[role]))]
}

export const workCases: readonly StoreCase[] = [
  {
    name: 'writes the work of a record with it, and what of it differs with each change',
    async run(store) {
      const lives = (await startingPoints()).slice(4, 24)
      let head: string | undefined
      let gone = 0
      let before: readonly string[] = []
      for (const [version, life] of lives.entries()) {
        const record = { ...life, lifecycleId: 'life-1' }
        const change = await stored(record, version, head)
        expect(await store.commit([change])).toEqual(['committed'])
        head = change.entry?.hash
        const rows = (await store.workOf('life-1')).map(canonicalJson).sort()
        expect(rows).toEqual(workOf(record).map(canonicalJson).sort())
        gone += before.filter((row) => !rows.includes(row)).length
        before = rows
      }
      expect(gone).toBeGreaterThan(5)
    },
  },
  {
    name: 'finds work by whatever is asked, within every scope, in its order',
    async run(store) {
      const lives = await storeLives(store)
      const all = workIn(lives)
      const dice = diceOf(5)
      let found = 0
      for (let times = 0; times < 400; times += 1) {
        const [query, within] = workQuestion(lives, dice)
        const wanted = wantedOf(all, query, within)
        expect({ query, within, found: await store.work(query, within) }).toEqual({
          query,
          within,
          found: wanted,
        })
        if (wanted.length > 0) found += 1
      }
      expect(found).toBeGreaterThan(80)
    },
  },
  {
    name: 'gives work in pages that together are all of it',
    async run(store) {
      const lives = await storeLives(store)
      const query: WorkQuery = { viewer: 'provider', at: Date.parse('2026-03-10T00:00:00Z'), limit: 7 }
      const within = { acquirerId: 'acq-1' }
      const all: StoredWork[] = []
      for (let page = await store.work(query, within); page.length > 0; ) {
        all.push(...page)
        page = await store.work({ ...query, after: placeOf(all.at(-1) as StoredWork) }, within)
      }
      expect(all.length).toBeGreaterThan(50)
      expect(all).toEqual(wantedOf(workIn(lives), { ...query, limit: 10_000 }, within))
    },
  },
]
