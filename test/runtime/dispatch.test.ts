import { describe, expect, it } from 'vitest'
import { createRuntime, memoryStore, type Store } from '../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { asP1, m1, p1, p2, sys } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'
import { note, rig } from './rig.ts'

const lifecycleId = 'life-1'
const command = (commandId: string, event: LifecycleEvent = note(commandId), actor = p1) => ({
  lifecycleId,
  commandId,
  actor,
  event,
})

describe('dispatch', () => {
  it('gives a command that is sent again the same answer and does nothing twice', async () => {
    const { runtime, clock } = await rig()
    const first = await runtime.dispatch(command('c-1'))
    clock.tick(1_000)
    await runtime.dispatch(command('c-2'))
    expect(await runtime.dispatch(command('c-1'))).toEqual(first)
    expect(await collect(runtime.journal(lifecycleId, asP1))).toHaveLength(3)
  })

  it('gives orders, clocks and issues again as they were then', async () => {
    const { runtime } = await rig()
    const lose: LifecycleEvent = { type: 'device.lost', serial: '123-456-789', kind: 'lost' }
    const first = await runtime.dispatch(command('c-1', lose, m1))
    const found: LifecycleEvent = { type: 'device.found', serial: '123-456-789', where: 'in a drawer' }
    const second = await runtime.dispatch(command('c-2', found, m1))
    const third = await runtime.dispatch(
      command('c-3', { type: 'device.found', serial: '999', where: 'in a bus' }, m1),
    )
    expect(first).toMatchObject({
      orders: expect.arrayContaining([expect.objectContaining({ kind: 'revokeKeys' })]),
    })
    expect(first.accepted && first.deadlines.length).toBeGreaterThan(0)
    expect(third).toMatchObject({ issues: [{}] })
    await runtime.drain()
    expect(await runtime.dispatch(command('c-1', lose, m1))).toEqual(first)
    expect(await runtime.dispatch(command('c-2', found, m1))).toEqual(second)
    expect(
      await runtime.dispatch(command('c-3', { type: 'device.found', serial: '999', where: 'in a bus' }, m1)),
    ).toEqual(third)
  })

  it('answers a thousand copies of one command that arrive together with one effect', async () => {
    const { runtime } = await rig()
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => runtime.dispatch(command('c-1'))))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await runtime.get(lifecycleId, asP1))?.version).toBe(1)
  })

  it('takes many commands for one record that arrive together, each once', async () => {
    const { runtime } = await rig()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => runtime.dispatch(command(`c-${n}`))),
    )
    const versions = answers.map((answer) => answer.accepted && answer.record.version)
    expect(versions.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 1),
    )
  })

  it('lets two processes that race for each version lose no command', async () => {
    const { runtime, make } = await rig({
      environment: { ...(await rig()).environment, sleep: async () => {} },
    })
    const other = make()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 ? runtime : other).dispatch(command(`c-${n}`))),
    )
    expect(answers.every(({ accepted }) => accepted)).toBe(true)
    expect((await runtime.get(lifecycleId, asP1))?.version).toBe(40)
    expect(await runtime.audit()).toEqual([])
  })

  it('refuses another event, or another person, under a command id that was used', async () => {
    const { runtime } = await rig()
    await runtime.dispatch(command('c-1'))
    const reused = { issues: [{ path: '/commandId', code: 'COMMAND_ID_REUSED' }] }
    await expect(runtime.dispatch(command('c-1', note('something else')))).rejects.toMatchObject(reused)
    await expect(runtime.dispatch(command('c-1', note('c-1'), p2))).rejects.toMatchObject(reused)
    expect((await runtime.get(lifecycleId, asP1))?.version).toBe(1)
  })

  it('takes the same command from a person whose duties have changed meanwhile', async () => {
    const { runtime } = await rig()
    const first = await runtime.dispatch(command('c-1'))
    expect(await runtime.dispatch(command('c-1', note('c-1'), { ...p1, duties: ['warehouse'] }))).toEqual(
      first,
    )
  })

  it('refuses a sender that has seen another version, and keeps nothing of it', async () => {
    const { runtime } = await rig()
    await runtime.dispatch(command('c-1'))
    await expect(runtime.dispatch({ ...command('c-2'), expectedVersion: 0 })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      expected: 0,
      actual: 1,
    })
    expect(await runtime.dispatch({ ...command('c-2'), expectedVersion: 1 })).toMatchObject({
      accepted: true,
    })
    // an answer that is kept is given whatever version is named now
    expect(await runtime.dispatch({ ...command('c-2'), expectedVersion: 0 })).toMatchObject({
      accepted: true,
    })
  })

  it.each([-1, 0.5, Number.NaN, '1'])('refuses a version that is none: %s', async (expectedVersion) => {
    const { runtime } = await rig()
    const asked = { ...command('c-1'), expectedVersion: expectedVersion as number }
    await expect(runtime.dispatch(asked)).rejects.toMatchObject({
      issues: [{ path: '/expectedVersion' }],
    })
  })

  it('keeps a refusal, gives it again, and changes nothing by it', async () => {
    const { runtime } = await rig()
    const lift = command('c-1', { type: 'hold.rescinded', holdId: 'hold-1', reason: 'placed in error' }, p2)
    const refused = await runtime.dispatch(lift)
    expect(refused).toMatchObject({ accepted: false, blockers: [{ code: 'HOLD_UNKNOWN' }] })
    await runtime.dispatch(command('c-2', { type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' }))
    expect(await runtime.dispatch(lift)).toEqual(refused)
    expect(await runtime.dispatch({ ...lift, commandId: 'c-3' })).toMatchObject({ accepted: true })
    expect((await runtime.get(lifecycleId, asP1))?.version).toBe(2)
  })

  it('accepts a repeat by its natural key without a new version', async () => {
    const { runtime } = await rig()
    const hold: LifecycleEvent = { type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' }
    await runtime.dispatch(command('c-1', hold))
    expect(await runtime.dispatch(command('c-2', hold))).toMatchObject({
      accepted: true,
      noop: true,
      entry: null,
    })
    expect((await runtime.get(lifecycleId, asP1))?.version).toBe(1)
    expect(await runtime.audit()).toEqual([])
  })

  it('names what is wrong with an event and never what was in it', async () => {
    const { runtime } = await rig()
    const event = {
      type: 'device.found',
      serial: '?!',
      where: 7,
      extra: 'surprise',
    } as unknown as LifecycleEvent
    const error = await runtime.dispatch(command('c-1', event)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'INVALID_INPUT' })
    expect(error).toMatchObject({
      issues: expect.arrayContaining([expect.objectContaining({ path: '/event/serial' })]),
    })
    expect(JSON.stringify(error)).not.toContain('surprise')
    expect((await runtime.get(lifecycleId, asP1))?.version).toBe(0)
  })

  it.each([
    [{ type: 'note.recorded', kind: 'note', text: 'x', password: 'p' }, '/event/password'],
    [{ type: 'note.recorded', kind: 'note', text: 'card 4111 1111 1111 1111' }, '/event/text'],
  ])('refuses secrets and card numbers in %o', async (event, path) => {
    const { runtime } = await rig()
    const sent = runtime.dispatch(command('c-1', event as LifecycleEvent))
    await expect(sent).rejects.toMatchObject({ code: 'FORBIDDEN_FIELD', paths: [path] })
  })

  it('has no way in for the events of its own clock', async () => {
    const { runtime } = await rig()
    const event = { type: 'timer.due', deadlineId: 'verifyDue' } as unknown as LifecycleEvent
    await expect(runtime.dispatch(command('c-1', event, sys))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it.each(['', 'a\nb', 'x'.repeat(256), 'timer:verifyDue:2026', 'claim:life-1/1/0', 'life-1/1/0#0', 7])(
    'refuses the command id %j',
    async (commandId) => {
      const { runtime } = await rig()
      const sent = runtime.dispatch({ ...command('c-1'), commandId: commandId as string })
      await expect(sent).rejects.toMatchObject({ issues: [{ path: '/commandId' }] })
    },
  )

  it.each([
    [{ ...p1, role: 'admin' }, '/actor/role'],
    [{ ...p1, personId: '' }, '/actor/personId'],
    [{ ...p1, duties: ['king'] }, '/actor/duties/0'],
    [{ ...p1, duties: undefined }, '/actor/duties'],
    [{ ...p1, onBehalfOf: 'provider' }, '/actor/onBehalfOf'],
    [null, '/actor'],
  ])('refuses the actor %o', async (actor, path) => {
    const { runtime } = await rig()
    const sent = runtime.dispatch(command('c-1', note('x'), actor as typeof p1))
    await expect(sent).rejects.toMatchObject({ issues: [{ path }] })
  })

  it('keeps of an actor only what an actor has', async () => {
    const { runtime } = await rig()
    await runtime.dispatch(command('c-1', note('x'), { ...p1, session: 'abc' } as typeof p1))
    const [, entry] = await collect(runtime.journal(lifecycleId, asP1))
    expect(entry?.actor).toEqual(p1)
  })

  it('says so when there is no such record', async () => {
    const { runtime } = await rig()
    const sent = runtime.dispatch({ ...command('c-1'), lifecycleId: 'life-9' })
    await expect(sent).rejects.toMatchObject({
      issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_UNKNOWN' }],
    })
    await expect(runtime.checkClosure('life-9', { actor: m1 })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await runtime.get('life-9', asP1)).toBeUndefined()
  })

  it('hides a hidden hold from the merchant, in the first answer and in the repeated one', async () => {
    const { runtime } = await rig()
    const hold: LifecycleEvent = {
      type: 'hold.placed',
      holdId: 'secret-hold',
      code: 'AUTHORITY_ORDER',
      caps: ['payout'],
      orderRef: 'court-7',
      disclosure: 'hidden',
    }
    await runtime.dispatch(command('c-1', hold, { ...p1, onBehalfOf: 'authority' }))
    const asMerchant = command('c-2', note('where is my money'), m1)
    const first = await runtime.dispatch(asMerchant)
    expect(JSON.stringify(first)).not.toContain('secret-hold')
    expect(JSON.stringify(await runtime.dispatch(asMerchant))).toBe(JSON.stringify(first))
    expect(JSON.stringify(await runtime.get(lifecycleId, asP1))).toContain('secret-hold')
  })

  it('writes no record that could not be read again', async () => {
    const { store, make } = await rig()
    const account = {
      token: 't',
      name: 'n',
      enteredBy: 'p1',
      verifiedBy: 'p1',
      changedAt: '2026-03-01T00:00:00Z',
    }
    const load: Store['load'] = async (id) => {
      const stored = await store.load(id)
      const { record } = stored ?? expect.fail('no record')
      return (
        stored && { ...stored, record: { ...record, context: { ...record.context, payoutAccount: account } } }
      )
    }
    const sent = make({ store: { ...store, load, newest: load } }).dispatch(command('c-1'))
    await expect(sent).rejects.toMatchObject({ code: 'INVARIANT_VIOLATED' })
    expect((await store.load(lifecycleId))?.record.version).toBe(0)
  })

  it('never lets the business time of a record go backwards', async () => {
    const { runtime, clock } = await rig()
    clock.tick(60_000)
    await runtime.dispatch(command('c-1'))
    clock.tick(-3_600_000)
    const answer = await runtime.dispatch(command('c-2'))
    const at = answer.accepted ? answer.record.at : ''
    expect(Date.parse(at)).toBeGreaterThan(Date.parse(clock.now()))
  })
})

describe('createRuntime', () => {
  it('refuses to start without a service for every kind of order', () => {
    const { payOut: _, ...services } = silentServices
    const made = () => createRuntime({ store: memoryStore(), services: services as typeof silentServices })
    expect(made).toThrow(
      expect.objectContaining({ issues: [{ path: '/services/payOut', code: 'REQUIRED' }] }),
    )
  })

  it('works with nothing but a store and services', async () => {
    const runtime = createRuntime({ store: memoryStore(), services: silentServices })
    await runtime.open(terminal())
    expect(await runtime.dispatch(command('c-1'))).toMatchObject({ accepted: true })
    expect(await runtime.drain()).toEqual({ carriedOut: 0, timersFired: 0, waiting: [], breakers: [] })
  })

  it('answers questions about a record as of now', async () => {
    const { runtime } = await rig()
    expect(await runtime.availableActions(lifecycleId, { actor: m1 })).toContainEqual(
      expect.objectContaining({ event: 'closure.requested' }),
    )
    expect(await runtime.checkClosure(lifecycleId, { actor: m1 })).toMatchObject({ balances: {} })
    expect(await runtime.checkReinstatement(lifecycleId, { actor: m1 })).toMatchObject({ possible: 'no' })
    expect(await runtime.requirements(lifecycleId, { ...asP1, viewer: 'merchant' })).toMatchObject({
      deadlines: [],
    })
    expect(await runtime.find({ serial: '123-456-789' }, asP1)).toHaveLength(1)
  })
})
