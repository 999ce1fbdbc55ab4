import { expect, it } from 'vitest'
import type { CommandHost } from '../../src/command/host.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { crowded, inDossier, many } from '../backend/crowds.ts'
import { desk } from './desk.ts'

it.each(inDossier)(
  'A dossier that is written has all %s, however many',
  async (name, [ledger, key, from]) => {
    const { life, names } = await crowded(ledger, key, from)
    const { record, entries } = life
    const store = {
      ...memoryStore(),
      has: async () => true,
      lifecycleIds: async () => [record.lifecycleId],
      load: async () => ({ record, head: entries.at(-1)?.hash ?? '', format: record.format }),
      async *journal(_: string, after = -1) {
        for (const entry of entries) if (entry.seq > after) yield entry
      },
    }
    const openHome: CommandHost['openHome'] = async () => ({
      ...{ store, backup: async () => [], close: async () => undefined },
    })
    const { end, said } = await desk({ openHome, now: () => record.at }).ask('dossier', record.lifecycleId)
    expect(end).toBe(0)
    const { items, nextCursor } = JSON.parse(said)[name]
    expect(nextCursor).toBeNull()
    expect(items).toHaveLength(many)
    expect(new Set(items.map((item: object) => Reflect.get(item, key)))).toEqual(new Set(names))
  },
)
