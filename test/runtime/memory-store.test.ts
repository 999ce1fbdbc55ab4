import { expect, it } from 'vitest'
import { recordFormat } from '../../src/machine/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { changeTo } from './records.ts'
import { storeConformance } from './store-conformance.ts'

storeConformance('memoryStore', async () => memoryStore())

it('memoryStore gives everybody the same newest record, which nobody can change, and others a copy each', async () => {
  const store = memoryStore()
  await store.commit([await changeTo({})])
  const [one, other] = [await store.newest?.('life-1'), await store.newest?.('life-1')]
  expect(one?.record).toBe(other?.record)
  expect(() => Object.assign(one?.record ?? {}, { version: 9 })).toThrow(TypeError)
  const loaded = await store.load('life-1')
  expect([loaded?.record, loaded]).toEqual([one?.record, one])
  expect(loaded?.record).not.toBe(one?.record)
  expect(await store.newest?.('life-9')).toBeUndefined()
})

it('memoryStore gives the newest record in today\u2019s format, whatever it is stored in', async () => {
  const store = memoryStore()
  const change = await changeTo({})
  if (!change.answer.accepted) throw new Error('no change')
  const record = {
    ...change.answer.record,
    format: recordFormat - 1,
  } as unknown as typeof change.answer.record
  await store.commit([{ ...change, answer: { ...change.answer, record } }])
  const newest = await store.newest?.('life-1')
  expect(newest).toMatchObject({ format: recordFormat - 1, record: { format: recordFormat } })
  expect(newest).toEqual(await store.load('life-1'))
})
