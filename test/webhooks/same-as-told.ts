import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { nameless } from '../support/nameless.ts'
import { sys } from '../support/people.ts'
import { lifeWithInbox, messageOf, reports } from './life.ts'

/** Any order of the reports, each once to five times. */
const deliveries = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: reports.length, maxLength: reports.length })
  .chain((times) => {
    const places = times.flatMap((count, place) => Array.from({ length: count }, () => place))
    return fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length })
  })

const told = async (order: readonly number[]) => {
  const { runtime, record } = await lifeWithInbox()
  for (const place of order) {
    const event = reports[place]
    if (event) await runtime.dispatch({ lifecycleId: 'life-1', commandId: `c-${place}`, actor: sys, event })
  }
  return record()
}

/** The same record as of reports that were told directly in the order in which each came first; and the newest reading stands. */
export const sameAsTold = (home: () => Store) =>
  fc.asyncProperty(deliveries, async (places) => {
    const { inbox, record } = await lifeWithInbox({ store: home() })
    for (const place of places) {
      const event = reports[place]
      const receipt = event && (await inbox.receive(messageOf(event, `evt_${place}`)))
      expect(receipt?.status).toBe(200)
    }
    const found = await record()
    expect(nameless(JSON.stringify(found))).toBe(nameless(JSON.stringify(await told([...new Set(places)]))))
    expect(found?.context.status).toMatchObject({ acceptance: 'on', unsettled: 50 })
    expect(Object.keys(found?.context.disputes ?? {})).toEqual(['CB-1'])
  })
