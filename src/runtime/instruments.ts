import { isTerminalLifecycleError, pluginError } from '../errors/index.ts'
import type { Environment } from './environment.ts'
import type { Failure } from './options.ts'
import type { Telemetry, TelemetryAttributes, TelemetrySpan } from './telemetry.ts'

/** Instruments by their names, with unit and what they say. */
const counters = {
  'terminal_lifecycle.commands': ['{command}', 'Commands from outside that were answered'],
  'terminal_lifecycle.entries': ['{entry}', 'Entries of journals that were committed, by what they tell'],
  'terminal_lifecycle.order.attempts': ['{attempt}', 'Attempts to carry an order out'],
  'terminal_lifecycle.clocks': ['{clock}', 'Deadlines that were fired'],
  'terminal_lifecycle.failures': ['{failure}', 'What failed and is tried again, or was left out'],
  'terminal_lifecycle.audit.findings': ['{finding}', 'What an audit found'],
} as const
const histograms = {
  'terminal_lifecycle.command.duration': ['s', 'From a command to its answer'],
  'terminal_lifecycle.order.duration': ['s', 'One attempt to carry an order out'],
  'terminal_lifecycle.clock.lag': ['s', 'How long a deadline was due before it was fired'],
  'terminal_lifecycle.commit.duration': ['s', 'One transaction'],
  'terminal_lifecycle.commit.changes': ['{change}', 'Changes in one transaction'],
  'terminal_lifecycle.changes.lag': ['s', 'From a commit to whoever follows the changes'],
  'terminal_lifecycle.audit.duration': ['s', 'One audit'],
} as const
const upDown = {
  'terminal_lifecycle.orders.in_flight': ['{order}', 'Orders that are being carried out by this process'],
} as const

type CounterName = keyof typeof counters | keyof typeof upDown
type HistogramName = keyof typeof histograms

/** Everything is allowed to fail in here, and nothing of it is allowed out. */
export interface Instruments {
  add(name: CounterName, value: number, attributes?: TelemetryAttributes): void
  record(name: HistogramName, value: number, attributes?: TelemetryAttributes): void
  /** Runs the work within a span, once, whatever the tracer does. */
  span<Result>(
    name: string,
    attributes: TelemetryAttributes,
    work: (note: (attributes: TelemetryAttributes) => void) => Promise<Result>,
  ): Promise<Result>
  /** Seconds since then. */
  since(began: number): number
  now(): number
}

/** A code that is one of a closed list. */
export const errorType = (error: unknown): string => (isTerminalLifecycleError(error) ? error.code : '_OTHER')

export function createInstruments(
  { meter, tracer }: Telemetry,
  environment: Environment,
  onFailure: (failure: Failure) => void,
): Instruments {
  const told = new Set<string>()
  /** Each way of failing is heard once: an exporter that is down would be told with each measurement. */
  const safely = <Made>(what: string, make: () => Made): Made | undefined => {
    try {
      return make()
    } catch (thrown) {
      if (!told.has(what)) onFailure({ error: pluginError('telemetry', thrown) })
      told.add(what)
      return undefined
    }
  }
  const made = (
    of: Readonly<Record<string, readonly [string, string]>>,
    make: 'createCounter' | 'createUpDownCounter',
  ) =>
    Object.entries(of).map(
      ([name, [unit, description]]) =>
        [name, safely(name, () => meter?.[make](name, { unit, description }))] as const,
    )
  const counting = new Map([...made(counters, 'createCounter'), ...made(upDown, 'createUpDownCounter')])
  const keeping = new Map(
    Object.entries(histograms).map(([name, [unit, description]]) => [
      name,
      safely(name, () => meter?.createHistogram(name, { unit, description })),
    ]),
  )
  const end = (span: TelemetrySpan | undefined, failed: boolean): void => {
    safely('span', () => {
      if (failed) span?.setStatus({ code: 2 })
      span?.end()
    })
  }
  return {
    add: (name, value, attributes) => safely(name, () => counting.get(name)?.add(value, attributes)),
    record: (name, value, attributes) => safely(name, () => keeping.get(name)?.record(value, attributes)),
    now: () => environment.now(),
    since: (began) => Math.max(0, environment.now() - began) / 1_000,
    span: (name, attributes, work) => {
      let running: ReturnType<typeof work> | undefined
      const run = async (span?: TelemetrySpan) => {
        const note = (more: TelemetryAttributes): void =>
          void safely('span', () => {
            for (const [key, value] of Object.entries(more)) span?.setAttribute(key, value)
          })
        try {
          const result = await work(note)
          end(span, false)
          return result
        } catch (error) {
          note({ 'error.type': errorType(error) })
          end(span, true)
          throw error
        }
      }
      const begin = (span?: TelemetrySpan) => (running ??= run(span))
      safely('span', () => tracer?.startActiveSpan(name, { attributes }, begin))
      return begin()
    },
  }
}
