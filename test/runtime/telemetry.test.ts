import { describe, expect, it } from 'vitest'
import {
  type Health,
  observeHealth,
  type Telemetry,
  type TelemetryObserver,
  type TelemetrySpan,
} from '../../src/runtime/index.ts'
import { m1, p1 } from '../support/people.ts'
import { keeping } from './keeping.ts'
import { escalation, note, rig } from './rig.ts'

const command = (commandId: string, event: unknown) => ({
  ...{ lifecycleId: 'life-1', commandId, actor: p1 },
  event: event as never,
})

describe('Telemetry', () => {
  it('measures commands, transactions, orders and clocks, and each span ends', async () => {
    const { telemetry, told, spans, sum } = keeping()
    const { runtime, clock } = await rig({ telemetry })
    await runtime.dispatch(command('c-1', escalation))
    await runtime.dispatch(command('c-2', { type: 'hold.rescinded', holdId: 'never', reason: 'a mistake' }))
    await runtime.dispatch(command('c-3', { type: 'hold.placed', holdId: 'h-1', code: 'LICENCE_EXPIRED' }))
    await runtime.drain()
    clock.tick(40 * 86_400_000)
    await runtime.drain()
    await runtime.audit()
    const outcomes = told.filter(({ name }) => name === 'commands').map(({ attributes }) => attributes)
    expect(outcomes).toEqual([
      { 'terminal_lifecycle.event.type': 'note.recorded', 'terminal_lifecycle.outcome': 'accepted' },
      { 'terminal_lifecycle.event.type': 'hold.rescinded', 'terminal_lifecycle.outcome': 'refused' },
      { 'terminal_lifecycle.event.type': 'hold.placed', 'terminal_lifecycle.outcome': 'accepted' },
    ])
    expect(sum('order.attempts')).toBeGreaterThan(0)
    expect(sum('orders.in_flight')).toBe(0)
    expect(sum('clocks')).toBeGreaterThan(0)
    expect(sum('clock.lag')).toBeGreaterThan(86_400)
    expect(sum('entries')).toBeGreaterThan(3)
    expect(new Set(spans.map(({ name }) => name.replace('terminal_lifecycle.', '')))).toEqual(
      new Set(['commit', 'dispatch', 'order.attempt', 'clock.fire', 'audit']),
    )
    expect(spans.filter(({ ended }) => !ended)).toEqual([])
  })

  it('says nothing of one terminal, merchant or person, and nothing that a caller made up', async () => {
    const { telemetry, told, spans } = keeping()
    const { runtime } = await rig({ telemetry })
    await runtime.dispatch(command('c-1', escalation))
    await runtime.dispatch(command('c-2', { type: '6222021234567890123' })).catch(() => undefined)
    await runtime.dispatch({ ...command('c-3', note('hello')), lifecycleId: 'nobody' }).catch(() => undefined)
    await runtime.dispatch({ ...command('c-4', note('hello')), actor: m1 })
    await runtime.drain()
    const said = JSON.stringify([told, spans])
    for (const secret of ['life-1', 'nobody', 'p1', 'm1', '898440354110001', '6222', 'hello', 'c-1'])
      expect(said).not.toContain(secret)
    expect(
      told.find(({ attributes }) => attributes['terminal_lifecycle.event.type'] === '_OTHER')?.attributes,
    ).toEqual({
      'terminal_lifecycle.event.type': '_OTHER',
      'terminal_lifecycle.outcome': 'error',
      'error.type': 'INVALID_INPUT',
    })
  })

  it('is heard when it fails, once for each instrument, and stops nothing', async () => {
    const broken = (): never => {
      throw new Error('the collector is gone')
    }
    const instrument = () => ({ add: broken, record: broken })
    const meter = { createCounter: instrument, createUpDownCounter: broken, createHistogram: instrument }
    const { runtime, failures } = await rig({ telemetry: { meter, tracer: { startActiveSpan: broken } } })
    expect((await runtime.dispatch(command('c-1', escalation))).accepted).toBe(true)
    const heard = failures.length
    await runtime.dispatch(command('c-2', note('again')))
    expect((await runtime.drain()).carriedOut).toBeGreaterThan(0)
    expect(await runtime.audit()).toEqual([])
    expect(heard).toBeGreaterThan(0)
    const messages = failures.map(({ error }) => String(error).split('.')[0])
    expect(new Set(messages)).toEqual(new Set(['PluginError: The meter or tracer failed: Error']))
    expect(failures.length).toBeLessThan(20)
  })

  it('does the work once, whenever in a span its tracer fails', async () => {
    const span: TelemetrySpan = { setAttribute: () => 0, setStatus: () => 0, end: () => 0 }
    const throwing = () => {
      throw new Error('gone')
    }
    const tracers: NonNullable<Telemetry['tracer']>[] = [
      { startActiveSpan: throwing },
      // begins, and fails then
      { startActiveSpan: (_, __, work) => [work(span)].map(throwing)[0] as never },
      // never begins
      { startActiveSpan: () => undefined as never },
      {
        startActiveSpan: (_, __, work) =>
          work({ setAttribute: throwing, setStatus: throwing, end: throwing }),
      },
    ]
    for (const tracer of tracers) {
      const { runtime, record } = await rig({ telemetry: { tracer } })
      await runtime.dispatch(command('c-1', note('once')))
      expect((await record()).version).toBe(1)
      await expect(runtime.dispatch(command('c-2', { type: 'none' }))).rejects.toThrow('Input refused')
    }
  })

  it('has gauges of health, asked once for each collection', async () => {
    const observed: Record<string, number> = {}
    let callback: ((observer: TelemetryObserver<string>) => Promise<void>) | undefined
    let asked = 0
    const { runtime } = await rig()
    const health = async (): Promise<Health> => {
      asked += 1
      return runtime.health()
    }
    observeHealth(
      { health },
      {
        createObservableGauge: (name) => name.replace('terminal_lifecycle.', ''),
        addBatchObservableCallback: (given) => {
          callback = given
        },
      },
    )
    await runtime.dispatch(command('c-1', escalation))
    await callback?.({ observe: (gauge, value) => Object.assign(observed, { [gauge]: value }) })
    expect(asked).toBe(1)
    expect(observed).toEqual({
      ...{ 'store.reachable': 1, 'order.oldest_age': 0, 'clocks.behind': 0, 'work.past_due': 0 },
      ...{ 'lives.unmigrated': 0, 'lives.unreadable': 0, 'breakers.open': 0 },
    })
  })

  it('has gauges of what health says, and of a store that is away only what is known without it', async () => {
    const known = {
      unreadable: ['life-1', 'life-2'],
      breakers: Array.from({ length: 3 }, () => ({}) as Health['breakers'][number]),
    }
    const well: Health = {
      ...{ ...known, reachable: true, pastDue: 5, unmigrated: 6 },
      oldestOrder: { lifecycleId: 'life-1', orderId: 'life-1/1/0', ageMs: 90_000 } as never,
      clocksBehind: { count: 4, oldest: null },
    }
    const away: Health = { ...known, reachable: false, failure: 'unavailable' }
    const gaugesOf = async (health: Health) => {
      const observed: Record<string, number> = {}
      const callbacks: ((observer: TelemetryObserver<string>) => Promise<void>)[] = []
      const meter = {
        createObservableGauge: (name: string) => name.replace('terminal_lifecycle.', ''),
        addBatchObservableCallback: (given: (typeof callbacks)[number]) => callbacks.push(given),
      }
      observeHealth({ health: async () => health }, meter as never)
      for (const callback of callbacks)
        await callback({ observe: (gauge, value) => Object.assign(observed, { [gauge]: value }) })
      return observed
    }
    const always = { 'lives.unreadable': 2, 'breakers.open': 3 }
    expect(await gaugesOf(well)).toEqual({
      ...{ ...always, 'store.reachable': 1, 'order.oldest_age': 90 },
      ...{ 'clocks.behind': 4, 'work.past_due': 5, 'lives.unmigrated': 6 },
    })
    expect(await gaugesOf(away)).toEqual({ ...always, 'store.reachable': 0 })
  })
})
