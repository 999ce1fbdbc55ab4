import { appendFileSync } from 'node:fs'
import { type Folder, readText } from '../folder.ts'

/** One attempt to have an order carried out, written down before the first byte leaves. */
export interface CallLine {
  readonly orderId: string
  readonly kind: string
  readonly attempt: number
  readonly at: string
}

export interface Calls {
  add(line: CallLine): void
  all(): readonly CallLine[]
}

/** Survives the process that writes it. */
export const callsIn = (folder: Folder): Calls => {
  const path = folder.at('calls.jsonl')
  return {
    add: (line) => appendFileSync(path, `${JSON.stringify(line)}\n`),
    all: () =>
      (readText(path) ?? '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as CallLine),
  }
}
