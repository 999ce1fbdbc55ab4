import { expect } from 'vitest'
import type { LifecycleEvent, SuspensionRequested } from '../../src/schemas/index.ts'
import { agent, m1, p1, p2, recorder } from '../support/people.ts'
import { closureRequested, digestOf, paper } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

const { type: _, reason: __, disposition: ___, ...common } = closureRequested()
const suspension = (differs: Partial<SuspensionRequested> = {}): SuspensionRequested => ({
  ...common,
  type: 'suspension.requested',
  documents: [paper('suspension_request')],
  reason: 'MERCHANT_REQUEST',
  startsAt: '2026-03-01T00:00:00+08:00',
  ...differs,
})
const approve = (digest = 'application-1'): LifecycleEvent => ({
  type: 'review.approved',
  applicationId: 'application-1',
  digest: digestOf(digest),
})

/** What an application asks for is the merchant's to ask, and what is approved is what was reviewed. */
export const applicationStories: Stories = {
  'a second pause does not take the place of the first one': async (open) => {
    const world = await open()
    await world.tell(m1, suspension())
    await world.tell(p2, approve())
    await world.refuse(
      m1,
      suspension({ startsAt: '2027-01-01T00:00:00+08:00', digest: digestOf('two') }),
      'REFERENCE_IN_USE',
    )
    expect(await world.value()).toMatchObject({ live: { service: { suspended: 'held' } } })
    await world.refuse(
      p1,
      { type: 'hold.placed', holdId: 'suspension:application-2', code: 'ACCOUNT_ARREARS' },
      'REFERENCE_IN_USE',
    )
  },

  'a merchant asks for a pause for reasons of its own, not for those of others': async (open) => {
    const world = await open()
    for (const reason of ['AUTHORITY_ORDER', 'LICENCE_EXPIRED', 'MALICIOUS_ATTACK'] as const) {
      await world.refuse(m1, suspension({ reason }), 'REASON_UNKNOWN')
      await world.refuse(recorder, suspension({ reason }), 'REASON_UNKNOWN')
      await world.refuse(agent, suspension({ reason }), 'REASON_UNKNOWN')
    }
    await world.tell(m1, suspension({ reason: 'BUSINESS_ADJUSTMENT' }))
  },

  'papers that are added change what is decided on': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    await world.tell(p2, {
      type: 'review.informationRequested',
      applicationId: 'application-1',
      items: ['a waiver'],
    })
    const supplemented = (digest: string): LifecycleEvent => ({
      type: 'application.supplemented',
      applicationId: 'application-1',
      documents: [paper('waiver')],
      digest: digestOf(digest),
    })
    await world.refuse(m1, supplemented('application-1'), 'REFERENCE_IN_USE')
    await world.tell(m1, supplemented('supplement-1'))
    await world.refuse(p2, approve(), 'SUPERSEDED')
    await world.tell(p2, approve('supplement-1'))
  },

  'anybody of the merchant may take back the pause that it planned': async (open) => {
    const world = await open()
    await world.tell(m1, suspension({ startsAt: '2026-05-01T00:00:00+08:00' }))
    await world.tell(p2, approve())
    const m2 = { ...m1, personId: 'm2' }
    await world.tell(m2, { type: 'hold.lifted', holdId: 'suspension:application-1' })
    expect(Object.values((await world.context()).holds).map(({ status }) => status)).toEqual(['lifted'])
  },
}
