import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Duty,
  defaultDuties,
  duties,
  type EventType,
  eventTypes,
  profileOf,
  suspensionReasons,
} from '../../src/domain/index.ts'
import { dutiesOn, type LifecycleContext } from '../../src/machine/index.ts'
import { ruleFor } from '../../src/machine/rules/index.ts'
import { onlyAs, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { terminal } from '../support/samples.ts'

const at = '2026-03-02T10:00:00+08:00'
let context: LifecycleContext
beforeAll(async () => {
  context = await openPlay().context()
})

const lacks = (type: EventType, own: readonly Duty[], said: object = {}): boolean =>
  ruleFor(type)(context, { type, by: onlyAs(p1, ...own), at, ...said } as never).some(
    ({ code }) => code === 'DUTY_REQUIRED',
  )

/** A hold asks for a duty only where its reason is a matter of money or of the rules. */
const said = (type: EventType) => (type.startsWith('hold.') ? { code: 'RULE_VIOLATION' } : {})
const others = duties.filter((duty) => duty !== 'auditor')
const byProvider = eventTypes.filter((type) => profileOf(type).roles.includes('provider'))

describe('the duties of the provider’s people', () => {
  it.each(byProvider.filter((type) => defaultDuties[type]))('%s: its own will do, no other does', (type) => {
    const own = defaultDuties[type] ?? []
    for (const duty of others)
      expect({ duty, lacks: lacks(type, [duty], said(type)) }).toEqual({ duty, lacks: !own.includes(duty) })
    expect(lacks(type, [], said(type))).toBe(true)
    expect(lacks(type, others, said(type))).toBe(false)
  })

  it.each(byProvider.filter((type) => !defaultDuties[type]))('%s is open to each of them', (type) => {
    for (const duty of others) expect({ duty, lacks: lacks(type, [duty]) }).toEqual({ duty, lacks: false })
    expect(lacks(type, [])).toBe(false)
  })

  it.each(byProvider)('%s is not for who only looks on', (type) => {
    expect(lacks(type, ['auditor'], said(type))).toBe(true)
  })

  it('a hold that is a matter of technology asks for none', () => {
    const grave = suspensionReasons.filter((code) => lacks('hold.placed', ['technician'], { code }))
    expect(grave).toContain('ACCOUNT_ARREARS')
    expect(grave).toContain('AUTHORITY_ORDER')
    expect(grave).not.toContain('NETWORK_FAULT')
    expect(grave).not.toContain('HARDWARE_FAULT')
  })

  it('whose work it is to end a hold depends on that hold', async () => {
    const holds = [
      { holdId: 'grave', code: 'ACCOUNT_ARREARS' },
      { holdId: 'broken', code: 'NETWORK_FAULT' },
    ] as const
    const record = await openPlay(terminal({ holds })).record()
    const on = (ref?: string) => dutiesOn(record, { clearedBy: ['hold.lifted'], ...(ref && { ref }) })
    expect(on('grave')).toEqual(duties.filter((duty) => defaultDuties['hold.lifted']?.includes(duty)))
    expect(on('grave').length).toBeGreaterThan(0)
    expect(on('broken')).toEqual([])
    // of which hold nobody says: it may be a grave one
    expect(on()).toEqual(on('grave'))
  })

  it('every event that the table names can be sent by the provider', () => {
    const named = Object.keys(defaultDuties) as EventType[]
    expect(named.filter((type) => !profileOf(type).roles.includes('provider'))).toEqual([])
  })
})
