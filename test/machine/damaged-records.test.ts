import { describe, expect, it } from 'vitest'
import { migrate, openRecord } from '../../src/machine/index.ts'
import { isHolder, type Way } from '../support/damage.ts'
import { cny, start, terminal } from '../support/samples.ts'
import { golden } from './damage-laws.ts'

describe('an item of a ledger', () => {
  const [record] = golden
  const [paper] = Object.values(record?.context.documents ?? {})

  it.each(['__proto__', 'constructor', 'toString'])('bears no name that every object has: %s', (name) => {
    // as JSON brings it: an own key, which no literal can write
    const documents = JSON.parse(JSON.stringify({ [`${name}`]: paper }))
    const named = { ...record, context: { ...record?.context, documents } }
    expect(() => migrate(named)).toThrow(`is damaged at /context/documents/${name}.`)
  })

  it('is found under a name with a slash and a tilde in it', () => {
    const documents = { 'a/b~c': { ...paper, digest: 7 } }
    const named = { ...record, context: { ...record?.context, documents } }
    expect(() => migrate(named)).toThrow('is damaged at /context/documents/a~1b~0c/digest.')
  })
})

describe('a state', () => {
  it.each([
    ['live', 'names no state below a parallel one'],
    ['closing', 'names no state below one that has some'],
    [{ live: 'inService' }, 'lacks a region'],
    [{ live: { service: 'suspended', application: 'none' } }, 'stops above its leaf'],
    [{ live: { service: 'inService', application: 'none', mood: 'sunny' } }, 'has a region more'],
    [{ closing: 'nowhere' }, 'is not of the chart'],
  ] as readonly (readonly [unknown, string])[])('%j is damaged: it %s', (value) => {
    const [record] = golden
    expect(() => migrate({ ...record, value })).toThrow('is damaged at /value')
  })
})

describe('an issue of a record', () => {
  const issue = { code: 'CURRENCY_MISMATCH', at: start, eventSeq: 3, ref: 'x', data: { of: 1 } }
  const withIssue = (differs: object) => {
    const record = openRecord(terminal(), { at: start })
    return { ...record, context: { ...record.context, issues: [{ ...issue, ...differs }] } }
  }

  it('is read whole', () => {
    expect(() => migrate(withIssue({}))).not.toThrow()
    expect(() => migrate(withIssue({ ref: undefined }))).not.toThrow()
  })

  it.each([
    ['code', 'NO_SUCH_CODE'],
    ['at', 'yesterday'],
    ['eventSeq', -1],
    ['ref', 7],
  ])('is damaged where its %s is: %j', (name, value) => {
    expect(() => migrate(withIssue({ [name]: value }))).toThrow(`is damaged at /context/issues/0/${name}.`)
  })
})

describe('a clock', () => {
  const id = 'chargeObjection:charge-1'
  const { policy, deadlines, ...context } = openRecord(
    terminal({ charges: [{ chargeId: 'charge-1', kind: 'rental', amount: cny(5) }] }),
    { at: start },
  ).context
  const withClock = (differs: Partial<(typeof deadlines)[string]>) => ({
    ...openRecord(terminal(), { at: start }),
    context: { ...context, policy, deadlines: { [id]: { ...deadlines[id], ...differs } } },
  })

  it('is refused where it could not be counted day by day', () => {
    expect(() => migrate(withClock({}))).not.toThrow()
    const tooFar = [{ due: '2099-01-01T00:00:00Z' }, { status: 'paused', remaining: 10_001 }] as const
    for (const differs of tooFar)
      expect(() => migrate(withClock(differs))).toThrow(`is damaged at /context/deadlines/${id}.`)
    expect(() => migrate(withClock({ due: '2099-01-01T00:00:00Z', status: 'fired' }))).not.toThrow()
  })

  it('is refused where its end would have no date', () => {
    const record = withClock({})
    const clocks = { ...policy.clocks, retention: { amount: 300_000, unit: 'years' } }
    const endless = { ...record, context: { ...record.context, policy: { ...policy, clocks } } }
    expect(() => migrate(endless)).toThrow('is damaged at /context/policy/clocks/retention/amount.')
  })
})

/** Without what a record may lack, and with what a later release may add. */
const otherRelease = (value: unknown, way: Way = []): unknown => {
  if (Array.isArray(value)) return value.map((item) => otherRelease(item, [...way, '0']))
  if (!isHolder(value)) return value
  const lacking = new Set([
    'onBehalfOf',
    'mandateRef',
    'validTo',
    'supersedes',
    'data',
    'outcome',
    'charged',
    'passedOn',
  ])
  const kept = Object.entries(value).filter(
    ([name]) =>
      !lacking.has(name) &&
      !(way.includes('feeTables') && name === 'until') &&
      way.at(-1) !== 'capabilities' &&
      !(way.includes('issues') && name === 'ref'),
  )
  return Object.fromEntries(kept.map(([name, item]) => [name, otherRelease(item, [...way, name])]))
}

describe('a stored record of the same format by another release', () => {
  it.each(golden)('is read without what a record may lack: $lifecycleId', (record) => {
    const lacking = otherRelease(record)
    expect(lacking).not.toEqual(record)
    expect(migrate(lacking)).toBe(lacking)
  })

  it('is read with what it has beside, and keeps that', () => {
    const [record] = golden
    const richer = { ...record, context: { ...record?.context, mood: 'sunny' }, host: 7 }
    expect(migrate(richer)).toBe(richer)
  })
})
