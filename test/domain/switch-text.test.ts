import { describe, expect, it } from 'vitest'
import { prcCalendar, type SaleStanding, switchText, textsEn, textsZhCn } from '../../src/domain/index.ts'

const nine = '2026-03-02T09:00:00+08:00'
const oneMinuteLater = '2026-03-02T09:01:00+08:00'
const said = (standing: SaleStanding) => [
  switchText(standing, { texts: textsEn, locale: 'en', zone: prcCalendar }),
  switchText(standing, { texts: textsZhCn, locale: 'zh-CN', zone: prcCalendar }),
]
const stop = { ordered: { sale: false, at: nine } } as const

describe('what was ordered, in words', () => {
  it('is not said to be done before the host was read back', () => {
    const unread = { ...stop, observed: { sale: 'unknown' }, readAt: null } as const
    expect(said(unread)).toEqual([
      'Stop ordered 2 March 2026, 09:00; not read back yet',
      '2026年3月2日09:00已下令停止收款，尚未回读',
    ])
    // What the host said at the same moment, or before, was said before the order reached it.
    expect(said({ ...stop, observed: { sale: false }, readAt: nine })).toEqual(said(unread))
  })

  it('is told apart from what the host was read to do', () => {
    expect(said({ ...stop, observed: { sale: false }, readAt: oneMinuteLater })).toEqual([
      'Stop ordered 2 March 2026, 09:00; read back as stopped 2 March 2026, 09:01',
      '2026年3月2日09:00已下令停止收款，2026年3月2日09:01回读为已停止收款',
    ])
    expect(said({ ...stop, observed: { sale: true }, readAt: oneMinuteLater })[0]).toBe(
      'Stop ordered 2 March 2026, 09:00; read back as selling 2 March 2026, 09:01',
    )
    const start = { ordered: { sale: true, at: nine } }
    expect(said({ ...start, observed: { sale: true }, readAt: oneMinuteLater })[0]).toBe(
      'Start ordered 2 March 2026, 09:00; read back as selling 2 March 2026, 09:01',
    )
  })

  it('is called unknown where nothing was ordered and nobody has read the host', () => {
    expect(said({ ordered: null, observed: {}, readAt: null })).toEqual([
      'Unknown, the host was never read',
      '未知，从未回读',
    ])
    // An older server does not say what was ordered.
    expect(said({ observed: { sale: true }, readAt: nine })[0]).toBe(
      'Read back as selling 2 March 2026, 09:00',
    )
  })
})
