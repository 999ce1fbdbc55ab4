import { expect, it } from 'vitest'
import type { CommandHost, Home } from '../../src/command/host.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import { testClock } from '../support/clock.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { desk } from './desk.ts'

/** More than are read at a time. */
const many = 501

const filled = async () => {
  const store = memoryStore()
  const runtime = createRuntime({ store, services: silentServices, clock: testClock() })
  await runtime.openAll(
    Array.from({ length: many }, (_, n) => ({
      input: terminal({ lifecycleId: `life-${n}`, terminalId: `T${n}` }),
    })),
  )
  return store
}

it('Verify goes through more lives than it reads at a time, to the last', async () => {
  const store = await filled()
  const last = (await store.lifecycleIds('', many)).at(-1)
  const openHome: CommandHost['openHome'] = async () =>
    ({ store, backup: async () => [], close: async () => undefined }) satisfies Home
  expect((await desk({ openHome }).ask('verify')).said).toBe(
    `${many} lives, ${many} entries: whole and unaltered.`,
  )
  const altered: Home['store'] = {
    ...store,
    load: async (id, within) => {
      const stored = await store.load(id, within)
      return stored && id === last ? { ...stored, head: 'f'.repeat(64) } : stored
    },
  }
  const spoilt: CommandHost['openHome'] = async () => ({
    ...{ store: altered, backup: async () => [], close: async () => undefined },
  })
  const { end, said } = await desk({ openHome: spoilt }).ask('verify')
  expect([end, said]).toEqual([1, expect.stringContaining(String(last))])
})

it('A migration that is only tried names all that would have to go, however many', async () => {
  const ids = Array.from({ length: 1_205 }, (_, n) => `life-${String(n).padStart(4, '0')}`)
  const store: Home['store'] = {
    ...memoryStore(),
    unmigrated: async (after, limit) => ids.filter((id) => id > after).slice(0, limit),
  }
  const openHome: CommandHost['openHome'] = async () => ({
    ...{ store, backup: async () => [], close: async () => undefined },
  })
  expect((await desk({ openHome }).ask('migrate', '--dry-run')).said.split('\n')).toEqual(ids)
})
