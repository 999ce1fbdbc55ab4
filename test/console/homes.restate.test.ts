import { it } from 'vitest'
import { livesOn } from './homes.ts'

it('The back end of the demonstration lives on restate, and does there what was ordered', () =>
  livesOn('restate'))
