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
      /** What was carried out, where it is not what was asked for. */
      readonly did?: Readonly<Record<string, unknown>> | undefined
    }
  | { readonly kind: 'terminal'; readonly terminalRef: string; readonly patch: MockTerminalPatch }
  | { readonly kind: 'clock'; readonly now: string; readonly back?: true | undefined }
  /** A test has put the mock back to where it was: these lines are all that happened. */
  | { readonly kind: 'reset'; readonly lines: readonly LedgerLine[] }

/** Where lines outlive the mock: written before an answer leaves, read when it starts again. */
export interface LedgerFile {
  /** Every line that was appended, oldest first; read once, at the start. */
  read(): readonly LedgerLine[]
  /** Keeps the line before it returns, or throws. */
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

/** What counts of these lines: what a reset has put back, and what came after it. */
const counted = (lines: readonly LedgerLine[]): readonly LedgerLine[] => {
  const place = lines.findLastIndex(({ kind }) => kind === 'reset')
  const reset = lines[place]
  return reset?.kind === 'reset' ? [...counted(reset.lines), ...lines.slice(place + 1)] : lines
}

/** Results by key, and how often each was asked for. */
export class Ledger {
  readonly #file: LedgerFile | undefined
  #lines: LedgerLine[] = []

  constructor(file: LedgerFile | undefined) {
    this.#file = file
    this.#lines = [...counted(file?.read() ?? [])]
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

  /** From now on these lines are all that happened; a file is told so too. */
  replace(lines: readonly LedgerLine[]): void {
    this.#file?.append({ kind: 'reset', lines })
    this.#lines = [...lines]
  }
}
