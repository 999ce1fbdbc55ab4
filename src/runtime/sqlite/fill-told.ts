import { reportKey, toldOf } from '../../machine/index.ts'
import { nextTurn } from '../environment.ts'
import { contentFrom, keyOfReport } from '../known-reports.ts'
import type { SealedEntry, ToldReport } from '../store.ts'
import type { Connection } from './connection.ts'

/** Entries in one transaction: few, so that nobody who writes meanwhile waits for long. */
const atATime = 200

async function reportIn(lifecycleId: string, entry: SealedEntry): Promise<ToldReport | undefined> {
  const { cause, actor, issues } = entry
  const report = 'type' in cause ? reportKey({ event: cause, actor }) : undefined
  if (!report || !('type' in cause)) return undefined
  const { content, counted } = toldOf(cause, issues)
  return { key: await keyOfReport(lifecycleId, report), content: contentFrom(content), counted }
}

/**
 * Writes what a life was told before its file knew reports by their keys, from its journal and in small steps. The lives are those of the
 * table `untold`, which is asked each time: a file may be put back from a copy that was not filled yet. Who is stopped begins anew.
 * It ends where there is no later entry, so that whatever was committed meanwhile is written again behind what is older; of two that
 * fill at once, the later one stops when the other has finished.
 */
export function createFillTold(
  { read, write }: Pick<Connection, 'read' | 'write'>,
  readEntry: (row: unknown, lifecycleId: string) => SealedEntry | Promise<SealedEntry>,
): (lifecycleId: string) => Promise<void> {
  /** An entry that cannot be read keeps nobody from telling the life something; `audit` names it. */
  async function toldBy(lifecycleId: string, row: unknown): Promise<ToldReport | undefined> {
    try {
      return await reportIn(lifecycleId, await readEntry(row, lifecycleId))
    } catch {
      return undefined
    }
  }

  /** Is there more to do? Also what was committed since the entries up to `last` were read. */
  const put = (lifecycleId: string, told: readonly (ToldReport | undefined)[], last: number) =>
    write((sql) => {
      if (!sql.isUntold.get(lifecycleId)) return false
      for (const one of told) if (one) sql.putTold.run(one.key, one.content, one.counted ? 1 : 0)
      const isMore = sql.entries.all(lifecycleId, last, 1).length > 0
      if (!isMore) sql.setTold.run(lifecycleId)
      return isMore
    })

  async function fill(lifecycleId: string): Promise<void> {
    for (let last = -1; ; ) {
      const rows = await read((sql) => sql.entries.all(lifecycleId, last, atATime))
      const told = await Promise.all(rows.map((row) => toldBy(lifecycleId, row)))
      last = Number(rows.at(-1)?.seq ?? last)
      if (!(await put(lifecycleId, told, last))) return
      await nextTurn()
    }
  }

  return fill
}
