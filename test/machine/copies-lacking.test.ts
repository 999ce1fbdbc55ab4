import { expect, it } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, drained, run, saleOff } from '../support/closure.ts'
import { m1, p1, sys } from '../support/people.ts'
import { digestOf, serial } from '../support/samples.ts'
import { openWorld, type World } from '../support/world.ts'

const hash = digestOf('backup')
const copied = (upTo: string): LifecycleEvent => ({
  ...{ type: 'backup.recorded', serial, upTo, hash, method: 'computer', encrypted: true },
  containsCardholderData: false,
})

/** What is said of the copy, and whether somebody is already at work on it. */
const ofTheCopy = async (world: World) => {
  const { currentlyDue, pendingVerification } = requirements(await world.record(), {
    at: world.at(),
    actor: p1,
  })
  const codes = (all: typeof currentlyDue) =>
    all.map(({ code, owner }) => `${code} ${owner}`).filter((words) => words.startsWith('BACKUP_'))
  return { due: codes(currentlyDue), waiting: codes(pendingVerification) }
}

it('A copy is asked for until it is there, read back and new enough, and then no more', async () => {
  const world = await openWorld()
  await run(world, approved, saleOff, drained)
  expect(await ofTheCopy(world)).toEqual({ due: ['BACKUP_MISSING merchant'], waiting: [] })
  await world.tell(m1, copied('2026-02-01T09:00:00+08:00'))
  expect(await ofTheCopy(world)).toEqual({
    ...{ due: ['BACKUP_STALE merchant'], waiting: ['BACKUP_UNVERIFIED provider'] },
  })
  await world.tell(m1, copied(world.at()))
  expect(await ofTheCopy(world)).toEqual({ due: [], waiting: ['BACKUP_UNVERIFIED provider'] })
  await world.tell(sys, { type: 'backup.verified', serial, hash })
  expect(await ofTheCopy(world)).toEqual({ due: [], waiting: [] })
  await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
  expect(await ofTheCopy(world)).toEqual({ due: [], waiting: [] })
})
