import { describe, expect, it } from 'vitest'
import { isRemembered } from '../../src/machine/facts/acts.ts'
import { hasRun, isLate } from '../../src/machine/facts/clocks.ts'
import { startsLater } from '../../src/machine/facts/holds.ts'
import { believed, covers, isLater, latest } from '../../src/machine/facts/time.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import { openPlay } from '../support/play.ts'
import { start } from '../support/samples.ts'

const off = (ms: number) => new Date(Date.parse(start) + ms).toISOString()
/** The same moment as the start of a story, written as in Greenwich. */
const sameMoment = off(0)

describe('moments', () => {
  it('are compared as moments, however they are written', () => {
    expect(sameMoment).not.toBe(start)
    expect(isLater(start, sameMoment)).toBe(false)
    expect(isLater(off(1), start)).toBe(true)
    expect(covers(sameMoment, start)).toBe(true)
    expect(covers(off(-1), start)).toBe(false)
    expect(covers(null, start)).toBe(false)
    // what never happened is covered, by nothing too
    expect(covers(null, null)).toBe(true)
  })

  it('of two the later one is the latest, and none is earlier than any', () => {
    expect(latest(start, off(1))).toBe(off(1))
    expect(latest(off(1), start)).toBe(off(1))
    expect(latest(null, start)).toBe(start)
    expect(latest(start, null)).toBe(start)
    expect(latest(null, null)).toBeNull()
    // of one moment the first way to write it stays
    expect(latest(start, sameMoment)).toBe(start)
  })

  it('that others wrote are believed up to five seconds ahead, and are now beyond that', () => {
    expect(believed(off(5_000), start)).toBe(off(5_000))
    expect(believed(off(5_001), start)).toBe(start)
    expect(believed(off(-86_400_000), start)).toBe(off(-86_400_000))
  })

  it('a proposal waits for its second person a day, to the millisecond', () => {
    const proposed = { at: start } as Parameters<typeof isRemembered>[0]
    expect(isRemembered(proposed, off(86_400_000))).toBe(true)
    expect(isRemembered(proposed, off(86_400_001))).toBe(false)
  })

  it('a planned hold begins at its moment, and one without begins at once', () => {
    expect(startsLater(off(1), start)).toBe(true)
    expect(startsLater(sameMoment, start)).toBe(false)
    expect(startsLater(undefined, start)).toBe(false)
  })

  it('a clock has run from its moment on, until it is cancelled; only one that was told makes late', async () => {
    const context = await openPlay().context()
    const deadline = {
      id: 'd',
      name: 'drainDue',
      ref: null,
      due: start,
      startedAt: start,
      enables: [],
    } as const
    const having = (status: 'running' | 'fired' | 'cancelled'): LifecycleContext => ({
      ...context,
      deadlines: { d: { ...deadline, status } as never },
    })
    expect(hasRun(having('running'), 'd', sameMoment)).toBe(true)
    expect(hasRun(having('running'), 'd', off(-1))).toBe(false)
    expect(hasRun(having('fired'), 'd', off(1))).toBe(true)
    expect(hasRun(having('cancelled'), 'd', off(1))).toBe(false)
    expect(hasRun(context, 'd', off(1))).toBe(false)
    const late = (status: 'running' | 'fired' | 'cancelled', name = 'drainDue') =>
      isLate(having(status), { ...deadline, name, status } as never)
    expect(late('fired')).toBe(true)
    expect(late('running')).toBe(false)
    expect(late('cancelled')).toBe(false)
  })
})
