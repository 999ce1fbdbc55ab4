// `telemetry` of a runtime is given OpenTelemetry's own meter and tracer, as they are. Compiled and run by the tests of tools.
import { context, metrics, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { createRuntime, memoryStore, observeHealth, type RuntimeOptions } from '../../dist/runtime/index.js'

const exported = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const reader = new PeriodicExportingMetricReader({ exporter: exported, exportIntervalMillis: 3_600_000 })
const meters = new MeterProvider({ readers: [reader] })
metrics.setGlobalMeterProvider(meters)
const spans = new InMemorySpanExporter()
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

/** Opens a terminal, tells it something and carries out what was ordered: names of metrics, and spans under their parents. */
export const measured = async (services: RuntimeOptions['services']) => {
  const runtime = createRuntime({
    store: memoryStore(),
    services,
    telemetry: { meter: metrics.getMeter('terminals'), tracer: trace.getTracer('terminals') },
  })
  observeHealth(runtime, metrics.getMeter('terminals'))
  const acquirerId = 'acquirer-1'
  const duties = ['risk'] as const
  const risk = { role: 'provider', personId: 'p1', organisationId: acquirerId, acquirerId, duties } as const
  await runtime.open({
    ...{ lifecycleId: 'life-1', acquirerId, merchantId: 'M-1', terminalId: 'T-1' },
    ...{ merchantName: '青禾便利店', merchantType: 'enterprise', openedBy: risk },
    devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
  })
  const event = { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED' } as const
  await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: risk, event })
  await runtime.drain()
  await reader.forceFlush()
  const names = exported
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap((scope) => scope.metrics)
    .map(({ descriptor }) => descriptor.name)
  const finished = spans.getFinishedSpans()
  const nameOf = (id: string | undefined) =>
    finished.find((span) => span.spanContext().spanId === id)?.name ?? null
  return {
    names: [...new Set(names)].toSorted(),
    spans: finished.map((span) => `${nameOf(span.parentSpanContext?.spanId)} > ${span.name}`),
  }
}
