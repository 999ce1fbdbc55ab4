import { expect } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import { byTwo, orderOf } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  paper,
  reinstatementRequested,
  reviewApproved,
  statusRead,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const asked = reinstatementRequested({ licence: 'LICENCE_EXPIRED' })
const approve = reviewApproved('application-2', ['business_licence'])

/** Held, the order to stop is taken, and the host goes on selling. */
const sellsOn = async (world: World): Promise<void> => {
  await world.tell(sys, { type: 'order.confirmed', orderId: await orderOf(world, 'disableAcceptance') })
  await world.tell(sys, statusRead('on', world.at()))
}
const held = async (world: World): Promise<void> => {
  await world.tell(p1, { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED' })
}
const owed = async (world: World) => {
  const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: m1 })
  return currentlyDue.map(({ code }) => code)
}

/** Whoever comes back has rested: the host is the authority on that. */
export const restedStories: Stories = {
  'a terminal that sells while it is held is switched off again before it is asked back [R-050 C-27]': async (
    open,
  ) => {
    const world = await open()
    await held(world)
    // the order to stop is still on its way: nothing is contradicted
    await world.tell(sys, statusRead('on', world.at()))
    expect(await owed(world)).not.toContain('STATUS_MISMATCH')
    await sellsOn(world)
    const { orders, issues } = await world.context()
    expect(issues.map(({ code }) => code)).toContain('STATUS_MISMATCH')
    const last = Object.values(orders).findLast(({ kind }) => kind === 'disableAcceptance')
    expect(last).toMatchObject({ status: 'ordered', params: { urgent: true } })
    await world.refuse(m1, asked, 'STATUS_MISMATCH')
    expect(await owed(world)).toContain('STATUS_MISMATCH')
    // once more, before the second order has done anything: it still sells
    await world.tell(sys, statusRead('on', world.at()))
    await world.refuse(m1, asked, 'STATUS_MISMATCH')
    await world.tell(sys, statusRead('off', world.at()))
    expect(await owed(world)).not.toContain('STATUS_MISMATCH')
    await world.tell(m1, asked)
  },

  'an application under way waits until the host is off, or two people accept what it says [R-050]': async (
    open,
  ) => {
    const off = await open()
    await held(off)
    await off.tell(m1, asked)
    await sellsOn(off)
    await off.refuse(p2, approve, 'STATUS_MISMATCH')
    await off.tell(sys, statusRead('off', off.at()))
    await off.tell(p2, approve)
    const stubborn = await open()
    await held(stubborn)
    await stubborn.tell(m1, asked)
    await sellsOn(stubborn)
    await stubborn.refuse(p2, approve, 'STATUS_MISMATCH')
    const { readAt } = (await stubborn.context()).status
    const evidence = [paper('host_status_record')] as const
    await byTwo(stubborn, { type: 'reading.accepted', readAt: readAt ?? '', evidence: [...evidence] })
    await stubborn.tell(p2, approve)
  },

  'a closure does not wait for it, nor does a hold that ends otherwise leave it behind [R-050]': async (
    open,
  ) => {
    const closing = await open()
    await held(closing)
    await sellsOn(closing)
    await closing.tell(m1, closureRequested())
    await closing.tell(p2, reviewApproved('application-1', ['business_licence']))
    const rescinded = await open()
    await held(rescinded)
    await sellsOn(rescinded)
    await rescinded.tell(p2, { type: 'hold.rescinded', holdId: 'licence', reason: 'it was valid' })
    expect(await owed(rescinded)).not.toContain('STATUS_MISMATCH')
    await rescinded.tell(sys, statusRead('on', rescinded.at()))
    expect((await rescinded.context()).status.sellsAt).toBeUndefined()
  },
}
