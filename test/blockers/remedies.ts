import { byTwo } from '../support/closure.ts'
import { m1, p1 } from '../support/people.ts'
import { reinstatementRequested } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { placed, reinstatement } from './acts.ts'
import { corrected, refused, story } from './kit.ts'

const licence = { licence: 'LICENCE_EXPIRED' } as const
const expired = ({ tell }: World) => tell(p1, placed('licence', 'LICENCE_EXPIRED'))
const renewal = { holdId: 'licence', kind: 'renewal', performedBy: 'merchant', evidence: [] } as const
const update = { holdId: 'software', kind: 'update', performedBy: 'merchant', evidence: [] } as const

/** What was done about the cause, said rightly the second time. */
export const remedyClearings = {
  REASON_MISMATCH: story(async (world) => {
    await expired(world)
    return corrected(world, m1, reinstatement({ licence: 'ACCOUNT_ARREARS' }), reinstatement(licence))
  }),
  REASON_UNKNOWN: story(async (world) => {
    await world.tell(p1, placed('funds', 'FUNDS_ISSUE'))
    const specific = { type: 'hold.reclassified', holdId: 'funds', code: 'ACCOUNT_ARREARS' } as const
    return refused(world, m1, reinstatement({ funds: 'ACCOUNT_ARREARS' }), () => byTwo(world, specific))
  }),
  REMEDY_UNSTATED: story(async (world) => {
    await expired(world)
    await world.tell(p1, placed('arrears', 'ACCOUNT_ARREARS'))
    const both = { ...licence, arrears: 'ACCOUNT_ARREARS' } as const
    return corrected(world, m1, reinstatementRequested(both, { remedies: [renewal] }), reinstatement(both))
  }),
  REMEDY_UNSUITABLE: story(async (world) => {
    await expired(world)
    const paid = reinstatementRequested(licence, { remedies: [{ ...renewal, kind: 'payment' }] })
    return corrected(world, m1, paid, reinstatement(licence))
  }),
  EVIDENCE_NOT_ATTACHED: story(async (world) => {
    await expired(world)
    const shownBy = (id: string) =>
      reinstatementRequested(licence, { remedies: [{ ...renewal, evidence: [id] }] })
    return corrected(world, m1, shownBy('licence-2'), shownBy('business_licence'))
  }),
  PROVIDER_AUTHORISATION_REQUIRED: story(async (world) => {
    await world.tell(p1, placed('software', 'SOFTWARE_FAULT'))
    const fault = { software: 'SOFTWARE_FAULT' } as const
    return corrected(
      world,
      m1,
      reinstatementRequested(fault, { remedies: [update] }),
      reinstatementRequested(fault, { remedies: [{ ...update, providerAuthorisation: 'leave-1' }] }),
    )
  }),
}
