import { describe, expect, it } from 'vitest'
import { rejectionAnswers, rejectionCodes } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import { agent, m1, p2 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested } from '../support/samples.ts'

/** What the merchant is asked for after a review that ended so. */
const askedAfter = async (code: (typeof rejectionCodes)[number], resubmittable: boolean) => {
  const world = openPlay()
  await world.tell(m1, closureRequested())
  await world.tell(p2, {
    ...{ type: 'review.rejected', applicationId: 'application-1' },
    ...{ code, reason: 'as the letter says', resubmittable },
  })
  const record = await world.record()
  const asked = (actor: typeof m1) => requirements(record, { at: world.at(), actor })
  expect(asked(m1).errors).toEqual([{ code, reason: 'as the letter says', ref: 'application-1' }])
  expect(asked(agent).errors).toEqual([])
  return asked(m1).currentlyDue.filter(({ ref }) => ref === 'application-1')
}

describe('an application that was rejected', () => {
  it.each(rejectionCodes)('for %s waits for the papers that speak of it, or to be given up', async (code) => {
    const wanted = rejectionAnswers[code]
    const [item, ...others] = await askedAfter(code, true)
    expect(others).toEqual([])
    expect(item).toMatchObject({ code: 'REJECTION_UNANSWERED', owner: 'merchant' })
    expect(item?.clearedBy).toContain('application.withdrawn')
    const data = { applicationId: 'application-1', code }
    expect(item?.data).toEqual(wanted ? { ...data, wanted: [...wanted] } : data)
  })

  it('for good waits for no paper', async () => {
    const [item] = await askedAfter('account_problem', false)
    expect(item).toMatchObject({
      code: 'NOT_RESUBMITTABLE',
      data: { applicationId: 'application-1', code: 'account_problem' },
    })
    expect(Object.hasOwn(item?.data ?? {}, 'wanted')).toBe(false)
  })
})
