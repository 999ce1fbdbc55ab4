import { fileURLToPath } from 'node:url'
import type { Row } from '../../compare.ts'
import { cpuOf } from '../../cpu-of.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export const rows: readonly Row[] = [
  { name: 'npm test', unit: 's CPU', budget: 150, measure: () => cpuOf('npm test', root) },
]
