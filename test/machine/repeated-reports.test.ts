import { expect, it } from 'vitest'
import { type EventType, eventTypes, profileOf } from '../../src/domain/index.ts'
import { createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import { assertInvariants } from '../../src/machine/invariants.ts'
import { approved, clearingParts, confirmed, readClosed } from '../support/closure.ts'
import { diceOf } from '../support/dice.ts'
import { p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { eventFor } from '../support/random-events.ts'
import { cny } from '../support/samples.ts'
import { allConfigurations, reportersOf } from './configurations.ts'

const { step } = createLifecycle()
const reports = eventTypes.filter((type) => profileOf(type).kind === 'report' && type !== 'timer.due')
const day = 86_400_000

/** One of the configurations is made by hand, and goes on with the next event, whatever that is. */
const settled = (record: LifecycleRecord): LifecycleRecord => {
  const event = { type: 'note.recorded', kind: 'note', text: 'looked in' } as const
  const answer = step(record, { commandId: 'note', at: record.at, actor: p1, event })
  return answer.accepted ? answer.record : record
}

/** Tells it, and tells it again under another name, at once and after a week; what differs is a fault. */
const twice = (start: LifecycleRecord, type: EventType, seed: number): string | undefined => {
  const record = settled(start)
  const at = (later: number) => new Date(Date.parse(record.at) + later).toISOString()
  const dice = diceOf(seed)
  const event = eventFor(type, record, dice, at(1_000))
  const actor = dice.one(reportersOf(profileOf(type).roles))
  const first = step(record, { commandId: 'first', at: at(1_000), actor, event })
  if (!first.accepted) return `${type} was refused`
  assertInvariants(first.record)
  for (const later of [2_000, 2 * day]) {
    const again = step(first.record, { commandId: `again-${later}`, at: at(later), actor, event })
    const isSilent = again.accepted && again.noop && again.entry === null && again.orders.length === 0
    if (!isSilent || again.record !== first.record)
      return `${type} in ${JSON.stringify(record.value)}: ${JSON.stringify(event)}`
  }
  return undefined
}

it('every report told twice changes nothing the second time, in each of the 147 configurations [OQ-28]', {
  timeout: 600_000,
}, async () => {
  let told = 0
  const faults: (string | undefined)[] = []
  for (const record of await allConfigurations())
    for (const type of reports)
      for (const seed of [1, 2, 3]) {
        told += 1
        faults.push(twice(record, type, seed))
      }
  const found = faults.filter((fault) => fault !== undefined)
  console.log(`${told} reports told three times, ${found.length} changed something the second time`)
  expect(found).toEqual([])
})

it('all that was told on the way to the end is known there: told again after the closure it changes nothing [OQ-28]', async () => {
  const world = openPlay()
  const told: Parameters<typeof world.send>[] = []
  const heard = {
    ...world,
    tell: (...[actor, event]: Parameters<typeof world.tell>) => {
      if (profileOf(event.type).kind === 'report' || event.type === 'settlement.stated')
        told.push([actor, event])
      return world.tell(actor, event)
    },
  }
  for (const part of [approved, ...clearingParts, confirmed, readClosed]) await part(heard)
  await world.pass(30)
  const before = await world.record()
  for (const [actor, event] of told) {
    const answer = await world.tell(actor, event)
    expect({ type: event.type, noop: answer.noop }).toEqual({ type: event.type, noop: true })
  }
  expect(await world.record()).toBe(before)
  expect(told.length).toBeGreaterThan(10)
})

it('another content under a known name is a new report: it is kept, and looked at [OQ-28]', async () => {
  const world = openPlay()
  for (const part of [approved, ...clearingParts, confirmed, readClosed]) await part(world)
  const before = await world.context()
  const uploaded = {
    type: 'batch.uploaded',
    serial: Object.keys(before.devices)[0] ?? '',
    batchNo: 'batch-1',
    upTo: world.at(),
    count: 9,
    total: cny(9),
    hostTotals: { count: 9, total: cny(9) },
  } as const
  const { noop } = await world.tell(p1, uploaded)
  expect(noop).toBe(false)
  expect((await world.context()).tail.length).toBe(before.tail.length + 1)
})
