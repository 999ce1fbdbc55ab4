import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/domain/index.ts'
import { requirements } from '../../../src/machine/index.ts'
import type { ScenarioAbout, ScenarioName } from '../../../src/testing/index.ts'
import { p1, p2, sys } from '../../support/people.ts'
import { cny, serial } from '../../support/samples.ts'
import { matrix, play, settle } from './operations.ts'
import { openStage, type Stage, terminalRef } from './stage.ts'

const steps = matrix.closure.steps
const erasing = 3
const received = 7
const paying = settle.length - 1

/** A closure in which something goes wrong with the business itself. */
interface Case {
  readonly name: ScenarioName
  readonly about?: (stage: Stage) => Promise<ScenarioAbout>
  /** So many steps are played before, and from this one on the rest of them. */
  readonly after: number
  readonly goOn?: number
  /** Steps between them that are played before anything is told. */
  readonly until?: number
  readonly by?: Actor
  /** What the provider has to see to at the end. */
  readonly due: string
  readonly issue?: string
}

const wholePayout = async (stage: Stage): Promise<ScenarioAbout> => ({
  payoutId: 'payout-1',
  orderId: stage.mock.effects().find(({ operation }) => operation === 'payOut')?.key,
  amount: cny(50_000),
})

const stuck: readonly Case[] = [
  {
    name: 'wipe-half-done',
    about: async () => ({ serial }),
    ...{ after: erasing, until: erasing + 1, due: 'ERASURE_NOT_AUTHORISED' },
  },
  { name: 'device-never-answers', after: erasing, due: 'ERASURE_NOT_COMPLETED' },
  {
    name: 'wrong-serial-returned',
    about: async () => ({ otherSerial: 'SN-OTHER' }),
    ...{ after: received, goOn: received + 1, due: 'DEVICE_NOT_RETURNED', issue: 'WRONG_SERIAL' },
  },
  {
    name: 'courier-lost-it',
    about: async () => ({ serial }),
    ...{ after: received, goOn: received + 1, due: 'DEVICE_REPORTED_LOST' },
  },
  {
    name: 'payout-returned',
    about: wholePayout,
    ...{ after: settle.length, by: sys, due: 'OUTSTANDING_BALANCE' },
  },
  { name: 'paid-in-part', after: paying, due: 'OUTSTANDING_BALANCE', issue: 'AMOUNT_MISMATCH' },
  { name: 'account-closed', after: paying, due: 'ORDER_FAILED' },
  { name: 'register-refuses', after: settle.length, due: 'ORDER_FAILED' },
  {
    name: 'statement-changes-after-agreement',
    about: async () => ({ statementId: 'ST-2', amount: cny(70_000) }),
    ...{ after: paying, by: sys, due: 'SETTLEMENT_NOT_CONFIRMED' },
  },
]

describe('a closure', () => {
  it.each(stuck)(
    'stays open and waits for somebody when this happens: $name',
    async ({ name, about, after, until = after, goOn = until, by = p1, due, issue }) => {
      const stage = await openStage()
      await play(stage, steps.slice(0, after))
      const { tells } = stage.mock.play(name, await about?.(stage))
      await play(stage, steps.slice(after, until))
      for (const event of tells) expect(await stage.tell(by, event)).toMatchObject({ accepted: true })
      await stage.rest()
      await play(stage, steps.slice(goOn))
      const record = await stage.record()
      const { currentlyDue, pendingVerification } = requirements(record, { at: record.at, actor: p1 })
      expect(record.value).toHaveProperty('closing')
      expect([...currentlyDue, ...pendingVerification].map(({ code }) => code)).toContain(due)
      if (issue) expect(record.context.issues.map(({ code }) => code)).toContain(issue)
      expect(stage.mock.effects().filter(({ count }) => count > 1)).toEqual([])
      expect(stage.mock.unspent()).toEqual([])
    },
  )

  it.each([
    ['review-of-an-old-version', 1, p2, 'SUPERSEDED'],
    ['two-reviewers-at-once', 2, p1, 'NOT_ALLOWED_IN_STATE'],
  ] as const)('goes on as if nothing had been said: %s', async (name, after, by, code) => {
    const stage = await openStage()
    await play(stage, steps.slice(0, after))
    for (const event of stage.mock.play(name, { applicationId: 'application-1' }).tells) {
      const answer = await stage.tell(by, event)
      expect(answer.accepted ? [] : answer.blockers.map((blocker) => blocker.code)).toContain(code)
    }
    expect((await play(stage, steps.slice(after))).refused).toEqual([])
    expect((await stage.record()).value).toBe('closed')
  })
})

describe('a terminal that the host calls closed', () => {
  it('does not come back into service', async () => {
    const stage = await openStage()
    await play(stage, matrix.suspend.steps)
    stage.mock.play('closed-while-live', { terminalRef })
    await play(stage, matrix.reinstate.steps)
    expect((await stage.record()).value).toMatchObject({ live: { service: { suspended: 'enabling' } } })
  })
})
