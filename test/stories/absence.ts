import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, byTwo, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, recorder, sys } from '../support/people.ts'
import { cny, paper, serial, terminal } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

const declared: LifecycleEvent = {
  type: 'counterparty.declaredUnreachable',
  party: 'merchant',
  evidence: [paper('service_of_notice')],
}
const hotel = {
  ref: 'hotel',
  kind: 'preAuth',
  state: 'authorised',
  amount: cny(90_000),
  occurredAt: '2026-03-01T12:00:00+08:00',
} as const
const proposed = (handling: 'void' | 'complete') =>
  ({ type: 'resolution.proposed', txnRef: 'hotel', handling }) as const
const voided = { type: 'resolution.accepted', txnRef: 'hotel', handling: 'void' } as const

/** Who cannot be reached is waited for as long as its clocks run, and is asked again as soon as it speaks. */
export const absenceStories: Stories = {
  'a pre-authorisation of a merchant out of reach is decided without it only when its time has run': async (
    open,
  ) => {
    for (const told of [true, false]) {
      const imported = { ...hotel, serial, test: false, resolution: null }
      const world = await open(told ? terminal() : terminal({ transactions: [imported] }))
      if (told) await world.tell(sys, { type: 'transaction.reported', ...hotel })
      await run(world, approved, (w) => byTwo(w, declared))
      await world.tell(p1, proposed('void'))
      await world.refuse(p2, voided, 'NOTICE_RUNNING')
      await world.pass(31)
      await world.refuse(p1, voided, 'COUNTERPARTY_MUST_ACCEPT')
      await world.tell(p2, voided)
    }
  },

  'once sale is off, it is decided without an absent merchant when the time to upload has run': async (
    open,
  ) => {
    const world = await open()
    await world.tell(sys, { type: 'transaction.reported', ...hotel })
    await run(world, approved, saleOff, (w) => byTwo(w, declared))
    await world.tell(p1, proposed('void'))
    await world.refuse(p2, voided, 'NOTICE_RUNNING')
    await world.pass(4)
    await world.tell(p2, voided)
  },

  'what cannot be finished waits for both sides, also for a merchant that speaks again [R-030]': async (
    open,
  ) => {
    for (const voice of [m1, recorder]) {
      const world = await open()
      await world.tell(sys, { type: 'transaction.reported', ...hotel })
      await run(world, approved, saleOff, (w) => byTwo(w, declared))
      await world.pass(31)
      await world.tell(p1, proposed('void'))
      await world.tell(voice, { type: 'note.recorded', kind: 'note', text: 'we were on holiday' })
      expect((await world.context()).unreachable).toEqual([])
      await world.refuse(p2, voided, 'COUNTERPARTY_MUST_ACCEPT')
      await world.tell(m1, proposed('complete'))
    }
  },
}
