import { StoreError } from '../../errors/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'
import { genesisHash } from '../../schemas/index.ts'
import { ownersOf } from '../access.ts'
import { briefOf } from '../brief.ts'
import { checkChain, checkChange } from '../check-change.ts'
import type { Newest } from '../newest-records.ts'
import { forgottenBefore, type OwnTime, ownTimeAfter } from '../own-time.ts'
import type { PolicyNames } from '../policy-names.ts'
import { endedAt, millisecondsOf, restsUntil } from '../projection.ts'
import { contextText, entryText, type PolicyHome } from '../row-texts.ts'
import type { Change, CommitOutcome, HeldElsewhere, SealedEntry, ToldReport } from '../store.ts'
import type { WorkTexts } from '../work-columns.ts'
import type { Ask, Row } from './connection.ts'
import { checkVersion } from './prepare.ts'
import { projectionKind, type Tables } from './schema.ts'
import { joined, raw, type Sql, sql } from './sql.ts'
import { type Asked, isAnswered, type Standing, standingOf } from './standing.ts'
import { projectionsOf } from './write-rows.ts'

/** What the changes of one commit are applied with. */
interface Parts {
  readonly ask: Ask
  readonly tables: Tables
  readonly policies: PolicyNames
  readonly newest: Newest
  /** Wakes whoever waits for what others commit. */
  readonly call: Sql
}

/** What keeps the change out, if anything does. */
function obstacleTo(
  { expectedVersion }: Change,
  { version, isNumberTaken, resting, held }: Standing,
  { context: { identity } }: LifecycleRecord,
): 'conflict' | HeldElsewhere | undefined {
  if (version !== expectedVersion || isNumberTaken) return 'conflict'
  if (resting !== null) return { held: 'number', ref: identity.terminalId, lifecycleId: resting }
  return held === null ? undefined : { held: 'device', ref: held[0], lifecycleId: held[1] }
}

function writeRecord(
  tables: Tables,
  record: LifecycleRecord,
  context: string,
  head: string,
  isOpening: boolean,
): Sql {
  const { lifecycleId, format, machineVersion, version, at, value } = record
  const { acquirerId, merchantId, agentId, merchantSpeaker, agentSpeaker } = ownersOf(record)
  const changedAt = millisecondsOf(at)
  if (!isOpening)
    return sql`UPDATE ${tables.record} SET format = ${format}, machine_version = ${machineVersion}, version = ${version},
      at = ${at}, value = ${JSON.stringify(value)}, context = ${context}, head = ${head}, ended_at = ${endedAt(record)},
      agent_id = ${agentId}, merchant_speaker = ${merchantSpeaker}, agent_speaker = ${agentSpeaker},
      rests_until = ${restsUntil(record)}, changed_at = ${changedAt},
      projection = ${projectionKind}, projected = ${version} WHERE lifecycle_id = ${lifecycleId}`
  return sql`INSERT INTO ${tables.record} (lifecycle_id, format, machine_version, version, at, value, context, head,
      acquirer_id, merchant_id, terminal_id, opened_at, ended_at, agent_id, merchant_speaker, agent_speaker,
      rests_until, changed_at, projection, projected)
    VALUES (${lifecycleId}, ${format}, ${machineVersion}, ${version}, ${at}, ${JSON.stringify(value)}, ${context}, ${head},
      ${acquirerId}, ${merchantId}, ${record.context.identity.terminalId}, ${changedAt}, ${endedAt(record)}, ${agentId},
      ${merchantSpeaker}, ${agentSpeaker}, ${restsUntil(record)}, ${changedAt}, ${projectionKind}, ${version})`
}

function writeEntry(
  tables: Tables,
  record: LifecycleRecord,
  { prevHash, hash, seq }: SealedEntry,
  body: string,
  position: number,
): Sql {
  const { acquirerId, merchantId, agentId, merchantSpeaker, agentSpeaker } = ownersOf(record)
  return sql`INSERT INTO ${tables.journal} (lifecycle_id, seq, position, prev_hash, hash, body,
      acquirer_id, merchant_id, agent_id, merchant_speaker, agent_speaker)
    VALUES (${record.lifecycleId}, ${seq}, ${position}, ${prevHash}, ${hash}, ${body},
      ${acquirerId}, ${merchantId}, ${agentId}, ${merchantSpeaker}, ${agentSpeaker})`
}

const writeAnswer = (
  tables: Tables,
  { lifecycleId, commandId, fingerprint, answer }: Change,
  keptAt: number,
): Sql =>
  sql`INSERT INTO ${tables.inbox} (lifecycle_id, command_id, kept_at, fingerprint, brief)
    VALUES (${lifecycleId}, ${commandId}, ${keptAt}, ${fingerprint}, ${JSON.stringify(briefOf(answer))})`

const writeTold = (tables: Tables, { key, content, counted }: ToldReport): Sql =>
  sql`INSERT INTO ${tables.told} (key, content, counted) VALUES (decode(${key}, 'hex'), ${content}, ${counted})
    ON CONFLICT (key) DO UPDATE SET content = excluded.content, counted = excluded.counted`

/** Names policies, and writes those whose text does not stand in the table yet. */
function policiesOf({ tables, policies }: Parts) {
  const bodies = new Map<string, () => string>()
  return {
    home: {
      nameOf(policy) {
        const { name, body } = policies.named(policy)
        bodies.set(name, body)
        return name
      },
      read: (name) => policies.known(name),
    } satisfies PolicyHome,
    names: () => [...bodies.keys()],
    missing: (stored: readonly string[]) =>
      [...bodies]
        .filter(([name]) => !stored.includes(name))
        .map(([name, body]) => sql`INSERT INTO ${tables.policy} (digest, body) VALUES (${name}, ${body()})`),
  }
}

/** Each writes another table, or other rows, so that all of them are one statement. */
const atOnce = (writes: readonly Sql[]): Sql =>
  sql`WITH ${joined(
    writes.map((write, index) => sql`${raw(`w${index}`)} AS (${write})`),
    ', ',
  )} SELECT 1`

/** What an accepted change writes, or why it is kept out. */
async function writesOf(
  parts: Parts,
  change: Change,
  record: LifecycleRecord,
  entry: SealedEntry,
  work: WorkTexts | undefined,
  position: number,
): Promise<readonly Sql[] | Exclude<CommitOutcome, 'committed'>> {
  const { ask, tables, newest } = parts
  const { lifecycleId, expectedVersion, told } = change
  const before = newest.written(lifecycleId, entry.prevHash)
  const was = before?.record.context
  const { devices, orders, deadlines } = record.context
  const asked: Asked = {
    devices: devices !== was?.devices,
    orders: orders !== was?.orders,
    timers: deadlines !== was?.deadlines,
    work: work !== undefined && before === undefined,
  }
  const policies = policiesOf(parts)
  const { prevHash: _, hash: __, ...body } = entry
  const [context, entryBody] = [contextText(policies.home, record), entryText(policies.home, body)]
  const standing = await standingOf(ask, tables, change, record, asked, policies.names())
  if (standing.answered) return 'duplicate'
  const obstacle = obstacleTo(change, standing, record)
  if (obstacle !== undefined) return obstacle
  const isOpening = expectedVersion === null
  checkChain(change, isOpening ? genesisHash : String(standing.head))
  return [
    writeRecord(tables, record, context, entry.hash, isOpening),
    writeEntry(tables, record, entry, entryBody, position),
    ...policies.missing(standing.policies),
    ...projectionsOf(tables, record, entry, work, standing, asked, before),
    ...(told ? [writeTold(tables, told)] : []),
  ]
}

/** Applies one change, or says why not. */
async function applyChange(
  parts: Parts,
  change: Change,
  work: WorkTexts | undefined,
  keptAt: number,
  position: number,
): Promise<CommitOutcome> {
  const { ask, tables } = parts
  const { answer, entry } = change
  checkChange(change)
  const answered = writeAnswer(tables, change, keptAt)
  if (entry === null || !answer.accepted) {
    if (await isAnswered(ask, tables, change)) return 'duplicate'
    await ask(answered)
    return 'committed'
  }
  const writes = await writesOf(parts, change, answer.record, entry, work, position)
  if (typeof writes === 'string' || 'held' in writes) return writes
  await ask(atOnce([...writes, answered]))
  return 'committed'
}

const ownTimeOf = ({ kept_at, clock_at }: Row): OwnTime | undefined =>
  kept_at === null ? undefined : { own: Number(kept_at), clock: Number(clock_at) }

/**
 * Applies all changes of one commit inside a transaction, after whoever was first: the lock of the one row is held until the
 * commit is durable, so versions, numbers, devices and answers are compared with what nobody else is about to change, and
 * positions are in the order of commits. Answers are forgotten a few at a time, faster than they come.
 */
export async function applyChanges(
  parts: Parts,
  changes: readonly Change[],
  work: readonly (WorkTexts | undefined)[],
): Promise<CommitOutcome[]> {
  const { ask, tables } = parts
  const [first] = changes
  if (!first) return []
  // A query of its own: what the same one read beside it could be older than the lock.
  const [home] = await ask(sql`SELECT version, position, kept_at, clock_at FROM ${tables.home} FOR UPDATE`)
  if (!home) throw new StoreError('foreign')
  checkVersion(Number(home.version))
  const time = ownTimeAfter(ownTimeOf(home), first.keptAt)
  let position = Number(home.position)
  const outcomes: CommitOutcome[] = []
  for (const [index, change] of changes.entries()) {
    const outcome = await applyChange(parts, change, work[index], time.own, position + 1)
    if (outcome === 'committed' && change.entry !== null) position += 1
    outcomes.push(outcome)
  }
  await ask(sql`WITH forgotten AS (DELETE FROM ${tables.inbox} WHERE ctid IN (SELECT ctid FROM ${tables.inbox}
      WHERE kept_at < ${forgottenBefore(time)} ORDER BY kept_at LIMIT ${100 + 2 * changes.length}))
    UPDATE ${tables.home} SET position = ${position}, kept_at = ${time.own}, clock_at = ${time.clock}
    RETURNING ${position > Number(home.position) ? parts.call : raw('NULL')}`)
  return outcomes
}
