import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'

const folder = new URL('../fixtures/format-1/', import.meta.url)
const clocks = JSON.parse(readFileSync(new URL('clocks.json', folder), 'utf8')) as Readonly<
  Record<CaseName, string>
>

let made = 0

/**
 * A store as release 0.1.0 at its format 1 left it when its process was killed in the middle of a case: half of its commits
 * written, a worker's lease on what it had in its hands.
 */
export const formatOneStore = (name: CaseName, at: string): { path: string; now: string } => {
  const path = join(at, `${name}-${made++}.db`)
  writeFileSync(path, gunzipSync(readFileSync(new URL(`${name}.db.gz`, folder))))
  return { path, now: clocks[name] }
}
