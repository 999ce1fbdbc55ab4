import { describe, expect, it } from 'vitest'
import { type ClockName, clockNames, clockProfiles, defaultPolicy } from '../../src/domain/index.ts'
import {
  createLifecycle,
  type Deadline,
  type LifecycleRecord,
  type Requirement,
  requirements,
} from '../../src/machine/index.ts'
import { m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import type { ClockCase } from './clock-case.ts'
import { clockCases } from './clock-cases.ts'

const { open, step, availableActions } = createLifecycle()

const blank = {
  ref: null,
  rule: { amount: 1, unit: 'days' },
  calendar: { id: 'x', version: 'x', known: true },
  startedAt: '2026-03-02T00:00:00Z',
  status: 'running',
  remaining: null,
  enables: [],
} as const

const deadlineOf = ({ context }: LifecycleRecord, name: ClockName): Deadline | undefined =>
  Object.values(context.deadlines).findLast((deadline) => deadline.name === name)

/** Who was told of this clock, and who was given work, since it ran out. */
const toldOf = ({ context }: LifecycleRecord, id: string) => {
  const orders = Object.values(context.orders)
  return {
    notices: orders.flatMap(({ kind, params }) =>
      kind === 'notify' && params.ref === id && params.template === 'deadline_passed'
        ? [params.audience]
        : [],
    ),
    tickets: orders.flatMap(({ kind, params }) =>
      kind === 'openTicket' && params.ref === id ? [params.department] : [],
    ),
  }
}

/** In `pastDue` for the provider: under its own name, or as that which is waited for. */
const isPastDue = (record: LifecycleRecord, { id, ref, due }: Deadline, at: string) =>
  requirements(record, { at, actor: p1 }).pastDue.some(
    (item) =>
      item.ref === id || (item.due === due && (item.ref === ref || item.ref === undefined || ref === null)),
  )

const isShown = (record: LifecycleRecord, { id }: Deadline, at: string) =>
  requirements(record, { at, actor: p1 }).deadlines.some(
    (deadline) => deadline.id === id && deadline.status === 'fired',
  )

/** It runs, and nobody has done anything yet. */
const untilStarted = async (name: ClockName): Promise<[World, Deadline]> => {
  const { reach, input, policy } = clockCases[name] ?? expect.fail(name)
  const world = openPlay(input, undefined, undefined, { ...defaultPolicy, ...policy })
  await reach(world)
  const started = deadlineOf(await world.record(), name) ?? expect.fail(`${name} was not started`)
  expect(started.status, name).toBe('running')
  return [world, started]
}

/** Nobody but the clock does anything until its time is over. */
const passUntilDue = (world: World, { due }: Deadline): Promise<void> =>
  world.pass(Math.max(0, Date.parse(due) - Date.parse(world.at())) / 86_400_000 + 0.01)

/** What they waited for begins, or lapses, in the same step. */
const spent: ReadonlySet<ClockName> = new Set([
  'closureStart',
  'resumeNoticeDue',
  'damageDecisionDue',
  'assessmentDue',
])

const untilFired = async (name: ClockName): Promise<[World, Deadline]> => {
  const [world, started] = await untilStarted(name)
  await passUntilDue(world, started)
  const last = (await world.context()).deadlines[started.id]
  // one whose time lapses in the same step may have left since
  const fired = last ?? { ...started, status: 'cancelled' as const }
  expect(fired.status, name).toBe(spent.has(name) ? 'cancelled' : 'fired')
  return [world, fired]
}

/** Not waited for any longer, or anew. */
const isGone = ({ context }: LifecycleRecord, { id, due }: Deadline): boolean => {
  const now = context.deadlines[id]
  return now === undefined || now.status === 'cancelled' || now.status === 'paused' || now.due !== due
}

const withEnds = (Object.entries(clockCases) as [ClockName, ClockCase][]).flatMap(([name, { end, ends }]) =>
  [end, ...(ends ?? [])].flatMap((part, index) => (part ? [[name, index, part] as const] : [])),
)

describe('every clock that runs out', () => {
  it.each(Object.keys(clockCases) as ClockName[])(
    'is seen by its audience, and gone when its reason is: %s',
    async (name) => {
      const { tells, ticket, expires } = clockProfiles[name]
      const [world, fired] = await untilFired(name)
      const record = await world.record()
      const { notices, tickets } = toldOf(record, fired.id)
      expect(notices, name).toEqual(tells)
      expect(tickets, name).toEqual(ticket === null ? [] : [ticket])
      expect(isPastDue(record, fired, world.at()), name).toBe(!expires)
      expect(isShown(record, fired, world.at()), name).toBe(!expires)
    },
  )

  it.each(withEnds.filter(([name]) => !clockProfiles[name].expires))(
    'is past due no longer once its reason is gone: %s %i',
    async (name, _, end) => {
      const [world, fired] = await untilFired(name)
      await end(world)
      const after = await world.record()
      const late = { ...fired, due: after.context.deadlines[fired.id]?.due ?? fired.due }
      expect(isPastDue(after, late, world.at()), `${name} is still past due`).toBe(false)
      expect(isShown(after, fired, world.at()), `${name} is still shown`).toBe(false)
    },
  )

  it.each(withEnds.filter(([name, index]) => index > 0 || !clockCases[name]?.endsLate))(
    'never runs out where its reason goes first: %s %i',
    async (name, _, end) => {
      const [world, started] = await untilStarted(name)
      await end(world)
      expect(isGone(await world.record(), started), `${name} still runs`).toBe(true)
    },
  )

  it.each([
    ['closureStart', 'closure_started'],
    ['holdStart', 'service_suspended'],
  ] as const)('tells the merchant of what begins by itself: %s', async (name, template) => {
    const [world] = await untilFired(name)
    const orders = Object.values((await world.context()).orders)
    const told = orders.flatMap(({ params }) =>
      'template' in params && params.template === template ? [params.audience] : [],
    )
    expect(told).toContain('merchant')
  })

  it('has a case that is told, not made by hand: each but those that belong to another clock', () => {
    const untold = clockNames.filter((name) => !Object.hasOwn(clockCases, name))
    expect(untold).toEqual(['reminder', 'again'])
  })

  it.each(clockNames)('tells whom its profile names, and no one else: %s', async (name) => {
    const opened = open(terminal(), { at: '2026-03-02T00:00:00Z', commandId: 'open' }).record
    // waits for what is left to empty, and nothing is before a closure
    const record = name === 'drainDue' ? await (await untilStarted(name))[0].record() : opened
    const due = new Date(Date.parse(record.at) + 86_400_000).toISOString()
    const deadline = { ...blank, id: name, name, due } as Deadline
    const before = { ...record, context: { ...record.context, deadlines: { [name]: deadline } } }
    const answer = step(before, { commandId: 'timer', at: due, timer: name })
    if (!answer.accepted) return expect.fail(name)
    const { tells, ticket, expires } = clockProfiles[name]
    const { notices, tickets } = toldOf(answer.record, name)
    expect([notices, tickets]).toEqual([tells, ticket === null ? [] : [ticket]])
    const found = requirements(answer.record, { at: due, actor: p1 })
    // a terminal that is given up shows it as that which is waited for
    const isIt = (item: Requirement) => item.ref === name || (name === 'drainDue' && item.due === due)
    expect(found.pastDue.some(isIt)).toBe(!expires)
    const merchant = requirements(answer.record, { at: due, actor: m1 })
    const isMerchants = !expires && (tells as readonly string[]).includes('merchant')
    expect(merchant.pastDue.some(isIt)).toBe(isMerchants)
    const late = availableActions(answer.record, { at: due, actor: p1 }).filter(({ overdue }) => overdue)
    const named: readonly string[] = [...clockProfiles[name].ends, ...clockProfiles[name].enables]
    expect(late.every(({ event }) => !expires && named.includes(event))).toBe(true)
  })
})
