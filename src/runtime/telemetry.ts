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
  /** One more, or that many; below zero only where it counts down as well. */
  add(value: number, attributes?: TelemetryAttributes): void
}

/** Keeps how often which values came. */
export interface TelemetryHistogram {
  /** One value, in the unit that the instrument was made with. */
  record(value: number, attributes?: TelemetryAttributes): void
}

/** Makes instruments: the few methods that are called of a `Meter` of `@opentelemetry/api`, which fits as it is. */
export interface TelemetryMeter {
  /** Counts up alone. */
  createCounter(name: string, options?: InstrumentOptions): TelemetryCounter
  /** Counts up and down: how many there are now. */
  createUpDownCounter(name: string, options?: InstrumentOptions): TelemetryCounter
  /** How often which values came. */
  createHistogram(name: string, options?: InstrumentOptions): TelemetryHistogram
}

/** Something that takes its time. */
export interface TelemetrySpan {
  /** Says one thing more of what is done. */
  setAttribute(name: string, value: string | number | boolean): unknown
  /** 2: an error. */
  setStatus(status: { code: 2 }): unknown
  /** It is over. */
  end(): void
}

/** Makes spans: one method of a `Tracer` of `@opentelemetry/api`. What runs within becomes a child of the span. */
export interface TelemetryTracer {
  /** Runs the work within a new span, and gives back what it gives. */
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
