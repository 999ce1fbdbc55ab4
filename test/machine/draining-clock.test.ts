import { describe, expect, it } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, drained, run, saleOff } from '../support/closure.ts'
import { p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial, statusRead, terminal } from '../support/samples.ts'

const sale = (occurredAt: string): LifecycleEvent => ({
  ...{ type: 'transaction.reported', ref: 'late', kind: 'sale', state: 'completed', amount: cny(100) },
  ...{ occurredAt, serial, test: false },
})

describe('the time to empty a device', () => {
  it('runs again where a sale comes to be known after all was uploaded', async () => {
    const world = openPlay()
    await run(world, approved, saleOff, drained)
    expect((await world.context()).deadlines.drainDue?.status).toBe('cancelled')
    await world.tell(sys, sale(world.at()))
    expect((await world.context()).deadlines.drainDue).toMatchObject({ status: 'running' })
    await drained({
      ...world,
      tell: (by, event) => world.tell(by, { ...event, batchNo: 'batch-2' } as never),
    })
    expect((await world.context()).deadlines.drainDue?.status).not.toBe('running')
  })

  it('does not run where nothing is left to empty when sale is read as off', async () => {
    const backup = { upTo: '2026-03-01T20:00:00+08:00', hash: 'a'.repeat(64), verified: true, waived: false }
    const world = openPlay(
      terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole', erasure: 'verified', backup }] }),
    )
    await run(world, approved)
    // while sale was on nothing counted
    await world.tell(p1, { type: 'note.recorded', kind: 'note', text: 'the shop closes' })
    await world.tell(sys, statusRead('off', world.at()))
    expect((await world.context()).deadlines.drainDue?.status).not.toBe('running')
  })
})
