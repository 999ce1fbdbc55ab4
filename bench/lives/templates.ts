import { readdirSync, readFileSync } from 'node:fs'
import { type Command, createLifecycle, type JournalEntry } from '../../src/machine/index.ts'
import type { Change, Store } from '../../src/runtime/store.ts'
import { canonicalJson, genesisHash, type LifecycleEvent, sealEntry } from '../../src/schemas/index.ts'
import { stricter } from '../../test/golden/stricter.ts'

/** Stands in every id that a copy has for itself. */
export const mark = 'R00000'
/** Lives that are told step by step; all others are copies of them. */
export const templates = 1_000
/** Who has one terminal in twenty, wherever there are how many. */
export const chain = 'CHAIN-1'
export const acquirers = ['ACQ-HUANAN', 'ACQ-BEIFANG', 'ACQ-XI'] as const
const [home] = acquirers

const { open, step } = createLifecycle()
const folder = new URL('../../test/golden/2/', import.meta.url)
const stories = readdirSync(folder)
  .filter((file) => file.endsWith('.journal.jsonl'))
  .map((file) => ({
    text: readFileSync(new URL(file, folder), 'utf8').trimEnd(),
    // as far as what was accepted then is accepted today
    whole: Math.min(Infinity, ...Object.keys(stricter[file.split('.')[0] ?? ''] ?? {}).map(Number)),
  }))

/** Nearly all sell, with little behind them; four in a hundred are in the middle of a story; some are closed. */
function lengthOf(n: number, whole: number): number {
  if (n % 250 === 99) return whole
  if (n % 100 === 5) return 3 + ((n * 7) % (whole - 3))
  if (n % 25 === 5) return 3 + ((n * 7) % Math.min(12, whole - 3))
  return n % 4 === 0 ? 2 : 1
}

export const acquirerOf = (n: number): string =>
  n % 10 === 0 ? acquirers[2] : n % 5 === 1 ? acquirers[1] : home

/** Of the copy of a life. */
export const lifeOf = (round: number, n: number): string =>
  `life-R${String(round).padStart(5, '0')}-${String(n).padStart(3, '0')}`

/** A story as it befell the life number `n`. */
function told(n: number): readonly JournalEntry[] {
  const { text = '', whole = 0 } = stories[n % stories.length] ?? {}
  const { cause } = JSON.parse(text.slice(0, text.indexOf('\n')))
  const { lifecycleId, merchantId, terminalId } = cause.opened
  const namesIn = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))]
  const serials = namesIn(/"[a-zA-Z]*[sS]erial":"([^"]+)"/g)
  const applications = namesIn(/"applicationId":"([^"]+)"/g)
  const own = `${mark}-${String(n).padStart(3, '0')}`
  const merchant = n % 20 === 7 ? chain : `M-${mark}-${n % 300}`
  const acquirer = acquirerOf(n)
  const named = [
    [lifecycleId, lifeOf(0, n)],
    [merchantId, merchant],
    [terminalId, `T-${own}`],
    [home, acquirer],
    ...serials.map((serial, at) => [serial, `SN-${own}-${at}`] as const),
    ...applications.map((application, at) => [application, `APP-${own}-${at}`] as const),
  ].reduce((story, [from = '', to = '']) => story.replaceAll(from, to), text)
  const entries = named.split('\n').map((line: string) => JSON.parse(line) as JournalEntry)
  return entries.slice(0, lengthOf(n, Math.min(whole, entries.length)))
}

const commandOf = ({ commandId, at, actor, cause }: JournalEntry): Command =>
  'timer' in cause
    ? { commandId, at, timer: cause.timer }
    : { commandId, at, actor, event: cause as LifecycleEvent }

async function changesOf(n: number): Promise<readonly Change[]> {
  const [opening, ...entries] = told(n)
  if (!opening || !('opened' in opening.cause)) throw new Error(`story ${n} has no opening`)
  const { at, commandId, cause } = opening
  let answer = open(cause.opened, { at, commandId, policy: cause.policy })
  let prevHash = genesisHash
  const changes: Change[] = []
  const add = async () => {
    const { entry, record } = answer
    if (entry === null) return
    const sealed = await sealEntry(entry, prevHash)
    prevHash = sealed.hash
    const { lifecycleId, version } = record
    const expectedVersion = version === 0 ? null : version - 1
    changes.push({
      ...{ lifecycleId, commandId: entry.commandId, fingerprint: null, expectedVersion, answer },
      ...{ entry: sealed, keptAt: Date.parse(at) },
    })
  }
  await add()
  for (const entry of entries) {
    const next = step(answer.record, commandOf(entry))
    if (!next.accepted) throw new Error(`story ${n} is refused at ${entry.seq}`)
    answer = next
    await add()
  }
  return changes
}

/** Tells the templates; with the texts that the hashes of their entries are made of, which no table has as they are. */
export async function tellAll(store: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const sealed = new Map<string, string[]>()
  for (let n = 0; n < templates; n += 1) {
    const changes = await changesOf(n)
    const outcomes = await store.commit(changes)
    if (outcomes.some((outcome) => outcome !== 'committed'))
      throw new Error(`life ${n}: ${JSON.stringify(outcomes)}`)
    const texts = changes.flatMap(({ entry }) => {
      if (entry === null) return []
      const { hash: _, ...rest } = entry
      return [canonicalJson(rest)]
    })
    sealed.set(lifeOf(0, n), texts)
  }
  return sealed
}
