import { describe, expect, it } from 'vitest'
import { clockNames, defaultPolicy } from '../../src/domain/index.ts'
import { InvalidInputError } from '../../src/errors/index.ts'
import { LifecyclePolicy, policyFrom } from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'

const issues = (input: unknown) => {
  try {
    return policyFrom(input)
  } catch (error) {
    return error instanceof InvalidInputError
      ? error.issues.map(({ code, path }) => `${code} ${path}`)
      : error
  }
}

describe('a policy', () => {
  it('is the default one when nothing differs', () => {
    expect(LifecyclePolicy.parse(defaultPolicy)).toEqual(defaultPolicy)
    expect(policyFrom({})).toEqual(defaultPolicy)
  })

  it('takes what differs, clock by clock, and leaves its base alone', () => {
    const before = structuredClone(defaultPolicy)
    const policy = policyFrom({
      clocks: { informationDue: { amount: 14, unit: 'workingDays' } },
      appealAllowed: false,
    })
    expect(policy).toEqual({
      ...defaultPolicy,
      appealAllowed: false,
      clocks: { ...defaultPolicy.clocks, informationDue: { amount: 14, unit: 'workingDays' } },
    })
    expect(policyFrom({ verifyAttempts: 5 }, policy)).toEqual({ ...policy, verifyAttempts: 5 })
    expect(defaultPolicy).toEqual(before)
    expect(LifecyclePolicy.parse(policy)).toEqual(policy)
  })

  it('lacks no clock', () => {
    const { [clockNames[0] as 'informationDue']: _first, ...others } = defaultPolicy.clocks
    expect(codesOf(LifecyclePolicy, { ...defaultPolicy, clocks: others })).toEqual([
      `REQUIRED /clocks/${clockNames[0]}`,
    ])
  })

  it.each([
    [{ clocks: { lunchBreak: { amount: 1, unit: 'hours' } } }, ['UNKNOWN_FIELD /clocks/lunchBreak']],
    [{ clocks: { depositDue: { amount: -1, unit: 'days' } } }, ['TOO_SMALL /clocks/depositDue/amount']],
    [
      { clocks: { depositDue: { amount: 1.5, unit: 'weeks' } } },
      ['WRONG_TYPE /clocks/depositDue/amount', 'NOT_ALLOWED_VALUE /clocks/depositDue/unit'],
    ],
    [{ clocks: { retention: { amount: 400_000, unit: 'days' } } }, ['TOO_LARGE /clocks/retention/amount']],
    [{ clocks: { retention: { amount: 3650, unit: 'years' } } }, ['TOO_LARGE /clocks/retention/amount']],
    [{ verifyAttempts: 0, colour: 1 }, ['TOO_SMALL /verifyAttempts', 'UNKNOWN_FIELD /colour']],
    [
      { feeTables: [{ version: 'v1', from: '2026-02-01', until: '2026-01-01' }] },
      ['PERIOD_REVERSED /feeTables/0/until'],
    ],
    [{ feeTables: [1, 2].map(() => ({ version: 'v1', from: '2026-01-01' })) }, ['DUPLICATE_ITEM /feeTables']],
    // what would change nothing is a slip
    [{ urgentBases: ['NO_LONGER_NEEDED'] }, ['NOT_ALLOWED_VALUE /urgentBases/0']],
    [{ mayHide: ['merchant'] }, ['NOT_ALLOWED_VALUE /mayHide/0']],
    [{ mayHoldMoney: ['merchant'] }, ['NOT_ALLOWED_VALUE /mayHoldMoney/0']],
    [{ mayReportDisputes: ['serviceProvider'] }, ['NOT_ALLOWED_VALUE /mayReportDisputes/0']],
    [
      { extraPapers: { closure: { LICENCE_EXPIRED: [{ type: 'waiver' }] } } },
      ['UNKNOWN_FIELD /extraPapers/closure/LICENCE_EXPIRED'],
    ],
    [{ extraPapers: { replacement: {} } }, ['UNKNOWN_FIELD /extraPapers/replacement']],
    [{ clocks: { reminder: { amount: 1, unit: 'days' } } }, ['UNKNOWN_FIELD /clocks/reminder']],
    [{ urgentBases: ['BAD_MOOD'] }, ['NOT_ALLOWED_VALUE /urgentBases/0']],
    ['strict', ['WRONG_TYPE ']],
  ])('of %j is refused and says where', (input, codes) => {
    expect(issues(input)).toEqual(codes)
  })

  it('is not replaced through a prototype', () => {
    expect(issues(JSON.parse('{"__proto__":{"appealAllowed":false}}'))).toEqual(['UNKNOWN_FIELD /__proto__'])
    expect(policyFrom({}).appealAllowed).toBe(defaultPolicy.appealAllowed)
  })
})
