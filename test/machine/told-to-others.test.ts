import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/domain/index.ts'
import { type LifecycleRecord, outstanding, requirements } from '../../src/machine/index.ts'
import { m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { paper, reinstatementRequested, terminal } from '../support/samples.ts'

const reason = 'LICENCE_EXPIRED'
const held = (differs: object = {}) =>
  openPlay(terminal({ holds: [{ holdId: 'open-1', code: reason }], ...differs }))

/** The same life, where nobody but the provider may know of the hold. */
const hiding = ({ context, ...record }: LifecycleRecord): LifecycleRecord => {
  const holds = Object.entries(context.holds).map(([id, hold]) => [id, { ...hold, disclosure: 'hidden' }])
  return { ...record, context: { ...context, holds: Object.fromEntries(holds) } }
}

/** What is asked of a reader, by both ways to ask; they say the same codes. */
function codesFor(record: LifecycleRecord, viewer: Role): readonly string[] {
  const { errors: _, deadlines: __, ...lists } = requirements(record, { at: record.at, viewer })
  const codes = Object.values(lists).flatMap((items) => items.map(({ code }) => code))
  const own = outstanding(record, { at: record.at, viewers: [viewer] })[viewer]
  expect(Object.values(own).flatMap((items) => items.map(({ code }) => code))).toEqual(codes)
  return codes
}

describe('others than the provider', () => {
  it('are not told what the review of an application lacks that rests on a hidden hold', async () => {
    const world = held()
    await world.tell(m1, reinstatementRequested({ 'open-1': reason }))
    const record = await world.record()
    expect(codesFor(record, 'merchant')).toContain('FACTS_UNCHECKED')
    expect(codesFor(hiding(record), 'provider')).toContain('FACTS_UNCHECKED')
    expect(codesFor(hiding(record), 'merchant')).not.toContain('FACTS_UNCHECKED')
  })

  it('are not told of what is to be followed up among the people of the provider', async () => {
    const world = held()
    const escalation = { type: 'note.recorded', kind: 'escalation', text: 'who calls?' } as const
    await world.tell(p1, { ...escalation, visibility: 'internal', followUpId: 'ours' })
    const record = await world.record()
    expect(codesFor(record, 'provider')).toContain('FOLLOW_UP_OPEN')
    expect(codesFor(record, 'merchant')).not.toContain('FOLLOW_UP_OPEN')
  })

  it('are not told which paper of a hidden hold is no good for another one', async () => {
    const expired = paper('business_licence', 'licence-1', { validTo: '2020-01-01T00:00:00Z' })
    const world = held({ documents: { 'licence-1': expired } })
    await world.tell(p1, { type: 'hold.placed', holdId: 'case-5', code: reason, disclosure: 'hidden' })
    const record = await world.record()
    const ofCase = (differs: object) => {
      const documents = { 'licence-1': { ...record.context.documents['licence-1'], ...differs } }
      return { ...record, context: { ...record.context, documents } } as LifecycleRecord
    }
    const told = (life: LifecycleRecord, viewer: Role) =>
      JSON.stringify(requirements(life, { at: record.at, viewer })).includes('licence-1')
    expect(told(record, 'merchant')).toBe(true)
    expect(told(ofCase({ for: 'case-5' }), 'provider')).toBe(true)
    expect(told(ofCase({ for: 'case-5' }), 'merchant')).toBe(false)
  })
})
