// node test/golden/write.ts [--again] CASE ...: plays cases of the quickstart and writes journals and records to
// test/golden/2/; those of format 1 stay as they are. For cases that have none yet: what is stored out there has to be read for
// ever, whatever the quickstart tells today. --again is for a format that no release has written yet.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { type CaseName, isCaseName } from '../../examples/quickstart/cases/names.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { openStage } from '../quickstart/stage.ts'

export interface Golden {
  readonly journal: string
  readonly record: string
}

export const goldenFile = (name: string, format: 1 | 2 = 2): string =>
  fileURLToPath(new URL(`./${format}/${name}`, import.meta.url))

const recordText = (record: LifecycleRecord): string => `${JSON.stringify(record, null, 2)}\n`

/** The same text each time: business time is compressed, and nothing is left to chance. */
export const playGolden = async (name: CaseName): Promise<Golden> => {
  const stage = openStage(name)
  const report = await stage.import()
  const ending = await stage.play(report)
  const lifecycleId = report.cases[name]?.lifecycleId ?? ''
  const record = await stage.runtime.get(lifecycleId, asHost)
  if (ending.kind !== 'played' || record === undefined) throw new Error(`The case ended as ${ending.kind}.`)
  const entries = await stage.journal(lifecycleId)
  return {
    journal: entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
    record: recordText(record),
  }
}

if (import.meta.main) {
  const isAgain = process.argv.includes('--again')
  mkdirSync(goldenFile(''), { recursive: true })
  for (const name of process.argv.slice(2).filter(isCaseName)) {
    if (!isAgain && existsSync(goldenFile(`${name}.record.json`)))
      throw new Error(`${name} has its golden journal.`)
    const { journal, record } = await playGolden(name)
    writeFileSync(goldenFile(`${name}.journal.jsonl`), journal)
    writeFileSync(goldenFile(`${name}.record.json`), record)
  }
}
