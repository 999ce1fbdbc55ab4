import { expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { explain } from '../../src/machine/index.ts'
import { approved, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, recorder, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial } from '../support/samples.ts'

const forMerchant: Actor = { ...p2, onBehalfOf: 'merchant' }
const asProvider: Actor = { ...p1, personId: 'M1 ' }

/** Who proposes what becomes of an open transaction, who then agrees to it, and whether that counts. */
const cases: readonly (readonly [string, Actor, Actor, boolean])[] = [
  ['the merchant, and the provider', m1, p1, true],
  ['the provider, and the merchant', p1, m1, true],
  ['the merchant by a form, and another person of the provider', recorder, p2, true],
  ['the merchant, and the merchant by a form', m1, forMerchant, false],
  ['the merchant by a form, and the merchant', recorder, m1, false],
  ['the merchant by a form, and who wrote it down', recorder, p1, false],
  ['the provider, and the merchant by a form', p1, forMerchant, false],
  ['one person on both sides', m1, asProvider, false],
]

it.each(cases)(
  'what becomes of a transaction is agreed on by two sides: %s [R-030]',
  async (_, proposes, accepts, counts) => {
    const world = openPlay()
    await world.tell(sys, {
      ...{ type: 'transaction.reported', ref: 'hotel', kind: 'preAuth', state: 'authorised', serial },
      ...{ amount: cny(900), occurredAt: world.at() },
    })
    await run(world, approved, saleOff)
    await world.tell(proposes, { type: 'resolution.proposed', txnRef: 'hotel', handling: 'void' })
    const accepted = { type: 'resolution.accepted', txnRef: 'hotel', handling: 'void' } as const
    const found = explain(await world.record(), accepted, { at: world.at(), actor: accepts })
    expect(found.map(({ code }) => code)).toEqual(counts ? [] : ['COUNTERPARTY_MUST_ACCEPT'])
  },
)
