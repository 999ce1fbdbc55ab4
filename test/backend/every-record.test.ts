import { it } from 'vitest'
import { readsWhole } from './every-record.ts'
import { goldenLife } from './recorded.ts'

// Every case, and lives at the end of stories: test/backend/every-record.slow.test.ts.
it('Every row reads the life of the case third-party whole, and drops nothing that the machine tells', async () =>
  readsWhole(await goldenLife('third-party'), ['m1', 'p1']))
