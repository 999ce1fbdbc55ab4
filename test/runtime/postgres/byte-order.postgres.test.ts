import { expect, it } from 'vitest'
import { changeTo } from '../records.ts'
import { newHome } from './homes.ts'

it('keys are in the order of their bytes, whatever language the database speaks', async () => {
  const { store, pool } = newHome()
  const ids = ['B-1', 'Z-1', '_x', 'a-1', 'b-1']
  const changes = await Promise.all(
    ids.toReversed().map((lifecycleId, n) => changeTo({ lifecycleId, terminalId: `T${n}` })),
  )
  await store.commit(changes)
  const spoken = await pool.query(`SELECT 'a' < 'B' AS english`)
  expect(spoken.rows).toEqual([{ english: true }])
  const seen: string[] = []
  for (
    let page = await store.lifecycleIds('', 2);
    page.length > 0;
    page = await store.lifecycleIds(page.at(-1) ?? '', 2)
  )
    seen.push(...page)
  expect(seen).toEqual(ids)
  expect((await store.find({ after: 'Z-1' })).map(({ lifecycleId }) => lifecycleId)).toEqual(ids.slice(2))
  await store.close()
})
