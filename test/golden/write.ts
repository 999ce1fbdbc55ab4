// node test/golden/write.ts: plays the case of the quickstart and writes its journal and its record to test/golden/1/.
// Write them anew only for a new format number: what is stored out there has to be read for ever.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { openStage } from '../quickstart/stage.ts'

export interface Golden {
  readonly journal: string
  readonly record: string
}

export const goldenFile = (name: string): string => fileURLToPath(new URL(`./1/${name}`, import.meta.url))

export const recordText = (record: LifecycleRecord): string => `${JSON.stringify(record, null, 2)}\n`

/** The same text each time: business time is compressed, and nothing is left to chance. */
export const playGolden = async (): Promise<Golden> => {
  const stage = openStage()
  const report = await stage.import()
  const ending = await stage.play(report)
  const lifecycleId = report.playing?.lifecycleId ?? ''
  const record = await stage.runtime.get(lifecycleId)
  if (ending.kind !== 'played' || record === undefined) throw new Error(`The case ended as ${ending.kind}.`)
  const entries = await stage.journal(lifecycleId)
  return {
    journal: entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
    record: recordText(record),
  }
}

if (import.meta.main) {
  const { journal, record } = await playGolden()
  writeFileSync(goldenFile('closure.journal.jsonl'), journal)
  writeFileSync(goldenFile('closure.record.json'), record)
}
