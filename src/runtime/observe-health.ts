import { checkOptions } from '../errors/index.ts'
import type { Health } from './health.ts'
import type { InstrumentOptions, TelemetryAttributes } from './telemetry.ts'

/** The part of a batch callback's argument that is called. */
export interface TelemetryObserver<Gauge> {
  /** The value that a gauge has now. */
  observe(gauge: Gauge, value: number, attributes?: TelemetryAttributes): void
}

/** The two methods that are called of a `Meter` of `@opentelemetry/api`. */
export interface GaugeMeter<Gauge> {
  /** One gauge, by the name that its exporter shows. */
  createObservableGauge(name: string, options?: InstrumentOptions): Gauge
  /** Asks for the values of all these gauges at once, whenever they are collected. */
  addBatchObservableCallback(
    callback: (observer: TelemetryObserver<Gauge>) => Promise<void>,
    gauges: Gauge[],
  ): void
}

const gauges = {
  'terminal_lifecycle.store.reachable': ['1', 'Does the store answer: 1 or 0'],
  'terminal_lifecycle.order.oldest_age': [
    's',
    'Age of the oldest order that has not ended, in business time',
  ],
  'terminal_lifecycle.clocks.behind': ['{clock}', 'Deadlines that are due and were not fired'],
  'terminal_lifecycle.work.past_due': ['{item}', 'What is asked of somebody and is overdue'],
  'terminal_lifecycle.lives.unmigrated': ['{life}', 'Lives in an older format'],
  'terminal_lifecycle.lives.unreadable': ['{life}', 'Lives whose record this process could not read'],
  'terminal_lifecycle.breakers.open': ['{service}', 'Services that are left alone because they fail'],
} as const
type GaugeName = keyof typeof gauges

const valuesOf = (health: Health): Partial<Record<GaugeName, number>> => ({
  'terminal_lifecycle.store.reachable': health.reachable ? 1 : 0,
  'terminal_lifecycle.lives.unreadable': health.unreadable.length,
  'terminal_lifecycle.breakers.open': health.breakers.length,
  ...(health.reachable && {
    'terminal_lifecycle.order.oldest_age': (health.oldestOrder?.ageMs ?? 0) / 1_000,
    'terminal_lifecycle.clocks.behind': health.clocksBehind.count,
    'terminal_lifecycle.work.past_due': health.pastDue,
    'terminal_lifecycle.lives.unmigrated': health.unmigrated,
  }),
})

/**
 * Gauges of `health()`, asked once for each collection. One process of those that share a store is enough.
 *
 * @example observeHealth(runtime, metrics.getMeter('terminals'))
 */
export function observeHealth<Gauge>(runtime: { health(): Promise<Health> }, meter: GaugeMeter<Gauge>): void {
  checkOptions({ runtime, meter }, { runtime: '.health', meter: '.createObservableGauge' })
  const made = new Map(
    Object.entries(gauges).map(([name, [unit, description]]) => [
      name,
      meter.createObservableGauge(name, { unit, description }),
    ]),
  )
  meter.addBatchObservableCallback(
    async (observer) => {
      for (const [name, value] of Object.entries(valuesOf(await runtime.health()))) {
        const gauge = made.get(name)
        if (gauge !== undefined) observer.observe(gauge, value)
      }
    },
    [...made.values()],
  )
}
