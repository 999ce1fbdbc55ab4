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
  { entries: ['.'], packages: ['xstate', 'zod', 'ky'], gzip: 177 * kB },
  { entries: ['./domain'], packages: [], gzip: 63 * kB },
  { entries: ['./mappings'], packages: [], gzip: 5 * kB },
  { entries: ['./machine'], packages: ['xstate'], gzip: 100 * kB },
  { entries: ['./schemas'], packages: ['zod'], gzip: 62 * kB },
  { entries: ['./contract'], packages: ['zod'], gzip: 60 * kB },
  { entries: ['./client'], packages: ['zod', 'ky'], gzip: 73 * kB },
  { entries: ['./server'], packages: ['zod'], gzip: 82 * kB },
  { entries: ['./server/node'], packages: ['zod', 'node:*'], gzip: 76 * kB },
  { entries: ['./errors'], packages: [], gzip: 49 * kB },
  { entries: ['./runtime'], packages: ['xstate', 'zod'], gzip: 137 * kB },
  { entries: ['./runtime/sqlite'], packages: ['xstate', 'zod', 'node:sqlite'], gzip: 125 * kB },
  { entries: ['./backend'], packages: ['xstate', 'zod'], gzip: 133 * kB },
  { entries: ['./backend/sqlite'], packages: ['xstate', 'zod', 'node:sqlite'], gzip: 132 * kB },
  { entries: ['./webhooks'], packages: ['zod'], gzip: 75 * kB },
  { entries: ['./webhooks/node'], packages: ['zod', 'node:*'], gzip: 67 * kB },
  { entries: ['./webhooks/sqlite'], packages: ['xstate', 'node:sqlite'], gzip: 96 * kB },
  { entries: ['./guidance'], packages: [], gzip: 38 * kB },
  { entries: ['./letters'], packages: ['zod'], gzip: 88 * kB },
  { entries: ['./words'], packages: [], gzip: 66 * kB },
  { entries: ['./testing'], packages: ['zod'], gzip: 97 * kB },
  { entries: ['./testing/arbitraries'], packages: ['fast-check'], gzip: 20 * kB },
  { entries: ['./testing/msw'], packages: ['zod', 'msw'], gzip: 53 * kB },
  { entries: ['./testing/node'], packages: ['xstate', 'zod', 'node:*'], gzip: 156 * kB },
  { entries: ['./machine', './schemas', './domain'], packages: ['xstate', 'zod'], gzip: 166 * kB },
]

/** Bytes of all declaration files of a subpath's folder, as an editor must read them. */
export const declarationCeilings = { machine: 185 * kB } as const
