import { describe, expect, it } from 'vitest'
import { processActs } from '../../../examples/merchant-portal/src/case/acts.ts'
import { attemptsOf } from '../../../examples/merchant-portal/src/case/attempts.ts'
import { isoDay, joinDay, splitDay } from '../../../examples/merchant-portal/src/case/days.ts'
import {
  applicationStatusOf,
  endedRegions,
  statesIn,
  statusOf,
  suspendedStepOf,
} from '../../../examples/merchant-portal/src/case/states.ts'
import { byNeed, turnsOf, withoutUntold } from '../../../examples/merchant-portal/src/case/turns.ts'
import { isUnclear } from '../../../examples/merchant-portal/src/case/unclear.ts'
import { wayOutOf } from '../../../examples/merchant-portal/src/case/way-out.ts'
import type { JournalItem, RequirementView } from '../../../src/contract/index.ts'
import { blockerCodes, leafStates } from '../../../src/domain/index.ts'

const held = { live: { service: { suspended: 'held' }, application: 'rejected' } }
const need = (code: string, differs: Partial<RequirementView> = {}): RequirementView =>
  ({ code, owner: 'merchant', clearedBy: [], ...differs }) as RequirementView
const requirements = (differs: object) => ({
  requirements: {
    ...{
      currentlyDue: [],
      eventuallyDue: [],
      pastDue: [],
      pendingVerification: [],
      errors: [],
      deadlines: [],
    },
    ...differs,
  },
})

describe('How a terminal stands', () => {
  it('is one of four kinds, whatever state it is in', () => {
    expect(statusOf(held)).toEqual({ kind: 'stopped', code: 'suspended' })
    expect(statusOf({ live: { service: 'inService', application: 'none' } }).kind).toBe('done')
    expect(statusOf({ closing: 'confirming' }).kind).toBe('waits')
    expect(statusOf('closed').kind).toBe('done')
    expect(statusOf('somethingNew').kind).toBe('waits')
  })

  it('names the open application, and what a suspension waits for', () => {
    expect(applicationStatusOf(held)).toEqual({ kind: 'todo', code: 'rejected' })
    expect(suspendedStepOf({ live: { service: { suspended: 'testing' } } })).toBe('testing')
    expect(suspendedStepOf(held)).toBeUndefined()
  })

  it('names the obligations of a closure that have ended', () => {
    const state = { closing: { clearing: { acceptance: 'done', settlement: 'open' } } }
    expect(statesIn(state)).toContain('closing.clearing.settlement.open')
    expect(
      endedRegions(state).every((region) => (leafStates as readonly string[]).includes(`${region}.done`)),
    ).toBe(true)
    expect(endedRegions(state)).toEqual(['acceptance'])
  })
})

describe('Whose turn it is', () => {
  it('is sorted by whom it waits for, and by when', () => {
    const late = need('DEVICE_NOT_RETURNED', { due: '2026-05-20', ref: 'SN-1' })
    const about = requirements({
      pastDue: [late],
      currentlyDue: [
        late,
        need('CHARGES_OUTSTANDING', { due: '2026-06-01' }),
        need('NO_STATEMENT', { owner: 'provider' }),
      ],
      eventuallyDue: [need('BACKUP_MISSING')],
    })
    const { mine, theirs, later } = turnsOf(about)
    expect(mine.map(({ code, isOverdue }) => [code, isOverdue])).toEqual([
      ['DEVICE_NOT_RETURNED', true],
      ['CHARGES_OUTSTANDING', false],
    ])
    expect(theirs.map(({ code }) => code)).toEqual(['NO_STATEMENT'])
    expect(later.map(({ code }) => code)).toEqual(['BACKUP_MISSING'])
  })

  it('leaves a late device with the merchant until it is declared unreturned', () => {
    const late = {
      owner: 'provider' as const,
      clearedBy: ['device.received', 'device.declaredUnreturned'] as const,
    }
    const { mine } = turnsOf(requirements({ pastDue: [need('DEVICE_NOT_RETURNED', late)] }))
    expect(mine.map(wayOutOf)).toEqual([{ event: 'device.shipped', path: '/devices' }])
    const travelling = need('DEVICE_NOT_RETURNED', { owner: 'provider', clearedBy: ['device.received'] })
    expect(turnsOf(requirements({ pastDue: [travelling] })).mine).toEqual([])
  })

  it('is one item where it cannot be told, whatever it is made of', () => {
    const items = [
      need('NOTICE_MISSING', { owner: 'provider', ref: 'h' }),
      need('REASON_UNKNOWN', { ref: 'h' }),
    ]
    const hidden = turnsOf(requirements({ currentlyDue: [need('CONTACT_PROVIDER', { owner: 'provider' })] }))
    const vague = turnsOf(requirements({ currentlyDue: items }))
    expect(withoutUntold(vague, ['h'])).toEqual(withoutUntold(hidden, []))
  })

  it('puts terminals first that wait for the merchant, the earliest date before the others', () => {
    const turns = (...mine: string[]) =>
      turnsOf(requirements({ currentlyDue: mine.map((due) => need('X', { due })) }))
    const sorted = [turns(), turns('2026-06-01'), turns('2026-05-01', '2026-07-01')].sort(byNeed)
    expect(sorted.map(({ mine }) => mine[0]?.due)).toEqual(['2026-05-01', '2026-06-01', undefined])
  })

  it('leads to the page where it is done, an application before a paper alone', () => {
    const blocker = {
      code: 'DOCUMENTS_INCOMPLETE',
      owner: 'merchant',
      clearedBy: ['document.added', 'reinstatement.requested'],
    } as const
    expect(wayOutOf(blocker)?.path).toBe('/apply/reinstatement')
    expect(wayOutOf({ ...blocker, owner: 'provider' })).toBeUndefined()
  })
})

describe('What may be done', () => {
  const action = (event: string, codes: readonly string[] = []) =>
    ({
      event,
      enabled: codes.length === 0,
      blockers: codes.map((code) => ({ code, owner: 'merchant', clearedBy: [] })),
      overdue: false,
    }) as never

  it('is not kept back by papers that come with the application', () => {
    const actions = [
      action('closure.requested', ['DOCUMENTS_INCOMPLETE']),
      action('reinstatement.requested', ['APPLICATION_OPEN']),
    ]
    const acts = processActs({ actions }, true)
    expect(acts.map(({ process, blockers }) => [process, blockers.length])).toEqual([
      ['reinstatement', 1],
      ['closure', 0],
    ])
  })

  it('has one sentence for what cannot be told, whatever it is', () => {
    expect(isUnclear('CONTACT_PROVIDER')).toBe(true)
    expect(isUnclear('unknown(SOMETHING_NEW)')).toBe(true)
    expect(blockerCodes.filter(isUnclear).length).toBeGreaterThan(4)
    expect(isUnclear('DOCUMENTS_INCOMPLETE')).toBe(false)
  })
})

describe('A day in three boxes', () => {
  it('keeps what was typed, and is a day only where there is one', () => {
    expect(splitDay(joinDay('2026', '3', ''))).toEqual(['2026', '3', ''])
    expect(isoDay('2026-3-2')).toBe('2026-03-02')
    expect(isoDay('2026-02-31')).toBeUndefined()
    expect(isoDay('2026-3-')).toBeUndefined()
    expect(joinDay('', '', '')).toBe('')
  })
})

describe('Applications by attempt', () => {
  const entry = (at: string, cause: object) =>
    ({ at, cause, actor: { role: 'merchant' } }) as unknown as JournalItem

  it('keep each the reason of its own decision', () => {
    const attempts = attemptsOf([
      entry('1', { type: 'reinstatement.requested', request: { applicationId: 'a-1' } }),
      entry('2', { type: 'review.rejected', code: 'documents_incorrect', reason: 'unreadable' }),
      entry('3', { type: 'application.supplemented' }),
      entry('4', { type: 'review.approved' }),
    ])
    expect(attempts.map(({ attempt, decision }) => [attempt, decision?.type, decision?.reason])).toEqual([
      [2, 'review.approved', undefined],
      [1, 'review.rejected', 'unreadable'],
    ])
  })
})
