import { describe, expect, it } from 'vitest'
import { type Agenda, type Item, planOf, type Seen } from '../../../src/runtime/restate/agenda.ts'

const at = '2026-03-02T10:00:00+08:00'
const day = 86_400_000
const seen = (part: Partial<Seen> = {}): Seen => ({ now: 1_000, at, orderIds: [], timers: [], ...part })
const item = (part: Partial<Item> = {}): Item => ({
  ...{ token: 't', invocationId: 'inv', at: 1_000, attempt: 1 },
  ...part,
})
const due = '2026-03-03T10:00:00+08:00'
const verifyDue = { deadlineId: 'verifyDue', due }
const timer = (part: Partial<Item> = {}): Agenda => ({
  'timer:verifyDue': item({ at: 1_000 + day, due, ...part }),
})

describe('what Restate is to do for a life', () => {
  it('is sent once: an order at once, a deadline when it is due', () => {
    const { kept, called, sent } = planOf({}, seen({ orderIds: ['o1'], timers: [verifyDue] }))
    expect({ kept, called }).toEqual({ kept: {}, called: [] })
    expect(sent).toEqual([
      { name: 'order:o1', at: 1_000, attempt: 1 },
      { name: 'timer:verifyDue', at: 1_000 + day, attempt: 1, due },
    ])
    expect(planOf(timer(), seen({ timers: [verifyDue] }))).toEqual({ kept: timer(), called: [], sent: [] })
  })

  it('is called back when nobody wants it any more', () => {
    expect(planOf(timer(), seen())).toEqual({ kept: {}, called: Object.values(timer()), sent: [] })
    expect(planOf({ 'order:o1': item() }, seen())).toMatchObject({ called: [item()] })
  })

  it('is never called back while the service is being called', () => {
    const calling = { 'order:o1': item({ calling: true }) }
    expect(planOf(calling, seen())).toEqual({ kept: calling, called: [], sent: [] })
  })

  it('is sent again when a deadline was moved', () => {
    const moved = { ...verifyDue, due: '2026-03-02T11:00:00+08:00' }
    expect(planOf(timer(), seen({ timers: [moved] }))).toMatchObject({
      ...{ called: [{ invocationId: 'inv' }], sent: [{ due: moved.due, at: 1_000 + day / 24 }] },
    })
  })

  it('is sent again when the business clock has jumped forward, and left alone when it went back', () => {
    const later = seen({ at: '2026-03-04T10:00:00+08:00', timers: [verifyDue] })
    expect(planOf(timer(), later)).toMatchObject({ called: [{}], sent: [{ at: 1_000 }] })
    const earlier = seen({ at: '2026-03-01T10:00:00+08:00', timers: [verifyDue] })
    expect(planOf(timer(), earlier)).toEqual({ kept: timer(), called: [], sent: [] })
  })

  it('stays put off when it failed', () => {
    const again = timer({ attempt: 2, at: 9_000 })
    const overdue = seen({ at: '2026-03-04T10:00:00+08:00', timers: [verifyDue] })
    expect(planOf(again, overdue)).toEqual({ kept: again, called: [], sent: [] })
  })

  it('is sent anew, whatever was sent, when that is asked for', () => {
    const calling = { 'order:o1': item({ calling: true }) }
    expect(planOf(calling, seen({ orderIds: ['o1'] }), true)).toMatchObject({
      ...{ kept: {}, called: [{ invocationId: 'inv' }], sent: [{ name: 'order:o1' }] },
    })
  })
})
