/** What one room may import. `types` are rooms it may only take types from; the room itself needs no row. */
export interface Room {
  readonly rooms: readonly string[]
  readonly types?: readonly string[]
  readonly packages?: readonly string[]
}

/** Every arrow there is. A room is a folder of src; `index` is the root door src/index.ts. */
export const rooms: Readonly<Record<string, Room>> = {
  domain: { rooms: [] },
  errors: { rooms: ['domain'] },
  mappings: { rooms: ['domain'] },
  schemas: { rooms: ['domain', 'errors'], packages: ['zod'] },
  machine: { rooms: ['domain', 'errors'], types: ['schemas'], packages: ['xstate'] },
  guidance: { rooms: ['domain'], types: ['machine'] },
  letters: { rooms: ['domain', 'schemas'], types: ['machine'] },
  words: { rooms: ['domain'], types: ['machine', 'schemas'] },
  diagram: { rooms: ['domain', 'machine'] },
  contract: { rooms: ['domain', 'schemas', 'errors'], packages: ['zod'] },
  client: { rooms: ['contract', 'schemas', 'errors'], packages: ['ky'] },
  server: { rooms: ['contract', 'schemas', 'errors'], types: ['domain'] },
  runtime: { rooms: ['domain', 'machine', 'schemas', 'errors'] },
  backend: { rooms: ['domain', 'machine', 'schemas', 'errors', 'contract', 'server', 'runtime'] },
  fleet: { rooms: ['schemas', 'errors'], types: ['machine', 'contract', 'runtime'] },
  webhooks: { rooms: ['domain', 'schemas', 'errors', 'contract'], types: ['machine', 'runtime'] },
  command: {
    rooms: ['domain', 'errors', 'schemas', 'machine', 'contract', 'runtime', 'backend', 'fleet'],
    packages: ['node:util'],
  },
  testing: {
    rooms: [
      ...['domain', 'errors', 'schemas', 'machine', 'diagram', 'contract', 'client', 'server', 'runtime'],
      ...['backend', 'webhooks'],
    ],
  },
  index: { rooms: ['machine', 'schemas', 'client', 'errors', 'domain'] },
}

/**
 * Second doors: a subpath of its own inside a room, for what the web platform lacks, or for a package that not everybody has.
 * `src/<door>.ts`, with its files in `src/<door>/` if it has any. The rest of the room never imports one, else everybody would
 * need what it needs.
 */
export const secondDoors: Readonly<
  Record<string, { readonly packages: readonly string[]; readonly rooms?: readonly string[] }>
> = {
  'runtime/sqlite': { packages: ['node:sqlite', 'node:crypto', 'node:fs'] },
  'runtime/postgres': { packages: ['node:crypto'] },
  // The SDK is handed to it: nothing is imported that the web platform lacks.
  'runtime/restate': { packages: [] },
  'backend/sqlite': { packages: ['node:sqlite'] },
  'client/node': { packages: ['node:*'] },
  'webhooks/node': { packages: ['node:*'] },
  // How a SQLite file is opened, shared and waited for stands once, in the runtime.
  'webhooks/sqlite': { packages: ['node:sqlite'], rooms: ['runtime'] },
  'server/node': { packages: ['node:*'] },
  'command/node': {
    packages: ['node:*'],
    rooms: ['client', 'server', 'testing', 'webhooks'],
  },
  'testing/msw': { packages: ['msw'] },
  'testing/arbitraries': { packages: ['fast-check'] },
  'testing/node': { packages: ['node:*'] },
}

/** The files that may ask the host for the time, chance and timers; everyone else is given them. */
export const environmentFiles: readonly string[] = ['src/client/environment.ts', 'src/runtime/environment.ts']

/**
 * The rooms of `machine`, ground first: each imports, types included, only from itself and from those before it. The files
 * that stand in no room are `top`; its door may import them all.
 */
export const ladder: readonly string[] = [
  'shape',
  'facts',
  'clearing',
  'rules',
  'leaving',
  'ledger',
  'chart',
  'questions',
  'migrations',
  'top',
  'connected',
]

/** In these rooms a file is named after its topic (src/domain/topics.ts), or bears one of these names. */
export const namesBesideTopics: Readonly<Record<string, readonly string[]>> = {
  'machine/shape': [
    'kit',
    'kinds',
    'filed',
    'context',
    'record',
    'answers',
    'policy',
    'told',
    'transfers',
    'taken-over',
  ],
  'machine/facts': ['answers', 'kit', 'phase', 'time', 'told', 'transfers', 'paid'],
  'machine/clearing': ['kit', 'index'],
  'machine/rules': ['kit', 'index', 'door', 'repeats', 'room', 'asked-papers', 'request-faults', 'proofs'],
  'machine/leaving': ['kit', 'index', 'tail'],
  'machine/ledger': [
    'kit',
    'index',
    'turn',
    'tail',
    'told',
    'order-ends',
    'order-repeats',
    'application-ends',
    'transfers',
    'taken-over',
  ],
  'schemas/events': ['kit', 'lifecycle-event'],
}

const above = ['ledger/closing', 'ledger/applications']

/** What must never lead, by whatever way, from the one to the other: each would close a circle, or point upwards. */
export const neverReaches: Readonly<Record<string, readonly string[]>> = {
  'rules/': ['questions/'],
  'facts/': ['rules/', 'clearing/'],
  'shape/': ['chart/'],
  'ledger/order-ends': above,
  'ledger/application-ends': above,
  'ledger/notices': above,
  'ledger/transfers': above,
  'ledger/charges': ['ledger/deposits', 'ledger/settlement'],
  'ledger/obligations': ['ledger/charges'],
  'ledger/keys': ['ledger/devices'],
}
