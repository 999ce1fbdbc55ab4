/**
 * One bundle a user can make. `entries` are subpaths, bundled together and minified with every package left out,
 * so that the size is our own code. `packages` is the complete list of what may be imported from elsewhere:
 * without `node:` in it the bundle runs in a browser, a worker, Deno and Bun.
 */
export interface Ceiling {
  readonly entries: readonly string[]
  readonly packages: readonly string[]
  /** Bytes after gzip -9. Set a little above what is measured; raise it in the commit that needs it. */
  readonly gzip: number
}

const kB = 1000

/** Keep in the order of `exports` in package.json. */
export const ceilings: readonly Ceiling[] = [
  { entries: ['.'], packages: ['xstate', 'zod'], gzip: 188.5 * kB },
  { entries: ['./domain'], packages: [], gzip: 66 * kB },
  { entries: ['./mappings'], packages: [], gzip: 5 * kB },
  { entries: ['./machine'], packages: ['xstate'], gzip: 109 * kB },
  { entries: ['./schemas'], packages: ['zod'], gzip: 62.5 * kB },
  { entries: ['./contract'], packages: ['zod'], gzip: 52 * kB },
  { entries: ['./client'], packages: ['zod'], gzip: 66.5 * kB },
  { entries: ['./client/node'], packages: ['node:*'], gzip: 16.5 * kB },
  { entries: ['./server'], packages: ['zod'], gzip: 74 * kB },
  { entries: ['./server/node'], packages: ['node:*'], gzip: 39 * kB },
  { entries: ['./errors'], packages: [], gzip: 44.5 * kB },
  { entries: ['./runtime'], packages: ['xstate', 'zod'], gzip: 151 * kB },
  {
    entries: ['./runtime/sqlite'],
    packages: ['xstate', 'node:sqlite', 'node:fs', 'node:crypto'],
    gzip: 112.5 * kB,
  },
  { entries: ['./runtime/postgres'], packages: ['xstate', 'node:crypto'], gzip: 109 * kB },
  { entries: ['./runtime/restate'], packages: ['xstate', 'zod'], gzip: 131 * kB },
  { entries: ['./backend'], packages: ['zod'], gzip: 54.5 * kB },
  { entries: ['./backend/sqlite'], packages: ['zod', 'node:sqlite', 'node:fs'], gzip: 47.5 * kB },
  { entries: ['./fleet'], packages: [], gzip: 44.5 * kB },
  { entries: ['./webhooks'], packages: ['zod'], gzip: 53.5 * kB },
  { entries: ['./webhooks/node'], packages: ['zod', 'node:*'], gzip: 44.5 * kB },
  { entries: ['./webhooks/sqlite'], packages: ['node:sqlite', 'node:fs'], gzip: 22.5 * kB },
  { entries: ['./guidance'], packages: [], gzip: 25 * kB },
  { entries: ['./letters'], packages: [], gzip: 49 * kB },
  { entries: ['./words'], packages: [], gzip: 54 * kB },
  { entries: ['./diagram'], packages: ['xstate'], gzip: 115.5 * kB },
  { entries: ['./command'], packages: ['xstate', 'zod', 'node:util'], gzip: 229 * kB },
  { entries: ['./command/node'], packages: ['xstate', 'zod', 'node:*'], gzip: 245 * kB },
  { entries: ['./testing'], packages: ['zod'], gzip: 89 * kB },
  { entries: ['./testing/arbitraries'], packages: ['fast-check'], gzip: 5 * kB },
  { entries: ['./testing/msw'], packages: ['zod', 'msw'], gzip: 45.5 * kB },
  { entries: ['./testing/node'], packages: ['zod', 'node:*'], gzip: 88 * kB },
  { entries: ['./machine', './schemas', './domain'], packages: ['xstate', 'zod'], gzip: 182.5 * kB },
]

/** What a page grows by that imports these names and nothing else, without the packages that it brings itself. */
export interface Growth {
  readonly names: readonly string[]
  readonly entry: string
  readonly gzip: number
}

export const growth: readonly Growth[] = [
  { names: ['ClosureRequest', 'parseForm'], entry: './schemas', gzip: 19 * kB },
  { names: ['MobileNumber'], entry: './schemas', gzip: 1 * kB },
  { names: ['isTerminalLifecycleError'], entry: './errors', gzip: 0.5 * kB },
  { names: ['createAcquirerClient'], entry: './client', gzip: 63 * kB },
  { names: ['terminalLifecycleMachine'], entry: './machine', gzip: 71.5 * kB },
  { names: ['step', 'explain', 'requirements'], entry: './machine', gzip: 100.5 * kB },
  { names: ['toSvg', 'diagramsEn'], entry: './diagram', gzip: 25 * kB },
  { names: ['textOf'], entry: './domain', gzip: 32 * kB },
  { names: ['textFrom', 'textsEn'], entry: './domain', gzip: 16 * kB },
  { names: ['textFrom', 'textsZhCn'], entry: './domain', gzip: 18 * kB },
]

/** Bytes of all declaration files of a subpath's folder, as an editor must read them. */
export const declarationCeilings = { machine: 105.5 * kB } as const
