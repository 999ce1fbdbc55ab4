import { orderOf } from '../support/closure.ts'
import { agent, m1, p1, p2 } from '../support/people.ts'
import { cny, terminal } from '../support/samples.ts'
import { authority, claimed, imposed, met, placed, reinstatement, rescinded } from './acts.ts'
import { corrected, refused, required, story } from './kit.ts'

export const holdClearings = {
  HOLD_UNKNOWN: story((world) =>
    refused(world, m1, claimed('network'), () => world.tell(p1, placed('network', 'NETWORK_FAULT'))),
  ),
  HOLD_EFFECTIVE: story(async (world) => {
    await world.tell(p1, placed('arrears', 'ACCOUNT_ARREARS'))
    const orderId = await orderOf(world, 'disableAcceptance')
    return refused(world, p1, { type: 'order.cancelled', orderId, reason: 'not needed' }, () =>
      world.tell(p2, rescinded('arrears')),
    )
  }),
  HOLD_ENDED: story(async (world) => {
    await world.tell(p1, placed('network', 'NETWORK_FAULT'))
    await world.tell(p2, rescinded('network'))
    const again = () => world.tell(p1, placed('network-2', 'NETWORK_FAULT'))
    return refused(world, m1, claimed('network'), again, { event: claimed('network-2') })
  }),
  HOLD_IRRECOVERABLE: story(async (world) => {
    await world.tell(p1, placed('fraud', 'RULE_VIOLATION', { release: 'none' }))
    return refused(world, m1, reinstatement({ fraud: 'RULE_VIOLATION' }), () => imposed(world))
  }),
  WRONG_RELEASE_PATH: story(async (world) => {
    await world.tell(p1, placed('network', 'NETWORK_FAULT'))
    await world.tell(p1, placed('licence', 'LICENCE_EXPIRED'))
    // the one that no application can end is ended otherwise, and asked for no more
    return refused(
      world,
      m1,
      reinstatement({ network: 'NETWORK_FAULT', licence: 'LICENCE_EXPIRED' }),
      () => world.tell(p2, rescinded('network')),
      { event: reinstatement({ licence: 'LICENCE_EXPIRED' }) },
    )
  }),
  REMEDY_EVIDENCE_MISSING: story(async (world) => {
    await world.tell(p1, placed('network', 'NETWORK_FAULT'))
    return refused(world, p2, { type: 'hold.remedyVerified', holdId: 'network' }, () =>
      world.tell(m1, claimed('network')),
    )
  }),
  REMEDY_OPEN: story(
    (world) =>
      refused(world, m1, reinstatement({ arrears: 'ACCOUNT_ARREARS' }), () =>
        world.tell(p1, met('rent-2', 9_900)),
      ),
    terminal({
      holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS', chargeId: 'rent-2' }],
      charges: [{ chargeId: 'rent-2', kind: 'arrears', amount: cny(9_900) }],
    }),
  ),
  AUTHORITY_ORDER_REQUIRED: story(async (world) => {
    const court = placed('court', 'AUTHORITY_ORDER', { caps: ['sale'], orderRef: 'court-1' })
    await world.tell(authority, court)
    await world.refuse(p1, { type: 'hold.lifted', holdId: 'court' }, 'AUTHORITY_ORDER_REQUIRED')
    return required(world, () =>
      world.tell(authority, { type: 'hold.lifted', holdId: 'court', orderRef: 'court-2' }),
    )
  }),
  RECLASSIFY_ONLY_UMBRELLA: story(async (world) => {
    await world.tell(p1, placed('funds', 'ACCOUNT_DISPUTE'))
    const reclassified = (holdId: string) =>
      ({ type: 'hold.reclassified', holdId, code: 'ACCOUNT_ARREARS' }) as const
    return refused(
      world,
      p2,
      reclassified('funds'),
      async () => {
        await world.tell(p2, rescinded('funds'))
        await world.tell(p1, placed('funds-2', 'FUNDS_ISSUE'))
      },
      { event: reclassified('funds-2') },
    )
  }),
  HOLD_LIMITS_NOTHING: story((world) =>
    corrected(
      world,
      p1,
      placed('refunds', 'ACCOUNT_ABNORMAL', { caps: [] }),
      placed('refunds', 'ACCOUNT_ABNORMAL', { caps: ['refund'] }),
    ),
  ),
  REASON_NOT_TECHNICAL: story((world) => {
    const arrears = placed('arrears', 'ACCOUNT_ARREARS')
    return refused(world, agent, arrears, () => world.tell(p1, arrears))
  }),
}
