import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Row } from '../../compare.ts'
import { cpuOf } from '../../cpu-of.ts'
import { temporaryFolder } from '../../folder.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What is committed, as somebody gets it; npm takes the packages from its cache where it has them. */
const clone = join(temporaryFolder(), 'clone')
execFileSync('git', ['clone', '--quiet', root, clone])

const row = (name: string, budget: number, command: string): Row => ({
  ...{ name, unit: 's CPU', budget },
  measure: () => cpuOf(command, clone),
})

/** One after the other: each needs what those before it made. */
export const rows: readonly Row[] = [
  row('fresh clone, install', 20, 'node scripts/ensure-deps.cjs --no-build'),
  row('fresh clone, build', 10, 'npm run build --ignore-scripts'),
  row('fresh clone, npm start once all is there', 15, 'npm start'),
]
