import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import { approved, byTwo, run, saleOff } from '../support/closure.ts'
import { m1, p1, sys } from '../support/people.ts'
import { cny, digestOf, paper, serial } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const shownToAgents = async (world: World) =>
  Object.values(requirements(await world.record(), { at: world.at(), viewer: 'serviceProvider' })).flat()

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
    // whoever does not look after the terminal is told nothing of it
    expect(await shownToAgents(world)).toEqual([])
    await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-2', tasks: ['devices'] })
    expect(await shownToAgents(world)).not.toEqual([])
    expect((await world.context()).agent).toMatchObject({ agentId: 'agent-2', tasks: ['devices'] })
    await world.refuse(p1, { type: 'agent.released', agentId: 'agent-7' }, 'AGENT_UNKNOWN')
    await world.tell(p1, { type: 'agent.released', agentId: 'agent-2' })
    expect((await world.context()).agent).toBeNull()
    expect(await shownToAgents(world)).toEqual([])
  },

  'an answer that nobody could read leaves its order in flight, until the order ends': async (open) => {
    const world = await open()
    for (const text of ['no answer', 'still none'])
      await world.tell(p1, { type: 'note.recorded', kind: 'escalation', text })
    const orders = async () => Object.values((await world.context()).orders)
    const [first, second] = (await orders()).map(({ orderId }) => orderId)
    if (first === undefined || second === undefined) expect.fail('nothing was ordered')
    const refused = (orderId: string) => ({ type: 'answer.refused', orderId, codes: ['INVALID'] }) as const
    await world.tell(sys, refused(first))
    expect(Object.keys((await world.context()).refusedAnswers)).toEqual([first])
    expect((await orders()).find(({ orderId }) => orderId === first)?.status).toBe('ordered')
    await world.tell(sys, { type: 'order.confirmed', orderId: first })
    // one that comes too late is an issue, and nothing to wait for
    await world.tell(sys, { type: 'order.confirmed', orderId: second })
    await world.tell(sys, refused(second))
    expect((await world.context()).refusedAnswers).toEqual({})
    expect((await world.context()).issues.map(({ code }) => code)).toContain('ANSWER_REFUSED')
  },

  'what a merchant asked for is asked of the provider, until an act about the same thing answers it [R-135]':
    async (open) => {
      const world = await open()
      const wanted = async () => {
        const { currentlyDue } = requirements(await world.record(), { at: world.at(), viewer: 'merchant' })
        return currentlyDue.filter(({ code }) => code === 'REQUEST_OPEN').map(({ ref }) => ref)
      }
      const made = { type: 'request.made', requestId: 'copy', kind: 'backup', serial } as const
      await world.tell(m1, made)
      await world.tell(m1, { ...made, requestId: 'other', kind: 'replacement', serial })
      expect(await wanted()).toEqual(['copy', 'other'])
      const copy = { method: 'computer', encrypted: true, containsCardholderData: false } as const
      const backup = { type: 'backup.recorded', serial, ...copy, hash: digestOf('backup') } as const
      // nobody answers himself
      await world.tell(m1, { ...backup, upTo: world.at() })
      expect(await wanted()).toEqual(['copy', 'other'])
      await world.tell(p1, { ...backup, upTo: world.at(), hash: digestOf('another') })
      expect(await wanted()).toEqual(['other'])
      expect((await world.context()).requests.copy?.status).toBe('answered')
      await world.refuse(p1, { type: 'request.declined', requestId: 'copy', reason: 'done' }, 'REQUEST_ENDED')
      await world.tell(p1, { type: 'request.declined', requestId: 'other', reason: 'none in stock' })
      expect(await wanted()).toEqual([])
    },
}
