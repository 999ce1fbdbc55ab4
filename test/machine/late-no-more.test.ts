import { describe, expect, it } from 'vitest'
import { requirements } from '../../src/machine/index.ts'
import { approved, run } from '../support/closure.ts'
import { m1, p2, p3 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import {
  closureRequested,
  cny,
  reinstatementRequested,
  reviewApproved,
  terminal,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'

const lateOf = async (world: World) => {
  const { currentlyDue, pastDue } = requirements(await world.record(), { at: world.at(), actor: m1 })
  return [...currentlyDue, ...pastDue].flatMap(({ code, data }) =>
    code === 'CLOCK_RUN_OUT' ? [(data as { clock: string }).clock] : [],
  )
}

describe('a clock that has run', () => {
  it('makes nobody late for an approval that lapsed once the merchant has applied again', async () => {
    const holds = [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] as const
    const world = openPlay(terminal({ holds }))
    const applies = (applicationId: string) =>
      world.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, { applicationId }))
    await applies('application-1')
    await world.tell(p2, reviewApproved('application-1', ['business_licence']))
    await world.pass(31)
    expect(await lateOf(world)).toEqual(['approvalValidity'])
    await applies('application-2')
    expect(await lateOf(world)).toEqual([])
  })

  it('starts none for a guarantee of which nothing is free', async () => {
    const deposit = { kind: 'guarantee', heldBy: 'acquirer-1' } as const
    const deposits = [
      { ...deposit, depositId: 'whole', amount: cny(200_000) },
      { ...deposit, depositId: 'spent', amount: cny(5_000) },
    ]
    const charges = [{ chargeId: 'rental-1', kind: 'rental', amount: cny(5_000) }]
    const world = openPlay(terminal({ deposits, charges }))
    await world.tell(m1, closureRequested())
    await run(world, approved)
    await world.pass(30)
    await world.tell(p3, {
      type: 'deposit.deducted',
      depositId: 'spent',
      chargeId: 'rental-1',
      amount: cny(5_000),
    })
    const states = async (depositId: string) => {
      const { deadlines } = await world.context()
      return [`guaranteeTail:${depositId}`, `depositDue:${depositId}`].map((id) => deadlines[id]?.status)
    }
    for (let days = 0; days < 400 && (await states('spent'))[0] === 'running'; days += 1) await world.pass(1)
    expect(await states('whole')).toEqual(['fired', 'running'])
    expect(await states('spent')).toEqual(['fired', undefined])
  })
})
