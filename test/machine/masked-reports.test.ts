import { describe, expect, test } from 'vitest'
import { type EventType, isTold, maskedReport, profileOf, proseOfReports } from '../../src/domain/index.ts'
import { type Answer, createLifecycle, step } from '../../src/machine/index.ts'
import { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved } from '../support/closure.ts'
import { sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { serial } from '../support/samples.ts'
import { stringsOf } from '../support/schema-strings.ts'
import { secrets } from '../support/secrets.ts'
import { eventSchemas, openStrings, plantings, toldSchemas } from '../support/told-events.ts'
import { reportersOf } from './configurations.ts'

const world = openPlay()
await approved(world)
const record = await world.record()
const at = world.at()
const all = plantings(record, at)
const kinds = Object.values(secrets)
/** Each secret in turn: which of them stands where makes no difference. */
const secretFor = (place: number): string => kinds[place % kinds.length] ?? ''

const reporter = (type: EventType) => reportersOf(profileOf(type).roles)[0] ?? sys
const tell = (event: LifecycleEvent, commandId = 'first', to = record): Answer =>
  step(to, { commandId, at, actor: reporter(event.type), event })
const accepted = (answer: Answer) => {
  if (!answer.accepted) expect.fail(JSON.stringify(answer.blockers))
  return answer
}
const nameOf = (path: string): string => path.split('/').at(-1) ?? ''

describe('a report that holds a secret', () => {
  test('is tried in every string that is a reference or is read by people', () => {
    expect(all.length).toBeGreaterThanOrEqual(50)
    expect(new Set(all.map(({ type }) => type))).toEqual(
      new Set(toldSchemas.filter(([, schema]) => openStrings(schema).length > 0).map(([type]) => type)),
    )
  })

  test('names what people read in it as prose, and nothing else', () => {
    const tellable = eventSchemas.filter(([type]) => isTold(type) || profileOf(type).roles.includes('system'))
    const prose = tellable.flatMap(([, schema]) =>
      stringsOf(schema)
        .filter(({ judge, path }) => !path.includes('/facts/') && judge.safeParse('people read it').success)
        .map(({ path }) => nameOf(path)),
    )
    expect([...proseOfReports].toSorted()).toEqual([...new Set(prose)].toSorted())
  })

  test('is told from one whose teller has a name like a mark', () => {
    const event = { type: 'device.lost', serial: 'masked-0a1b2c', kind: 'lost' } as LifecycleEvent
    const actor = { ...reporter('device.lost'), personId: 'masked-0a1b2c' }
    const { issues } = accepted(step(record, { commandId: 'first', at, actor, event }))
    const marked = issues.filter(({ code }) => code === 'REFERENCE_MASKED').map(({ data }) => data?.path)
    expect(marked).toEqual(['/serial'])
  })

  test('is kept with a mark in its place, by its schema as by the machine, and an issue tells where [C-01]', () => {
    for (const [place, { type, path, event }] of all.entries()) {
      const secret = secretFor(place)
      const { entry, issues, record: after } = accepted(tell(event(secret)))
      expect(JSON.stringify([entry, after]), `${type} ${path}`).not.toContain(secret)
      const marked = issues.filter(({ code }) => code === 'REFERENCE_MASKED').map(({ data }) => data?.path)
      expect(marked, `${type} ${path}`).toEqual([path])
      // what chance had left out may stand in a part that is not whole
      if (!LifecycleEvent.safeParse(event('plain-1')).success) continue
      expect(entry?.cause).toMatchObject(LifecycleEvent.parse(event(secret)))
    }
  })

  test('told again changes nothing, and with another number it is another report [C-01]', () => {
    const [one = '', other = ''] = kinds
    for (const { type, path, event } of all.filter((_, place) => place % 2 === 0)) {
      const first = accepted(tell(event(one)))
      expect(accepted(tell(event(one), 'again', first.record)).noop, `${type} ${path}`).toBe(true)
      if (proseOfReports.has(nameOf(path))) continue
      const second = accepted(tell(event(other), 'second', first.record))
      // as two references without a secret are one or two
      const plain = accepted(tell(event('plain-1')))
      const { noop } = accepted(tell(event('plain-2'), 'second', plain.record))
      expect(second.noop, `${type} ${path}`).toBe(noop)
    }
  })

  test('is kept by what a system says, whatever its type; a person is refused by the door [C-01]', () => {
    const [secret = ''] = kinds
    const note = { type: 'note.recorded', kind: 'note', text: `paid with ${secret}` } as const
    const { entry, issues } = accepted(step(record, { commandId: 'c', at, actor: sys, event: note }))
    expect(entry?.cause).toMatchObject({ text: 'paid with [REDACTED]' })
    expect(issues).toMatchObject([{ code: 'REFERENCE_MASKED', data: { path: '/text' } }])
    expect(LifecycleEvent.safeParse(note).success).toBe(false)
  })

  test('in the id of its order is refused by the schema: another id would be another order', () => {
    const [secret = ''] = kinds
    expect(LifecycleEvent.safeParse({ type: 'order.confirmed', orderId: `${secret}/1/0` }).success).toBe(
      false,
    )
  })
})

test('a wipe without leave is read from its journal as it was, whatever else was noted of it', async () => {
  const life = openPlay()
  const wipe = { type: 'erasure.completed', serial, method: 'purge', tool: `by ${secretFor(0)}` }
  const { issues } = await life.tell(sys, maskedReport(wipe, 'system') as LifecycleEvent)
  expect(issues.map(({ code }) => code)).toEqual(['REFERENCE_MASKED', 'UNAUTHORISED_ERASURE'])
  expect(createLifecycle().fold(life.entries)).toEqual(await life.record())
})
