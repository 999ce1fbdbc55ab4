import { it } from 'vitest'
import { livesOn } from './homes.ts'

it('The back end of the demonstration lives on sqlite, and does there what was ordered', () =>
  livesOn('sqlite'))
it('The back end of the demonstration lives on memory, and does there what was ordered', () =>
  livesOn('memory'))
