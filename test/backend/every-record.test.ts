import { it } from 'vitest'
import { readsWhole } from './every-record.ts'
import { goldenLife } from './recorded.ts'

it.each(['maintenance', 'third-party'])(
  'Every row reads the life of the case %s whole for everybody, and drops nothing that the machine tells',
  async (name) => readsWhole(await goldenLife(name)),
)
