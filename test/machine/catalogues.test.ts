import { describe, expect, it } from 'vitest'
import { type Catalogues, defaultPolicy, type PricedFeeTable } from '../../src/domain/index.ts'
import { createLifecycle, type LifecycleInput } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { rig } from '../runtime/rig.ts'
import { approved, byTwo, run } from '../support/closure.ts'
import { m1, p1, p2, p3 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial, start, terminal } from '../support/samples.ts'
import { worldOf } from '../support/world.ts'

// stories begin on the 2nd of March 2026
const feeTables: readonly PricedFeeTable[] = [
  { version: 'of-old', from: '2020-01-01', until: '2026-01-30' },
  {
    version: 'of-last-month',
    from: '2020-01-01',
    until: '2026-01-31',
    prices: [{ kind: 'rental', amount: cny(4_000) }],
  },
  {
    version: 'of-today',
    from: '2026-02-01',
    prices: [
      { kind: 'rental', amount: cny(5_000) },
      { kind: 'device', model: 'A1', amount: cny(80_000) },
      { kind: 'device', model: 'B2', amount: cny(120_000) },
      { kind: 'maintenance', amount: { amount: 1, currency: 'USD' } },
    ],
  },
  { version: 'of-tomorrow', from: '2026-03-03', prices: [{ kind: 'rental', amount: cny(1) }] },
]

let raisedSoFar = 0
const raised = (
  feeTableVersion: string,
  amount: number,
  kind = 'rental',
  named: { serial?: string } = {},
): LifecycleEvent => {
  raisedSoFar += 1
  const chargeId = `fee-${raisedSoFar}`
  return {
    type: 'charge.raised',
    chargeId,
    kind,
    amount: cny(amount),
    feeTableVersion,
    ...named,
  } as LifecycleEvent
}

const byStep = async (catalogues: Catalogues, input?: LifecycleInput) =>
  openPlay(input, undefined, createLifecycle({ catalogues }))
const byRuntime = async (catalogues: Catalogues) => {
  const { send, clock, record } = await rig({ catalogues })
  return worldOf({
    send: (actor, event) => send(event, actor),
    pass: async (days) => clock.tick(days * 86_400_000),
    at: clock.next,
    record,
  })
}

describe.each([
  ['by pure steps', byStep],
  ['through dispatch', byRuntime],
])('A fee table that is published, %s', (_, open) => {
  it.each([
    ['one that nobody knows', 'made-up', 5_000, ['FEE_TABLE_NOT_IN_FORCE']],
    ['one that ended longer than thirty days ago', 'of-old', 5_000, ['FEE_TABLE_NOT_IN_FORCE']],
    ['one that is not in force yet', 'of-tomorrow', 1, ['FEE_TABLE_NOT_IN_FORCE']],
    ['one that is in force', 'of-today', 5_000, []],
    ['one that was in force thirty days ago, at its own price', 'of-last-month', 4_000, []],
    [
      'one that was in force thirty days ago, at the new price',
      'of-last-month',
      5_000,
      ['AMOUNT_NOT_IN_FEE_TABLE'],
    ],
    ['more than stands in it', 'of-today', 5_001, ['AMOUNT_NOT_IN_FEE_TABLE']],
    ['less than stands in it', 'of-today', 4_999, ['AMOUNT_NOT_IN_FEE_TABLE']],
    ['nothing, which does not stand in it', 'of-today', 0, ['AMOUNT_NOT_IN_FEE_TABLE']],
  ] as const)('prices a charge: %s [R-223 R-229]', async (_, version, amount, codes) => {
    const world = await open({ feeTables })
    if (codes.length === 0) await world.tell(p1, raised(version, amount))
    else await world.refuse(p1, raised(version, amount), ...codes)
    expect(Object.keys((await world.context()).charges)).toHaveLength(codes.length === 0 ? 1 : 0)
  })

  it('lets an amount stand for what does not stand in it', async () => {
    const world = await open({ feeTables })
    await world.tell(p1, raised('of-today', 777, 'deactivation'))
    // a price in dollars says nothing of what it costs in yuan
    await world.tell(p1, raised('of-today', 777, 'maintenance'))
    await world.refuse(p1, raised('made-up', 777, 'deactivation'), 'FEE_TABLE_NOT_IN_FORCE')
  })

  it('is asked of what follows from a fact only where that stands in it', async () => {
    const world = await open({ feeTables })
    await world.tell(p1, raised('none', 777, 'penalty'))
    await world.refuse(p1, raised('none', 80_000, 'device'), 'FEE_TABLE_NOT_IN_FORCE')
    await world.refuse(p1, raised('of-today', 777, 'device'), 'AMOUNT_NOT_IN_FEE_TABLE')
    // of which model it is nobody said
    for (const amount of [80_000, 120_000])
      await world.tell(p1, raised('of-today', amount, 'device', { serial }))
  })

  it('is not told to whom it is none of their business, nor for money that counts for nothing', async () => {
    const world = await open({ feeTables })
    await world.refuse(m1, raised('made-up', 1), 'ROLE_NOT_ALLOWED')
    const inDollars = { ...raised('made-up', 1), amount: { amount: 1, currency: 'USD' } } as LifecycleEvent
    await world.refuse(p1, inDollars, 'CURRENCY_MISMATCH')
  })

  it('changes nothing of a charge that stands: told again, objected to, determined, met', async () => {
    const world = await open({ feeTables })
    const fee = raised('of-last-month', 4_000)
    const { chargeId } = fee as Extract<LifecycleEvent, { type: 'charge.raised' }>
    await world.tell(p1, fee)
    await world.pass(2)
    await world.refuse(p1, raised('of-last-month', 4_000), 'FEE_TABLE_NOT_IN_FORCE')
    expect(await world.tell(p1, fee)).toMatchObject({ noop: true })
    await world.tell(m1, { type: 'charge.disputed', chargeId, grounds: 'too much' })
    await world.tell(p2, { type: 'charge.determined', chargeId, amount: cny(3_000) })
    await world.tell(p3, { type: 'charge.met', chargeId, amount: cny(3_000), paymentRef: 'payment-1' })
  })
})

describe('Where no fee table is published', () => {
  it.each([
    ['in force', [{ version: 'ours', from: '2020-01-01' }], []],
    ['ended thirty days ago', [{ version: 'ours', from: '2020-01-01', until: '2026-01-31' }], []],
    [
      'ended before',
      [{ version: 'ours', from: '2020-01-01', until: '2026-01-30' }],
      ['FEE_TABLE_NOT_IN_FORCE'],
    ],
    ['yet to come', [{ version: 'ours', from: '2026-03-03' }], ['FEE_TABLE_NOT_IN_FORCE']],
  ] as const)('amounts stand as stated, by a version of the policy: %s', async (_, tables, codes) => {
    const world = openPlay(undefined, undefined, createLifecycle(), { ...defaultPolicy, feeTables: tables })
    if (codes.length === 0) await world.tell(p1, raised('ours', 123))
    else await world.refuse(p1, raised('ours', 123), ...codes)
  })
})

describe('What is published', () => {
  const device = { serial, owner: 'provider', tenancy: 'sole' } as const

  const missing = async (model: string) => {
    const world = await byStep({ feeTables }, terminal({ devices: [{ ...device, model }] }))
    await run(world, approved)
    await world.pass(20)
    return world
  }

  it('prices a device that never came back by its model', async () => {
    const world = await missing('B2')
    const gone = (amount: number) =>
      ({
        type: 'device.declaredUnreturned',
        serial,
        charge: { chargeId: 'device-1', amount: cny(amount), feeTableVersion: 'of-today' },
      }) as const
    await world.tell(p1, { type: 'act.proposed', act: gone(80_000) })
    await world.refuse(p2, gone(80_000), 'AMOUNT_NOT_IN_FEE_TABLE')
    await byTwo(world, gone(120_000))
    // a model that does not stand in it has no price
    await byTwo(await missing('C3'), gone(777))
  })

  it('is asked of what is explained, and not of a part that is not known yet', () => {
    const { explain, openRecord } = createLifecycle({ catalogues: { feeTables } })
    const record = openRecord(terminal(), { at: start })
    const codes = (event: Parameters<typeof explain>[1]) =>
      explain(record, event, { at: start, actor: p1 }).map(({ code }) => code)
    const { amount: _, ...open } = raised('of-today', 1) as Extract<LifecycleEvent, { type: 'charge.raised' }>
    expect(codes(open)).toEqual([])
    expect(codes({ ...open, amount: cny(1) })).toEqual(['AMOUNT_NOT_IN_FEE_TABLE'])
    expect(codes({ ...open, feeTableVersion: 'made-up' })).toEqual(['FEE_TABLE_NOT_IN_FORCE'])
  })

  it('is not asked when a journal is read: what was accepted stands', async () => {
    const lifecycle = createLifecycle({ catalogues: { feeTables } })
    const opened = lifecycle.open(terminal(), { at: start, commandId: 'open' })
    const event = raised('of-today', 5_000)
    const answer = lifecycle.step(opened.record, { commandId: 'c', at: start, actor: p1, event })
    if (!answer.accepted || answer.entry === null) expect.fail('refused')
    const later = createLifecycle({ catalogues: { feeTables: [] } })
    expect(later.fold([opened.entry ?? expect.fail('no entry'), answer.entry])).toEqual(answer.record)
  })
})
