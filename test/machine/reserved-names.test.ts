import { describe, expect, it } from 'vitest'
import { isReservedCharge } from '../../src/machine/facts/charges.ts'
import { isLateFactId } from '../../src/machine/facts/closing.ts'
import { deviceOfHold, isReservedHold } from '../../src/machine/facts/holds.ts'
import { inherited } from '../../src/machine/rules/door.ts'
import { p1 } from '../support/people.ts'
import { start } from '../support/samples.ts'

/** Why an event is refused whose field bears a name that every object has. */
const taken = (field: string, value: unknown = 'constructor') =>
  inherited({ type: 'note.recorded', by: p1, at: start, [field]: value } as never).map(({ code }) => code)

describe('names that the machine gives', () => {
  it.each(['suspension:1', 'lost:123:4', 'reactivation:1', 'evidence:paper-1'])(
    'are nobody’s to give to a hold: %s',
    (name) => expect(isReservedHold(name)).toBe(true),
  )

  it.each(['settlement:net', 'dispute:case-1', 'overpayment:p-1', 'deposit:d-1'])(
    'are nobody’s to give to a charge or a payment: %s',
    (name) => expect(isReservedCharge(name)).toBe(true),
  )

  it.each(['lost', 'my-lost:1', 'settlement', 'my-settlement:1', 'late:', ''])(
    'are those alone: a name that resembles them is anybody’s: %s',
    (name) => {
      expect(isReservedHold(name)).toBe(false)
      expect(isReservedCharge(name)).toBe(false)
      expect(isLateFactId(name)).toBe(false)
    },
  )

  it('of a late fact say which event told of it', () => {
    expect(isLateFactId('late:17')).toBe(true)
    for (const name of ['late:x', 'late:17b', 'too-late:17']) expect(isLateFactId(name)).toBe(false)
  })

  it('of a hold for a loss say which device is lost, whatever its number is made of', () => {
    const hold = (holdId: string, code = 'DEVICE_LOST', serial?: string) =>
      ({ holdId, code, ...(serial && { serial }) }) as Parameters<typeof deviceOfHold>[0]
    expect(deviceOfHold(hold('lost:SN:1:12'))).toBe('SN:1')
    expect(deviceOfHold(hold('lost:SN-1:12', 'DEVICE_LOST', 'SN-2'))).toBe('SN-2')
    expect(deviceOfHold(hold('lost:SN-1:12', 'HARDWARE_FAULT'))).toBeUndefined()
    for (const name of ['lost:SN-1:', 'lost:SN-1:12x', 'lost::12', 'my-lost:SN-1:12'])
      expect(deviceOfHold(hold(name))).toBeUndefined()
  })
})

describe('a name that every object has', () => {
  it.each(['holdId', 'orderRef', 'ref', 'trackingNo', 'serial', 'oldSerial'])(
    'names nothing of a terminal: %s',
    (field) => expect(taken(field)).toEqual(['REFERENCE_IN_USE']),
  )

  it.each(['words', 'reference', 'href', 'notes'])('is a word like any other in free text: %s', (field) =>
    expect(taken(field)).toEqual([]),
  )

  it('is looked for among names alone', () => {
    expect(taken('holdId', 'hold-1')).toEqual([])
    expect(taken('holdId', 7)).toEqual([])
  })
})
