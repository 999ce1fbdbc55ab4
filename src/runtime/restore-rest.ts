import type { Answer, LifecycleRecord } from '../machine/index.ts'
import { trimmed } from '../machine/index.ts'
import { idsOf } from './audit.ts'
import type { CarryOver } from './carry-over.ts'
import { type Finding, found } from './finding-details.ts'
import { isSameJson } from './same-json.ts'
import type { Change, KeptCommand, Store } from './store.ts'

/** A refusal is kept as it is; of a repeat only the version is. */
const answerOf = ({ brief }: KeptCommand, record: LifecycleRecord): Answer =>
  brief.accepted
    ? {
        ...{ accepted: true, noop: true, record: { ...record, version: brief.version }, entry: null },
        ...{ orders: [], deadlines: [], issues: [] },
      }
    : brief

const atATime = 200

/** What no entry tells and is kept for its sender all the same: refusals and repeats. */
export async function writeAnswers(source: Store, target: Store, keptAt: () => number): Promise<number> {
  if (!source.answers) return 0
  let count = 0
  let changes: Change[] = []
  async function flush(): Promise<void> {
    for (const outcome of await target.commit(changes)) if (outcome === 'committed') count += 1
    changes = []
  }
  for await (const lifecycleId of idsOf(target)) {
    const own = (await source.answers(lifecycleId)).filter(({ brief }) => !brief.accepted || brief.noop)
    if (own.length === 0) continue
    const record = (await target.load(lifecycleId))?.record
    if (!record) continue
    for (const kept of own)
      changes.push({
        ...{ lifecycleId, commandId: kept.commandId, fingerprint: kept.fingerprint },
        ...{ expectedVersion: record.version, answer: answerOf(kept, record), entry: null, keptAt: keptAt() },
      })
    if (changes.length >= atATime) await flush()
  }
  await flush()
  return count
}

/** A life that is told in an older format goes on in today's, as it would before the next thing that it is told. */
export async function carryAllOver(source: Store, target: Store, carryOver: CarryOver): Promise<void> {
  for (let after = ''; ; ) {
    const ids = await source.unmigrated(after, atATime)
    for (const id of ids) {
      const [there, here] = [await source.load(id).catch(() => undefined), await target.load(id)]
      if (there && here && here.head === there.head) await carryOver({ ...there, format: there.format })
    }
    if (ids.length < atATime) return
    after = ids.at(-1) ?? after
  }
}

/** An earlier release kept more of what had ended: what the next step finds has to be the same. */
const isSameRecord = (one: LifecycleRecord, other: LifecycleRecord): boolean =>
  isSameJson(one, other) || isSameJson(trimmed(one), trimmed(other))

/** Does what is there now stand for what was there? Asked of the life as it is stored, after all has been written. */
export async function differenceOf(
  source: Store,
  target: Store,
  lifecycleId: string,
): Promise<Finding | undefined> {
  const [there, here] = [await source.load(lifecycleId), await target.load(lifecycleId)]
  type Why = 'NOT_THERE' | 'CARRIED_OVER_DIFFERS' | 'OTHER_END' | 'OTHER_RECORD'
  const differs = (why: Why): Finding => found(lifecycleId, 'FOLD_DIFFERS', why, {})
  if (!there || !here) return differs('NOT_THERE')
  // One that was carried over has an entry more, and is what it was.
  if (here.record.version === there.record.version + 1)
    return isSameRecord({ ...here.record, version: there.record.version }, there.record)
      ? undefined
      : differs('CARRIED_OVER_DIFFERS')
  if (here.head !== there.head) return differs('OTHER_END')
  return isSameRecord(here.record, there.record) ? undefined : differs('OTHER_RECORD')
}

/** What was purged stays purged, and its number goes on resting. */
export async function buryAll(source: Store, target: Store): Promise<void> {
  for (let after = ''; ; ) {
    const page = (await source.tombstones?.(after, atATime)) ?? []
    if (page.length > 0) await target.bury?.(page)
    const last = page.at(-1)
    if (!last || page.length < atATime) return
    after = last.lifecycleId
  }
}
