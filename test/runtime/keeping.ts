import type { Telemetry, TelemetryAttributes } from '../../src/runtime/index.ts'

interface Told {
  readonly name: string
  readonly value: number
  readonly attributes: TelemetryAttributes
}

/** A meter and a tracer that keep what they are told. */
export const keeping = () => {
  const told: Told[] = []
  const spans: { name: string; attributes: Record<string, unknown>; failed: boolean; ended: boolean }[] = []
  const instrument = (name: string) => {
    const keep = (value: number, attributes: TelemetryAttributes = {}) => {
      told.push({ name: name.replace('terminal_lifecycle.', ''), value, attributes })
    }
    return { add: keep, record: keep }
  }
  const telemetry: Telemetry = {
    meter: { createCounter: instrument, createUpDownCounter: instrument, createHistogram: instrument },
    tracer: {
      startActiveSpan(name, { attributes }, work) {
        const span = {
          name,
          attributes: { ...attributes } as Record<string, unknown>,
          failed: false,
          ended: false,
        }
        spans.push(span)
        return work({
          setAttribute: (key, value) => Object.assign(span.attributes, { [key]: value }),
          setStatus: () => Object.assign(span, { failed: true }),
          end: () => Object.assign(span, { ended: true }),
        })
      },
    },
  }
  const sum = (name: string) =>
    told.filter((one) => one.name === name).reduce((total, { value }) => total + value, 0)
  return { telemetry, told, spans, sum }
}
