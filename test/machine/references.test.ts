import { beforeAll, describe, expect, it } from 'vitest'
import { type BlockerCode, isTold, profileOf } from '../../src/domain/index.ts'
import { createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import { ruleFor } from '../../src/machine/rules/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, run, saleOff } from '../support/closure.ts'
import { diceOf } from '../support/dice.ts'
import { m1, p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { eventFor } from '../support/random-events.ts'
import { cny, paper, serial, terminal } from '../support/samples.ts'
import { type SchemaString, stringsOf } from '../support/schema-strings.ts'
import { eventSchemas } from '../support/told-events.ts'
import { reportersOf } from './configurations.ts'
import { elsewhere, heard, made, requestedBy } from './references.ts'

const nowhere = 'no-such-7'
const noOrder = 'other-life/3/0'

/** Places in which an event names something by its id, as `type/path`. */
const isName = ({ path, judge }: SchemaString): boolean =>
  /(Id|Ref|No|[Ss]erial|serialNumber|\/ref|\/for|Ids\/\*|evidence\/\*|token)$/.test(path) &&
  [nowhere, noOrder].some((name) => judge.safeParse(name).success) &&
  !path.includes('/facts/') &&
  !path.startsWith('/act/')
const places = eventSchemas.flatMap(([type, schema]) =>
  [
    ...new Set(
      stringsOf(schema)
        .filter(isName)
        .map(({ path }) => path),
    ),
  ].map((path) => ({
    type,
    path,
    place: `${type}${path}`,
  })),
)

/** A terminal with something of everything, on its way out. */
const full = async (): Promise<LifecycleRecord> => {
  const world = openPlay(
    terminal({
      devices: [{ serial, owner: 'provider', tenancy: 'sole' }],
      charges: [{ chargeId: 'c', kind: 'rental', amount: cny(30) }],
    }),
  )
  await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'ACCOUNT_ARREARS', chargeId: 'c' })
  await run(world, approved, saleOff)
  await world.tell(m1, { type: 'request.made', requestId: 'r', kind: 'support' })
  await world.tell(p1, { type: 'document.added', document: paper('damage_report', 'd') })
  await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(0) })
  await byTwo(world, {
    type: 'obligation.carriedOver',
    obligationId: 'o',
    kind: 'deposit',
    ref: 'deposit-1',
    amount: cny(10),
    owner: 'acquirer-1',
    basis: 'insolvent',
    reviewAt: '2027-01-01T00:00:00+08:00',
  })
  return world.record()
}

describe('What an event names by its id', () => {
  let record: LifecycleRecord
  beforeAll(async () => {
    record = await full()
  })

  const requests = places.filter(({ type }) => !isTold(type))
  const reports = places.filter(({ type }) => isTold(type))

  it('is looked up, begins with it, or is kept elsewhere: there is no other name', () => {
    const all = { ...requestedBy, ...heard }
    const known = (place: string) => place in all || made.has(place) || elsewhere.has(place)
    expect(places.map(({ place }) => place).filter((place) => !known(place))).toEqual([])
    const there = new Set(places.map(({ place }) => place))
    const listed = [...Object.keys(all), ...made, ...elsewhere]
    expect(listed.filter((place) => !there.has(place))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
  })

  it.each(requests.filter(({ place }) => place in requestedBy))(
    'is refused where it is not there: $place',
    ({ type, path, place }) => {
      const { code, says, isOfWhole } = requestedBy[place] ?? expect.fail(place)
      const by = [p1, m1, sys].find(({ role }) => profileOf(type).roles.includes(role)) ?? p1
      const name = path.endsWith('orderId') ? noOrder : nowhere
      const event = { type, by, at: record.at, ...says(name) } as never
      const found = ruleFor(type)(record.context, event)
      if (isOfWhole) expect(found.map((blocker) => blocker.code)).toContain(code)
      else expect(found.map((blocker) => `${blocker.code} ${blocker.ref}`)).toContain(`${code} ${name}`)
    },
  )

  it('is an issue of what is told where it is not there, or changes nothing', () => {
    const at = new Date(Date.parse(record.at) + 1_000).toISOString()
    const { step } = createLifecycle()
    for (const { type, path, place } of reports.filter(({ place }) => place in heard)) {
      const [actor = sys] = reportersOf(profileOf(type).roles)
      const field = path.slice(1)
      const name = field === 'orderId' ? noOrder : nowhere
      const event = { ...eventFor(type, record, diceOf(7), at), [field]: name } as LifecycleEvent
      const answer = step(record, { commandId: 'c', at, actor, event })
      const codes: readonly BlockerCode[] = answer.accepted ? answer.issues.map(({ code }) => code) : []
      const wanted = heard[place]
      if (wanted === null) expect(answer.accepted, place).toBe(true)
      else expect(codes, place).toContain(wanted)
    }
  })
})
