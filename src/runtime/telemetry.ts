/** What is said of a measurement or a span: names and values from closed lists alone. */
export type TelemetryAttributes = Readonly<Record<string, string | number | boolean>>

/** What an instrument is called for. */
export interface InstrumentOptions {
  description?: string
  /** As UCUM has it: `s`, `{order}`. */
  unit?: string
}

/** Counts, up alone or up and down. */
export interface TelemetryCounter {
  add(value: number, attributes?: TelemetryAttributes): void
}

/** Keeps how often which values came. */
export interface TelemetryHistogram {
  record(value: number, attributes?: TelemetryAttributes): void
}

/** Makes instruments: the few methods that are called of a `Meter` of `@opentelemetry/api`, which fits as it is. */
export interface TelemetryMeter {
  createCounter(name: string, options?: InstrumentOptions): TelemetryCounter
  createUpDownCounter(name: string, options?: InstrumentOptions): TelemetryCounter
  createHistogram(name: string, options?: InstrumentOptions): TelemetryHistogram
}

/** Something that takes its time. */
export interface TelemetrySpan {
  setAttribute(name: string, value: string | number | boolean): unknown
  /** 2: an error. */
  setStatus(status: { code: 2 }): unknown
  end(): void
}

/** Makes spans: one method of a `Tracer` of `@opentelemetry/api`. What runs within becomes a child of the span. */
export interface TelemetryTracer {
  startActiveSpan<Result>(
    name: string,
    options: { attributes?: TelemetryAttributes },
    work: (span: TelemetrySpan) => Result,
  ): Result
}

/**
 * Where metrics and traces go. Attributes are never of one terminal, merchant or person: types of events, kinds of orders,
 * outcomes and codes. What an exporter throws is told to `onFailure` and stops nothing.
 *
 * @example createRuntime({ …, telemetry: { meter: metrics.getMeter('terminals'), tracer: trace.getTracer('terminals') } })
 */
export interface Telemetry {
  meter?: TelemetryMeter | undefined
  tracer?: TelemetryTracer | undefined
}
