import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { topics } from '../src/domain/topics.ts'
import { namesBesideTopics, neverReaches, rooms, secondDoors } from './rooms.ts'
import { forbiddenReaches, upwards } from './rooms-ladder.ts'
import { violations } from './rooms-reader.ts'

const files = globSync('{src,test,examples,scripts}/**/*.ts', {
  exclude: (path) => path.includes('node_modules'),
}).map((file) => file.split(sep).join('/'))

describe('the rooms of the library', () => {
  it('import each other only as the table allows', () => {
    expect(files.filter((file) => file.startsWith('src/'))).not.toEqual([])
    expect(files.flatMap((file) => violations(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  it('have no cycle in the table', () => {
    const reaches = (from: string, seen: readonly string[]): boolean =>
      [...(rooms[from]?.rooms ?? []), ...(rooms[from]?.types ?? [])].some(
        (next) => seen.includes(next) || reaches(next, [...seen, next]),
      )
    expect(Object.keys(rooms).filter((room) => reaches(room, [room]))).toEqual([])
  })

  it('are known wherever the table names one', () => {
    const named = Object.values(rooms).flatMap((row) => [...row.rooms, ...(row.types ?? [])])
    const owners = Object.keys(secondDoors).map((door) => door.split('/')[0] ?? '')
    expect([...named, ...owners].filter((room) => !(room in rooms))).toEqual([])
  })
})

describe('the rooms of the machine', () => {
  const machine = Object.fromEntries(
    files.filter((file) => file.startsWith('src/machine/')).map((file) => [file, readFileSync(file, 'utf8')]),
  )

  it('import only from those below them', () => {
    expect(Object.keys(machine)).not.toEqual([])
    expect(upwards(machine)).toEqual([])
  })

  it('never lead where a circle would close', () => {
    expect(forbiddenReaches(machine)).toEqual([])
  })

  it('hold what is forbidden to lead anywhere', () => {
    const named = Object.entries(neverReaches).flatMap(([from, never]) => [from, ...never])
    const paths = Object.keys(machine)
    expect(named.filter((name) => !paths.some((path) => path.startsWith(`src/machine/${name}`)))).toEqual([])
  })

  it('name their files after topics', () => {
    const strays = Object.entries(namesBesideTopics).flatMap(([room, besides]) =>
      files
        .filter((file) => file.startsWith(`src/${room}/`))
        .map((file) => file.slice(`src/${room}/`.length, -'.ts'.length))
        .filter((name) => !(name in topics) && !besides.includes(name))
        .map((name) => `${room}/${name}`),
    )
    expect(strays).toEqual([])
  })

  it.each([
    ['arrow up the ladder', 'src/machine/rules/a.ts', "import { x } from '../questions/b.ts'"],
    ['type from above', 'src/machine/shape/a.ts', "import type { X } from '../chart/machine.ts'"],
    ['arrow to the files on top', 'src/machine/ledger/a.ts', "import { x } from '../step.ts'"],
    ['arrow to the door', 'src/machine/step.ts', "export { x } from './index.ts'"],
    ['room without a rung', 'src/machine/helpers/a.ts', 'export const a = 1'],
  ])('would be told of an %s', (_, path, source) => {
    expect(upwards({ [path]: source })).toEqual([expect.stringContaining(path)])
  })

  it('would be told of a detour', () => {
    const sources = {
      'src/machine/ledger/transfers.ts': "import { x } from './charges.ts'",
      'src/machine/ledger/charges.ts': "import { x } from './closing.ts'",
      'src/machine/ledger/closing.ts': 'export const x = 1',
    }
    expect(forbiddenReaches(sources)).toEqual([
      'src/machine/ledger/transfers.ts reaches src/machine/ledger/closing.ts',
    ])
  })
})

describe('the reader of the rooms finds a planted', () => {
  it.each([
    [
      'arrow that is not drawn',
      'src/domain/a.ts',
      "import { x } from '../machine/index.ts'",
      'domain must not import machine',
    ],
    [
      'arrow to the root door',
      'src/client/a.ts',
      "import { x } from '../index.ts'",
      'client must not import index',
    ],
    [
      'arrow the root door lacks',
      'src/index.ts',
      "export { x } from './runtime/index.ts'",
      'index must not import runtime',
    ],
    [
      'value over a type arrow',
      'src/machine/a.ts',
      "import { type A, x } from '../schemas/index.ts'",
      'only types from schemas',
    ],
    [
      'side effect over a type arrow',
      'src/machine/a.ts',
      "import '../schemas/index.ts'",
      'only types from schemas',
    ],
    [
      're-export over a type arrow',
      'src/machine/index.ts',
      "export { X } from '../schemas/index.ts'",
      'only types',
    ],
    [
      'deep import',
      'src/machine/a.ts',
      "import { x } from '../domain/blockers.ts'",
      'goes round the door of domain',
    ],
    [
      'deep import of a type',
      'src/machine/a.ts',
      "let a: import('../domain/blockers.ts').A",
      'goes round the door',
    ],
    ['import of a second door', 'src/runtime/index.ts', "export { x } from './sqlite.ts'", 'door of its own'],
    [
      'import of a file of a second door',
      'src/runtime/a.ts',
      "import { x } from './sqlite/b.ts'",
      'door of its own',
    ],
    ['way out of src', 'src/domain/a.ts', "import p from '../../scripts/a.ts'", 'leaves src'],
    ['other ending', 'src/domain/a.ts', "import { x } from './b.js'", 'must end in .ts'],
    [
      'foreign package',
      'src/domain/a.ts',
      "import { setup } from 'xstate'",
      "domain must not import 'xstate'",
    ],
    [
      'subpath of a package',
      'src/machine/a.ts',
      "import { x } from 'xstate/graph'",
      "must not import 'xstate/graph'",
    ],
    [
      'import of the package by name',
      'src/client/a.ts',
      "import { x } from 'terminal-lifecycle'",
      'must not import',
    ],
    [
      'Node module in a room',
      'src/runtime/a.ts',
      "import { DatabaseSync } from 'node:sqlite'",
      'must not import',
    ],
    [
      'other Node module',
      'src/runtime/sqlite.ts',
      "import { join } from 'node:path'",
      "must not import 'node:path'",
    ],
    [
      'package of another door',
      'src/testing/mock/a.ts',
      "import { http } from 'msw'",
      "must not import 'msw'",
    ],
    ['Node name in a door of the web', 'src/testing/msw.ts', "const a = Buffer.from('')", 'Buffer'],
    ['export *', 'src/domain/index.ts', "export * from './a.ts'", 'export *'],
    ['dynamic import', 'src/domain/a.ts', "const m = await import('./b.ts')", 'dynamic import'],
    ['require', 'src/server/node.ts', "import fs = require('node:fs')", 'require'],
    ['named zod', 'src/schemas/a.ts', "import { z } from 'zod'", 'import * as z'],
    ['default zod', 'src/schemas/a.ts', "import z from 'zod'", 'import * as z'],
    ['default zod beside the namespace', 'src/schemas/a.ts', "import d, * as z from 'zod'", 'import * as z'],
    ['zod passed on', 'src/schemas/a.ts', "export { z } from 'zod'", 'import * as z'],
    ['named zod in an example', 'examples/a/main.ts', "import { z } from 'zod'", 'import * as z'],
    ['unknown room', 'src/utils/a.ts', 'export const a = 1', 'no row for this room'],
  ])('%s', (_, path, source, message) => {
    expect(violations(path, source)).toEqual([expect.stringContaining(message)])
  })

  it.each([
    ['Date.now', 'Date.now()'],
    ['Date.now', 'const clock = Date.now'],
    ['Date.now', "Date['now']()"],
    ['Date.now', 'globalThis.Date.now()'],
    ['Date.now', 'const { now } = Date'],
    ['new Date()', 'new Date()'],
    ['new Date()', 'new globalThis.Date'],
    ['Date()', 'const text = Date()'],
    ['Math.random', 'Math.random()'],
    ['performance.now', 'performance.now()'],
    ['crypto.randomUUID', 'crypto.randomUUID()'],
    ['crypto.randomUUID', 'const { randomUUID: id } = globalThis.crypto'],
    ['setTimeout', 'setTimeout(() => {}, 1)'],
    ['setTimeout', 'const wait = { setTimeout }'],
    ['globalThis.setTimeout', 'globalThis.setTimeout(() => {}, 1)'],
    ['globalThis.setTimeout', 'const { setTimeout: after } = globalThis'],
    ['setInterval', 'const every = setInterval'],
    ['process', 'process.env.HOME'],
    ['Buffer', "Buffer.from('a')"],
  ])('%s in: %s', (name, source) => {
    expect(violations('src/machine/a.ts', source)).toEqual([expect.stringContaining(name)])
  })
})

describe('the reader of the rooms leaves alone', () => {
  it.each([
    ['a drawn arrow through the door', 'src/machine/rules/a.ts', "import { x } from '../../domain/index.ts'"],
    ['types over a type arrow', 'src/machine/a.ts', "import type { A } from '../schemas/index.ts'"],
    ['types named one by one', 'src/machine/a.ts', "import { type A, type B } from '../schemas/index.ts'"],
    ['a file of the own room', 'src/machine/rules/a.ts', "import { x } from '../table.ts'"],
    ['a package of the row', 'src/machine/a.ts', "import { setup } from 'xstate'"],
    ['the namespace of zod', 'src/schemas/a.ts', "import * as z from 'zod'"],
    ['types of zod', 'src/schemas/a.ts', "import type { ZodType } from 'zod'"],
    [
      'node:sqlite in the SQLite store',
      'src/runtime/sqlite.ts',
      "import { DatabaseSync } from 'node:sqlite'",
    ],
    ['files of the SQLite store', 'src/runtime/sqlite/a.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['a Node door over another', 'src/testing/node.ts', "import { listen } from '../server/node.ts'"],
    ['Node names in a Node door', 'src/server/node.ts', 'process.exitCode = 1'],
    ['the environment asking the host', 'src/runtime/environment.ts', 'export const now = () => Date.now()'],
    ['a date of an instant', 'src/machine/a.ts', 'new Date(at).getTime()'],
    ['members of the same name', 'src/runtime/a.ts', 'environment.setTimeout(f, environment.now())'],
    [
      'a field of the same name',
      'src/runtime/a.ts',
      'interface E { setTimeout(f: () => void): void; process: string }',
    ],
    ['a named namespace', 'src/machine/index.ts', "export * as rules from './rules/index.ts'"],
    ['Node and time in tests', 'test/a.test.ts', "import 'node:fs'; Date.now()"],
  ])('%s', (_, path, source) => {
    expect(violations(path, source)).toEqual([])
  })
})
