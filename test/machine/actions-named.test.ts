import { describe, expect, it } from 'vitest'
import { profileOf } from '../../src/domain/index.ts'
import { availableActions } from '../../src/machine/index.ts'
import { approved, run } from '../support/closure.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested, cny, serial, terminal } from '../support/samples.ts'

/** A terminal with one of each that an action could be about. */
const rich = terminal({
  holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }],
  charges: [{ chargeId: 'rental-1', kind: 'rental', amount: cny(5_000) }],
})
const refsOf = async (phase: 'live' | 'asked' | 'closing') => {
  const world = openPlay(rich)
  if (phase !== 'live') await world.tell(m1, closureRequested())
  if (phase === 'closing') await run(world, approved)
  const record = await world.record()
  const actions = [m1, p1, p2].flatMap((actor) => availableActions(record, { at: world.at(), actor }))
  return { record, named: actions.map(({ event, ref }) => ({ item: profileOf(event).item, event, ref })) }
}
const ledgers = {
  serial: [serial],
  holdId: ['licence'],
  depositId: ['deposit-1'],
  chargeId: ['rental-1'],
} as const

describe('an action', () => {
  it.each(['live', 'asked', 'closing'] as const)(
    'names an item of the record, or none: %s',
    async (phase) => {
      const { record, named } = await refsOf(phase)
      for (const { item, event, ref } of named) {
        if (ref === undefined) continue
        const known =
          item !== undefined && item in ledgers ? ledgers[item as keyof typeof ledgers] : undefined
        const own = known ?? Object.keys(record.context.orders)
        expect(own, event).toContain(ref)
      }
    },
  )

  it('is about the only one there is', async () => {
    const { named } = await refsOf('closing')
    for (const [item, [only]] of Object.entries(ledgers)) {
      const about = named.filter((one) => one.item === item && one.event !== 'hold.placed')
      expect(about.length, item).toBeGreaterThan(0)
      for (const { event, ref } of about) expect({ event, ref }).toEqual({ event, ref: only })
    }
  })

  it('about an application, a statement or an account names none: there is but one', async () => {
    const { named } = await refsOf('asked')
    const about = named.filter(({ event }) => /^(review|application|payoutAccount)\./.test(event))
    expect(about.length).toBeGreaterThan(3)
    for (const { event, ref } of about) expect({ event, ref }).toEqual({ event, ref: undefined })
  })
})
