import { expect } from 'vitest'
import { approved, clearingParts, confirmed, run, saleOff } from '../support/closure.ts'
import { m1, sys } from '../support/people.ts'
import { batch, cny, statusRead } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const owes = (amount: number) => cny(amount)
const reading = (world: World, unsettled: number, registry: 'active' | 'closed' = 'active') =>
  ({ ...statusRead('off', world.at(), registry), unsettled: owes(unsettled) }) as ReturnType<
    typeof statusRead
  >

export const signedStories: Stories = {
  'refunds exceed sales: the reading counts, and that sale is off is known': async (open) => {
    const world = await open()
    await run(world, approved)
    await world.tell(sys, reading(world, -5_000))
    const { status, closing } = await world.context()
    expect(status).toMatchObject({ acceptance: 'off', unsettled: -5_000 })
    expect(closing?.offReadAt).not.toBeNull()
  },

  'a batch of refunds empties its device as any other': async (open) => {
    const world = await open()
    await run(world, approved, saleOff)
    const upload = batch(world.at(), 'batch-1')
    const totals = { count: 2, total: cny(-5_000) }
    await world.tell(sys, { ...upload, count: 2, total: totals.total, hostTotals: totals } as typeof upload)
    const { devices, issues } = await world.context()
    expect(issues).toEqual([])
    expect(Object.values(devices)[0]?.batches).toEqual(['batch-1'])
  },

  'a closure is not verified while the host still counts less than nothing': async (open) => {
    const world = await open()
    await run(world, approved, ...clearingParts, confirmed)
    const { issues } = await world.tell(sys, reading(world, -5_000, 'closed'))
    expect(issues).toMatchObject([{ code: 'UNSETTLED_AMOUNT', data: { amount: -5_000 } }])
    expect(await world.value()).toMatchObject({ closing: { clearing: { settlement: 'open' } } })
    await world.tell(sys, {
      type: 'settlement.stated',
      statementId: 's-2',
      upTo: world.at(),
      net: cny(45_000),
    })
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 's-2' })
    expect(Object.values((await world.context()).charges)).toMatchObject([{ amount: cny(5_000) }])
  },
}
