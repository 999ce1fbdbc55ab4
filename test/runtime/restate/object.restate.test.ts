import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { RefusedError } from '../../../src/errors/index.ts'
import type { Failure } from '../../../src/runtime/index.ts'
import { throughRestate } from '../../../src/runtime/restate.ts'
import type { Call, LifecycleEvent } from '../../../src/schemas/index.ts'
import { testClock } from '../../support/clock.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import { escalation, note } from '../rig.ts'
import { restateRig } from './rig.ts'

type Service = (params: never, call: Call) => Promise<readonly LifecycleEvent[]>

const clock = testClock()
const failures: Failure[] = []
const tickets: Call[] = []
let openTicket: Service = async () => []
let rig: Awaited<ReturnType<typeof restateRig>>
let lives = 0

beforeAll(async () => {
  rig = await restateRig({
    ...{ clock, onFailure: (failure) => failures.push(failure), retry: { baseMs: 1, capMs: 5 } },
    services: {
      ...silentServices,
      openTicket: (params, call) => {
        tickets.push(call)
        return openTicket(params as never, call)
      },
    },
    parkAfter: 3,
  })
})
afterAll(() => rig.close())
afterEach(() => {
  openTicket = async () => []
  failures.length = 0
  tickets.length = 0
})

/** A new life, and a way to tell it something. */
async function opened() {
  lives += 1
  const lifecycleId = `life-${lives}`
  await rig.runtime.open(terminal({ lifecycleId, terminalId: `T${lives}` }))
  let told = 0
  const tell = (event: LifecycleEvent, actor = p1) => {
    told += 1
    return rig.runtime.dispatch({ lifecycleId, commandId: `c-${told}`, actor, event })
  }
  const record = async () => (await rig.store.load(lifecycleId))?.record ?? expect.fail('no record')
  const timers = async () => (await rig.scheduled()).filter(({ key }) => key === lifecycleId)
  return { lifecycleId, tell, record, timers }
}

const paused = (until: string): LifecycleEvent => ({
  ...{ type: 'hold.placed', holdId: 'h', code: 'SYSTEM_MAINTENANCE', test: 'none', until },
})
/** Until the suspension has come to its end by itself. */
async function ended(lifecycleId: string): Promise<void> {
  const isRunning = async () =>
    (await rig.store.timers(lifecycleId)).some(({ deadlineId }) => deadlineId === 'holdEnd:h')
  while (await isRunning()) await new Promise((resolve) => setTimeout(resolve, 100))
}
const later = (ms: number) => new Date(Date.parse(clock.now()) + ms).toISOString()
const day = 86_400_000

describe('A command through Restate', () => {
  it('is answered as by a runtime, and its repeat the same', async () => {
    const { lifecycleId, tell } = await opened()
    const answer = await tell(escalation)
    expect(answer).toMatchObject({ accepted: true, orders: [{ kind: 'openTicket' }] })
    const command = { lifecycleId, commandId: 'c-1', actor: p1, event: escalation }
    expect(await rig.runtime.dispatch(command)).toEqual(answer)
    await rig.quiet()
    const orderId = answer.accepted ? answer.orders[0]?.orderId : undefined
    expect(tickets).toMatchObject([{ orderId, idempotencyKey: orderId }])
    expect(await rig.store.waiting(lifecycleId)).toEqual([])
  })

  it('is refused as an answer', async () => {
    const { tell } = await opened()
    expect(await tell({ type: 'hold.lifted', holdId: 'none' })).toMatchObject({ accepted: false })
  })

  it('that is bad is an error of ours, with name, code, message and what is wrong', async () => {
    const { lifecycleId, tell } = await opened()
    const command = { lifecycleId, commandId: 'c-1', actor: p1, event: note('other') }
    await tell(note('one'))
    for (const [asked, wanted] of [
      [
        command,
        { name: 'InvalidInputError', code: 'INVALID_INPUT', issues: [{ code: 'COMMAND_ID_REUSED' }] },
      ],
      [
        { ...command, lifecycleId: 'nobody' },
        { issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_UNKNOWN' }] },
      ],
      [
        { ...command, commandId: 'c-2', expectedVersion: 0 },
        { name: 'VersionConflictError', code: 'VERSION_CONFLICT', lifecycleId, expected: 0, actual: 1 },
      ],
    ] as const) {
      const wrong = await rig.runtime.dispatch(asked).catch((error: unknown) => error)
      expect(wrong).toMatchObject(wanted)
      const plain = await rig.plain.dispatch(asked).catch((error: unknown) => error)
      expect(JSON.stringify(wrong)).toBe(JSON.stringify(plain))
    }
  })

  it('with a secret in it does not reach Restate', async () => {
    const { tell } = await opened()
    const calls: string[] = []
    const fetch = async (url: unknown) => {
      calls.push(String(url))
      return new Response('{}')
    }
    const heard = throughRestate(rig.plain, { store: rig.store, url: rig.server.ingress, fetch })
    const event = note('card 4111111111111111')
    await expect(
      heard.dispatch({ lifecycleId: 'life-1', commandId: 'c-9', actor: p1, event }),
    ).rejects.toMatchObject({ name: 'ForbiddenFieldError', paths: ['/event/text'] })
    expect(calls).toEqual([])
    await expect(tell(event)).rejects.toMatchObject({ code: 'FORBIDDEN_FIELD' })
  })

  it('whose answer is lost is an outcome that nobody knows', async () => {
    const fetch = () => Promise.reject(new TypeError('reset'))
    const cut = throughRestate(rig.plain, { store: rig.store, url: rig.server.ingress, fetch })
    const lost = cut.dispatch({ lifecycleId: 'life-1', commandId: 'c-9', actor: p1, event: note('one') })
    await expect(lost).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN', idempotencyKey: 'c-9' })
  })
})

describe('An order on Restate', () => {
  it('that fails is tried again under its key, counted in the store, and parked', async () => {
    openTicket = () => Promise.reject(Object.assign(new Error('secret'), { code: 'ECONNRESET' }))
    const { lifecycleId, tell, record } = await opened()
    await tell(escalation)
    await rig.quiet()
    const orderId = tickets[0]?.orderId ?? ''
    expect(tickets.map(({ attempt, idempotencyKey }) => [attempt, idempotencyKey])).toEqual([
      ...[1, 2, 3].map((attempt) => [attempt, orderId]),
    ])
    expect((await record()).context.orders[orderId]).toMatchObject({
      status: 'ordered',
      parked: expect.anything(),
    })
    expect(await rig.store.waiting(lifecycleId)).toMatchObject([
      { attempts: 3, lastErrorCode: 'ECONNRESET', parked: true },
    ])
    expect(failures).toHaveLength(3)
    expect(failures[0]).toMatchObject({ lifecycleId, orderId, error: { code: 'PLUGGED_IN_FAILED' } })
    openTicket = async () => []
    expect(await tell({ type: 'order.revived', orderId })).toMatchObject({ accepted: true })
    await rig.quiet()
    expect(await rig.store.waiting(lifecycleId)).toEqual([])
  })

  it('that is refused has failed, and the answer is the report that it is in a runtime', async () => {
    openTicket = () => Promise.reject(new RefusedError({ refusal: 'NO_SUCH_DESK' }))
    const { lifecycleId, tell, record } = await opened()
    await tell(escalation)
    await rig.quiet()
    expect(tickets).toHaveLength(1)
    const causes = (await collect(rig.store.journal(lifecycleId))).map(({ cause }) => cause)
    expect(causes).toContainEqual(expect.objectContaining({ type: 'order.failed', code: 'NO_SUCH_DESK' }))
    expect((await record()).context.orders[tickets[0]?.orderId ?? '']?.status ?? 'failed').toBe('failed')
  })

  it('whose answer holds a secret leaves nothing of it anywhere', async () => {
    openTicket = async () => [note('card 4111111111111111')]
    const { lifecycleId, tell } = await opened()
    await tell(escalation)
    await rig.quiet()
    const stored = JSON.stringify([(await rig.store.load(lifecycleId))?.record])
    expect(stored).not.toContain('4111111111111111')
  })
})

describe('A deadline on Restate', () => {
  it('comes when it is due, by a message that waits at the server', async () => {
    const { lifecycleId, tell, timers } = await opened()
    await tell(paused(later(1_500)))
    const fires = (await timers()).filter(({ handler }) => handler === 'fire')
    expect(fires.length).toBeGreaterThan(0)
    clock.tick(1_600)
    await ended(lifecycleId)
    await rig.quiet()
  })

  it('that is moved or dropped is called back: the server has no message left for it', async () => {
    const { lifecycleId, tell, timers } = await opened()
    await tell(paused(later(5 * day)))
    await rig.quiet()
    const before = await timers()
    const running = await rig.store.timers(lifecycleId)
    expect(before).toHaveLength(running.length)
    await tell({ type: 'suspension.extended', holdId: 'h', until: later(9 * day) })
    await rig.quiet()
    const after = await timers()
    expect(after).toHaveLength((await rig.store.timers(lifecycleId)).length)
    const gone = before.filter(({ id }) => !after.some((other) => other.id === id))
    const stillRunning = await rig.store.timers(lifecycleId)
    const moved = running.filter(({ due }) => !stillRunning.some((timer) => timer.due === due))
    expect(moved.length).toBeGreaterThan(0)
    expect(gone).toHaveLength(moved.length)
    await tell({ type: 'hold.lifted', holdId: 'h' })
    await rig.quiet()
    const left = (await timers()).map(({ id }) => id)
    expect(left).toHaveLength((await rig.store.timers(lifecycleId)).length)
    // what was dropped is among those that were there, in whatever order the server names them
    expect(after.filter(({ id }) => !left.includes(id)).length).toBeGreaterThan(0)
  })

  it('comes once `settle` is called when the business clock has jumped', async () => {
    const { lifecycleId, tell } = await opened()
    await tell(paused(later(3 * day)))
    await rig.quiet()
    clock.tick(4 * day)
    expect(await rig.runtime.settle({ lifecycleIds: [lifecycleId] })).toBe(1)
    await ended(lifecycleId)
  })
})
