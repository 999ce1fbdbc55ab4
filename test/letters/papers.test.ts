import { describe, expect, it } from 'vitest'
import { type Letter, lettersOf } from '../../src/letters/index.ts'
import { approved } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import { openPlayed, type Played, textsOf } from './kit.ts'

const lettersIn = async (world: Played): Promise<readonly Letter[]> =>
  lettersOf(await world.source(), { locale: 'en' })
const namesIn = async (world: Played) => (await lettersIn(world)).map(({ name }) => name)
const named = async (world: Played, name: string): Promise<Letter> =>
  (await lettersIn(world)).find((letter) => letter.name === name) ?? expect.fail(`no ${name}`)

const rejected = (resubmittable = true) =>
  ({
    type: 'review.rejected',
    applicationId: 'application-1',
    code: 'documents_incorrect',
    reason: 'cannot be read',
    resubmittable,
  }) as const
const again = {
  type: 'application.supplemented',
  applicationId: 'application-1',
  documents: [paper('business_licence', 'licence-2')],
  digest: digestOf('application-1b'),
} as const

describe('An application leaves its record and its result', () => {
  it('rejected twice, it has two notices of rejection, and one record with all its steps [R-032 R-137]', async () => {
    const world = openPlayed()
    await world.tell(m1, closureRequested())
    await world.tell(p1, rejected())
    await world.tell(m1, again)
    await world.tell(p1, rejected())
    expect((await namesIn(world)).filter((name) => name.startsWith('rejection'))).toEqual([
      'rejection_notice:application-1',
      'rejection_notice:application-1:2',
    ])
    const { facts } = await named(world, 'application_record:application-1')
    expect(facts).toMatchObject({
      decision: null,
      steps: [
        { event: 'closure.requested', by: 'merchant' },
        { event: 'review.rejected', by: 'provider', items: ['cannot be read'] },
        { event: 'application.supplemented' },
        { event: 'review.rejected' },
      ],
      papers: [{ type: 'closure_request' }, { type: 'business_licence' }, { type: 'business_licence' }],
    })
  })

  it('says until when what was rejected may be mended, and where it may not that it may not [R-139]', async () => {
    for (const resubmittable of [true, false]) {
      const world = openPlayed()
      await world.tell(m1, closureRequested())
      await world.tell(p1, rejected(resubmittable))
      const letter = await named(world, 'rejection_notice:application-1')
      const { resubmitUntil } = (await world.context()).deadlines
      const deadline = resubmittable ? resubmitUntil?.due : null
      expect(letter.facts).toMatchObject({ resubmittable, deadline, message: 'cannot be read' })
      expect(textsOf(letter).join('\n').includes('cannot be corrected')).toBe(!resubmittable)
    }
  })

  it('rejected and then overtaken, it was rejected', async () => {
    const world = openPlayed()
    await world.tell(m1, suspensionRequested())
    await world.tell(p1, rejected())
    await world.tell(
      m1,
      closureRequested({ applicationId: 'application-9', digest: digestOf('application-9') }),
    )
    expect((await named(world, 'result_notice:application-1')).facts).toMatchObject({ outcome: 'rejected' })
  })

  it('rejected, and then closed against the will of the merchant, it was rejected', async () => {
    const world = openPlayed()
    await world.tell(m1, suspensionRequested())
    await world.tell(p1, rejected())
    const reason = 'RULE_VIOLATION'
    await world.tell(p1, { type: 'closure.proposed', proposalId: 'proposal-1', reason, basis: 'lent' })
    await world.tell(p2, { type: 'closure.imposed', proposalId: 'proposal-1' })
    expect((await named(world, 'result_notice:application-1')).facts).toMatchObject({ outcome: 'rejected' })
  })

  it('whoever needs only a proof reads which one [R-111 R-115]', async () => {
    const world = openPlayed()
    await world.tell(p1, { type: 'hold.placed', holdId: 'net', code: 'NETWORK_FAULT' })
    const text = textsOf(await named(world, 'provider_notice:net')).join('\n')
    expect(text).toContain('As proof send: Test record of the device.')
    expect(text).not.toContain('With the application')
  })

  it('withdrawn, it was withdrawn; overtaken by another one, overtaken', async () => {
    const world = openPlayed()
    await world.tell(m1, suspensionRequested())
    await world.tell(
      m1,
      closureRequested({ applicationId: 'application-9', digest: digestOf('application-9') }),
    )
    await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-9' })
    expect((await named(world, 'result_notice:application-1')).facts).toMatchObject({ outcome: 'overtaken' })
    expect((await named(world, 'result_notice:application-9')).facts).toMatchObject({ outcome: 'withdrawn' })
  })

  it('approved for a later day, a closure has no result before that day [R-025]', async () => {
    const world = openPlayed()
    const effectiveDate = new Date(Date.parse(world.at()) + 5 * 86_400_000).toISOString()
    await world.tell(m1, closureRequested({ effectiveDate }))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    expect(await namesIn(world)).not.toContain('result_notice:application-1')
    await world.pass(6)
    const { facts, issuedAt } = await named(world, 'result_notice:application-1')
    expect(facts).toMatchObject({ outcome: 'closing' })
    expect(Date.parse(issuedAt)).toBeGreaterThanOrEqual(Date.parse(effectiveDate))
  })

  it('for a pause: from when and until when it rests', async () => {
    const world = openPlayed()
    const [from, until] = [5, 9].map((days) =>
      new Date(Date.parse(world.at()) + days * 86_400_000).toISOString(),
    )
    await world.tell(m1, suspensionRequested({ plannedPeriod: { from: from ?? '', until } }))
    await world.tell(p2, reviewApproved('application-1'))
    const { facts } = await named(world, 'result_notice:application-1')
    expect(facts).toMatchObject({ outcome: 'suspended', effectiveAt: from, until })
    // the merchant's own pause is no measure of the provider
    expect((await namesIn(world)).filter((name) => name.startsWith('provider_notice'))).toEqual([])
  })
})

describe('A closure that does not take place', () => {
  it('has a letter that says so, and that the device is tested first [R-025]', async () => {
    const world = openPlayed()
    await approved(world)
    await world.tell(p1, { type: 'closure.cancelled', requestedBy: 'merchant', reason: 'thought again' })
    const letter = await named(world, 'result_notice:application-1:cancelled')
    expect(letter.facts).toMatchObject({ outcome: 'cancelled', process: 'closure', testIsOwed: true })
  })

  it('that was only announced owes no test', async () => {
    const world = openPlayed()
    await world.tell(p1, {
      type: 'closure.proposed',
      proposalId: 'proposal-1',
      reason: 'DORMANT',
      basis: 'no sales',
    })
    await world.tell(p2, { type: 'closure.cancelled', requestedBy: 'provider', reason: 'sales again' })
    const letter = await named(world, 'result_notice:proposal-1:cancelled')
    expect(letter.facts).toMatchObject({ outcome: 'cancelled', applicationId: null, testIsOwed: false })
  })
})

describe('The notice of a closure [R-010]', () => {
  const proposed = async (reason: 'DORMANT' | 'RULE_VIOLATION') => {
    const world = openPlayed()
    await world.tell(p1, { type: 'closure.proposed', proposalId: 'proposal-1', reason, basis: 'no sales' })
    return named(world, 'closure_notice:proposal-1')
  }

  it('says why, how long the notice runs and from when, and how to object', async () => {
    const letter = await proposed('DORMANT')
    const { facts, issuedAt } = letter as Letter<'closure_notice'>
    expect(facts).toMatchObject({ grounds: 'no sales', urgent: false, notice: { amount: 30, unit: 'days' } })
    expect(Date.parse(facts.notBefore ?? '') - Date.parse(issuedAt)).toBe(30 * 86_400_000)
    const texts = textsOf(letter).join('\n')
    expect(texts).toContain('30 days from the day on which you are given it')
    expect(texts).toMatch(/no sales[\s\S]*object in writing/)
  })

  it('says where it may take effect at once', async () => {
    const letter = await proposed('RULE_VIOLATION')
    expect(letter.facts).toMatchObject({ urgent: true, notBefore: null })
    expect(textsOf(letter).join('\n')).toContain('may take effect at once')
  })
})

describe('The voucher of a settlement', () => {
  it('says of what the net is made, where the statement tells it [R-033]', async () => {
    const world = openPlayed()
    await approved(world)
    const parts = { gross: cny(50_300), fees: cny(300), net: cny(50_000) }
    await world.tell(sys, { type: 'settlement.stated', statementId: 's-1', upTo: world.at(), ...parts })
    const letter = await named(world, 'settlement_voucher:s-1')
    expect(letter.facts).toMatchObject(parts)
    const texts = ['Gross: ¥503.00', 'Fees: ¥3.00', 'Net: ¥500.00']
    expect(textsOf(letter)).toEqual(expect.arrayContaining(texts))
  })

  it('says the net alone where no more is told', async () => {
    const world = openPlayed()
    await approved(world)
    await world.tell(sys, { type: 'settlement.stated', statementId: 's-1', upTo: world.at(), net: cny(-500) })
    const letter = await named(world, 'settlement_voucher:s-1')
    expect(letter.facts).toMatchObject({ gross: null, fees: null, net: cny(-500) })
    expect(textsOf(letter).join('\n')).not.toMatch(/Gross|Fees/)
  })
})

describe("The provider's notices of a suspension [R-130]", () => {
  const placed = { type: 'hold.placed', holdId: 'case-5', code: 'LICENCE_EXPIRED' } as const

  it('end with the test that was owed, not with the approval', async () => {
    const world = openPlayed()
    await world.tell(p1, placed)
    await world.tell(m1, reinstatementRequested({ 'case-5': 'LICENCE_EXPIRED' }))
    await world.tell(p2, reviewApproved('application-2', ['business_licence']))
    expect(await namesIn(world)).not.toContain('provider_notice:case-5:lifted')
    const { entry } = await world.tell(p1, {
      type: 'test.passed',
      serial,
      kind: 'full',
      checks: ['power', 'signOn', 'network', 'cardReader', 'transaction', 'void'].map((name) => ({
        name: name as 'power',
        passed: true,
      })),
    })
    const letter = await named(world, 'provider_notice:case-5:lifted')
    expect(letter.issuedAt).toBe(entry?.at)
    expect((await named(world, 'result_notice:application-2')).facts).toMatchObject({ testIsOwed: true })
  })

  it('end when it is rescinded', async () => {
    const world = openPlayed()
    await world.tell(p1, placed)
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'case-5', reason: 'placed in error' })
    await world.tell(m1, { type: 'note.recorded', kind: 'note', text: 'thanks' })
    const letter = await named(world, 'provider_notice:case-5:lifted')
    expect(letter.facts).toMatchObject({ kind: 'lifted', reason: 'LICENCE_EXPIRED' })
  })

  it('say what an application needs, or that none is needed [R-115]', async () => {
    const world = openPlayed(terminal({ holds: [{ holdId: 'planned', code: 'SYSTEM_MAINTENANCE' }] }))
    await world.tell(p1, placed)
    const texts = textsOf(await named(world, 'provider_notice:case-5')).join('\n')
    expect(texts).toContain('Application to lift the suspension, Business licence.')
    const other = await named(world, 'provider_notice:planned')
    expect(other.facts).toMatchObject({ kind: 'maintenance', papers: [] })
    expect(textsOf(other).join('\n')).toContain('You need not apply for anything')
  })

  it('are made anew when a vague reason becomes a specific one, with what that restricts', async () => {
    const world = openPlayed()
    await world.tell(p1, { ...placed, code: 'FUNDS_ISSUE' })
    const act = { type: 'hold.reclassified', holdId: 'case-5', code: 'RULE_VIOLATION' } as const
    await world.tell(p1, { type: 'act.proposed', act })
    await world.tell(p2, act)
    expect((await named(world, 'provider_notice:case-5')).facts).toMatchObject({
      reason: 'FUNDS_ISSUE',
      restricts: ['sale', 'preAuth'],
    })
    expect((await named(world, 'provider_notice:case-5:2')).facts).toMatchObject({
      reason: 'RULE_VIOLATION',
      restricts: ['sale', 'preAuth', 'refund', 'payout'],
    })
  })
})
