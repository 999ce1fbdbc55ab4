/**
 * What is asked over many lives, against the same over a thousand; an audit of what changed; how long anything stands.
 *
 *   npm run bench -- finds [--lives 1000000] [--folder /tmp/lives]
 *
 * Both files are made first, some minutes for a million; where a folder is named they stay there and are used again.
 */
import { DatabaseSync } from 'node:sqlite'
import { sqliteStore } from '../../../src/runtime/sqlite.ts'
import type { Row } from '../../compare.ts'
import { temporaryFolder } from '../../folder.ts'
import { tellerOf } from '../../lives/asking.ts'
import { fileWith } from '../../lives/build.ts'
import { asOf, finds, works } from '../../lives/questions.ts'
import { longestTurn } from '../../lives/standing.ts'
import { acquirers } from '../../lives/templates.ts'

const [lives, folder = temporaryFolder()] = [Number(process.argv[3] ?? 100_000), process.argv[4]]
const few = 1_000
const [bigPath, smallPath] = [await fileWith(lives, folder), await fileWith(few, folder)]
const [bigStore, smallStore] = [sqliteStore(bigPath), sqliteStore(smallPath)]
const big = { store: bigStore, ...tellerOf(bigStore, lives) }
const small = { store: smallStore, ...tellerOf(smallStore, few) }
type Side = typeof big

const within = { acquirerId: acquirers[0] }
const at = Date.parse(asOf)

const findAll = async ({ store }: Side) => {
  for (const query of Object.values(finds)) await store.find({ ...query, limit: 1 }, undefined, within)
}
const workAll = async ({ store }: Side) => {
  for (const query of Object.values(works))
    await store.work({ ...query, viewer: 'provider', at, limit: 1 }, within)
}
const claim = { worker: 'bench', now: at, at: asOf, leaseUntil: at, room: { timers: 4, openTicket: 4 } }
const watch = async ({ store }: Side) => {
  for (let times = 0; times < 20; times += 1) {
    await store.health(asOf)
    await store.next(at, claim.room)
    await store.unmigrated('', 100)
    await store.changes({ after: null, limit: 100 }, undefined, within)
    await store.claim(claim)
  }
}

const against = `the same over ${few} lives`
const both = (name: string, ask: (side: Side) => Promise<unknown>, rounds = 9): Row => ({
  ...{ name: `${name}, ${lives} lives`, reference: against, budget: 1.3, rounds },
  candidate: () => ask(big),
  control: () => ask(small),
})

/** As if everything before it had been audited. */
function markAtEnd(): string {
  const database = new DatabaseSync(bigPath, { readOnly: true })
  const last = database
    .prepare('SELECT lifecycle_id AS id, seq FROM journal ORDER BY rowid DESC LIMIT 1')
    .get()
  database.close()
  return `||${last?.id}/${last?.seq}`
}
const [mark, told] = [markAtEnd(), new Set<string>()]
/** With the rounds for the compiler ten thousand in all. */
const events = 1_000

// A copy is overdue like its template, and keeps the digests by which that knows reports of its own ids.
const ofCopies = new Set(['DEADLINE_OVERDUE', 'FOLD_DIFFERS'])
const auditTold = async () => {
  const { findings, audited } = await big.runtime.auditChanges(mark)
  const others = findings.filter(({ code }) => !ofCopies.has(code))
  if (others.length > 0 || audited !== told.size)
    throw new Error(`audited ${audited} of ${told.size}: ${JSON.stringify(others.slice(0, 3))}`)
}
const loadTold = async () => {
  for (const lifecycleId of told) await big.store.load(lifecycleId)
}

const turns: Readonly<Record<string, () => Promise<unknown>>> = {
  opening: async () => {
    const store = sqliteStore(bigPath)
    await store.find({ state: 'closing', limit: 100 }, undefined, within)
    await store.close()
  },
  find: async () => {
    for (const query of Object.values(finds))
      await big.store.find({ ...query, limit: 100 }, undefined, within)
  },
  work: async () => {
    for (const query of Object.values(works))
      await big.store.work({ ...query, viewer: 'provider', at, limit: 100 }, within)
  },
  'health, claim, changes': () => watch(big),
  audit: auditTold,
  migrateAll: () => big.runtime.migrateAll(),
}

export const rows: readonly Row[] = [
  both('find, each filter alone and each two', findAll),
  both('work, each filter alone and each two', workAll),
  both('health, claims, changes', watch),
  {
    ...both('an event of a life by chance', async (side) => {
      const ids = await side.tell(events)
      if (side === big) for (const id of ids) told.add(id)
    }),
    rounds: 8,
  },
  {
    name: 'audit of what changed, a life',
    ...{ reference: 'load', budget: 2, rounds: 5 },
    candidate: auditTold,
    control: loadTold,
  },
  ...Object.entries(turns).map(
    ([name, work]): Row => ({
      ...{ name: `longest turn: ${name}, ${lives} lives`, budget: 20, unit: 'ms CPU', rounds: 3 },
      measure: () => longestTurn(work),
    }),
  ),
]
