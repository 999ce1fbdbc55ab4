import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { StoreError } from '../../src/errors/index.ts'
import { dispatchFleet, type FleetProgress, openFleet } from '../../src/fleet/index.ts'
import { createRuntime, memoryStore, type Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { asP1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'

const clock = { now: () => '2026-03-02T01:00:00.000Z' }
const runtimeOver = (store: Store) => createRuntime({ store, services: silentServices, clock })

const idOf = (n: number) => `life-${n}`
const openings = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    input: terminal({ lifecycleId: idOf(n), terminalId: `T${n}` }),
  }))
const noteFor = (lifecycleId: string, actor: Actor = p1) => ({
  ...{ lifecycleId, actor, commandId: `recall-7:${lifecycleId}` },
  event: { type: 'note.recorded', kind: 'note', text: 'called back by its maker' } as const,
})
const outcomes = async <Result extends { key: string; outcome: string }>(stream: AsyncIterable<Result>) => {
  const all: Record<string, string> = {}
  for await (const { key, outcome, ...more } of stream)
    all[key] = 'codes' in more ? `${outcome} ${(more.codes as string[]).join(' ')}` : outcome
  return all
}
const entriesOf = async (store: Store, lifecycleId: string) => {
  const ids: string[] = []
  for await (const { commandId } of store.journal(lifecycleId)) ids.push(commandId)
  return ids
}
/** Answers are forgotten after some days; nothing else is. */
const daysLater = (store: Store): Store => ({ ...store, answered: async () => undefined })

describe('A fleet', () => {
  it('is opened once, however often the list is read and however long after', async () => {
    const store = memoryStore()
    const again = () => outcomes(openFleet(runtimeOver(store), openings(40)))
    expect(new Set(Object.values(await again()))).toEqual(new Set(['accepted']))
    expect(new Set(Object.values(await again()))).toEqual(new Set(['alreadyDone']))
    const later = outcomes(openFleet(runtimeOver(daysLater(store)), openings(41)))
    expect(Object.entries(await later).filter(([, one]) => one !== 'alreadyDone')).toEqual([
      [idOf(40), 'accepted'],
    ])
  })

  it('is opened by none of a dry run, which says what would be', async () => {
    const store = memoryStore()
    const runtime = runtimeOver(store)
    const tried = await outcomes(openFleet(runtime, openings(2), { dryRun: true }))
    expect(tried).toEqual({ [idOf(0)]: 'accepted', [idOf(1)]: 'accepted' })
    expect(await store.lifecycleIds('', 10)).toEqual([])
    await outcomes(openFleet(runtime, openings(1)))
    expect(await outcomes(openFleet(runtime, openings(2), { dryRun: true }))).toEqual({
      [idOf(0)]: 'alreadyDone',
      [idOf(1)]: 'accepted',
    })
  })

  it('gives the answer of the first run as long as that is kept', async () => {
    const runtime = runtimeOver(memoryStore())
    await outcomes(openFleet(runtime, openings(1)))
    const told = async () => {
      for await (const result of dispatchFleet(runtime, [noteFor(idOf(0))])) return result
      return undefined
    }
    const first = await told()
    expect(first).toMatchObject({ outcome: 'accepted', value: { accepted: true } })
    expect(await told()).toMatchObject({ outcome: 'alreadyDone', value: { accepted: true } })
  })

  it('has failed where nobody answers', async () => {
    const silent = { openAll: async () => [] }
    for await (const result of openFleet(silent, openings(1)))
      expect(result).toMatchObject({
        outcome: 'failed',
        error: expect.objectContaining({ message: 'No answer to an opening' }),
      })
  })

  it('is not opened otherwise under the same name, even days later', async () => {
    const store = memoryStore()
    await outcomes(openFleet(runtimeOver(store), openings(1)))
    const [{ input }] = openings(1) as [ReturnType<typeof openings>[number]]
    const other = [{ input: { ...input, merchantName: '岭南小馆' } }]
    expect(await outcomes(openFleet(runtimeOver(store), other))).toEqual({
      'life-0': 'refused COMMAND_ID_REUSED',
    })
    expect(await outcomes(openFleet(runtimeOver(daysLater(store)), other))).toEqual({
      'life-0': 'refused LIFECYCLE_EXISTS',
    })
  })

  it('gives the first answer of an opening again, whole, when it was forgotten', async () => {
    const store = memoryStore()
    const [opening] = openings(1) as [ReturnType<typeof openings>[number]]
    const holds = [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS' as const }]
    const input = { ...opening.input, holds }
    const first = await runtimeOver(store).open(input)
    await runtimeOver(store).dispatch(noteFor(idOf(0)))
    expect(await runtimeOver(daysLater(store)).open(input)).toEqual(first)
  })

  it('is told once, however often and however long after', async () => {
    const store = memoryStore()
    await outcomes(openFleet(runtimeOver(store), openings(10)))
    const told = (from: Store) =>
      outcomes(
        dispatchFleet(
          runtimeOver(from),
          openings(10).map(({ input }) => noteFor(input.lifecycleId)),
        ),
      )
    expect(new Set(Object.values(await told(store)))).toEqual(new Set(['accepted']))
    expect(new Set(Object.values(await told(store)))).toEqual(new Set(['alreadyDone']))
    expect(new Set(Object.values(await told(daysLater(store))))).toEqual(new Set(['alreadyDone']))
    expect(await entriesOf(store, idOf(3))).toEqual(['open:life-3', 'recall-7:life-3'])
  })

  it('has its refusals with their codes, and one that fails keeps no other back', async () => {
    const store = memoryStore()
    await outcomes(openFleet(runtimeOver(store), openings(3)))
    const broken: Store = {
      ...store,
      answered: async (lifecycleId, commandId) => {
        if (lifecycleId === idOf(1)) throw new StoreError('unavailable')
        return store.answered(lifecycleId, commandId)
      },
    }
    const lift = { type: 'hold.rescinded', holdId: 'never', reason: 'a mistake' } as const
    const commands = [
      { ...noteFor(idOf(0)), commandId: 'a', event: lift },
      { ...noteFor(idOf(1)), commandId: 'b' },
      { ...noteFor('life-of-nobody'), commandId: 'c' },
      { ...noteFor(idOf(2)), commandId: 'd' },
    ]
    const seen: FleetProgress[] = []
    const onProgress = (progress: FleetProgress) => {
      seen.push(progress)
      throw new Error('whoever listens stops nothing')
    }
    const told = dispatchFleet(runtimeOver(broken), commands, { onProgress, concurrency: 2 })
    expect(await outcomes(told)).toEqual({
      a: 'refused HOLD_UNKNOWN',
      b: 'failed',
      c: 'refused LIFECYCLE_UNKNOWN',
      d: 'accepted',
    })
    expect(seen.at(-1)).toEqual({
      ...{ begun: 4, inFlight: 0, accepted: 1, alreadyDone: 0, refused: 2, failed: 1 },
    })
  })

  it('shares transactions with what comes at the same time', async () => {
    const store = sqliteStore(':memory:')
    let transactions = 0
    const counting: Store = {
      ...store,
      commit: (changes) => {
        transactions += 1
        return store.commit(changes)
      },
    }
    const opened = await outcomes(openFleet(runtimeOver(counting), openings(60), { concurrency: 20 }))
    expect(Object.values(opened).filter((one) => one === 'accepted')).toHaveLength(60)
    expect(transactions).toBeLessThan(40)
    expect((await runtimeOver(store).find({ limit: 100 }, asP1)).length).toBe(60)
    await store.close()
  })
})
