import { expect } from 'vitest'
import { defaultPolicy } from '../../src/domain/index.ts'
import { viewRecord } from '../../src/machine/index.ts'
import {
  approved,
  backedUp,
  byTwo,
  drained,
  erased,
  keysRemoved,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { cny, paper, reinstatementRequested, serial, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const told = async ({ orders }: World) =>
  (await orders()).flatMap((order) =>
    order.kind === 'notify' && order.params.template === 'deadline_passed' ? [order.params] : [],
  )
const tickets = async ({ orders }: World, ref: string) =>
  (await orders()).flatMap((order) =>
    order.kind === 'openTicket' && order.params.ref === ref ? [order.params.department] : [],
  )
const deposit = (kind: 'device_pledge' | 'guarantee') =>
  terminal({ deposits: [{ depositId: 'deposit-1', kind, amount: cny(200_000), heldBy: 'acquirer-1' }] })

/** What is done about a cause, what has to be ready before it is, and what is left over after it. */
export const measureStories: Stories = {
  'the measure that was taken has to suit the reason of the very hold it is claimed for [R-011]': async (
    open,
  ) => {
    const world = await open(
      terminal({
        holds: [
          { holdId: 'licence', code: 'LICENCE_EXPIRED' },
          { holdId: 'broken', code: 'HARDWARE_FAULT' },
        ],
      }),
    )
    const asked = reinstatementRequested({ licence: 'LICENCE_EXPIRED', broken: 'HARDWARE_FAULT' })
    const [first, second] = asked.request.remedies
    if (!first || !second) throw new Error('Two holds, two remedies')
    const remedies = [
      { ...first, kind: second.kind },
      { ...second, kind: first.kind },
    ]
    const { request } = asked
    await world.refuse(
      m1,
      { ...asked, request: { ...request, remedies } } as typeof asked,
      'REMEDY_UNSUITABLE',
      'REMEDY_UNSUITABLE',
    )
    await world.tell(m1, asked)
  },

  'who asks for a return into service without its papers hears which are missing, all at once [R-060]':
    async (open) => {
      const world = await open(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
      const holds = { licence: 'LICENCE_EXPIRED' } as const
      const answer = await world.send(m1, reinstatementRequested(holds, { documents: [paper('waiver')] }))
      const missing = ['reinstatement_request', 'business_licence']
      expect(answer).toMatchObject({
        accepted: false,
        blockers: [{ code: 'DOCUMENTS_INCOMPLETE', data: { missing } }],
      })
      await world.tell(m1, reinstatementRequested(holds))
    },

  'a reason that is on no list is said in words, and the merchant reads them [R-078]': async (open) => {
    const world = await open()
    const words = 'the shop is being rebuilt'
    await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'OTHER', words })
    const { context } = viewRecord(await world.record(), 'merchant')
    expect(context.holds.h).toMatchObject({ code: 'OTHER', words })
  },

  'a hold for a reason that is on no list is refused without words, whoever places it [R-078]': async (
    open,
  ) => {
    const policy = { ...defaultPolicy, systemMayPlace: ['OTHER'] as const }
    const world = await open(terminal(), undefined, policy)
    const bare = { type: 'hold.placed', holdId: 'h', code: 'OTHER' } as const
    for (const actor of [p1, sys, { ...p1, onBehalfOf: 'merchant' } as const])
      await world.refuse(actor, bare, 'REQUIRED_HERE')
    const authority = { ...p1, onBehalfOf: 'authority' } as const
    await world.refuse(authority, bare, 'REQUIRED_HERE', 'AUTHORITY_ORDER_REQUIRED')
    // the order of an authority is a fact, and says itself what it is for
    await world.tell(authority, { ...bare, holdId: 'court', orderRef: 'order-1' })
    const imported = await open(terminal({ holds: [{ holdId: 'old', code: 'OTHER' }] }))
    expect((await imported.context()).holds.old).toMatchObject({ code: 'OTHER', words: null })
  },

  'a hold that turns out to be something else is said in words, once; no list has a name for it [R-078]':
    async (open) => {
      const world = await open()
      const named = { type: 'hold.reclassified', code: 'OTHER' } as const
      await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'UNKNOWN' })
      await world.refuse(p1, { ...named, holdId: 'h' }, 'REQUIRED_HERE', 'SECOND_PERSON_REQUIRED')
      await byTwo(world, { ...named, holdId: 'h', words: 'a survey' })
      await world.tell(p1, { type: 'hold.placed', holdId: 'i', code: 'UNKNOWN', words: 'it beeps' })
      await byTwo(world, { ...named, holdId: 'i' })
      const { context } = viewRecord(await world.record(), 'merchant')
      expect([context.holds.h?.words, context.holds.i?.words]).toEqual(['a survey', 'it beeps'])
    },

  'what is left over after the return stays open until somebody says it is done [R-097]': async (open) => {
    const world = await open()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'h',
      code: 'OTHER',
      words: 'a survey',
      release: 'provider',
    })
    await world.tell(p2, { type: 'hold.lifted', holdId: 'h' })
    const note = { type: 'note.recorded', kind: 'followUpOpened', text: 'settle the old account' } as const
    await world.tell(p1, { ...note, followUpId: 'f' })
    expect((await world.context()).followUps.f).toMatchObject({ text: note.text, done: false })
    await world.tell(m1, { type: 'followUp.done', followUpId: 'f' })
    expect((await world.context()).followUps.f).toMatchObject({ done: true })
  },

  'a device that is to be collected is ordered to be fetched, from the address in the form': async (open) => {
    const world = await open()
    await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
    const { orders } = await world.tell(p1, {
      type: 'return.authorised',
      serial,
      destination: 'collection',
    })
    expect(orders).toMatchObject([{ kind: 'collectDevice', params: { serial } }])
  },

  'a pledge that is not refunded in time is told to the merchant, to settlement, and then to the management [R-232]':
    async (open) => {
      const world = await open(deposit('device_pledge'))
      await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned)
      const ref = 'depositDue:deposit-1'
      await world.pass(30)
      expect(await told(world)).toContainEqual(expect.objectContaining({ audience: 'merchant', ref }))
      expect(await tickets(world, ref)).toEqual(['settlement'])
      await world.pass(60)
      expect(await tickets(world, ref)).toEqual(['settlement', 'management'])
    },

  'a guarantee is due once its tail has run, and its delay is told as well [R-232]': async (open) => {
    const world = await open(deposit('guarantee'))
    await run(world, approved, saleOff, drained)
    const status = async () => (await world.context()).deadlines['depositDue:deposit-1']?.status
    await world.pass(100)
    expect(await status()).toBeUndefined()
    await world.pass(90)
    expect(await status()).toBe('running')
    await world.pass(40)
    expect(await tickets(world, 'depositDue:deposit-1')).toContain('settlement')
  },
}
