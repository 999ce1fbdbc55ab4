import { describe, expect, it } from 'vitest'
import { exceptionEvidence } from '../../src/domain/index.ts'
import { InvalidInputError } from '../../src/errors/index.ts'
import { assertInvariants, type LifecycleInput, openRecord } from '../../src/machine/index.ts'
import { m1, p2 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, digestOf, paper, seen, start, terminal } from '../support/samples.ts'

const clocksOf = (differs: Partial<LifecycleInput>) =>
  Object.keys(openRecord(terminal(differs), { at: start }).context.deadlines)

describe('a record begins', () => {
  it('with a time to object for each charge of which something is open', () => {
    const charge = (chargeId: string, amount: number) => ({ chargeId, kind: 'rental', amount: cny(amount) })
    expect(clocksOf({ charges: [charge('owed', 1), charge('free', 0)] })).toEqual(['chargeObjection:owed'])
  })

  it('with the longest life of each pre-authorisation that is open, and of no other transaction', () => {
    const transaction = (
      ref: string,
      kind: 'sale' | 'preAuth',
      state: 'authorised' | 'voided' | 'captured',
    ) => ({
      ...{ ref, kind, state, amount: cny(5), occurredAt: '2026-03-01T09:00:00+08:00' },
      ...{ serial: null, test: false, resolution: null },
    })
    const transactions = [
      transaction('open', 'preAuth', 'authorised'),
      transaction('voided', 'preAuth', 'voided'),
      transaction('sale', 'sale', 'captured'),
    ]
    expect(clocksOf({ transactions })).toEqual(['preAuthMax:open'])
  })
})

describe('the exception by which a device serves two terminals', () => {
  const issuesOf = (differs: object, documents = {}) => {
    const evidence = paper('supporting_evidence', 'proof')
    const exception = { evidence, enteredBy: 'p1', verifiedBy: 'p2', ...differs }
    try {
      openRecord(terminal({ exception, documents }), { at: start })
      return []
    } catch (error) {
      return error instanceof InvalidInputError ? error.issues : error
    }
  }

  it.each(exceptionEvidence)('may rest on %s', (type) => {
    expect(issuesOf({ evidence: paper(type, 'proof') })).toEqual([])
  })

  it('rests on nothing else, on no other content of the same paper, and on two people', () => {
    expect(issuesOf({ evidence: paper('business_licence', 'proof') })).toEqual([
      { path: '/exception/evidence', code: 'EVIDENCE_UNSUITABLE' },
    ])
    const onFile = paper('supporting_evidence', 'proof')
    expect(issuesOf({}, { proof: onFile })).toEqual([])
    expect(issuesOf({}, { proof: { ...onFile, digest: digestOf('another') } })).toEqual([
      { path: '/exception/evidence/id', code: 'REFERENCE_IN_USE' },
    ])
    expect(issuesOf({ verifiedBy: 'p1' })).toEqual([
      { path: '/exception/verifiedBy', code: 'SECOND_PERSON_REQUIRED' },
    ])
  })
})

describe('a remedy', () => {
  it('that one person claims and another verifies breaks no invariant', async () => {
    const world = openPlay(terminal({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT' }] }))
    const evidence = [paper('repair_or_replacement_record')]
    await world.tell(m1, {
      ...{ type: 'hold.remedyClaimed', holdId: 'fault', kind: 'repair', performedBy: 'repairer', evidence },
    })
    expect(() => assertInvariants(world.history.at(-1) as never)).not.toThrow()
    await world.tell(p2, {
      ...{ type: 'hold.remedyVerified', holdId: 'fault', conclusion: 'it works', checkedAt: start },
      checked: seen('repair_or_replacement_record'),
    })
    expect((await world.context()).holds.fault?.remedy?.verifiedBy).toBe('p2')
    expect(() => assertInvariants(world.history.at(-1) as never)).not.toThrow()
  })
})
