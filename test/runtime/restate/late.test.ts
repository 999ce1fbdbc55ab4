import { describe, expect, it } from 'vitest'
import type { Accepted } from '../../../src/machine/index.ts'
import type { Call, LifecycleEvent } from '../../../src/schemas/index.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import { escalation } from '../rig.ts'
import { restateByHand } from './by-hand.ts'

const day = 86_400_000
const paused = (until: string): LifecycleEvent => ({
  ...{ type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', test: 'none', until },
})

/** A life, and whom its service was called for. */
async function shop() {
  const calls: Call[] = []
  let failure: Error | undefined
  const openTicket = async (_: unknown, call: Call) => {
    calls.push(call)
    if (failure) throw failure
    return []
  }
  const restate = restateByHand({ services: { ...silentServices, openTicket } })
  await restate.ask('life-1', 'open', { input: terminal() })
  let told = 0
  const tell = (event: LifecycleEvent) => {
    told += 1
    return restate.ask('life-1', 'dispatch', { commandId: `c-${told}`, actor: p1, event })
  }
  const later = (ms: number) => new Date(Date.parse(restate.clock.now()) + ms).toISOString()
  const entries = async () => (await collect(restate.store.journal('life-1'))).length
  /** Of the end of the suspension. */
  const fireOf = (due: string) =>
    restate.sent.findLast(({ parameter }) => {
      const asked = parameter as { deadlineId?: string; due?: string }
      return asked.deadlineId === 'holdEnd:h' && asked.due === due
    }) ?? expect.fail(due)
  const fail = (error: Error | undefined) => {
    failure = error
  }
  return { ...restate, calls, fail, tell, later, entries, fireOf }
}

/** Everything that a message which comes too late may not touch. */
const picture = async ({ sent, cancelled, calls, entries, store }: Awaited<ReturnType<typeof shop>>) =>
  JSON.stringify([sent.length, cancelled, calls.length, await entries(), await store.waiting()])

describe('A message of Restate that was replaced', () => {
  it('begins no order', async () => {
    const life = await shop()
    await life.tell(escalation)
    const first = life.newest('begin')
    await life.ask('life-1', 'settle', { anew: true })
    expect(life.cancelled).toContain(first.id)
    const before = await picture(life)
    await life.deliver(first)
    expect(await picture(life)).toBe(before)
    // and the one that came in its place does
    await life.deliver(life.newest('begin'))
    expect(life.sent.at(-1)?.method).toBe('call')
  })

  it('concludes nothing: what a call brought that nobody waits for any more is told to no record', async () => {
    const life = await shop()
    await life.tell(escalation)
    await life.deliver(life.newest('begin'))
    await life.deliver(life.newest('call'))
    const first = life.newest('conclude')
    await life.ask('life-1', 'settle', { anew: true })
    const before = await picture(life)
    await life.deliver(first)
    expect(await picture(life)).toBe(before)
    for (const method of ['begin', 'call', 'conclude']) await life.deliver(life.newest(method))
    expect(await life.store.waiting()).toEqual([])
    expect(new Set(life.calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  })

  it('fires no deadline, nor does one that comes twice', async () => {
    const life = await shop()
    const due = life.later(5 * day)
    await life.tell(paused(due))
    const first = life.fireOf(due)
    await life.ask('life-1', 'settle', { anew: true })
    life.clock.tick(6 * day)
    const before = await picture(life)
    await life.deliver(first)
    expect(await picture(life)).toBe(before)
    const second = life.fireOf(due)
    await life.deliver(second)
    expect(await life.store.timers('life-1')).not.toContainEqual(expect.objectContaining({ due }))
    const after = await picture(life)
    await life.deliver(second)
    expect(await picture(life)).toBe(after)
  })
})

describe('A message of Restate that nobody wants any more', () => {
  it('is called back: a deadline that was moved, and one that was dropped', async () => {
    const life = await shop()
    const due = life.later(5 * day)
    const moved = life.later(9 * day)
    await life.tell(paused(due))
    expect(life.cancelled).toEqual([])
    await life.tell({ type: 'suspension.extended', holdId: 'h', until: moved })
    expect(life.cancelled).toContain(life.fireOf(due).id)
    expect(life.cancelled).not.toContain(life.fireOf(moved).id)
    await life.tell({ type: 'hold.lifted', holdId: 'h' })
    expect(life.cancelled).toContain(life.fireOf(moved).id)
  })

  it('is never called back while the service is being called: its effect may have happened', async () => {
    const life = await shop()
    await life.tell(escalation)
    const begin = life.newest('begin')
    await life.deliver(begin)
    const call = life.newest('call')
    for (const again of [1, 2]) {
      await life.tell({ type: 'note.recorded', kind: 'note', text: `${again}` })
      await life.ask('life-1', 'settle', {})
    }
    expect(life.cancelled).not.toContain(call.id)
    expect(life.sent.filter(({ method }) => method === 'begin')).toEqual([begin])
    await life.deliver(call)
    await life.deliver(life.newest('conclude'))
    expect(life.calls).toHaveLength(1)
    expect(await life.store.waiting()).toEqual([])
  })

  it('is not called back when its order was taken back meanwhile, nor is the service called for that any more', async () => {
    const life = await shop()
    const answer = (await life.tell(escalation)) as Accepted
    const [order] = answer.orders
    await life.deliver(life.newest('begin'))
    const call = life.newest('call')
    await life.tell({ type: 'order.cancelled', orderId: String(order?.orderId), reason: 'a mistake' })
    await life.ask('life-1', 'settle', {})
    expect(life.cancelled).not.toContain(call.id)
    await life.deliver(call)
    await life.deliver(life.newest('conclude'))
    expect(life.calls).toEqual([])
    // what has ended stands on no agenda
    const before = await picture(life)
    await life.deliver(life.newest('conclude'))
    expect(await picture(life)).toBe(before)
  })
})

describe('An order that failed', () => {
  it('is counted in the store, and begun again after a pause', async () => {
    const life = await shop()
    life.fail(Object.assign(new Error('away'), { code: 'ECONNRESET' }))
    await life.tell(escalation)
    const begin = life.newest('begin')
    for (const method of ['begin', 'call', 'conclude']) await life.deliver(life.newest(method))
    expect(await life.store.waiting()).toMatchObject([{ attempts: 1, lastErrorCode: 'ECONNRESET' }])
    expect(life.newest('begin').id).not.toBe(begin.id)
    expect(life.newest('begin').delay).toBeGreaterThan(0)
    life.fail(undefined)
    for (const method of ['begin', 'call', 'conclude']) await life.deliver(life.newest(method))
    expect(life.calls.map(({ attempt }) => attempt)).toEqual([1, 2])
    expect(await life.store.waiting()).toEqual([])
  })

  it('by the end of an attempt of Restate alone has not failed: Restate makes another one', async () => {
    const life = await shop()
    await life.tell(escalation)
    await life.deliver(life.newest('begin'))
    life.endAttempts()
    await expect(life.deliver(life.newest('call'))).rejects.toThrow('STOPPED')
    expect(life.sent.at(-1)?.method).toBe('call')
  })
})

describe('A deadline that comes', () => {
  it('before the business clock has come so far is put off, once', async () => {
    const life = await shop()
    const due = life.later(5 * day)
    await life.tell(paused(due))
    const entries = await life.entries()
    await life.deliver(life.fireOf(due))
    expect(await life.entries()).toBe(entries)
    life.clock.tick(6 * day)
    await life.deliver(life.fireOf(due))
    expect(await life.entries()).toBeGreaterThan(entries)
  })
})
