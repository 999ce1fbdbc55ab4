import { describe, expect, it } from 'vitest'
import { explain, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  clearingParts,
  drained,
  erased,
  keysRemoved,
  orderOf,
  over,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, onlyAs, p1, p2, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, digestOf, paper, serial, statusRead, terminal } from '../support/samples.ts'
import { day, type World } from '../support/world.ts'

const second = '123-456-790'
const third = '123-456-791'
const spare = (oldSerial: string, newSerial: string) =>
  ({ type: 'device.replaced', oldSerial, newSerial, owner: 'provider', tenancy: 'sole' }) as const
const stolen = (one: string): LifecycleEvent => ({
  ...{ type: 'device.lost', serial: one, kind: 'stolen', report: paper('loss_report') },
})
const itemOf = async (world: World, code: string, ref?: string) => {
  const all = requirements(await world.record(), { at: world.at(), actor: p1 })
  return [...all.currentlyDue, ...all.pastDue, ...all.pendingVerification].find(
    (item) => item.code === code && (ref === undefined || item.ref === ref),
  )
}
const sale = (ref: string, occurredAt: string, state: 'authorised' | 'completed'): LifecycleEvent => ({
  ...{ type: 'transaction.reported', ref, kind: 'sale', state, amount: cny(900), occurredAt, serial },
})
const failed = (orderId: string): LifecycleEvent => ({
  ...{ type: 'order.failed', orderId, code: 'REFUSED', retryable: false },
})

describe('a loss that was replaced', () => {
  it('is that of the new device where there are several, and bears no other name where there is one', async () => {
    const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
    const held = async (world: World) => {
      await world.tell(m1, stolen(second))
      await world.tell(p1, spare(second, third))
      return Object.values((await world.context()).holds).map((hold) => hold.serial)
    }
    expect(await held(openPlay(terminal({ devices: [of(serial), of(second)] })))).toEqual([third])
    expect(await held(openPlay(terminal({ devices: [of(second)] })))).toEqual([undefined])
  })

  it('is put right by what is shown of the device that took its place', async () => {
    const world = openPlay()
    await world.tell(m1, stolen(serial))
    await world.tell(p1, spare(serial, second))
    const [holdId = ''] = Object.keys((await world.context()).holds)
    const facts = { result: 'replaced', performer: 'provider', serial: second } as const
    const evidence = [paper('repair_or_replacement_record', 'replaced', facts)]
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId, evidence })
  })
})

describe('a wipe without leave', () => {
  it('leaves a copy of before the last sale nothing to be read back for', async () => {
    const world = openPlay()
    await run(world, approved, saleOff)
    const copy = { type: 'backup.recorded', serial, hash: digestOf('early'), method: 'computer' } as const
    await world.tell(m1, { ...copy, upTo: world.at(), encrypted: true, containsCardholderData: false })
    await world.tell(sys, sale('late', world.at(), 'completed'))
    await world.tell(m1, { type: 'erasure.completed', serial, method: 'clear', tool: 'menu' })
    expect(await itemOf(world, 'BACKUP_MISSING', serial)).toMatchObject({ clearedBy: ['backup.waived'] })
    expect(await itemOf(world, 'BACKUP_UNVERIFIED')).toBeUndefined()
  })
})

describe('a damage', () => {
  it('is argued about from the first where the report that is charged on could not tell its cause', async () => {
    const charged = async (cause: 'human' | 'undetermined') => {
      const world = openPlay()
      await world.tell(p1, { type: 'document.added', document: paper('damage_report', 'report', { cause }) })
      await world.tell(p1, {
        ...{ type: 'charge.raised', chargeId: 'c-1', kind: 'damage', amount: cny(500) },
        ...{ feeTableVersion: 'standard', documentId: 'report' },
      } as LifecycleEvent)
      return (await world.context()).charges['c-1']?.status
    }
    expect([await charged('human'), await charged('undetermined')]).toEqual(['raised', 'disputed'])
  })
})

describe('an order', () => {
  it('to close the number that failed is nobody’s any more once another attempt was begun and given up', async () => {
    const world = openPlay()
    await run(world, approved, ...clearingParts)
    const first = await orderOf(world, 'confirmClosure')
    await world.tell(sys, failed(first))
    expect(await itemOf(world, 'ORDER_FAILED', first)).toBeDefined()
    const again = async (place: number) => {
      await world.tell(sys, sale(`late-${place}`, '2026-03-01T12:00:00+08:00', 'completed'))
      const statementId = `statement-${place}`
      await world.tell(sys, { type: 'settlement.stated', statementId, upTo: world.at(), net: cny(50_000) })
    }
    await again(2)
    await world.tell(m1, { type: 'settlement.confirmed', statementId: 'statement-2' })
    expect(await orderOf(world, 'confirmClosure')).not.toBe(first)
    await again(3)
    expect((await world.context()).orders[await orderOf(world, 'confirmClosure')]?.status).toBe('cancelled')
    expect(await itemOf(world, 'ORDER_FAILED', first)).toBeUndefined()
  })

  it('to unbind is taken back when something turns up on the device, and nobody has begun', async () => {
    const world = openPlay()
    await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
    await world.tell(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' })
    const orderId = await orderOf(world, 'unbind')
    await world.tell(sys, sale('hotel', '2026-03-01T12:00:00+08:00', 'authorised'))
    const { orders, devices } = await world.context()
    expect([orders[orderId]?.status, devices[serial]?.binding]).toEqual(['cancelled', 'bound'])
  })

  it('to tell of the end of a hold that failed is still to be done, one to tell of its beginning is not', async () => {
    const world = openPlay()
    const works = {
      type: 'hold.placed',
      holdId: 'works',
      code: 'SYSTEM_MAINTENANCE',
      caps: ['refund'],
    } as const
    await world.tell(p1, works)
    const begun = await orderOf(world, 'notify')
    await world.tell(p1, { type: 'hold.lifted', holdId: 'works' })
    const ended = await orderOf(world, 'notify')
    for (const orderId of [begun, ended]) await world.tell(sys, failed(orderId))
    expect(await itemOf(world, 'ORDER_FAILED', begun)).toBeUndefined()
    expect(await itemOf(world, 'ORDER_FAILED', ended)).toBeDefined()
  })
})

describe('a deposit', () => {
  it('of which a part comes back while it is waited for is due when it was', async () => {
    const world = openPlay()
    await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified)
    const due = async () => (await world.context()).deadlines['depositDue:deposit-1']
    const refund = { depositId: 'deposit-1', amount: cny(50_000) } as const
    await byTwo(world, { type: 'refund.ordered', refundId: 'part', ...refund })
    const orderId = await orderOf(world, 'refundDeposit')
    await world.tell(sys, { type: 'refund.confirmed', orderId, ...refund })
    const before = await due()
    expect(before?.status).toBe('running')
    await world.pass(3)
    await world.tell(sys, {
      type: 'refund.returned',
      orderId,
      reason: 'account closed',
      ...refund,
    } as LifecycleEvent)
    expect(await due()).toEqual(before)
  })
})

describe('evidence for a dispute', () => {
  it('is kept by who of risk has seen it, not by who of risk only says what it is for', async () => {
    const world = openPlay()
    const [intake, risk] = [onlyAs(p2, 'intake'), onlyAs(p1, 'risk', 'intake')]
    const document = paper('dispute_evidence', 'evidence-1', { hold: true, caseId: 'case-1' })
    const kept = async () => Object.values((await world.context()).holds).filter(({ evidence }) => evidence)
    await world.tell(p1, { type: 'hold.placed', holdId: 'works', code: 'SYSTEM_MAINTENANCE' })
    await world.tell(intake, { type: 'document.added', document })
    await world.tell(risk, { type: 'document.added', document, for: 'works' })
    expect(await kept()).toEqual([])
    const { id, digest, facts } = document
    await world.tell(risk, { type: 'document.checked', documentId: id, digest, facts: facts ?? null })
    expect(await kept()).toHaveLength(1)
  })
})

describe('a report', () => {
  it('that goes back to what it said at first counts again: the last word is the one to compare with', async () => {
    const world = openPlay()
    const amount = async () => (await world.context()).transactions.hotel?.amount.amount
    for (const told of [90_000, 95_000, 90_000, 90_000]) {
      const hotel = sale('hotel', '2026-03-01T12:00:00+08:00', 'authorised')
      await world.tell(sys, { ...hotel, amount: cny(told) } as LifecycleEvent)
      expect(await amount()).toBe(told)
      await world.pass(0.1)
    }
  })
})

describe('what one of two people proposed', () => {
  it('waits for the other a whole day, to the second, and no longer', async () => {
    const tick = 1_000
    for (const [more, isHeard] of [
      [0, true],
      [tick, false],
    ] as const) {
      const world = openPlay()
      const { record } = await world.tell(sys, statusRead('on', world.at()))
      const readAt = record.context.status.readAt ?? ''
      const act = { type: 'reading.accepted', readAt, evidence: [paper('host_status_record')] } as const
      await world.tell(p1, { type: 'act.proposed', act })
      // each command comes a second later than the last
      await world.pass((day - tick + more) / day)
      if (isHeard) await world.tell(p2, act)
      else await world.refuse(p2, act, 'SECOND_PERSON_REQUIRED')
    }
  })
})

describe('a moment', () => {
  const codesAt = async (world: World, event: LifecycleEvent, at: string) =>
    explain(await world.record(), event, { at, actor: p2 }).map(({ code }) => code)

  it('at which a clock has run counts, though nobody has told that it has', async () => {
    const charges = [{ chargeId: 'c-1', kind: 'rental', amount: cny(50) }]
    const world = openPlay(terminal({ charges }))
    await run(world, approved)
    const taken = {
      type: 'deposit.deducted',
      depositId: 'deposit-1',
      chargeId: 'c-1',
      amount: cny(50),
    } as const
    expect(await codesAt(world, taken, world.at())).toEqual(['NOTICE_RUNNING'])
    expect(await codesAt(world, taken, '2026-05-01T00:00:00+08:00')).toEqual([])
  })

  it('to look again at what is carried over lies behind the one at which it is', async () => {
    const world = openPlay()
    await run(world, approved)
    const event = over('o-1', 'deposit', 'deposit-1', 5_000)
    const found = (at: string) => codesAt(world, event, at)
    expect(await found(event.reviewAt)).toContain('CARRY_OVER_INCOMPLETE')
    expect(await found('2026-11-30T23:59:59+08:00')).not.toContain('CARRY_OVER_INCOMPLETE')
  })
})
