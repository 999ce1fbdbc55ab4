import { expect } from 'vitest'
import { type FollowUpKind, followUpKinds } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  paper,
  reviewApproved,
  serial,
  statusRead,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const eventually = async (world: World) =>
  requirements(await world.record(), { at: world.at(), actor: m1 }).eventuallyDue.filter(
    ({ code }) => code === 'FOLLOW_UP_OPEN',
  )
const open = async (world: World): Promise<readonly FollowUpKind[]> =>
  (await eventually(world)).flatMap(({ followUp }) => followUp ?? [])
const done = (kind: FollowUpKind): LifecycleEvent => ({ type: 'followUp.done', followUpId: `after:${kind}` })
const paid = (amount: number, paymentRef: string): LifecycleEvent => ({
  ...{ type: 'charge.met', chargeId: 'rent' },
  ...{ amount: cny(amount), paymentRef },
})

const paused = async (world: World, holdId = 'pause') => {
  await world.tell(p1, { type: 'hold.placed', holdId, code: 'SYSTEM_MAINTENANCE', test: 'none' })
}
const resumed = async (world: World, holdId = 'pause') => {
  await world.tell(p2, { type: 'hold.lifted', holdId })
}
const replaced: LifecycleEvent = {
  type: 'device.replaced',
  oldSerial: serial,
  newSerial: 'SN-2',
  owner: 'provider',
  tenancy: 'sole',
}
const owing = terminal({ charges: [{ chargeId: 'rent', kind: 'arrears', amount: cny(300) }] })

/** What the machine has to be followed up by itself: after a return, an exchange and a closure. */
export const followUpStories: Stories = {
  'what is left when sale goes on is followed up, each by its own party and day [R-097 R-098 R-099]': async (
    opening,
  ) => {
    const world = await opening(owing)
    expect(await open(world)).toEqual([])
    await paused(world)
    expect(await open(world)).toEqual([])
    await resumed(world)
    expect(await eventually(world)).toMatchObject([
      { followUp: 'openItems', owner: 'merchant', due: '2026-03-09T23:59:59+08:00' },
      { followUp: 'cardFunctions', owner: 'provider', due: '2026-03-03T23:59:59+08:00' },
    ])
    // nobody is late, and nothing waits for it
    await world.pass(30)
    const { pastDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
    expect(pastDue.map(({ code }) => code)).not.toContain('FOLLOW_UP_OPEN')
    expect(await open(world)).toEqual(['openItems', 'cardFunctions'])
  },

  'what was open is done when it is paid; that cards are taken again, somebody has to say [R-098 R-099]':
    async (opening) => {
      const world = await opening(owing)
      await paused(world)
      await world.tell(sys, statusRead('off', world.at()))
      await resumed(world)
      await world.tell(p1, paid(100, 'payment-1'))
      expect(await open(world)).toEqual(['openItems', 'cardFunctions'])
      await world.tell(p1, paid(200, 'payment-2'))
      expect(await open(world)).toEqual(['cardFunctions'])
      await world.tell(sys, statusRead('off', world.at()))
      expect(await open(world)).toEqual(['cardFunctions'])
      // that it sells again, or takes refunds, says nothing of credit and debit cards
      await world.tell(sys, statusRead('on', world.at()))
      const read: LifecycleEvent = statusRead('on', world.at())
      await world.tell(sys, { ...read, capabilities: { sale: true, refund: true } } as LifecycleEvent)
      expect(await open(world)).toEqual(['cardFunctions'])
      await world.tell(p1, done('cardFunctions'))
      expect(await open(world)).toEqual([])
    },

  'that cards are taken again is nothing to see to where sale stops before [R-099]': async (opening) => {
    const world = await opening()
    await paused(world)
    await resumed(world)
    await paused(world, 'again')
    expect(await open(world)).toEqual([])
  },

  'it is done by anybody who says so, and comes again after the next pause [R-097 R-100]': async (
    opening,
  ) => {
    const world = await opening(owing)
    await paused(world)
    await resumed(world)
    await world.tell(m1, done('openItems'))
    await world.tell(p1, done('cardFunctions'))
    expect(await open(world)).toEqual([])
    await paused(world, 'again')
    await resumed(world, 'again')
    expect(await open(world)).toEqual(['openItems', 'cardFunctions'])
    expect(Object.keys((await world.context()).followUps)).toHaveLength(2)
  },

  'nothing is opened where nothing is left': async (opening) => {
    const world = await opening()
    await paused(world)
    await resumed(world)
    expect(await open(world)).toEqual(['cardFunctions'])
  },

  'a new device asks for training, which its record shows done [R-212]': async (opening) => {
    const world = await opening()
    await world.tell(p1, replaced)
    const [need] = await eventually(world)
    expect(need).toMatchObject({ followUp: 'staffTraining', clearedBy: ['followUp.done', 'document.added'] })
    await world.tell(m1, { type: 'document.added', document: paper('supporting_evidence') })
    expect(await open(world)).toContain('staffTraining')
    await world.tell(m1, { type: 'document.added', document: paper('training_record') })
    expect(await open(world)).not.toContain('staffTraining')
  },

  'a closed terminal is followed up, and is closed all the same [R-031 R-035 R-197]': async (opening) => {
    const world = await opening()
    await run(world, approved, ...clearingParts, confirmed)
    expect(await open(world)).toEqual([])
    await run(world, readClosed)
    expect(await world.value()).toBe('closed')
    const left = ['keepVouchers', 'newAcceptance', 'accountingReview', 'reassessNeed', 'satisfactionSurvey']
    expect(await open(world)).toEqual(left)
    await world.tell(p1, { type: 'document.added', document: paper('satisfaction_survey') })
    for (const kind of left.slice(0, 4)) await world.tell(m1, done(kind as FollowUpKind))
    expect(await open(world)).toEqual([])
  },

  'who has another terminal already needs no other way to be paid [R-035]': async (opening) => {
    const world = await opening()
    await world.tell(m1, closureRequested({ successorTerminalId: '10000002' }))
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    await run(world, ...clearingParts, confirmed, readClosed)
    expect(await open(world)).not.toContain('newAcceptance')
  },

  'its name is given by nobody else': async (opening) => {
    const world = await opening()
    const note = { type: 'note.recorded', kind: 'followUpOpened', text: 'call the shop' } as const
    for (const kind of followUpKinds)
      await world.refuse(p1, { ...note, followUpId: `after:${kind}` }, 'REFERENCE_IN_USE')
    await world.tell(p1, { ...note, followUpId: 'call' })
    expect(await eventually(world)).toMatchObject([{ ref: 'call', owner: 'provider' }])
  },
}
