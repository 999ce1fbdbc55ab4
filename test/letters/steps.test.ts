import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/domain/index.ts'
import { type Letter, type LetterSource, lettersOf } from '../../src/letters/index.ts'
import type { HoldPlaced } from '../../src/schemas/index.ts'
import { m1, p1, recorder } from '../support/people.ts'
import {
  closureRequested,
  digestOf,
  paper,
  reinstatementRequested,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import { openPlayed, type Played } from './kit.ts'

const lettersIn = async (world: Played, viewer?: Role) =>
  lettersOf(await world.source(), { locale: 'en', viewer })
const recordIn = async (world: Played, applicationId: string) =>
  (await lettersIn(world)).find(
    (one): one is Letter<'application_record'> & Letter => one.name === `application_record:${applicationId}`,
  )?.facts ?? expect.fail('no record')

const hidden: HoldPlaced = {
  type: 'hold.placed',
  holdId: 'case-5',
  code: 'RULE_VIOLATION',
  disclosure: 'hidden',
  caps: ['payout'],
  release: 'application',
}
const rejected = {
  type: 'review.rejected',
  applicationId: 'application-1',
  code: 'documents_incorrect',
  reason: 'cannot be read',
  resubmittable: true,
} as const
const again = (turn: number) =>
  ({
    type: 'application.supplemented',
    applicationId: 'application-1',
    documents: [paper('business_licence', `licence-${turn}`)],
    digest: digestOf(`application-1-${turn}`),
  }) as const

describe('An application is told step by step', () => {
  it('each rejection has a notice of its own name', async () => {
    const world = openPlayed()
    await world.tell(m1, closureRequested())
    for (const turn of [1, 2]) {
      await world.tell(p1, rejected)
      await world.tell(m1, again(turn))
    }
    await world.tell(p1, rejected)
    const names = (await lettersIn(world)).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('rejection'))).toEqual([
      'rejection_notice:application-1',
      'rejection_notice:application-1:2',
      'rejection_notice:application-1:3',
    ])
  })

  it('what was rejected and mended since was overtaken, and not rejected', async () => {
    const world = openPlayed()
    await world.tell(m1, suspensionRequested())
    await world.tell(p1, rejected)
    await world.tell(m1, again(1))
    const other = { applicationId: 'application-9', digest: digestOf('application-9') }
    await world.tell(m1, closureRequested(other))
    expect((await recordIn(world, 'application-1')).decision).toBe('overtaken')
  })

  it('what names a hidden hold is no item of it, in a rejection and in a question [I15]', async () => {
    const world = openPlayed(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await world.tell(p1, { ...hidden, words: 'the police asked' })
    const applicationId = 'application-1'
    const filed = { applicationId, digest: digestOf(applicationId) }
    await world.tell(recorder, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, filed))
    const items = ['a clearer scan', 'what the police asked about']
    await world.tell(p1, { type: 'review.informationRequested', applicationId, items })
    await world.tell(m1, again(1))
    await world.tell(p1, { ...rejected, reason: 'first see case-5' })
    const { steps } = await recordIn(world, applicationId)
    expect(steps.map((step) => step.items)).toEqual([[], ['a clearer scan'], [], []])
    expect(JSON.stringify(await lettersIn(world))).not.toMatch(/case-5|police/)
  })

  it('a paper that proves an open cause and a hidden one is told of, as the papers of the open one are', async () => {
    const world = openPlayed(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await world.tell(p1, hidden)
    const types = ['reinstatement_request', 'business_licence', 'rectification_report'] as const
    const asked = reinstatementRequested(
      { licence: 'LICENCE_EXPIRED', 'case-5': 'RULE_VIOLATION' },
      { documents: types.map((type) => paper(type)) },
    )
    const [ofLicence, ofCase] = asked.request.remedies
    const remedies = [
      { ...ofLicence, evidence: ['business_licence'] },
      { ...ofCase, evidence: ['business_licence', 'rectification_report'] },
    ] as typeof asked.request.remedies
    await world.tell(recorder, { ...asked, request: { ...asked.request, remedies } })
    const { papers } = await recordIn(world, 'application-2')
    expect(papers.map(({ type }) => type)).toEqual(['reinstatement_request', 'business_licence'])
  })

  it('a paper that was claimed for an open cause before is told of', async () => {
    const world = openPlayed(terminal({ holds: [{ holdId: 'net', code: 'NETWORK_FAULT' }] }))
    const report = paper('device_test_record')
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId: 'net', evidence: [report] })
    await world.tell(m1, closureRequested({ documents: [...closureRequested().documents, report] }))
    const { papers } = await recordIn(world, 'application-1')
    expect(papers.map(({ type }) => type)).toEqual([
      'closure_request',
      'business_licence',
      'device_test_record',
    ])
  })

  it('the provider and its systems read on which entry a letter rests, and nobody else', async () => {
    const world = openPlayed()
    const known: Readonly<Partial<Record<Role, boolean>>> = { provider: true, system: true, merchant: false }
    for (const [viewer, isKnown] of Object.entries(known))
      for (const { basis } of await lettersIn(world, viewer as Role))
        expect(Object.hasOwn(basis, 'seq'), viewer).toBe(isKnown)
  })

  it('a request of an older journal keeps its name, and its reason is no item of it', async () => {
    const { record, entries } = await openPlayed().source()
    const reason = 'NO_LONGER_NEEDED'
    const cause = { type: 'closure.requested', applicationId: 'old-1', reason, by: m1 }
    const old = { seq: 2, at: '2026-03-02T02:00:00.000Z', from: record.value, to: record.value, cause }
    const source = { record, entries: [...entries, old] } as unknown as LetterSource
    const letter = (await lettersOf(source, { locale: 'en' })).find(
      ({ type }) => type === 'application_record',
    )
    expect(letter).toMatchObject({ name: 'application_record:old-1', facts: { reasons: [reason] } })
    expect(letter?.facts).toMatchObject({ steps: [{ event: 'closure.requested', items: [] }] })
  })
})
