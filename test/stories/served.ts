import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { orderOf } from '../support/closure.ts'
import { p1, p2, sys } from '../support/people.ts'
import { digestOf, paper, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const proposed: LifecycleEvent = {
  type: 'closure.proposed',
  proposalId: 'pr',
  reason: 'DORMANT',
  basis: 'no transaction for a year',
}
const imposed = { type: 'closure.imposed', proposalId: 'pr' } as const
const inWriting = (id = 'closure_notice') =>
  ({ type: 'document.added', document: paper('closure_notice', id), for: 'pr' }) as const
const proof = (id: string, servedOn: string) =>
  ({ type: 'document.added', document: paper('service_of_notice', id, { servedOn }), for: 'pr' }) as const
const worthless = (id: string) =>
  ({
    type: 'document.checked',
    documentId: id,
    digest: digestOf(id),
    facts: null,
  }) as const

const toMerchant = async ({ context }: World) => {
  const all = Object.values((await context()).orders)
  const order = all.find(({ params }) => 'template' in params && params.template === 'closure_proposed')
  return order?.orderId ?? ''
}

/** It reaches nobody by the way that notices go. */
const unsent = async (world: World) => {
  const orderId = await toMerchant(world)
  await world.tell(sys, { type: 'order.failed', orderId, code: 'NO_ADDRESS', retryable: false })
}

/** The day on which the notice has run, as the merchant reads it. */
const endOf = async (world: World) => {
  const { deadlines } = requirements(await world.record(), { at: world.at(), viewer: 'merchant' })
  return deadlines.find(({ name }) => name === 'closureNotice')?.due.slice(0, 10)
}

/** A notice runs from the day on which the merchant was given it; each story begins on the second of March. */
export const servedStories: Stories = {
  'a notice about something else is none of the closure: without its own nobody is closed': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' })
    await world.tell(p1, proposed)
    await unsent(world)
    await world.tell(p1, { ...inWriting(), for: 'arrears' })
    await world.pass(40)
    await world.refuse(p2, imposed, 'NOTICE_MISSING')
  },

  'a notice that was sent late runs from the day on which it was sent': async (open) => {
    const sent: readonly ((world: World) => Promise<LifecycleEvent>)[] = [
      async (world) => ({ type: 'order.confirmed', orderId: await toMerchant(world) }),
      async (world) => ({
        type: 'notice.sent',
        template: 'closure_proposed',
        audience: 'merchant',
        orderId: await toMerchant(world),
      }),
      async () => ({ type: 'notice.sent', template: 'closure_proposed', audience: 'merchant' }),
    ]
    for (const event of sent) {
      const world = await open(terminal({ agent: { agentId: 'agent-1', tasks: ['devices'] } }))
      await world.tell(p1, proposed)
      expect(await endOf(world)).toBe('2026-04-01')
      const toAgent = await orderOf(world, 'notify')
      await world.tell(sys, { type: 'order.confirmed', orderId: toAgent })
      const sending = await event(world)
      // another notice, or the same to somebody else, says nothing of it
      await world.tell(sys, { type: 'notice.sent', template: 'closing_down', audience: 'merchant' })
      await world.tell(sys, { type: 'notice.sent', template: 'closure_proposed', audience: 'partners' })
      await world.pass(9)
      await world.tell(sys, sending)
      expect((await world.context()).proposal).toMatchObject({
        sentAt: expect.stringContaining('2026-03-11'),
      })
      expect(await endOf(world)).toBe('2026-04-10')
      // the paper that says the same follows, and what was sent is not sent again
      await world.pass(5)
      await world.tell(p1, inWriting())
      expect(await endOf(world)).toBe('2026-04-10')
      await world.pass(17)
      await world.refuse(p2, imposed, 'NOTICE_RUNNING')
      await world.pass(9)
      await world.tell(p2, imposed)
    }
  },

  'a notice that was handed over in writing runs from then, and anew when it was no good': async (open) => {
    const world = await open()
    await world.tell(p1, proposed)
    await unsent(world)
    await world.pass(4)
    await world.tell(p1, inWriting('first'))
    expect(await endOf(world)).toBe('2026-04-05')
    await world.pass(5)
    await world.tell(p2, worthless('first'))
    await world.refuse(p2, imposed, 'NOTICE_RUNNING', 'NOTICE_MISSING')
    await world.pass(5)
    await world.tell(p1, inWriting('second'))
    expect(await endOf(world)).toBe('2026-04-15')
    await world.pass(29)
    await world.refuse(p2, imposed, 'NOTICE_RUNNING')
    await world.pass(2)
    await world.tell(p2, imposed)
  },

  'proof of the day before the proposal tells nothing, by the clocks of the place and not of Greenwich':
    async (open) => {
      // one in the morning of the third of March, eight hours ahead of UTC
      const world = await open(undefined, '2026-03-02T17:00:00Z')
      await world.tell(p1, proposed)
      await unsent(world)
      await world.tell(p1, inWriting())
      await world.tell(p1, proof('before', '2026-03-02'))
      expect((await world.context()).proposal?.servedAt).toContain('2026-03-02T17:00')
      await world.tell(p1, proof('same-day', '2026-03-03'))
      expect((await world.context()).proposal?.servedAt).toContain('2026-03-02T17:00')
      await world.pass(2)
      await world.tell(p1, proof('next-day', '2026-03-04'))
      expect((await world.context()).proposal?.servedAt).toBe('2026-03-04T23:59:59+08:00')
    },

  'proof of service tells the day, whatever was sent when; one from before the proposal tells nothing':
    async (open) => {
      const world = await open()
      await world.tell(p1, proposed)
      await unsent(world)
      await world.tell(p1, inWriting())
      await world.pass(10)
      await world.tell(p1, proof('old', '2026-02-20'))
      // nor does one that names no day
      const undated = paper('service_of_notice', 'undated', {})
      await world.tell(p1, { type: 'document.added', document: undated, for: 'pr' })
      expect(await endOf(world)).toBe('2026-04-01')
      await world.tell(p1, proof('late', '2026-03-08'))
      expect(await endOf(world)).toBe('2026-04-07')
      await world.pass(2)
      await world.tell(p1, proof('later', '2026-03-12'))
      expect(await endOf(world)).toBe('2026-04-11')
      await world.tell(p2, worthless('later'))
      expect(await endOf(world)).toBe('2026-04-07')
      await world.tell(p2, worthless('late'))
      expect(await endOf(world)).toBe('2026-04-13')
      await world.tell(p1, proof('latest', '2026-03-12'))
      await world.pass(25)
      await world.refuse(p2, imposed, 'NOTICE_RUNNING')
      await world.pass(6)
      await world.tell(p2, imposed)
    },

  'once the closure is imposed, its notice is over': async (open) => {
    const world = await open()
    await world.tell(p1, { ...proposed, reason: 'RULE_VIOLATION' } as LifecycleEvent)
    await world.tell(p2, imposed)
    await world.tell(p1, inWriting())
    const notice = (await world.context()).deadlines.closureNotice
    expect(notice?.status ?? 'cancelled').toBe('cancelled')
  },
}
