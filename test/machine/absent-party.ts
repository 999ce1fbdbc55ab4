import { expect, it } from 'vitest'
import { clearingRegions } from '../../src/domain/index.ts'
import type { LifecycleInput, LifecycleRecord } from '../../src/machine/index.ts'
import { Alone, closeAlone, imposeAlone } from '../support/alone.ts'
import { approved, clearingParts, run } from '../support/closure.ts'
import { halfDone, someDevices } from '../support/half-done-openings.ts'
import { agent, m1, p3, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { richOpenings } from '../support/rich-openings.ts'
import { cny, serial } from '../support/samples.ts'
import { allConfigurations } from './configurations.ts'

const hotel = {
  type: 'transaction.reported',
  ref: 'hotel',
  kind: 'preAuth',
  state: 'authorised',
  amount: cny(900),
} as const

/** Everything that can be argued about is argued about, and then nobody comes back to it. */
const quarrel = async (record: LifecycleRecord): Promise<LifecycleRecord> => {
  const alone = new Alone(record)
  const dueAt = '2027-01-01T00:00:00Z'
  alone.tell(sys, { ...hotel, ref: 'motel', occurredAt: alone.at() })
  alone.tell(p3, { type: 'dispute.opened', caseId: 'case-1', amount: cny(700), dueAt })
  const fee = { kind: 'rental', amount: cny(4_000), feeTableVersion: 'standard' } as const
  alone.tell(p3, { type: 'charge.raised', chargeId: 'rent', ...fee })
  alone.tell(m1, { type: 'charge.disputed', chargeId: 'rent', grounds: 'it was paid' })
  alone.tell(p3, { type: 'hold.placed', holdId: 'for-good', code: 'MALICIOUS_ATTACK', release: 'none' })
  alone.tell(m1, { type: 'device.lost', serial: 'second-7', kind: 'stolen' })
  return alone.record
}

/** What each of the absent last did before nothing more was heard of them. */
const lastWords = {
  merchant: (alone: Alone) => {
    alone.tell(m1, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
    alone.tell(m1, { type: 'device.lost', serial, kind: 'lost' })
    alone.tell(m1, { type: 'payoutAccount.changed', token: 'account-8', name: 'somebody else' })
    alone.tell(m1, { type: 'request.made', requestId: 'r-1', kind: 'return', serial })
  },
  agent: (alone: Alone) => {
    alone.tell(agent, { type: 'hold.placed', holdId: 'broken', code: 'HARDWARE_FAULT' })
    alone.tell(agent, { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-2' })
    alone.tell(agent, { type: 'request.made', requestId: 'r-2', kind: 'collection', serial })
  },
} as const satisfies Readonly<Record<string, (alone: Alone) => void>>
const absences: readonly (readonly (keyof typeof lastWords)[])[] = [
  [],
  ['merchant'],
  ['agent'],
  ['agent', 'merchant'],
]

/** Closing, each in which others said their last words: before the provider began, or after. */
const abandoned = (input: LifecycleInput): LifecycleRecord[] => {
  const { history } = openPlay(input)
  return absences.flatMap((absent) => {
    const early = new Alone(history[0] as LifecycleRecord)
    const late = new Alone(history[0] as LifecycleRecord)
    for (const party of absent) lastWords[party](early)
    for (const alone of [early, late]) expect(imposeAlone(alone)).toBe(true)
    for (const party of absent) lastWords[party](late)
    return [early.record, late.record]
  })
}

/** Under way to the end, at each step that the provider took alone, from each opening, quarrelled or not. */
const richClosures = async (): Promise<LifecycleRecord[]> => {
  const closing: LifecycleRecord[] = []
  for (const input of Object.values(richOpenings)) {
    const { history } = openPlay(input)
    const opened = history[0] as LifecycleRecord
    for (const start of [opened, await quarrel(opened)]) {
      const alone = new Alone(start, ({ record }) => {
        if (record.context.closing !== null) closing.push(record)
      })
      expect(imposeAlone(alone)).toBe(true)
      closing.push(await quarrel(alone.record))
      closeAlone(alone)
    }
  }
  return closing
}

const stuckOf = (closing: readonly LifecycleRecord[]): string[] =>
  closing.flatMap((record) =>
    [false, true].flatMap((held) => {
      const alone = new Alone(record)
      if (held)
        alone.tell(p3, {
          type: 'hold.placed',
          holdId: 'court',
          code: 'AUTHORITY_ORDER',
          caps: ['payout'],
          orderRef: 'order-1',
          release: 'authority',
        })
      const missing = closeAlone(alone)
      return missing.length > 0 ? [`${held ? 'held ' : ''}${JSON.stringify(record.value)}: ${missing}`] : []
    }),
  )

/** Everything, or every so many-th of it: which of them say more than the others is not known. */
const each = <Item>(items: readonly Item[], stride: number): readonly Item[] =>
  items.filter((_, place) => place % stride === 0)

/** Also without whoever would have helped: merchant and agent say nothing in any of them. */
const expectAllClosed = (closing: readonly LifecycleRecord[], stride: number): void => {
  const tried = each(closing, stride)
  const stuck = stuckOf(tried)
  console.log(`${tried.length * 2} closings without merchant and agent, ${stuck.length} stuck`)
  expect([...new Set(stuck)]).toEqual([])
}

const patient = { timeout: 600_000 }

/** A closure ends without them, from every `stride`-th place there is. */
export const absentPartyLaws = (stride: number): void => {
  it(
    'with merchant and agent silent, closed is reached from every closing configuration, holds included [I16]',
    patient,
    async () => {
      const closing = (await allConfigurations()).filter(
        ({ context }) => context.closing !== null && context.closing.closedAt === null,
      )
      expect(closing.length).toBe(2 ** clearingRegions.length + 2)
      // and from every step of a closure on its way, where nothing has come back yet
      const world = openPlay()
      await run(world, approved, ...clearingParts)
      closing.push(...world.history.filter(({ context }) => context.closing !== null))
      // and from an objection, or a pre-authorisation, after which the merchant falls silent
      for (const net of [50_000, 0, -3_000]) {
        const other = openPlay()
        await other.tell(sys, { ...hotel, occurredAt: other.at() })
        await run(other, approved, ...clearingParts.slice(0, 2))
        await other.tell(sys, {
          type: 'settlement.stated',
          statementId: 's-1',
          upTo: other.at(),
          net: cny(net),
        })
        await other.tell(m1, { type: 'settlement.disputed', statementId: 's-1', grounds: 'a day is missing' })
        closing.push(await other.record())
      }
      expectAllClosed(closing, stride)
    },
  )

  it(
    'so it is where there is more of everything: devices, deposits, holds of each way out, imports half done [I16]',
    patient,
    async () => {
      expectAllClosed(await richClosures(), stride)
    },
  )

  it(
    'so it is where an import brings what somebody else began, whoever of the two is silent [I16]',
    patient,
    () => {
      expectAllClosed(each(Object.values(halfDone), stride).flatMap(abandoned), 1)
    },
  )

  it('so it is for a device in any state in which a portfolio can bring it [I16]', patient, () => {
    const closing = each(someDevices(71), stride).flatMap((input) => abandoned(input).slice(-1))
    expect(closing.length).toBeGreaterThan(40 / stride)
    expectAllClosed(closing, 1)
  })
}
