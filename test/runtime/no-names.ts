import { expect } from 'vitest'
import { createRuntime, type Store } from '../../src/runtime/index.ts'
import { testClock } from '../support/clock.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'
import { note } from './rig.ts'

/** What is no name: in SQLite 7 is the same as '7', in PostgreSQL no text holds a NUL. */
const none = [null, undefined, 7, true, {}, ['7'], '', 'a\u0000b'] as never[]
const reader = { actor: p1 }

/** A question about what is no name is answered like one about nobody, and one by a filter that is none is refused. */
export async function asksByNoName(store: Store): Promise<void> {
  const runtime = createRuntime({ store, services: silentServices, clock: testClock() })
  await runtime.open(terminal({ lifecycleId: '7' }))
  const unknown = { code: 'INVALID_INPUT', issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_UNKNOWN' }] }
  for (const name of none) {
    expect(await runtime.get(name, reader)).toBeUndefined()
    expect(await runtime.overview(name, reader)).toBeUndefined()
    expect(await runtime.orders(name, reader)).toBeUndefined()
    expect(await runtime.lifecycleOf(name, reader)).toBeUndefined()
    expect(await runtime.answered('7', name, reader)).toBeUndefined()
    expect(await collect(runtime.journal(name, reader))).toEqual([])
    const command = { lifecycleId: name, commandId: 'c-1', actor: p1, event: note('n') }
    await expect(runtime.dispatch(command)).rejects.toMatchObject(unknown)
  }
  const filters = [
    'owner',
    'duty',
    'code',
    'state',
    'dueBefore',
    'merchantId',
    'terminalId',
    'after',
    'limit',
  ]
  for (const filter of filters)
    for (const value of [null, 7.5, true, {}, 'a\u0000b'])
      await expect(runtime.work({ [filter]: value }, reader), `${filter}: ${value}`).rejects.toMatchObject({
        issues: [{ path: `/${filter}` }],
      })
  await expect(runtime.work({ merchant: 'M1' } as never, reader)).rejects.toMatchObject({
    issues: [{ path: '/merchant', code: 'UNKNOWN_FIELD' }],
  })
  for (const question of [null, [], 'M1'] as never[]) {
    await expect(runtime.work(question, reader)).rejects.toMatchObject({ issues: [{ path: '' }] })
    await expect(runtime.find(question, reader)).rejects.toMatchObject({ issues: [{ path: '' }] })
  }
  for (const filter of ['merchantId', 'at', 'state', 'merchant'])
    await expect(runtime.find({ [filter]: null }, reader)).rejects.toMatchObject({
      issues: [{ path: `/${filter}` }],
    })
}
