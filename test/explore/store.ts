import { DatabaseSync } from 'node:sqlite'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { LifecyclePolicy } from '../../src/domain/index.ts'
import type { Node } from './expand.ts'
import type { Life } from './telling.ts'

/** Worlds share a file: each has tables of its own. */
const tablesOf = (world: string) => `
  CREATE TABLE IF NOT EXISTS ${world}_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ${world}_states (id INTEGER PRIMARY KEY, key TEXT NOT NULL, parent INTEGER, move INTEGER,
    depth INTEGER NOT NULL, goal INTEGER NOT NULL, node BLOB);
  CREATE TABLE IF NOT EXISTS ${world}_edges (source INTEGER NOT NULL, move INTEGER NOT NULL, target INTEGER NOT NULL,
    PRIMARY KEY (source, move)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ${world}_doubles (state INTEGER NOT NULL, node BLOB NOT NULL);
`

export interface Edge {
  readonly source: number
  readonly move: number
  readonly target: number
}

/** The policy is the same in every record of a world. */
const packed = (node: Node): Uint8Array => {
  const bare = ({ record, books }: Life) => ({
    books,
    record: { ...record, context: { ...record.context, policy: null } },
  })
  return deflateRawSync(JSON.stringify({ ...bare(node), ...(node.twin && { twin: bare(node.twin) }) }), {
    level: 1,
  })
}

const unpacked = (bytes: Uint8Array, policy: LifecyclePolicy): Node => {
  const node = JSON.parse(inflateRawSync(bytes).toString()) as Node & { twin?: Life }
  for (const life of [node, ...(node.twin ? [node.twin] : [])])
    (life.record.context as { policy: LifecyclePolicy }).policy = policy
  return node
}

/**
 * What an exploration has found, in one file: names of states, how each was reached first, where each leads, and the records of
 * those that wait. Whatever happens to the process, the file stands as of its last commit.
 */
export class StateStore {
  readonly #db: DatabaseSync
  readonly #world: string
  readonly #policy: LifecyclePolicy
  readonly #ids = new Map<string, number>()

  constructor(file: string, world: string, policy: LifecyclePolicy) {
    this.#world = world.replace(/[^a-z\d]+/gi, '_')
    this.#db = new DatabaseSync(file)
    this.#policy = policy
    this.#db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${tablesOf(this.#world)}`)
    for (const { id, key } of this.#db.prepare(`SELECT id, key FROM ${this.#world}_states`).iterate())
      this.#ids.set(String(key), Number(id))
    this.#db.exec('BEGIN')
  }

  get size(): number {
    return this.#ids.size
  }

  commit(): void {
    this.#db.exec('COMMIT; BEGIN')
  }

  close(): void {
    this.#db.exec('COMMIT')
    this.#db.close()
  }

  fact<Value>(name: string): Value | undefined {
    const row = this.#prepared(`SELECT value FROM ${this.#world}_facts WHERE name = ?`).get(name)
    return row && (JSON.parse(String(row.value)) as Value)
  }

  keepFact(name: string, value: unknown): void {
    this.#prepared(`INSERT OR REPLACE INTO ${this.#world}_facts VALUES (?, ?)`).run(
      name,
      JSON.stringify(value),
    )
  }

  idOf(key: string): number | undefined {
    return this.#ids.get(key)
  }

  /** Keeps a state that nobody has met, with its record, until it is expanded. */
  add(
    key: string,
    node: Node,
    from: { parent: number | null; move: number | null; depth: number; goal: number },
  ): number {
    const id = this.#ids.size
    this.#ids.set(key, id)
    const { parent, move, depth, goal } = from
    this.#prepared(`INSERT INTO ${this.#world}_states VALUES (?, ?, ?, ?, ?, ?, ?)`).run(
      id,
      key,
      parent,
      move,
      depth,
      goal,
      packed(node),
    )
    return id
  }

  node(id: number): { readonly node: Node; readonly depth: number } {
    const row = this.#prepared(`SELECT node, depth FROM ${this.#world}_states WHERE id = ?`).get(id)
    if (!(row?.node instanceof Uint8Array)) throw new Error(`State ${id} is not waiting`)
    return { node: unpacked(row.node, this.#policy), depth: Number(row.depth) }
  }

  /** It has been expanded: where it leads is kept, its record goes. */
  expanded(id: number, edges: readonly Edge[]): void {
    const keep = this.#prepared(`INSERT INTO ${this.#world}_edges VALUES (?, ?, ?)`)
    for (const { source, move, target } of edges) keep.run(source, move, target)
    this.#prepared(`UPDATE ${this.#world}_states SET node = NULL WHERE id = ?`).run(id)
  }

  /** Another record of a state that waits. */
  addDouble(id: number, node: Node): void {
    this.#prepared(`INSERT INTO ${this.#world}_doubles VALUES (?, ?)`).run(id, packed(node))
  }

  takeDoubles(id: number): readonly Node[] {
    const rows = this.#prepared(`SELECT node FROM ${this.#world}_doubles WHERE state = ?`).all(id)
    if (rows.length > 0) this.#prepared(`DELETE FROM ${this.#world}_doubles WHERE state = ?`).run(id)
    return rows.map(({ node }) => unpacked(node as Uint8Array, this.#policy))
  }

  edgesFrom(id: number): readonly Edge[] {
    const rows = this.#prepared(`SELECT source, move, target FROM ${this.#world}_edges WHERE source = ?`).all(
      id,
    )
    return rows as unknown as readonly Edge[]
  }

  edges(): Iterable<Edge> {
    return this.#db
      .prepare(`SELECT source, move, target FROM ${this.#world}_edges`)
      .iterate() as unknown as Iterable<Edge>
  }

  goals(atLeast: number): readonly number[] {
    return this.#db
      .prepare(`SELECT id FROM ${this.#world}_states WHERE goal >= ?`)
      .all(atLeast)
      .map(({ id }) => Number(id))
  }

  /** How this state was reached first: by which moves, from the beginning. */
  movesTo(id: number): readonly number[] {
    const moves: number[] = []
    const step = this.#prepared(`SELECT parent, move FROM ${this.#world}_states WHERE id = ?`)
    for (let row = step.get(id); row && row.parent !== null; row = step.get(Number(row.parent)))
      moves.unshift(Number(row.move))
    return moves
  }

  readonly #statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  #prepared(sql: string) {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
