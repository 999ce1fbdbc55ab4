import { expect } from 'vitest'
import { eventTypes, profileOf } from '../../src/domain/index.ts'
import { ruleFor } from '../../src/machine/rules/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1, p2, recorder } from '../support/people.ts'
import { closureRequested, reviewApproved } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

const proposed: LifecycleEvent = {
  type: 'closure.proposed',
  proposalId: 'proposal-1',
  reason: 'MERCHANT_REQUEST',
  basis: 'a call of 2 March',
}

/** Whoever writes something down for the merchant writes down what the merchant may do. */
export const inWhoseNameStories: Stories = {
  'a closure that is proposed is the provider’s: what the merchant wants it asks for, with its form': async (
    open,
  ) => {
    const world = await open()
    await world.refuse(m1, proposed, 'ROLE_NOT_ALLOWED')
    await world.refuse(recorder, proposed, 'ROLE_NOT_ALLOWED')
    await world.refuse(p1, proposed, 'REASON_NOT_FOR_INITIATOR')
    await world.tell(recorder, closureRequested())
    // nobody decides on the merchant’s form in the merchant’s name
    await world.refuse(
      { ...p2, onBehalfOf: 'merchant' },
      reviewApproved('application-1', ['business_licence']),
      'ROLE_NOT_ALLOWED',
    )
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
  },

  'in the merchant’s name nothing is asked for that the merchant may not ask for, but a pause': async (
    open,
  ) => {
    const world = await open()
    const context = await world.context()
    const mayNot = eventTypes.filter((type) => {
      const { kind, roles } = profileOf(type)
      return kind === 'request' && roles.includes('provider') && !roles.includes('merchant')
    })
    const unrefused = mayNot.filter((type) => {
      const found = ruleFor(type)(context, { type, by: recorder, at: world.at() } as never)
      return !found.some(({ code }) => code === 'ROLE_NOT_ALLOWED')
    })
    expect(unrefused).toEqual(['hold.placed'])
    await world.tell(recorder, { type: 'hold.placed', holdId: 'pause', code: 'MERCHANT_REQUEST' })
  },
}
