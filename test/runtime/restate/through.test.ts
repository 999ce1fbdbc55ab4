import { expect, it } from 'vitest'
import { createRuntime, memoryStore } from '../../../src/runtime/index.ts'
import { throughRestate } from '../../../src/runtime/restate/through.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'

it('Lives that are only tried to be opened are opened by nobody, and Restate is not asked to look', async () => {
  const store = memoryStore()
  const asked: unknown[] = []
  const fetch = async (request: unknown) => {
    asked.push(request)
    return new Response('', { status: 202 })
  }
  const runtime = throughRestate(createRuntime({ store, services: silentServices }), {
    ...{ store, fetch, url: 'http://restate.test:8080' },
  })
  const tried = await runtime.openAll([{ input: terminal() }], { dryRun: true })
  expect(tried).toMatchObject([{ lifecycleId: 'life-1', outcome: 'opened' }])
  expect(await store.lifecycleIds('', 9)).toEqual([])
  expect(asked).toEqual([])
  await runtime.openAll([{ input: terminal() }])
  expect(await store.lifecycleIds('', 9)).toEqual(['life-1'])
  expect(asked).toHaveLength(1)
})
