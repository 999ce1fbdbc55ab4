import { readFile } from 'node:fs/promises'
import type { Actor } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { areWithin, ownersOf } from '../../src/runtime/access.ts'
import { createRuntime, memoryStore, type Runtime, type SealedEntry } from '../../src/runtime/index.ts'
import { silentServices } from '../support/world.ts'
import { type Person, people } from './portal.ts'

export interface Recorded {
  readonly record: LifecycleRecord
  readonly entries: readonly SealedEntry[]
}

/** A life as the walk of a case has left it, with its journal. */
export const goldenLife = async (name: string): Promise<Recorded> => {
  const read = (end: string) => readFile(new URL(`../golden/2/${name}.${end}`, import.meta.url), 'utf8')
  const lines = (await read('journal.jsonl')).trim().split('\n')
  return {
    record: JSON.parse(await read('record.json')) as LifecycleRecord,
    entries: lines.map((line) => JSON.parse(line) as SealedEntry),
  }
}

/** The same people, at home in the house of the record. */
export const peopleOf = ({ context }: LifecycleRecord): Readonly<Record<Person, Actor>> => {
  const { acquirerId, merchantId } = context.identity
  const own = (actor: Actor, organisationId: string): Actor => ({ ...actor, acquirerId, organisationId })
  const { m1, agent, p1, p2, sys, auditor } = people
  return {
    ...people,
    m1: own(m1, merchantId),
    agent: own(agent, context.agent?.agentId ?? 'agent-1'),
    ...{ p1: own(p1, acquirerId), p2: own(p2, acquirerId), sys: own(sys, acquirerId) },
    auditor: own(auditor, acquirerId),
    otherMerchant: own(people.otherMerchant, people.otherMerchant.organisationId),
    otherAgent: own(people.otherAgent, people.otherAgent.organisationId),
  }
}

/** A runtime that has this one life: what it is asked goes the way of every question, and nobody had to tell it anything. */
export const runtimeWith = ({ record, entries }: Recorded, now: string = record.at): Runtime => {
  const owners = ownersOf(record)
  const head = entries.at(-1)?.hash ?? '0'.repeat(64)
  const store = {
    ...memoryStore(),
    has: async (id: string, within?: Parameters<typeof areWithin>[1]) =>
      id === record.lifecycleId && (!within || areWithin(owners, within)),
    load: async (id: string, within?: Parameters<typeof areWithin>[1]) =>
      id === record.lifecycleId && (!within || areWithin(owners, within))
        ? { record, head, format: record.format }
        : undefined,
    async *journal(_: string, after = -1) {
      for (const entry of entries) if (entry.seq > after) yield entry
    },
  }
  return createRuntime({ store, services: silentServices, clock: { now: () => now } })
}
