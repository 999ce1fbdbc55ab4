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
  { entries: ['.'], packages: ['xstate', 'zod', 'ky'], gzip: 161 * kB },
  { entries: ['./domain'], packages: [], gzip: 53 * kB },
  { entries: ['./mappings'], packages: [], gzip: 5 * kB },
  { entries: ['./machine'], packages: ['xstate'], gzip: 86 * kB },
  { entries: ['./schemas'], packages: ['zod'], gzip: 50 * kB },
  { entries: ['./contract'], packages: ['zod'], gzip: 50 * kB },
  { entries: ['./client'], packages: ['zod', 'ky'], gzip: 59 * kB },
  { entries: ['./server'], packages: ['zod'], gzip: 68 * kB },
  { entries: ['./server/node'], packages: ['zod', 'node:*'], gzip: 63 * kB },
  { entries: ['./errors'], packages: [], gzip: 35 * kB },
  { entries: ['./runtime'], packages: ['xstate', 'zod'], gzip: 123 * kB },
  { entries: ['./runtime/sqlite'], packages: ['xstate', 'zod', 'node:sqlite'], gzip: 112 * kB },
  { entries: ['./backend'], packages: ['xstate', 'zod'], gzip: 119 * kB },
  { entries: ['./backend/sqlite'], packages: ['xstate', 'zod', 'node:sqlite'], gzip: 119 * kB },
  { entries: ['./webhooks'], packages: ['zod'], gzip: 61 * kB },
  { entries: ['./webhooks/node'], packages: ['zod', 'node:*'], gzip: 54 * kB },
  { entries: ['./webhooks/sqlite'], packages: ['xstate', 'node:sqlite'], gzip: 83 * kB },
  { entries: ['./guidance'], packages: [], gzip: 33 * kB },
  { entries: ['./letters'], packages: ['zod'], gzip: 77 * kB },
  { entries: ['./words'], packages: [], gzip: 61 * kB },
  { entries: ['./testing'], packages: ['zod'], gzip: 83 * kB },
  { entries: ['./testing/arbitraries'], packages: ['fast-check'], gzip: 16 * kB },
  { entries: ['./testing/msw'], packages: ['zod', 'msw'], gzip: 42 * kB },
  { entries: ['./testing/node'], packages: ['xstate', 'zod', 'node:*'], gzip: 141 * kB },
  { entries: ['./machine', './schemas', './domain'], packages: ['xstate', 'zod'], gzip: 151 * kB },
]

/** Bytes of all declaration files of a subpath's folder, as an editor must read them. */
export const declarationCeilings = { machine: 183 * kB } as const
