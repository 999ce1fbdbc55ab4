import { it } from 'vitest'
import { livesOn } from './homes.ts'

it(
  'The back end of the demonstration lives on postgres, and does there what was ordered',
  { timeout: 60_000 },
  () => livesOn('postgres'),
)
