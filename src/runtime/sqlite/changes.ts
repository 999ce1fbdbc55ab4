import type { DatabaseSync } from 'node:sqlite'
import type { Scope } from '../access.ts'
import type { ChangesQuery } from '../store.ts'
import { isInScope, scopeValues } from './scope.ts'
import type { Statements } from './statements.ts'

/** Rows of the journal that one index has, in the order in which they were committed. */
interface Source {
  index: string
  where: string
}

const sourceOf = (name: string, value: string): Source => ({
  index: `journal_${name}`,
  where: `${name === 'agent' || name === 'merchant' ? `${name}_id` : name} = :${value} AND acquirer_id = :scopeAcquirer`,
})

const acquirers: readonly Source[] = [{ index: 'journal_acquirer', where: 'acquirer_id = :scopeAcquirer' }]
const merchants = [
  sourceOf('merchant', 'scopeMerchant'),
  sourceOf('merchant_speaker', 'scopeMerchantSpeaker'),
]
const agents = [sourceOf('agent', 'scopeAgent'), sourceOf('agent_speaker', 'scopeAgentSpeaker')]

/** All that is in the scope stands in one of them. */
function sourcesOf({ merchantId, agentId }: Scope): readonly Source[] {
  if (merchantId === undefined) return agentId === undefined ? acquirers : agents
  if (agentId === undefined) return merchants
  return merchants.map(({ index, where }) => ({ index, where: `${where} AND ${isInScope('journal')}` }))
}

const rowsFrom = ({ index, where }: Source): string =>
  `SELECT rowid FROM journal INDEXED BY ${index} WHERE ${where} AND rowid`

/** By the index alone: nothing is read of an entry to find out that it is somebody else's. */
const isOwn = (sources: readonly Source[]): string =>
  sources.map((source) => `${rowsFrom(source)} = :position`).join(' UNION ALL ')

const next = (
  sources: readonly Source[],
): string => `SELECT lifecycle_id, seq, prev_hash, hash, body FROM journal
  WHERE rowid IN (${sources
    .map((source) => `SELECT * FROM (${rowsFrom(source)} > :position ORDER BY rowid LIMIT :limit)`)
    .join(' UNION ')})
  ORDER BY rowid LIMIT :limit`

const nextOfAll = `SELECT lifecycle_id, seq, prev_hash, hash, body FROM journal
  WHERE rowid > :position ORDER BY rowid LIMIT :limit`

/** Rows of the journal behind a place; `undefined`: no such place for who asks. An unknown one and a foreign one take the same. */
export function changeRows(
  database: DatabaseSync,
  sql: Statements,
  { after, limit }: ChangesQuery,
  within: Scope | undefined,
): unknown[] | undefined {
  const ask = (text: string, values: Record<string, string | number | null>) => {
    const statement = database.prepare(text)
    statement.setAllowUnknownNamedParameters(true)
    return statement.all({ ...(within && scopeValues(within)), ...values })
  }
  const sources = within && sourcesOf(within)
  const stored = after && sql.position.get(after.lifecycleId, after.seq)
  const position = Number(stored?.position ?? 0)
  const isKnown = sources ? ask(isOwn(sources), { position }).length > 0 : position > 0
  if (after !== null && !isKnown) return undefined
  return ask(sources ? next(sources) : nextOfAll, { position, limit })
}
