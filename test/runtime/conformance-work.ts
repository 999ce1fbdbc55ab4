import { expect } from 'vitest'
import { blockerProfiles, duties, lifeStates, type Role, roles } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { areWithin, type Scope } from '../../src/runtime/access.ts'
import type { Change, Store } from '../../src/runtime/store.ts'
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
import { openPlay } from '../support/play.ts'
import { richOpenings } from '../support/rich-openings.ts'
import { changeTo } from './records.ts'
import type { StoreCase } from './store-conformance.ts'

const lawyer = { personId: 'lawyer-1', organisationId: 'law-office', mandateRef: 'power-1' }

/** Stored as the opening of a life, whatever it has come to. */
async function stored({ version: _, ...record }: LifecycleRecord, version = 0, prevHash?: string) {
  const { lifecycleId } = record
  const change = await changeTo({ lifecycleId }, version, prevHash)
  if (!change.answer.accepted) throw new Error('no acceptance')
  return { ...change, answer: { ...change.answer, record: { ...record, version } } } satisfies Change
}

let played: readonly LifecycleRecord[] | undefined

/** Lives in every state, of three merchants of two acquirers, some with service providers and representatives. */
async function manyLives(): Promise<readonly LifecycleRecord[]> {
  played ??= [
    ...(await startingPoints()),
    ...Object.values(richOpenings).flatMap((input) => openPlay(input).history),
  ]
  return played.map((origin, n): LifecycleRecord => {
    const lifecycleId = `life-${String(n).padStart(3, '0')}`
    // orders and devices are those of one life
    const named = Object.keys(origin.context.devices).reduce(
      (text, serial) => text.replaceAll(serial, `${serial}-${n}`),
      JSON.stringify(origin).replaceAll(`${origin.lifecycleId}/`, `${lifecycleId}/`),
    )
    const record: LifecycleRecord = JSON.parse(named)
    const { context } = record
    const identity = {
      ...context.identity,
      lifecycleId,
      terminalId: `T-${n}`,
      merchantId: `M${n % 3}`,
      acquirerId: n % 7 === 0 ? 'acq-2' : 'acq-1',
    }
    const agent = n % 4 === 0 ? { agentId: `agent-${n % 2}`, tasks: [], since: record.at } : null
    const representatives = n % 5 === 0 ? { merchant: lawyer, serviceProvider: lawyer } : {}
    return { ...record, lifecycleId, context: { ...context, identity, agent, representatives } }
  })
}

export const storeLives = async (store: Store): Promise<readonly LifecycleRecord[]> => {
  const lives = await manyLives()
  const changes = await Promise.all(lives.map((record) => stored(record)))
  expect(new Set(await store.commit(changes))).toEqual(new Set(['committed']))
  return lives
}

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

const scopes: Readonly<Record<Role, readonly Scope[]>> = {
  provider: [{ acquirerId: 'acq-1' }, { acquirerId: 'acq-2' }, { acquirerId: 'acq-3' }],
  system: [{ acquirerId: 'acq-1' }],
  merchant: [
    { acquirerId: 'acq-1', merchantId: 'M1', personId: 'm1' },
    { acquirerId: 'acq-1', merchantId: 'law-office', personId: 'lawyer-1' },
    { acquirerId: 'acq-1', merchantId: 'law-office', personId: 'lawyer-2' },
  ],
  serviceProvider: [
    { acquirerId: 'acq-1', agentId: 'agent-0', personId: 'a1' },
    { acquirerId: 'acq-1', agentId: 'law-office', personId: 'lawyer-1' },
  ],
}

/** A question by chance: any role, any filters, any scope or none. */
function question(lives: readonly LifecycleRecord[], dice: Dice): [WorkQuery, Scope | undefined] {
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
    duty: maybe(0.3, () => dice.one(duties)),
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
      const { history } = openPlay(Object.values(richOpenings)[0])
      const [first] = history
      if (!first) throw new Error('no life')
      const closing = (await startingPoints()).at(-5)
      const opening = await stored(first)
      await store.commit([opening])
      expect(await store.workOf(first.lifecycleId)).toEqual(workOf(first))
      const next = { ...(closing ?? first), lifecycleId: first.lifecycleId }
      expect(workOf(next)).not.toEqual(workOf(first))
      await store.commit([await stored(next, 1, opening.entry?.hash)])
      const rows = await store.workOf(first.lifecycleId)
      expect(new Set(rows.map((row) => canonicalJson(row)))).toEqual(
        new Set(workOf(next).map((row) => canonicalJson(row))),
      )
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
        const [query, within] = question(lives, dice)
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
