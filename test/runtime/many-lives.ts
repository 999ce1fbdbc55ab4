import { expect } from 'vitest'
import type { Role } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { Scope } from '../../src/runtime/access.ts'
import type { Change, Store } from '../../src/runtime/store.ts'
import { startingPoints } from '../machine/walk.ts'
import { openPlay } from '../support/play.ts'
import { richOpenings } from '../support/rich-openings.ts'
import { changeTo } from './records.ts'

const lawyer = { personId: 'lawyer-1', organisationId: 'law-office', mandateRef: 'power-1' }

/** Stored as the opening of a life, whatever it has come to. */
export async function stored({ version: _, ...record }: LifecycleRecord, version = 0, prevHash?: string) {
  const { lifecycleId } = record
  const change = await changeTo({ lifecycleId }, version, prevHash)
  if (!change.answer.accepted) throw new Error('no acceptance')
  return { ...change, answer: { ...change.answer, record: { ...record, version } } } satisfies Change
}

let played: readonly LifecycleRecord[] | undefined

/** Lives in every state, of three merchants of two acquirers, some with service providers and representatives. */
async function manyLives(): Promise<readonly LifecycleRecord[]> {
  played ??= [
    ...(await startingPoints()),
    ...Object.values(richOpenings).flatMap((input) => openPlay(input).history),
  ]
  return played.map((origin, n): LifecycleRecord => {
    const lifecycleId = `life-${String(n).padStart(3, '0')}`
    // orders and devices are those of one life
    const named = Object.keys(origin.context.devices).reduce(
      (text, serial) => text.replaceAll(serial, `${serial}-${n}`),
      JSON.stringify(origin).replaceAll(`${origin.lifecycleId}/`, `${lifecycleId}/`),
    )
    const record: LifecycleRecord = JSON.parse(named)
    const { context } = record
    const identity = {
      ...context.identity,
      lifecycleId,
      terminalId: `T-${n}`,
      merchantId: `M${n % 3}`,
      acquirerId: n % 7 === 0 ? 'acq-2' : 'acq-1',
    }
    const agent = n % 4 === 0 ? { agentId: `agent-${n % 2}`, tasks: [], since: record.at } : null
    const representatives = n % 5 === 0 ? { merchant: lawyer, serviceProvider: lawyer } : {}
    return { ...record, lifecycleId, context: { ...context, identity, agent, representatives } }
  })
}

export const storeLives = async (store: Store): Promise<readonly LifecycleRecord[]> => {
  const lives = await manyLives()
  const changes = await Promise.all(lives.map((record) => stored(record)))
  expect(new Set(await store.commit(changes))).toEqual(new Set(['committed']))
  return lives
}

/** What people of each role may have asked with. */
export const scopes: Readonly<Record<Role, readonly Scope[]>> = {
  provider: [{ acquirerId: 'acq-1' }, { acquirerId: 'acq-2' }, { acquirerId: 'acq-3' }],
  system: [{ acquirerId: 'acq-1' }],
  merchant: [
    { acquirerId: 'acq-1', merchantId: 'M1', personId: 'm1' },
    { acquirerId: 'acq-1', merchantId: 'law-office', personId: 'lawyer-1' },
    { acquirerId: 'acq-1', merchantId: 'law-office', personId: 'lawyer-2' },
  ],
  serviceProvider: [
    { acquirerId: 'acq-1', agentId: 'agent-0', personId: 'a1' },
    { acquirerId: 'acq-1', agentId: 'law-office', personId: 'lawyer-1' },
  ],
}
