import { describe, expect, it } from 'vitest'
import type { Actor, DocumentRef } from '../../src/domain/index.ts'
import { ServiceFailedError } from '../../src/errors/index.ts'
import { isInspected } from '../../src/machine/facts/devices.ts'
import { underpaid } from '../../src/machine/facts/paid.ts'
import { papersAtHand } from '../../src/machine/facts/papers.ts'
import { isDrained } from '../../src/machine/facts/transactions.ts'
import { failureOf } from '../../src/machine/index.ts'
import { approved, run } from '../support/closure.ts'
import { m1, p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { batch, paper, serial, terminal } from '../support/samples.ts'

const deviceOf = async (world: ReturnType<typeof openPlay>) => {
  const { [serial]: device } = (await world.context()).devices
  return device ?? expect.fail('no device')
}

describe('what is read off a record', () => {
  it('a device that came and went again was inspected only if somebody looked at it', async () => {
    const device = await deviceOf(openPlay())
    const moved = { ...device, custody: 'inTransit', receivedAt: '2026-03-01T00:00:00Z' } as const
    const inspection = { condition: 'intact', accessories: [] } as never
    expect(isInspected({ ...moved, inspection: null })).toBe(false)
    expect(isInspected({ ...moved, inspection })).toBe(true)
    expect(isInspected({ ...moved, inspection, receivedAt: null })).toBe(false)
  })

  it('a device that was replaced is empty when its last batch is up, however sale stands', async () => {
    const world = openPlay()
    await world.tell(sys, batch(world.at(), 'batch-1'))
    await run(world, approved)
    const device = await deviceOf(world)
    const context = await world.context()
    expect(isDrained(context, device)).toBe(false)
    expect(isDrained(context, { ...device, role: 'retired' })).toBe(true)
    expect(isDrained(context, { ...device, role: 'retired', lastTransactionAt: world.at() })).toBe(false)
  })

  it('a paper that a newer one of its kind replaces counts no more; one that names itself does', () => {
    const licence = paper('business_licence', 'licence')
    const newer = { ...paper('business_licence', 'newer'), supersedes: 'licence' }
    const own = { ...paper('business_licence', 'own'), supersedes: 'own' }
    const other = { ...paper('training_record', 'other'), supersedes: 'licence' }
    const idsOf = async (...documents: (typeof newer | typeof licence)[]) =>
      papersAtHand(await openPlay().context(), { by: p1, at: '', documents }).map(({ id }) => id)
    return Promise.all([
      expect(idsOf(licence, newer)).resolves.toEqual(['newer']),
      expect(idsOf(licence, own, other)).resolves.toEqual(['licence', 'own', 'other']),
    ])
  })

  it('an error of ours that a service throws stays what it is', () => {
    const own = new ServiceFailedError({ kind: 'unbind', reason: 'busy' })
    expect(failureOf('unbind', own)).toBe(own)
    expect(failureOf('unbind', new TypeError('no'))).toMatchObject({ code: 'PLUGGED_IN_FAILED' })
  })

  describe('arrears', () => {
    const owing = async () => {
      const world = openPlay(terminal({ holds: [{ holdId: 'h', code: 'ACCOUNT_ARREARS' }] }))
      return { context: await world.context(), at: world.at() }
    }
    const statement = paper('arrears_statement')
    const brought = async (by: Actor, ...documents: DocumentRef[]) =>
      papersAtHand((await owing()).context, { by, at: '', documents })

    it('ask for a statement of their own, when the one at hand has cleared another hold', async () => {
      const { context, at } = await owing()
      const papers = await brought(m1, statement, paper('payment_proof'))
      const earlier = { ...(papers[0] as (typeof papers)[number]), for: 'earlier' }
      const spent = { ...context, documents: { [statement.id]: earlier } }
      const paying = { holdIds: ['h'], own: [], at }
      expect(underpaid(spent, papers, paying, false)).toMatchObject([
        { code: 'DOCUMENTS_INCOMPLETE', data: { missing: ['arrears_statement'] } },
      ])
      expect(underpaid(context, papers, paying, false)).toEqual([])
    })

    it('are paid by what somebody has seen, whatever else is there unseen', async () => {
      const { context, at } = await owing()
      const paying = { holdIds: ['h'], own: [], at }
      const unseen = await brought(m1, statement, paper('payment_proof'))
      const seen = await brought(p1, paper('payment_proof', 'seen'))
      const little = await brought(p1, paper('payment_proof', 'little', { amount: 100, currency: 'CNY' }))
      expect(underpaid(context, [...unseen, ...little], paying, true)).toMatchObject([
        { code: 'FACTS_UNCHECKED', ref: 'payment_proof' },
      ])
      expect(underpaid(context, [...unseen, ...seen], paying, true)).toEqual([])
    })
  })
})
