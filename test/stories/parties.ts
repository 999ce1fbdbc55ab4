import { expect } from 'vitest'
import { approved, byTwo, run, saleOff } from '../support/closure.ts'
import { p1 } from '../support/people.ts'
import { cny, paper, serial } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

export const partyStories: Stories = {
  'while a terminal closes, people stand in for a silent host, and its agent changes': async (open) => {
    const world = await open()
    await run(world, approved, saleOff)
    const { readAt } = (await world.context()).status
    const evidence = [paper('host_status_record')]
    if (readAt === null) expect.fail('nothing was read')
    await byTwo(world, { type: 'reading.accepted', readAt, evidence })
    expect((await world.context()).status.acceptedReadAt).toBe(readAt)
    const hostTotals = { count: 3, total: cny(3_000) }
    const upTo = world.at()
    await byTwo(world, {
      type: 'batch.closedByHost',
      serial,
      batchNo: 'batch-9',
      upTo,
      hostTotals,
      evidence: [paper('transaction_records')],
    })
    expect((await world.context()).devices[serial]?.batches).toEqual(['batch-9'])
    await world.tell(p1, {
      type: 'device.registered',
      serial,
      model: 'P-90',
      accessories: [{ name: 'charger', count: 1 }],
    })
    expect((await world.context()).devices[serial]).toMatchObject({ model: 'P-90' })
    await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-2', tasks: ['devices'] })
    expect((await world.context()).agent).toMatchObject({ agentId: 'agent-2', tasks: ['devices'] })
    await world.refuse(p1, { type: 'agent.released', agentId: 'agent-7' }, 'AGENT_UNKNOWN')
    await world.tell(p1, { type: 'agent.released', agentId: 'agent-2' })
    expect((await world.context()).agent).toBeNull()
  },
}
