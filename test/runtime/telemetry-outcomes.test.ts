import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { memoryStore, type Store, systemEnvironment } from '../../src/runtime/index.ts'
import { pending, type ServiceAnswer } from '../../src/schemas/index.ts'
import { asP1, p1, sys } from '../support/people.ts'
import { statusRead } from '../support/samples.ts'
import { keeping } from './keeping.ts'
import { escalation, note, rig } from './rig.ts'

const outcome = 'terminal_lifecycle.outcome'
const type = 'terminal_lifecycle.event.type'

describe('What telemetry says of how something ended', () => {
  it('tells attempts apart: the service failed, has not ended, said what the record does not take, is done', async () => {
    const { telemetry, told, spans } = keeping()
    const answers: (() => Promise<ServiceAnswer>)[] = [
      () => Promise.reject(new Error('down')),
      async () => pending(),
      async () => [{ type: 'nonsense' } as never],
      async () => [],
    ]
    const own = await rig({
      telemetry,
      services: { openTicket: async () => (await answers.shift()?.()) as never },
    })
    await own.tell(escalation)
    for (let round = 0; round < 4; round += 1) {
      await own.runtime.drain()
      own.clock.tick(3_600_000)
      await own.environment.advance(3_600_000)
    }
    const ended = ['failed', 'pending', 'refused', 'done']
    const kind = { 'terminal_lifecycle.order.kind': 'openTicket' }
    const attributesOf = (name: string) =>
      told.filter((one) => one.name === name).map(({ attributes }) => attributes)
    for (const name of ['order.attempts', 'order.duration'])
      expect(attributesOf(name)).toEqual(ended.map((one) => ({ ...kind, [outcome]: one })))
    const attempts = spans.filter(({ name }) => name.endsWith('order.attempt'))
    expect(attempts.map(({ attributes }) => attributes[outcome])).toEqual(ended)
  })

  it('tells a report that was known already from one that counts', async () => {
    const { telemetry, told } = keeping()
    const { runtime, clock, send } = await rig({ telemetry })
    const reading = statusRead('on', clock.now())
    await send(reading, sys)
    await send(reading, sys)
    expect(told.filter(({ name }) => name === 'commands').map(({ attributes }) => attributes)).toEqual([
      { [type]: 'status.reported', [outcome]: 'accepted' },
      { [type]: 'status.reported', [outcome]: 'repeated' },
    ])
    expect(told.filter(({ name }) => name === 'command.duration')).toHaveLength(2)
    expect(await runtime.audit()).toEqual([])
  })

  it('counts no entry that was not committed, and measures a transaction that failed', async () => {
    const { telemetry, told, spans, sum } = keeping()
    const memory = memoryStore()
    let next: 'fail' | 'conflict' | undefined
    const store: Store = {
      ...memory,
      commit: async (changes) => {
        const now = next
        next = undefined
        if (now === 'fail') throw new StoreError('damaged')
        // somebody else was faster
        if (now === 'conflict') await other.dispatch({ ...command, commandId: 'c-0' })
        return memory.commit(changes)
      },
    }
    const { runtime, make, environment } = await rig({ telemetry, store })
    const other = make({ store: memory, telemetry: undefined })
    const commit = (name: string) => told.filter((one) => one.name === `commit.${name}`)
    const [entries, transactions] = [sum('entries'), commit('duration').length]
    const command = { lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: note('one') }
    next = 'fail'
    await expect(runtime.dispatch(command)).rejects.toMatchObject({ failure: 'damaged' })
    expect(sum('entries')).toBe(entries)
    expect(commit('duration').slice(transactions)).toMatchObject([
      { attributes: { 'error.type': 'STORE_FAILED' } },
    ])
    expect(
      spans.filter(({ failed }) => failed).map(({ name, attributes }) => [name, attributes['error.type']]),
    ).toEqual(expect.arrayContaining([['terminal_lifecycle.commit', 'STORE_FAILED']]))
    const changes = commit('changes').length
    next = 'conflict'
    const answering = runtime.dispatch(command)
    for (let n = 0; n < 9; n += 1) await environment.advance(1_000)
    expect((await answering).accepted).toBe(true)
    expect(sum('entries')).toBe(entries + 1)
    expect(
      commit('changes')
        .slice(changes)
        .map(({ value }) => value),
    ).toEqual([1, 1])
    expect(
      commit('duration')
        .slice(transactions + 1)
        .map(({ attributes }) => attributes),
    ).toEqual([{}, {}])
  })

  it('says of a clock that the record does not know that it was not fired, and not how late', async () => {
    const { telemetry, told, sum } = keeping()
    const memory = memoryStore()
    const unknown = { deadlineId: 'nobody', due: '2020-01-01T00:00:00Z', attempt: 1 } as const
    let claims = 0
    const store: Store = {
      ...memory,
      claim: async (query) => {
        claims += 1
        const claimed = await memory.claim(query)
        if (claims > 1) return claimed
        return [{ ...unknown, kind: 'timer', lifecycleId: 'life-1', worker: query.worker }, ...claimed]
      },
    }
    const { runtime } = await rig({ telemetry, store })
    await runtime.drain()
    const clocks = told.filter(({ name }) => name === 'clocks').map(({ attributes }) => attributes)
    expect(clocks).toEqual([{ [outcome]: 'failed' }])
    expect(sum('clock.lag')).toBe(0)
  })

  it('says how far behind a reader of the changes is, and what an audit of them found', async () => {
    const { telemetry, told, sum } = keeping()
    const memory = memoryStore()
    const store: Store = { ...memory, workOf: async () => [] }
    const { runtime, clock, tell } = await rig({ telemetry, store })
    await tell(escalation)
    clock.tick(7_000)
    const { signal } = new AbortController()
    for await (const { entry } of runtime.changes(null, { ...asP1, signal })) if (entry.seq === 1) break
    const lags = told.filter(({ name }) => name === 'changes.lag').map(({ value }) => value)
    expect(lags).toEqual([8, 7])
    const { findings } = await runtime.auditChanges(null)
    expect(findings.length).toBeGreaterThan(0)
    expect(sum('audit.findings')).toBe(findings.length)
    expect(told.find(({ name }) => name === 'audit.findings')?.attributes).toEqual({
      'terminal_lifecycle.finding': findings[0]?.code,
    })
  })

  it('never says that something took less than no time, although the clock of the host was set back', async () => {
    const { telemetry, told } = keeping()
    let now = 1_800_000_000_000
    const environment = { ...systemEnvironment, now: () => (now -= 1_000) }
    const { runtime } = await rig({ telemetry, environment: environment as never })
    await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: note('one') })
    expect(told.filter(({ value }) => value < 0)).toEqual([])
  })
})
