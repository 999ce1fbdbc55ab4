import type { DatabaseSync } from 'node:sqlite'
import type { Scope } from '../access.ts'
import { nextTurn } from '../environment.ts'
import type { StoreQuery } from '../store.ts'
import type { Selection } from './conditions.ts'
import { fits } from './find-fits.ts'
import { sourcesOf } from './find-sources.ts'

/** Rows looked at without a pause. */
const largest = 500

/** What is read for a query, a slice at a time: lives in their order, behind `:after`, and whether each is looked for. */
export function selectionsToFind(
  database: DatabaseSync,
  query: StoreQuery,
  within?: Scope,
  few = 1_000,
): readonly Selection[] {
  const asked = fits('walked.lifecycle_id', query, within)
  return sourcesOf(database, query, within, few).map(({ from, sql, mayBe, values }) => ({
    text: `SELECT walked.lifecycle_id AS id, ${mayBe === undefined ? '' : `${mayBe} AND`} ${asked.sql} AS fits
      FROM ${from} WHERE ${sql} AND walked.lifecycle_id > :after
      ${mayBe === undefined ? '' : 'GROUP BY walked.lifecycle_id'} ORDER BY walked.lifecycle_id LIMIT :slice`,
    values: { ...asked.values, ...values },
  }))
}

/** The row of a life, if it is looked for: asked again when it is read, because others write meanwhile. */
export function selectionOf(id: string, query: StoreQuery, within?: Scope): Selection {
  const { sql, values } = fits('record.lifecycle_id', query, within)
  return {
    text: `SELECT record.* FROM record WHERE record.lifecycle_id = :id AND ${sql}`,
    values: { ...values, id },
  }
}

type Looked = { id: string; fits: number }

/** What one selection gives, until as many are found as are wanted. */
async function foundIn(
  { text, values }: Selection,
  after: string,
  wanted: number,
  all: (selection: Selection) => Promise<unknown>,
  largestSlice: number,
): Promise<readonly string[]> {
  const found: string[] = []
  let last = after
  for (let slice = Math.min(wanted, largestSlice); ; slice = Math.min(2 * slice, largestSlice)) {
    await nextTurn()
    const looked = (await all({ text, values: { ...values, after: last, slice } })) as readonly Looked[]
    for (const { id, fits } of looked) if (fits === 1) found.push(id)
    if (looked.length < slice || found.length >= wanted) return found.slice(0, wanted)
    last = looked.at(-1)?.id ?? last
  }
}

/** Keys of lives that are looked for, in their order, as many as are wanted. */
export async function foundIds(
  selections: readonly Selection[],
  after: string,
  wanted: number,
  all: (selection: Selection) => Promise<unknown>,
  largestSlice = largest,
): Promise<readonly string[]> {
  const ids = new Set<string>()
  for (const selection of selections)
    for (const id of await foundIn(selection, after, wanted, all, largestSlice)) ids.add(id)
  return [...ids].sort().slice(0, wanted)
}
