import { beforeAll, describe, expect, it } from 'vitest'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { longLife } from '../support/long-life.ts'
import { m1, p2, sys } from '../support/people.ts'
import { closureRequested, paper, reviewApproved } from '../support/samples.ts'
import { answersAlike } from './leaving.ts'
import { startingPoints } from './walk.ts'

describe('every answer', () => {
  let starts: LifecycleRecord[]
  beforeAll(async () => {
    starts = await startingPoints()
  })

  it.each([1, 2, 3, 4])(
    'is the same as of a record that keeps what has ended: seed %i',
    { timeout: 600_000 },
    (seed) => {
      const { found, asked, accepted } = answersAlike(starts, 3_000 + seed, 5_000)
      console.log(`${asked} asked, ${accepted} accepted`)
      expect(found).toEqual([])
    },
  )
})

describe('a terminal that sells for ten years, and has 3 000 orders that ended', () => {
  it('has a small record at every moment, and is closed with the right sums', {
    timeout: 600_000,
  }, async () => {
    let largest = 0
    const life = longLife(({ context, ...record }) => {
      if (record.version % 50 === 0)
        largest = Math.max(largest, JSON.stringify({ ...record, context: { ...context, told: {} } }).length)
    })
    await life.live(3_640, 8)
    await life.live(6, 300)
    expect(life.ended()).toBeGreaterThan(3_000)
    const { world } = life
    const licence = paper('business_licence', 'business_licence-1', { validTo: '2050-01-01T00:00:00Z' })
    await world.tell(m1, closureRequested({ documents: [paper('closure_request'), licence] }))
    const seen = { documentId: licence.id, digest: licence.digest }
    await world.tell(p2, { ...reviewApproved('application-1', []), checked: [seen] } as LifecycleEvent)
    await run(world, ...clearingParts, confirmed, readClosed)
    const { value, context } = await world.record()
    console.log(`${largest} bytes at most, ${life.ended()} orders ended`)
    expect(largest).toBeLessThan(64_000)
    expect(value).toBe('closed')
    expect(Object.values(context.payouts)).toMatchObject([{ amount: 50_000, status: 'confirmed' }])
    // told a second time, within the window, nothing changes
    for (const event of life.sales.slice(-300))
      expect(await world.tell(sys, event)).toMatchObject({ noop: true })
  })
})
