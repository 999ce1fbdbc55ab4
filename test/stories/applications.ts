import { expect } from 'vitest'
import type { DocumentType } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { agent, m1, p1, p2, recorder } from '../support/people.ts'
import { closureRequested, digestOf, paper, reviewApproved, suspensionRequested } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

const approve = (digest = 'application-1', ...papers: readonly DocumentType[]): LifecycleEvent =>
  reviewApproved('application-1', papers, digestOf(digest))

/** What an application asks for is the merchant's to ask, and what is approved is what was reviewed. */
export const applicationStories: Stories = {
  'a second pause does not take the place of the first one': async (open) => {
    const world = await open()
    await world.tell(m1, suspensionRequested())
    await world.tell(p2, approve())
    await world.refuse(
      m1,
      suspensionRequested({ plannedPeriod: { from: '2027-01-01T00:00:00+08:00' }, digest: digestOf('two') }),
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
      await world.refuse(m1, suspensionRequested({ reason }), 'REASON_NOT_FOR_INITIATOR')
      await world.refuse(recorder, suspensionRequested({ reason }), 'REASON_NOT_FOR_INITIATOR')
      await world.refuse(agent, suspensionRequested({ reason }), 'REASON_NOT_FOR_INITIATOR')
    }
    await world.tell(m1, suspensionRequested({ reason: 'BUSINESS_ADJUSTMENT' }))
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
    await world.tell(m1, supplemented('supplement-1'))
    await world.refuse(p2, approve('application-1', 'business_licence'), 'SUPERSEDED')
    await world.tell(p2, approve('supplement-1', 'business_licence'))
  },

  'anybody of the merchant may take back the pause that it planned': async (open) => {
    const world = await open()
    await world.tell(m1, suspensionRequested({ plannedPeriod: { from: '2026-05-01T00:00:00+08:00' } }))
    await world.tell(p2, approve())
    const m2 = { ...m1, personId: 'm2' }
    await world.tell(m2, { type: 'hold.lifted', holdId: 'suspension:application-1' })
    expect(Object.values((await world.context()).holds).map(({ status }) => status)).toEqual(['lifted'])
  },
}
