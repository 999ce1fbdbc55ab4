import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, digestOf, paper, serial } from '../support/samples.ts'

type Differs = Readonly<Record<string, unknown>>

const hold = {
  type: 'hold.placed',
  holdId: 'h-1',
  code: 'HARDWARE_FAULT',
  caps: ['sale', 'preAuth'],
} as const
const charge = {
  type: 'charge.raised',
  chargeId: 'c-1',
  kind: 'arrears',
  amount: cny(5_000),
  feeTableVersion: 'standard',
} as const
const request = {
  type: 'request.made',
  requestId: 'r-1',
  kind: 'support',
  serial,
  text: 'paper jam',
} as const
const assigned: LifecycleEvent = { type: 'agent.assigned', agentId: 'agent-1', tasks: ['devices'] }
const copied = {
  type: 'backup.recorded',
  serial,
  upTo: '2026-03-02T00:00:00Z',
  hash: digestOf('copy'),
  method: 'computer',
  encrypted: true,
  containsCardholderData: false,
} as const
const added = { type: 'document.added', document: paper('supporting_evidence') } as const

/** A request, who makes it, and what of it may be said otherwise under the same name: each is another request. */
const requests: readonly (readonly [string, Actor, LifecycleEvent, Differs])[] = [
  ['a hold with more limits', p1, hold, { caps: ['sale', 'preAuth', 'payout'] }],
  ['a hold with fewer limits', p1, hold, { caps: ['sale'] }],
  ['a hold with other limits', p1, hold, { caps: ['sale', 'payout'] }],
  ['a hold for another reason', p1, hold, { code: 'SOFTWARE_FAULT' }],
  ['a charge of another amount', p1, charge, { amount: cny(5_001) }],
  ['a charge of another kind', p1, charge, { kind: 'penalty' }],
  ['another kind of request', m1, request, { kind: 'repair' }],
  ['a request in other words', m1, request, { text: 'paper is out' }],
  ['a request about no device', m1, request, { serial: undefined }],
  ['an agent with more tasks', p1, assigned, { tasks: ['devices', 'tests'] }],
  ['an agent with other tasks', p1, assigned, { tasks: ['tests'] }],
  ['another agent', p1, assigned, { agentId: 'agent-2' }],
  ['other bytes of a paper', p1, added, { document: { ...added.document, digest: 'f'.repeat(64) } }],
  ['a paper of another type', p1, added, { document: { ...added.document, type: 'support_ticket' } }],
]

describe('a request under a name that is taken', () => {
  it.each(requests)('is a repeat word for word, and none as %s', async (_, by, event, differs) => {
    const world = openPlay()
    await world.tell(by, event)
    expect(await world.tell(by, event)).toMatchObject({ noop: true })
    const other = await world.send(by, { ...event, ...differs } as LifecycleEvent)
    expect(other.accepted && other.noop).toBe(false)
  })

  it('is a repeat where a copy that was read back is recorded again, which stays so', async () => {
    const world = openPlay()
    await world.tell(m1, copied)
    await world.tell(sys, { type: 'backup.verified', serial, hash: copied.hash })
    expect(await world.tell(m1, copied)).toMatchObject({ noop: true })
    expect((await world.context()).devices[serial]?.backup?.verified).toBe(true)
    expect(await world.tell(m1, { ...copied, upTo: '2026-03-02T01:00:00Z' })).toMatchObject({ noop: false })
  })

  it('is a repeat in whatever order its limits are named, or where it names none', async () => {
    const world = openPlay()
    await world.tell(p1, hold)
    const { caps, ...none } = hold
    for (const again of [{ ...hold, caps: caps.toReversed() }, none])
      expect(await world.tell(p1, again as LifecycleEvent)).toMatchObject({ noop: true })
  })
})
