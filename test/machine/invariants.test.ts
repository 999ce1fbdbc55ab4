import { beforeAll, describe, expect, it } from 'vitest'
import { CorruptRecordError, InvariantViolationError } from '../../src/errors/index.ts'
import { assertInvariants, type LifecycleRecord, migrate } from '../../src/machine/index.ts'
import { invariants } from '../../src/machine/invariants.ts'
import {
  accountVerified,
  approved,
  backedUp,
  clearingParts,
  confirmed,
  drained,
  erased,
  keysRemoved,
  readClosed,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p3, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { lies, type Open, type Stage } from './lies.ts'

type Part = (world: World) => Promise<void>

const wipeAuthorised: Part = async ({ tell }) => {
  await tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
}
const unbindingOrdered: Part = async ({ tell }) => {
  await tell(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' })
}
const payoutOrdered: Part = async ({ tell, at }) => {
  await tell(sys, { type: 'settlement.stated', statementId: 'statement-1', upTo: at(), net: cny(50_000) })
  await tell(m1, { type: 'settlement.confirmed', statementId: 'statement-1' })
  await tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(20_000) })
}

const ready = [approved, saleOff, drained, backedUp]
const stages = {
  live: [],
  ready,
  wiping: [...ready, wipeAuthorised],
  unbinding: [...ready, erased, keysRemoved, unbindingOrdered],
  paying: [...ready, accountVerified, payoutOrdered],
  closed: [approved, ...clearingParts, confirmed, readClosed],
} satisfies Record<Stage, Part[]>

const told = new Map<Stage, LifecycleRecord>()
const at = (stage: Stage): Open => JSON.parse(JSON.stringify(told.get(stage)))

beforeAll(async () => {
  for (const [stage, parts] of Object.entries(stages)) {
    const world = openPlay()
    await run(world, ...parts)
    told.set(stage as Stage, await world.record())
  }
})

describe('what a record shares with the one before it', () => {
  it('is not gone through again, and what it has beside that is', () => {
    const before = at('live')
    const next = (context: object): LifecycleRecord => ({
      ...before,
      version: before.version + 1,
      context: { ...before.context, ...context },
    })
    const [device] = Object.values(before.context.devices)
    const worn = { ...before.context.devices, worn: { ...device, serial: 'worn', custody: 'nowhere' } }
    const broken = next({ devices: worn })
    const path = /damaged at \/context\/devices\/worn\/custody/
    expect(() => assertInvariants(next({}), before)).not.toThrow()
    expect(() => assertInvariants(broken, before)).toThrow(path)
    expect(() => assertInvariants(next({ credit: -1 }), before)).toThrow(/damaged at \/context\/credit/)
    expect(() => assertInvariants(next({ devices: { ...worn, x: 1 } }), next({ devices: worn }))).toThrow(
      /damaged at \/context\/devices\/x/,
    )
    // an item that was there before, made anew
    const spoilt = { ...before.context.devices, [String(device?.serial)]: { ...device, custody: 'nowhere' } }
    expect(() => assertInvariants(next({ devices: spoilt }), before)).toThrow(/damaged at .*custody/)
    // whoever says that the one before was whole is believed
    expect(() => assertInvariants(next({ devices: worn }), next({ devices: worn }))).not.toThrow()
    expect(() => assertInvariants(next({ devices: { ...worn } }), broken)).not.toThrow()
  })
})

describe('an invariant', () => {
  it('holds wherever the lies begin', () => {
    for (const [stage, record] of told) expect(() => assertInvariants(record), stage).not.toThrow()
  })

  it('is broken here once at least, each', () => {
    expect(Object.keys(lies)).toEqual(['RECORD_IS_WHOLE', ...Object.keys(invariants)])
  })

  const each = Object.entries(lies).flatMap(([name, told]) =>
    told.map(([what, stage, tell]) => ({ name, what, stage, tell })),
  )

  it.each(each)('$name is asserted: $what', ({ name, stage, tell }) => {
    const record = at(stage)
    tell(record)
    const lie = record as LifecycleRecord
    expect(() => assertInvariants(lie)).toThrow(InvariantViolationError)
    expect(() => assertInvariants(lie)).toThrow(`Invariant ${name} is violated`)
    let found: unknown
    try {
      migrate(lie)
    } catch (error) {
      found = error
    }
    expect(found).toBeInstanceOf(CorruptRecordError)
    expect(found).toMatchObject(
      name === 'RECORD_IS_WHOLE' ? { invariant: null } : { invariant: name, path: '' },
    )
  })
})
