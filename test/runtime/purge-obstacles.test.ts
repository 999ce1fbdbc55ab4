import { describe, expect, it } from 'vitest'
import { retentionCn } from '../../src/domain/index.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import { lifeObstacles, openMatters } from '../../src/runtime/purge-obstacles.ts'
import { deadline, order, recordWith } from './records.ts'

const closedAt = '2026-03-02T10:00:00+08:00'
const later = '2036-03-03T10:00:00+08:00'
const inForty = '2040-01-01T00:00:00Z'

const closedWith = (differs: object) => {
  const record = recordWith({ closedAt }, 1)
  return { ...record, context: { ...record.context, ...differs } as LifecycleContext }
}
const obstaclesTo = (differs: object) => lifeObstacles(closedWith(differs), retentionCn.life, later)

const payout = { amount: 500, excess: 0, status: 'ordered', reference: 'p' }
const hold = (more: object) => ({
  holds: { h1: { holdId: 'h1', code: 'ACCOUNT_DISPUTE', status: 'effective', eased: false, ...more } },
})
const tailItem = { kind: 'dispute.closed', eventSeq: 7, at: closedAt, ref: 'd1', open: true }
const followUp = { id: 'after:keepVouchers', kind: 'keepVouchers', due: closedAt, done: false }
const obligation = {
  ...{
    obligationId: 'o1',
    kind: 'dispute',
    ref: 'd1',
    amount: { amount: 0, currency: 'CNY' },
    discharged: false,
  },
}

describe('A life is kept for what is open, ten years and a day after its closure', () => {
  it.each([
    ['a dispute', 'DISPUTE_OPEN', 'd1', { disputes: { d1: { caseId: 'd1', status: 'open' } } }],
    ['an order under way', 'NOT_YET_DUE', 'l/0/1', { orders: { 'l/0/1': order('l/0/1') } }],
    ['a clock', 'NOT_YET_DUE', 'verifyDue', { deadlines: { verifyDue: deadline('verifyDue', inForty) } }],
    [
      'a clock that is stopped',
      'NOT_YET_DUE',
      'verifyDue',
      { deadlines: { verifyDue: deadline('verifyDue', inForty, 'paused') } },
    ],
    [
      'a number that rests',
      'NOT_YET_DUE',
      'tidQuarantine',
      { deadlines: { tidQuarantine: deadline('tidQuarantine', inForty) } },
    ],
    [
      'a number whose rest was ended too early',
      'NOT_YET_DUE',
      'tidQuarantine',
      { deadlines: { tidQuarantine: deadline('tidQuarantine', inForty, 'fired') } },
    ],
    [
      'its own clock, which is longer than the rule',
      'NOT_YET_DUE',
      'retention',
      { deadlines: { retention: { ...deadline('verifyDue', inForty), id: 'retention', name: 'retention' } } },
    ],
    ['a legal hold', 'LEGAL_HOLD', 'h1', hold({ caps: ['erasure'] })],
    ['a legal hold that begins later', 'LEGAL_HOLD', 'h1', hold({ caps: ['erasure'], status: 'planned' })],
    ['what was told too late', 'FOLLOW_UP_OPEN', 'late:7', { tail: [tailItem] }],
    ['what two people carried over', 'OBLIGATION_OPEN', 'o1', { carriedOver: { o1: obligation } }],
    [
      'what two people carried over and nobody did in time',
      'OBLIGATION_OPEN',
      'o1',
      {
        carriedOver: { o1: obligation },
        deadlines: { 'obligationDue:o1': deadline('verifyDue', closedAt, 'fired') },
      },
    ],
    ['a payout that is on its way', 'PAYOUT_PENDING', undefined, { payouts: { p: payout } }],
  ] as const)('because of %s', (_, code, ref, differs) => {
    expect(obstaclesTo(differs)).toContainEqual(expect.objectContaining({ code, ref }))
  })

  it.each([
    ['nothing', {}],
    ['a dispute that was decided', { disputes: { d1: { caseId: 'd1', status: 'closed' } } }],
    ['an order that was carried out', { orders: { 'l/0/1': order('l/0/1', 'confirmed') } }],
    ['a clock that has ended', { deadlines: { verifyDue: deadline('verifyDue', inForty, 'cancelled') } }],
    ['a number that has rested', { deadlines: { tidQuarantine: deadline('tidQuarantine', closedAt) } }],
    ['a hold that limits sale', hold({ caps: ['sale'] })],
    ['a legal hold that was lifted', hold({ caps: ['erasure'], status: 'lifted' })],
    ['a legal hold that two people eased', hold({ caps: ['erasure'], eased: true })],
    ['late facts that were seen to', { tail: [{ ...tailItem, open: false }] }],
    [
      'a clock of its own that was taken back',
      { deadlines: { retention: { ...deadline('verifyDue', inForty, 'cancelled'), name: 'retention' } } },
    ],
    ['advice to its merchant', { followUps: { [followUp.id]: followUp } }],
  ] as const)('but not because of %s', (_, differs) => {
    expect(obstaclesTo(differs)).toEqual([])
  })

  it('and its papers as well, whatever their years', () => {
    expect(openMatters(closedWith({ tail: [tailItem] }), later)).not.toEqual([])
    expect(openMatters(recordWith({}, 1), later)).toEqual([{ code: 'NOT_ALLOWED_IN_STATE' }])
  })

  it('until the very instant at which its years have passed', () => {
    const asked = (at: string) => lifeObstacles(closedWith({}), retentionCn.life, at)
    expect(asked('2036-03-02T01:59:59.999Z')).toHaveLength(1)
    expect(asked('2036-03-02T02:00:00.000Z')).toEqual([])
  })

  it('and says the later one of its own clock and of the rule', () => {
    const retention = { ...deadline('verifyDue', inForty), id: 'retention', name: 'retention' }
    const asked = (years: number) =>
      lifeObstacles(closedWith({ deadlines: { retention } }), { years, basis: 'a law' }, later)
    expect(asked(11)).toEqual([{ code: 'NOT_YET_DUE', ref: 'retention', due: inForty }])
    expect(asked(20)).toEqual([{ code: 'NOT_YET_DUE', ref: 'retention', due: '2046-03-02T02:00:00.000Z' }])
  })

  it('unless neither a clock nor a rule says that it may go', () => {
    const asked = (years: number | null) => lifeObstacles(closedWith({}), { years, basis: 'a law' }, later)
    expect(asked(null)).toEqual([{ code: 'NOT_YET_DUE', ref: 'retention' }])
    expect(asked(11)).toEqual([{ code: 'NOT_YET_DUE', ref: 'retention', due: '2037-03-02T02:00:00.000Z' }])
  })
})
