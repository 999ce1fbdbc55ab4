import { open, readFile } from 'node:fs/promises'
import type { Outcome } from './apply-at.ts'

export interface Results {
  /** Terminals that earlier runs have applied for. */
  readonly filed: ReadonlySet<string>
  /** How often each was refused. */
  readonly refusals: ReadonlyMap<string, number>
  add(lifecycleId: string, outcome: Outcome): Promise<void>
  close(): Promise<void>
}

/** A line that a crash cut short counts as none: its terminal is taken up again, which does no harm. */
const lineOf = (text: string): readonly [string, Outcome] | undefined => {
  try {
    const { lifecycleId, ...outcome } = JSON.parse(text)
    return [lifecycleId, outcome]
  } catch {
    return undefined
  }
}

/** One line for each terminal as soon as it is settled, so that a run that was killed goes on where it was. */
export const openResults = async (path: string): Promise<Results> => {
  const before = await readFile(path, 'utf8').catch(() => '')
  const lines = before
    .split('\n')
    .map(lineOf)
    .filter((line) => line !== undefined)
  const refusals = new Map<string, number>()
  for (const [lifecycleId, { outcome }] of lines)
    if (outcome === 'refused') refusals.set(lifecycleId, (refusals.get(lifecycleId) ?? 0) + 1)
  const file = await open(path, 'a')
  // What was cut short must not swallow the next line.
  if (before !== '' && !before.endsWith('\n')) await file.write('\n')
  return {
    filed: new Set(
      lines.filter(([, { outcome }]) => outcome === 'filed').map(([lifecycleId]) => lifecycleId),
    ),
    refusals,
    add: async (lifecycleId, outcome) => {
      await file.write(`${JSON.stringify({ lifecycleId, ...outcome })}\n`)
    },
    close: () => file.close(),
  }
}
