import { expect, it } from 'vitest'
import type { Tables } from '../../src/runtime/memory-commit.ts'
import { healthOf } from '../../src/runtime/memory-health.ts'

const now = '2026-03-02T10:00:00.000Z'
const at = Date.parse(now)
const instant = (more: number) => new Date(at + more).toISOString()
const row = { viewer: 'provider', list: 'now', due: now, from: null, until: null }

/** How much is past due where there is this work. */
const pastDue = (differs: object): number => {
  const [orders, timers, records] = [new Map(), new Map(), new Map()]
  const work = new Map([['life-1', { rows: [{ ...row, ...differs }] }]])
  return healthOf({ orders, timers, records, work } as unknown as Tables, now).pastDue
}

it.each([
  ['was due just now', {}, 1],
  ['is due in a moment', { due: instant(1) }, 0],
  ['has no day', { due: null }, 0],
  ['is for later', { list: 'later' }, 0],
  ["is the merchant's", { viewer: 'merchant' }, 0],
  ['counts from just now on', { from: at }, 1],
  ['counts only in a moment', { from: at + 1 }, 0],
  ['counts for a moment more', { until: at + 1 }, 1],
  ['has just ceased to count', { until: at }, 0],
])('Work that %s is past due or not, as the memory store counts it', (_, differs, count) => {
  expect(pastDue(differs)).toBe(count)
})
