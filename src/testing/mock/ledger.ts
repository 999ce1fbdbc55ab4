import type { MockTerminalPatch } from './world.ts'

/** How a write was answered. */
export interface MockResult {
  readonly status: string
  readonly reference: string
  readonly [fact: string]: unknown
}

/** One line of what happened at the mock, in the order it happened. */
export type LedgerLine =
  | { readonly kind: 'attempt'; readonly key: string; readonly operation: string; readonly at: string }
  | {
      readonly kind: 'result'
      readonly key: string
      readonly operation: string
      readonly input: Readonly<Record<string, unknown>>
      readonly result: MockResult
      readonly at: string
      /** It changed the world; an overridden or failed one did not. */
      readonly carriedOut: boolean
    }
  | { readonly kind: 'terminal'; readonly terminalRef: string; readonly patch: MockTerminalPatch }
  | { readonly kind: 'clock'; readonly now: string }

/** Where lines outlive the mock: written before an answer leaves, read when it starts again. */
export interface LedgerFile {
  read(): readonly LedgerLine[]
  append(line: LedgerLine): void
}

/** One thing that the mock carried out; `count` above 1 is what idempotency is there to prevent. */
export interface MockEffect {
  readonly key: string
  readonly operation: string
  /** ISO 8601, of the first time. */
  readonly at: string
  readonly count: number
}

/** Results by key, and how often each was asked for. */
export class Ledger {
  readonly #file: LedgerFile | undefined
  #lines: LedgerLine[] = []

  constructor(file: LedgerFile | undefined) {
    this.#file = file
    this.#lines = [...(file?.read() ?? [])]
  }

  get lines(): readonly LedgerLine[] {
    return this.#lines
  }

  add(line: LedgerLine): void {
    this.#file?.append(line)
    this.#lines.push(line)
  }

  resultOf(key: string): Extract<LedgerLine, { kind: 'result' }> | undefined {
    return this.#lines.find((line) => line.kind === 'result' && line.key === key) as
      | Extract<LedgerLine, { kind: 'result' }>
      | undefined
  }

  /** In the order of their first time. */
  effects(): readonly MockEffect[] {
    const effects = new Map<string, MockEffect>()
    for (const line of this.#lines) {
      if (line.kind !== 'result' || !line.carriedOut) continue
      const { key, operation, at } = line
      const before = effects.get(key)
      effects.set(key, before ? { ...before, count: before.count + 1 } : { key, operation, at, count: 1 })
    }
    return [...effects.values()]
  }

  attempts(): Readonly<Record<string, number>> {
    const attempts: Record<string, number> = {}
    for (const line of this.#lines) {
      if (line.kind === 'attempt') attempts[line.key] = (attempts[line.key] ?? 0) + 1
    }
    return attempts
  }

  /** Forgets what is in memory; a file keeps what it has. */
  replace(lines: readonly LedgerLine[]): void {
    this.#lines = [...lines]
  }
}
