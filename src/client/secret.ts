const redacted = '[REDACTED]'

/** Holds a value that no log, dump or JSON may show; only `reveal()` gives it away. */
export class Secret<Value = string> {
  readonly #value: Value

  constructor(value: Value) {
    this.#value = value
  }

  /** The value itself, for the one place that sends it. */
  reveal(): Value {
    return this.#value
  }

  /** Always `[redacted]`, so that neither a template nor a log shows the value. */
  toString(): string {
    return redacted
  }

  /** Always `[redacted]`, so that no JSON holds the value. */
  toJSON(): string {
    return redacted
  }

  /** What Node prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return redacted
  }
}
