import { orderKinds } from '../../src/domain/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { postgresStore } from '../../src/runtime/postgres.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { Services } from '../../src/schemas/index.ts'
import { openPool } from '../../test/runtime/postgres/pg.ts'
import { clerkOf } from './importing.ts'

// Opens a home, looks at its health and at a work list, and says what it weighs when it has nothing to do.
const [kind, where = ''] = process.argv.slice(2)
const [url = '', schema] = where.split(' ')
const store = kind === 'sqlite' ? sqliteStore(where) : postgresStore(openPool(url), { schema })
const services = Object.fromEntries(orderKinds.map((name) => [name, async () => []])) as unknown as Services
const runtime = createRuntime({ store, services })
await runtime.health()
await runtime.work({ limit: 20 }, { actor: clerkOf(0) })
globalThis.gc?.()
process.send?.(process.memoryUsage().rss, () => process.exit())
