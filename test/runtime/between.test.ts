import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { InvalidInputError } from '../../src/errors/index.ts'
import { type LifecycleInput, viewAnswer } from '../../src/machine/index.ts'
import { createRuntime, memoryStore, type Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { asP1, m1, p1, p2, sys } from '../support/people.ts'
import { paper, serial, terminal, terminalId } from '../support/samples.ts'
import { openWorld, silentServices } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-between-'))
afterAll(() => rmSync(folder, { recursive: true }))

const spare = 'SN-SPARE'
const sole = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
/** Life `there` has the spare device, life `life-1` its own. */
const there = (differs: Partial<LifecycleInput> = {}) =>
  terminal({ lifecycleId: 'there', terminalId: 'T2', devices: [sole(spare)], ...differs })
const takeSpare = {
  type: 'device.replaced',
  oldSerial: serial,
  newSerial: spare,
  owner: 'provider',
  tenancy: 'sole',
} as const
const evidence = paper('supporting_evidence')
const exception = { evidence, enteredBy: 'p1', verifiedBy: 'p2' }
const registryRef = 'entry-1'

function make(store: Store = memoryStore(), clock = testClock()) {
  const runtime = createRuntime({ store, services: silentServices, clock })
  let told = 0
  const send = (lifecycleId: string, event: LifecycleEvent, actor: Actor = p1, commandId = `c-${++told}`) => {
    clock.tick(1_000)
    return runtime.dispatch({ lifecycleId, commandId, actor, event })
  }
  return { runtime, send }
}

const issuesOf = (opening: Promise<unknown>) =>
  opening.then(
    () => 'opened',
    (error) => (error instanceof InvalidInputError ? error.issues : error),
  )

async function bothOpen() {
  const { runtime, send } = make()
  await runtime.open(terminal())
  await runtime.open(there())
  return { runtime, send }
}

describe('a device that another life has', () => {
  it('is named by the opening that would bind it', async () => {
    const { runtime } = make()
    await runtime.open(terminal())
    const opening = there({ devices: [sole('2'), sole('1'), sole(serial)] })
    expect(await issuesOf(runtime.open(opening))).toEqual([
      { path: '/devices/2/serial', code: 'DEVICE_BOUND_ELSEWHERE' },
    ])
    expect(await runtime.get('there', asP1)).toBeUndefined()
  })

  it('goes to the first row of a portfolio that lists it', async () => {
    const { runtime } = make()
    const rows = ['a', 'b', 'c'].map((id) => ({
      input: terminal({
        lifecycleId: id,
        terminalId: `T-${id}`,
        devices: [sole(id === 'c' ? spare : serial)],
      }),
    }))
    const again = { input: terminal({ lifecycleId: 'd', terminalId: 'T-a', devices: [sole('SN-D')] }) }
    const opened = await runtime.openAll([...rows, again])
    expect(opened.map(({ outcome }) => outcome)).toEqual(['opened', 'refused', 'opened', 'refused'])
    expect(opened[1]).toMatchObject({ error: { issues: [{ code: 'DEVICE_BOUND_ELSEWHERE' }] } })
    expect(opened[3]).toMatchObject({ error: { issues: [{ code: 'TERMINAL_NUMBER_IN_USE' }] } })
  })

  it('replaces no other one: the refusal names the life that has it', async () => {
    const { send, runtime } = await bothOpen()
    expect(await send('life-1', takeSpare)).toMatchObject({
      accepted: false,
      code: 'BLOCKED',
      blockers: [
        {
          code: 'DEVICE_BOUND_ELSEWHERE',
          owner: 'provider',
          ref: spare,
          data: { lifecycleId: 'there' },
        },
      ],
    })
    expect((await runtime.get('life-1', asP1))?.version).toBe(0)
  })

  it('is free once it is unbound there, whatever that life still owes', async () => {
    const { send } = await bothOpen()
    const first = await send('life-1', takeSpare, p1, 'first')
    await send('there', { ...takeSpare, oldSerial: spare, newSerial: 'SN-3' })
    expect(await send('life-1', takeSpare)).toMatchObject({ accepted: false })
    await send('there', { type: 'unbinding.confirmed', serial: spare, registryRef }, sys)
    // kept like every refusal: what is asked again after it was mended is a new command
    expect(await send('life-1', takeSpare, p1, 'first')).toEqual(first)
    expect(await send('life-1', takeSpare)).toMatchObject({ accepted: true })
  })

  it('is bound all the same when two people say so, on a paper', async () => {
    const { send, runtime } = await bothOpen()
    const act = { ...takeSpare, exception: evidence }
    const codesOf = async (event: LifecycleEvent, actor: Actor) => {
      const answer = await send('life-1', event, actor)
      return answer.accepted ? [] : answer.blockers.map(({ code }) => code)
    }
    expect(await codesOf(act, p1)).toEqual(['SECOND_PERSON_REQUIRED'])
    expect(await codesOf({ type: 'act.proposed', act }, p1)).toEqual([])
    expect(await codesOf(act, p1)).toEqual(['MAKER_IS_CHECKER'])
    expect(await codesOf(act, p2)).toEqual([])
    const record = await runtime.get('life-1', asP1)
    expect(record?.context.devices[spare]?.binding).toBe('bound')
    expect(record?.context.documents[evidence.id]).toMatchObject({ type: 'supporting_evidence' })
    expect(await issuesOf(runtime.open(there({ lifecycleId: 'x', terminalId: 'T3', exception })))).toBe(
      'opened',
    )
    expect(await runtime.audit()).toEqual([])
  })

  it('stays bound there when the register takes an unbinding back: a report is heard', async () => {
    const { send } = await bothOpen()
    await send('there', { ...takeSpare, oldSerial: spare, newSerial: 'SN-3' })
    await send('there', { type: 'unbinding.confirmed', serial: spare, registryRef }, sys)
    expect(await send('life-1', takeSpare)).toMatchObject({ accepted: true })
    const takenBack = await send(
      'there',
      { type: 'unbinding.failed', serial: spare, registryRef, reason: 'booked by mistake' },
      sys,
    )
    expect(takenBack).toMatchObject({ accepted: true, issues: [{ code: 'DEVICE_STILL_BOUND' }] })
  })

  it('is not told to a merchant by the name of the other life', async () => {
    const { send, runtime } = await bothOpen()
    const answer = await send('life-1', takeSpare)
    const context = (await runtime.get('life-1', asP1))?.context
    if (!context) throw new Error('no record')
    for (const { role } of [m1, { role: 'serviceProvider' } as const])
      expect(JSON.stringify(viewAnswer(answer, context, role))).not.toContain('there')
    for (const { role } of [p1, sys]) expect(viewAnswer(answer, context, role)).toEqual(answer)
  })

  it('goes to one of two processes that reach for it at once', async () => {
    for (let times = 0; times < 20; times += 1) {
      const path = join(folder, `${times}.db`)
      const stores = [sqliteStore(path), sqliteStore(path)]
      const opened = await Promise.all(
        stores.map((store, n) =>
          issuesOf(make(store).runtime.open(there({ lifecycleId: `l-${n}`, terminalId: `T${n}` }))),
        ),
      )
      expect(opened.filter((one) => one === 'opened')).toHaveLength(1)
      expect(opened).toContainEqual([{ path: '/devices/0/serial', code: 'DEVICE_BOUND_ELSEWHERE' }])
      await Promise.all(stores.map((store) => store.close()))
    }
  })
})

describe('a number that was closed', () => {
  const closedWith = async () => {
    const store = memoryStore()
    const world = await openWorld(terminal(), undefined, store)
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    const clock = testClock(world.at())
    const next = (differs: Partial<LifecycleInput>) =>
      issuesOf(make(store, clock).runtime.open(terminal({ lifecycleId: 'next', terminalId, ...differs })))
    return { clock, next }
  }
  const resting = [{ path: '/terminalId', code: 'TERMINAL_NUMBER_IN_QUARANTINE' }]
  const day = 86_400_000

  it('is not opened for another merchant before its quarantine has run [R-042]', async () => {
    const { next, clock } = await closedWith()
    expect(await next({ merchantId: 'MERCHANT-2' })).toEqual(resting)
    clock.tick(179 * day)
    expect(await next({ merchantId: 'MERCHANT-2' })).toEqual(resting)
    clock.tick(2 * day)
    expect(await next({ merchantId: 'MERCHANT-2' })).toBe('opened')
  })

  it('is opened anew for its own merchant at once, with the device that came back [R-042]', async () => {
    const { next } = await closedWith()
    expect(await next({})).toBe('opened')
  })

  it('is opened for another merchant when two people say so, on a paper', async () => {
    const { next } = await closedWith()
    const other = { merchantId: 'MERCHANT-2' }
    expect(await next({ ...other, exception: { ...exception, verifiedBy: 'P1' } })).toEqual([
      { path: '/exception/verifiedBy', code: 'SECOND_PERSON_REQUIRED' },
    ])
    expect(
      await next({ ...other, exception: { ...exception, evidence: paper('business_licence') } }),
    ).toEqual([{ path: '/exception/evidence', code: 'EVIDENCE_UNSUITABLE' }])
    expect(await next({ ...other, exception })).toBe('opened')
  })
})
