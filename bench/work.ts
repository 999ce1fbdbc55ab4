/**
 * The work lists of an acquirer with 300 000 open lives, in SQLite: how long the first page takes, and by which index.
 *
 *   node bench/work.ts [lives] [folder]
 *
 * A few hundred lives are told to a runtime; the rest are copies of their rows under other names. The file is kept where a
 * folder is named, and used again.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Actor, duties, orderKinds } from '../src/domain/index.ts'
import { createRuntime, type Runtime } from '../src/runtime/index.ts'
import { selectionsToFind } from '../src/runtime/sqlite/find.ts'
import { selectionsFor } from '../src/runtime/sqlite/work.ts'
import { sqliteStore } from '../src/runtime/sqlite.ts'
import type { Services } from '../src/schemas/index.ts'
import { suspensionRequested } from '../test/support/plain-samples.ts'
import { signed } from '../test/support/signing.ts'

const [lives = 300_000, folder] = [Number(process.argv[2] ?? 300_000), process.argv[3]]
const home = folder ?? mkdtempSync(join(tmpdir(), 'terminal-lifecycle-bench-'))
const path = join(home, 'work.db')
const prepared = 300
const merchants = 3_000
const start = Date.parse('2026-03-02T09:00:00+08:00')
const at = (n: number) => new Date(start + n * 1_000).toISOString()

const acquirerId = 'acquirer-1'
const staff = (personId: string): Actor => ({
  ...{ role: 'provider', personId, organisationId: acquirerId, acquirerId },
  duties: duties.filter((duty) => duty !== 'auditor'),
})
const clerk = staff('clerk-1')
const merchant = (n: number): Actor => ({
  ...{ role: 'merchant', personId: 'owner', organisationId: `merchant-${n}`, acquirerId, duties: [] },
})
const system: Actor = { ...clerk, role: 'system', personId: 'system', duties: [] }
const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services

/** All have something to be done: an application, a hold, a closure proposed, an order that failed, papers that are missing. */
async function tell(runtime: Runtime, n: number): Promise<void> {
  const lifecycleId = `life-${n}`
  const cny = (amount: number) => ({ amount, currency: 'CNY' })
  await runtime.open({
    ...{ lifecycleId, acquirerId, merchantId: `merchant-${n}`, terminalId: `terminal-${n}` },
    ...{ merchantName: 'Blue Kettle Teahouse', merchantType: 'enterprise', openedBy: clerk },
    devices: [{ serial: `serial-${n}`, owner: 'provider', tenancy: 'sole' }],
    ...(n % 6 === 1 && {
      holds: [{ holdId: 'hold-1', code: 'ACCOUNT_ARREARS' as const, chargeId: 'charge-1' }],
    }),
    ...(n % 6 === 1 && { charges: [{ chargeId: 'charge-1', kind: 'arrears' as const, amount: cny(20) }] }),
    ...(n % 6 === 2 && { holds: [{ holdId: 'hold-1', code: 'LICENCE_EXPIRED' as const }] }),
  })
  type Said = Parameters<Runtime['dispatch']>[0]
  const say = async (event: Said['event'], actor = clerk) => {
    const answer = await runtime.dispatch({ lifecycleId, commandId: event.type, actor, event })
    if (!answer.accepted) throw new Error(`${event.type}: ${JSON.stringify(answer.blockers)}`)
    return answer.orders
  }
  if (n % 6 === 0) {
    const { merchantId, terminalId } = { merchantId: `merchant-${n}`, terminalId: `terminal-${n}` }
    const filed = suspensionRequested({ merchantId, terminalIds: [terminalId], serialNumber: `serial-${n}` })
    await say(
      await signed({ ...filed, request: { ...filed.request, merchantName: 'Blue Kettle Teahouse' } }),
      merchant(n),
    )
  }
  if (n % 6 === 3) await say({ type: 'hold.placed', holdId: 'hold-1', code: 'NETWORK_FAULT' })
  if (n % 6 === 4)
    await say({
      type: 'closure.proposed',
      proposalId: 'proposal-1',
      reason: 'RULE_VIOLATION',
      basis: 'clause 9',
    })
  if (n % 6 === 5) {
    const [order] = await say({ type: 'note.recorded', kind: 'escalation', text: 'no answer for days' })
    const orderId = order?.orderId ?? ''
    if (n % 36 === 5) await say({ type: 'order.failed', orderId, code: 'DOWN', retryable: false }, system)
  }
}

async function prepare(): Promise<void> {
  const store = sqliteStore(path)
  let told = 0
  const clock = {
    now() {
      told += 1
      return at(told)
    },
  }
  const runtime = createRuntime({ store, services, clock })
  for (let n = 0; n < prepared; n += 1) await tell(runtime, n)
  await store.close()
}

/** Of each table the columns that name the life, and what comes behind the number in the name of a copy. */
const copied: Readonly<Record<string, readonly string[]>> = {
  record: ['lifecycle_id', 'terminal_id', 'merchant_id'],
  life: ['lifecycle_id'],
  device: ['lifecycle_id', 'serial'],
  known: ['lifecycle_id'],
  timer: ['lifecycle_id'],
  work: ['lifecycle_id', 'terminal_id', 'merchant_id'],
}

/** One copy of all prepared rows a round; merchants come round again, so that each has a hundred terminals. */
function multiply(database: DatabaseSync): void {
  const rounds = Math.ceil(lives / prepared)
  const named = (column: string) =>
    column === 'merchant_id'
      ? `${column} || '-' || (CAST(:round AS INTEGER) % ${Math.ceil(merchants / prepared)})`
      : `${column} || '-' || CAST(:round AS INTEGER)`
  database.exec('CREATE TABLE prepared AS SELECT lifecycle_id FROM record')
  const statements = Object.entries(copied).map(([table, keys]) => {
    const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all()
    const names = columns.map(({ name }) => String(name))
    const wanted = names.map((name) => {
      if (keys.includes(name)) return named(name)
      return name === 'due_at' && table === 'work'
        ? `iif(due_at > 9e15, due_at, due_at + CAST(:round AS INTEGER) * 60000)`
        : name
    })
    return database.prepare(
      `INSERT INTO ${table} (${names}) SELECT ${wanted} FROM ${table} WHERE lifecycle_id IN
         (SELECT lifecycle_id FROM prepared)`,
    )
  })
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000')
  for (let round = 1; round < rounds; round += 1) {
    if (round % 100 === 1) database.exec('BEGIN')
    for (const statement of statements) {
      const names = { round }
      statement.run(names)
    }
    if (round % 100 === 0 || round === rounds - 1) database.exec('COMMIT')
  }
  database.exec('DROP TABLE prepared; PRAGMA wal_checkpoint(TRUNCATE)')
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n += 1) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

mkdirSync(home, { recursive: true })
if (!existsSync(path)) {
  const began = performance.now()
  await prepare()
  const database = new DatabaseSync(path)
  multiply(database)
  database.close()
  console.log(`built in ${Math.round((performance.now() - began) / 1000)} s`)
}

const store = sqliteStore(path)
const database = new DatabaseSync(path)
const clock = { now: () => at(60 * 86_400) }
const runtime = createRuntime({ store, services, clock })
const count = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n
console.log(`${count('record')} lives, ${count('work')} rows of work`)

const failed = ['ORDER_FAILED', 'ANSWER_REFUSED', 'RESULT_OVERDUE', 'CLOCK_RUN_OUT'] as const
const now = Date.parse(clock.now())
const within = { acquirerId }
const one = merchant(1)
const own = { acquirerId, merchantId: `${one.organisationId}-1`, personId: 'owner' }
const owner = { ...one, organisationId: own.merchantId }
const page = { at: now, limit: 101 }
const lists = [
  ['reviewer', { duty: 'reviewer' }, clerk, { ...page, viewer: 'provider', duty: 'reviewer' }, within],
  ['warehouse', { duty: 'warehouse' }, clerk, { ...page, viewer: 'provider', duty: 'warehouse' }, within],
  ['what failed', { code: failed }, clerk, { ...page, viewer: 'provider', codes: failed }, within],
  ['overdue', { dueBefore: clock.now() }, clerk, { ...page, viewer: 'provider', dueBefore: now }, within],
  ['held', { state: 'held' }, clerk, { ...page, viewer: 'provider', states: ['held'] }, within],
  ['of a merchant', {}, owner, { ...page, viewer: 'merchant' }, own],
  ['everything', {}, clerk, { ...page, viewer: 'provider' }, within],
] as const

for (const [name, question, actor, query, scope] of lists) {
  const { items } = await runtime.work(question, { actor })
  const taken = await median(51, () => runtime.work(question, { actor }))
  console.log(`work, ${name}: ${taken.toFixed(2)} ms, ${items.length} items`)
  const plans = selectionsFor(database, query, scope).flatMap(({ text, values }) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${text}`)
      .all(values)
      .map(({ detail }) => String(detail)),
  )
  for (const plan of new Set(plans)) console.log(`    ${plan}`)
}

const looks = [
  ['unknown application', { applicationId: 'NOPE' }, within],
  ['unknown order', { orderId: 'NOPE' }, within],
  ['unknown paper', { documentId: 'NOPE' }, within],
  ['acquirer without lives', {}, { acquirerId: 'acquirer-9' }],
  ['state that none is in', { state: 'verifying' }, within],
] as const

for (const [name, query, scope] of looks) {
  const taken = await median(51, () => store.find(query, undefined, scope))
  console.log(`find, ${name}: ${taken.toFixed(2)} ms`)
  for (const { text, values } of selectionsToFind(database, query, scope))
    for (const { detail } of database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(values))
      console.log(`    ${detail}`)
}
console.log(`load, unknown life: ${(await median(51, () => store.load('NOPE', within))).toFixed(2)} ms`)

database.close()
await store.close()
if (folder === undefined) rmSync(home, { recursive: true })
