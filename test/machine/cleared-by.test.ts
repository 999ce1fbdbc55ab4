import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Blocker, type EventType, eventTypes, profileOf } from '../../src/domain/index.ts'
import { irreversibleAct } from '../../src/machine/facts/closing.ts'
import { phaseOf } from '../../src/machine/facts/phase.ts'
import {
  type AskedEvent,
  createLifecycle,
  type LifecycleRecord,
  requirements,
} from '../../src/machine/index.ts'
import { diceOf } from '../support/dice.ts'
import { agent, m1, p1, sys } from '../support/people.ts'
import { allConfigurations } from './configurations.ts'
import { nextType, saying, startingPoints } from './walk.ts'

const { explain, step } = createLifecycle()
const technician = { ...m1, duties: ['technician'] satisfies Actor['duties'] }
const people: Readonly<Record<string, Actor>> = {
  merchant: technician,
  provider: { ...p1, personId: 'px' },
  system: sys,
  serviceProvider: agent,
}
const forAuthority: Actor = { ...p1, personId: 'px', onBehalfOf: 'authority' }

const senderOf = ({ owner }: Pick<Blocker, 'owner'>, type: EventType): Actor => {
  if (owner === 'authority') return forAuthority
  const role = profileOf(type).roles.find((one) => one === owner) ?? profileOf(type).roles[0]
  return people[role as string] as Actor
}

/** Follows what each answer names; a way that comes back to where it was is a circle. What was followed once is not followed again. */
const following = (record: LifecycleRecord) => {
  const good = new Set<string>()
  const circles: string[] = []
  const ask = (item: Blocker, type: EventType): readonly Blocker[] => {
    const field = profileOf(type).item
    const event = { type, ...(field && item.ref !== undefined && { [field]: item.ref }) } as AskedEvent
    return explain(record, event, { at: record.at, actor: senderOf(item, type), viewer: 'provider' })
  }
  const follow = (item: Blocker, path: readonly string[]): void => {
    for (const type of item.clearedBy) {
      const here = `${type} ${item.ref ?? ''} (${senderOf(item, type).role})`
      if (good.has(here)) continue
      if (path.includes(here)) {
        circles.push([...path.slice(path.indexOf(here)), here].join(' → '))
        continue
      }
      // what is told otherwise than before is another event
      for (const next of ask(item, type))
        follow({ ...next, clearedBy: next.clearedBy.filter((name) => name !== type) }, [
          ...path,
          `${here}: ${next.code}`,
          here,
        ])
      good.add(here)
    }
  }
  return { follow, circles }
}

/** Where chance leads to, now and then. */
const strolls = async (): Promise<LifecycleRecord[]> => {
  const dice = diceOf(20_261_128)
  const starts = await startingPoints()
  const seen: LifecycleRecord[] = []
  for (let walk = 0; walk < 24; walk++) {
    let record = starts[(walk * 7) % starts.length] as LifecycleRecord
    for (let taken = 0; taken < 300; taken++) {
      const type = nextType(record, dice)
      const answer = step(record, { commandId: 'x', ...saying(record, type, dice) })
      if (answer.accepted) record = answer.record
      if (taken % 100 === 99) seen.push(record)
    }
  }
  return seen
}

/** There is no way back from a closed life, nor from an act that cannot be undone; and no appeal without a proposal. */
const isPast = ({ context }: LifecycleRecord, { code }: Blocker): boolean =>
  code === 'PROPOSAL_UNKNOWN' ||
  (code === 'NOT_ALLOWED_IN_STATE' &&
    (phaseOf(context) === 'closed' || irreversibleAct(context) !== undefined))

describe('what an answer names', () => {
  let records: readonly LifecycleRecord[] = []
  const found = new Set<string>()
  const strangers = new Set<string>()
  const lost = new Set<string>()
  let followed = 0

  const look = (
    record: LifecycleRecord,
    item: Blocker,
    follow: (item: Blocker, path: readonly string[]) => void,
  ) => {
    followed += 1
    follow(item, [])
    const { owner, clearedBy, code } = item
    if (clearedBy.length === 0 && !isPast(record, item))
      lost.add(`${code} in ${JSON.stringify(record.value)}`)
    const role = owner === 'authority' ? 'provider' : owner
    if (clearedBy.length > 0 && !clearedBy.some((type) => profileOf(type).roles.includes(role)))
      if (
        !(
          owner === 'merchant' && clearedBy.some((type) => type === 'charge.met' || type === 'batch.uploaded')
        )
      )
        strangers.add(`${code}: ${owner} may send none of ${clearedBy.join(', ')}`)
  }

  beforeAll(async () => {
    const mixtures = (await allConfigurations()).filter((_, index) => index < 16 || index % 5 === 0)
    records = [...mixtures, ...(await startingPoints()), ...(await strolls())]
    for (const record of records) {
      const { follow, circles } = following(record)
      for (const type of eventTypes)
        for (const actor of Object.values(people))
          for (const item of explain(record, { type } as AskedEvent, {
            at: record.at,
            actor,
            viewer: 'provider',
          }))
            look(record, item, follow)
      const { currentlyDue, pastDue, pendingVerification } = requirements(record, {
        at: record.at,
        viewer: 'provider',
      })
      for (const item of [...currentlyDue, ...pastDue, ...pendingVerification])
        look(record, item as Blocker, follow)
      for (const circle of circles) found.add(circle)
    }
  })

  it('never runs in a circle, from whatever stands in the way of whatever event', () => {
    console.log(`${followed} blockers followed in ${records.length} records`)
    expect([...found]).toEqual([])
  })
  it('is nothing only where no way leads there any more', () => {
    expect([...lost]).toEqual([])
  })

  it('is something that its owner may send, or that those tell who see what the owner does', () => {
    expect([...strangers]).toEqual([])
  })
})
