import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import { testClock } from '../support/clock.ts'
import { asP1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'

const make = (store = memoryStore(), clock = testClock()) =>
  createRuntime({ store, services: silentServices, clock })
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    input: terminal({ lifecycleId: `life-${n}`, terminalId: `T${n}` }),
    commandId: `import:1:${n}`,
  }))

describe('open', () => {
  it('opens a life whose journal begins with what it was opened from', async () => {
    const runtime = make()
    const opened = await runtime.open(terminal())
    expect(opened).toMatchObject({ accepted: true, record: { version: 0, lifecycleId: 'life-1' } })
    const [entry] = await collect(runtime.journal('life-1', asP1))
    expect(entry).toMatchObject({ seq: 0, commandId: 'open:life-1', prevHash: '0'.repeat(64), from: null })
    expect(entry?.cause).toEqual({ opened: terminal(), policy: defaultPolicy })
  })

  it('gives the same opening again, also a day later', async () => {
    const clock = testClock()
    const runtime = make(memoryStore(), clock)
    const first = await runtime.open(terminal())
    clock.tick(86_400_000)
    expect(await runtime.open(terminal())).toEqual(first)
  })

  it('refuses another terminal under the same command id', async () => {
    const runtime = make()
    await runtime.open(terminal())
    await expect(runtime.open(terminal({ merchantName: '另一家店' }))).rejects.toMatchObject({
      issues: [{ path: '/commandId', code: 'COMMAND_ID_REUSED' }],
    })
  })

  it('refuses a key that is in use', async () => {
    const runtime = make()
    await runtime.open(terminal())
    await expect(runtime.open(terminal(), { commandId: 'again' })).rejects.toMatchObject({
      issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_EXISTS' }],
    })
  })

  it('refuses a terminal number that another open life has', async () => {
    const runtime = make()
    await runtime.open(terminal())
    await expect(runtime.open(terminal({ lifecycleId: 'life-2' }))).rejects.toMatchObject({
      issues: [{ path: '/terminalId', code: 'TERMINAL_NUMBER_IN_USE' }],
    })
    expect(await runtime.get('life-2', asP1)).toBeUndefined()
  })

  it.each([
    [{ ...terminal(), terminalId: 'not a number!' }, 'INVALID_INPUT', '/terminalId'],
    [{ ...terminal(), devices: [] }, 'INVALID_INPUT', '/devices'],
    [{ ...terminal(), colour: 'blue' }, 'INVALID_INPUT', '/colour'],
    [null, 'INVALID_INPUT', ''],
  ])('names what is wrong with an input, case %#', async (input, code, path) => {
    const runtime = make()
    const opening = runtime.open(input as LifecycleInput)
    await expect(opening).rejects.toMatchObject({ code, issues: [{ path }] })
  })

  it('lets no secret into a journal', async () => {
    const runtime = make()
    const opening = runtime.open({ ...terminal(), password: 'p' } as LifecycleInput)
    await expect(opening).rejects.toMatchObject({ code: 'FORBIDDEN_FIELD', paths: ['/password'] })
  })

  it('opens records under the policy of today and leaves those that are there alone', async () => {
    const store = memoryStore()
    await make(store).open(terminal())
    const policy = { ...defaultPolicy, appealAllowed: true }
    const later = createRuntime({ store, services: silentServices, policy })
    await later.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    expect((await later.get('life-1', asP1))?.context.policy.appealAllowed).toBe(false)
    expect((await later.get('life-2', asP1))?.context.policy.appealAllowed).toBe(true)
    expect(await later.audit()).toEqual([])
  })
})

describe('openAll', () => {
  it('opens a batch in one transaction and repeats nothing', async () => {
    const store = memoryStore()
    let commits = 0
    const counting = {
      ...store,
      commit: (...args: Parameters<typeof store.commit>) => {
        commits += 1
        return store.commit(...args)
      },
    }
    const runtime = make(counting)
    const first = await runtime.openAll(many(50))
    expect(first.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 50 }, () => 'opened'))
    expect(commits).toBe(1)
    const second = await runtime.openAll(many(60))
    expect(second.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(50)
    expect(second.filter(({ outcome }) => outcome === 'opened')).toHaveLength(10)
    expect(await runtime.audit()).toEqual([])
  })

  it('lets the good ones in and says of each bad one why', async () => {
    const runtime = make()
    const [good, other] = many(2)
    if (!good || !other) throw new Error('no input')
    const outcomes = await runtime.openAll([
      good,
      { input: { ...terminal(), terminalId: '?' } },
      { input: null as unknown as LifecycleInput },
      { input: terminal({ lifecycleId: 'life-9', terminalId: 'T0' }) },
      { ...other, commandId: 'timer:x' },
      other,
    ])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'opened',
      'refused',
      'refused',
      'refused',
      'refused',
      'opened',
    ])
    expect(outcomes[1]).toMatchObject({ lifecycleId: 'life-1', error: { issues: [{ path: '/terminalId' }] } })
    expect(outcomes[3]).toMatchObject({ error: { issues: [{ code: 'TERMINAL_NUMBER_IN_USE' }] } })
  })

  it('opens nothing when the store fails', async () => {
    const store = memoryStore()
    const runtime = make({ ...store, commit: () => Promise.reject(new Error('down')) })
    await expect(runtime.openAll(many(3))).rejects.toMatchObject({ code: 'STORE_FAILED', reason: 'Error' })
    expect(await make(store).find({}, asP1)).toEqual([])
  })
})
