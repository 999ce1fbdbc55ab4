import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { availableActions, capabilities, explain, requirements } from '../../src/machine/index.ts'
import { viewAnswer, viewRecord } from '../../src/machine/questions/viewing.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { agent, m1, p1, p2, recorder, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested, paper, reinstatementRequested, terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'

/** The stop that a hold has ordered, as it fails. */
const firstOrder = async (world: World) => {
  const { orders } = (await world.record()).context
  const [order] = Object.values(orders).filter(({ kind }) => kind === 'disableAcceptance')
  return { orderId: order?.orderId ?? '', code: 'UNAVAILABLE', at: world.at(), retryable: false }
}

type Hold = Extract<LifecycleEvent, { type: 'hold.placed' }>
const hold = (differs: Partial<Hold>): Hold => ({
  type: 'hold.placed',
  holdId: 'case-5',
  code: 'RULE_VIOLATION',
  disclosure: 'hidden',
  ...differs,
})

const actionsOf = async (world: World, actor: Actor) =>
  availableActions(await world.record(), { at: world.at(), actor })
/** The record as the merchant sees it, without the policy, which names every code there is. */
const shown = async (world: World) => {
  const { policy: _, ...context } = viewRecord(await world.record(), 'merchant').context
  return JSON.stringify(context)
}

describe('a hold that the merchant must not know of [I15]', () => {
  it('does not show in what the merchant or the agent may do, before it begins or after', async () => {
    for (const actor of [m1, agent]) {
      const world = openPlay()
      const before = await actionsOf(world, actor)
      const startsAt = new Date(Date.parse(world.at()) + 5 * 86_400_000).toISOString()
      await world.tell(p1, hold({ startsAt, caps: ['payout'] }))
      expect(await actionsOf(world, actor)).toEqual(before)
      await world.pass(40)
      expect(await actionsOf(world, actor)).toEqual(before)
    }
  })

  it('shows in no clock, order or issue of an answer, whatever moves it', async () => {
    const world = openPlay()
    const shownIn = async (by: Actor, event: LifecycleEvent) => {
      const answer = await world.tell(by, event)
      const { deadlines, orders, issues } = answer
      expect([...deadlines, ...orders, ...issues]).not.toEqual([])
      const seen = viewAnswer(answer, await world.context(), 'merchant')
      if (!seen.accepted) throw new Error('accepted, and shown as refused')
      expect(seen.deadlines.map(({ id }) => id)).toEqual(
        deadlines.map(({ id }) => id).filter((id) => Object.hasOwn(seen.record.context.deadlines, id)),
      )
      return JSON.stringify([seen.deadlines, seen.orders, seen.issues])
    }
    const events: readonly (readonly [Actor, LifecycleEvent])[] = [
      [p1, hold({ caps: ['sale', 'payout'], until: '2026-05-01T00:00:00Z' })],
      [p1, { type: 'hold.reviewed', holdId: 'case-5', reason: 'it goes on' }],
      [p2, { type: 'hold.rescinded', holdId: 'case-5', reason: 'an error' }],
    ]
    for (const [by, event] of events) expect(await shownIn(by, event), event.type).not.toContain('case-5')
  })

  it('does not show in the hour at which the terminal was ordered to stop', async () => {
    const ordered = async (viewer: 'merchant' | 'provider', ...hidden: Hold[]) => {
      const world = openPlay()
      await world.tell(p1, hold({ holdId: 'open-1', code: 'NETWORK_FAULT', disclosure: 'open' }))
      await world.pass(1)
      for (const one of hidden) await world.tell(p1, one)
      return capabilities(await world.record(), viewer).ordered
    }
    const theft = hold({ code: 'MALICIOUS_ATTACK' })
    expect(await ordered('merchant', theft)).toEqual(await ordered('merchant'))
    expect(await ordered('provider', theft)).not.toEqual(await ordered('provider'))
  })

  it('is not told by the words that send the merchant to its provider: they are the same for other causes', async () => {
    const due = async (...holds: Hold[]) => {
      const world = openPlay()
      for (const one of holds) await world.tell(p1, one)
      await world.tell(sys, { type: 'order.failed', ...(await firstOrder(world)) })
      const asked = requirements(await world.record(), { at: world.at(), viewer: 'merchant' })
      return { ...asked, deadlines: [] }
    }
    const open = hold({ holdId: 'open-1', code: 'NETWORK_FAULT', disclosure: 'open' })
    const plain = await due(open)
    expect(plain.currentlyDue.map(({ code }) => code)).toContain('CONTACT_PROVIDER')
    expect(await due(open, hold({ caps: ['payout'] }))).toEqual(plain)
    const vague = openPlay()
    await vague.tell(p1, hold({ code: 'UNKNOWN', disclosure: 'open' }))
    const asked = requirements(await vague.record(), { at: vague.at(), viewer: 'merchant' })
    expect(asked.currentlyDue.map(({ code }) => code)).toContain('CONTACT_PROVIDER')
  })

  it('sends the merchant to its provider once, however many there are and whatever they will stop', async () => {
    const asked = async (...holds: Hold[]) => {
      const world = openPlay()
      for (const one of holds) await world.tell(p1, one)
      // as many commands whatever is hidden, so that nothing is due at another moment
      for (let n = holds.length; n < 3; n += 1)
        await world.tell(p1, { type: 'note.recorded', kind: 'note', text: `${n}` })
      await world.tell(m1, closureRequested())
      const { deadlines: _, ...lists } = requirements(await world.record(), {
        at: world.at(),
        viewer: 'merchant',
      })
      return lists
    }
    const money = hold({ caps: ['payout'] })
    const one = await asked(money)
    const contacts = Object.entries(one).flatMap(([list, items]) =>
      items.flatMap(({ code }) => (code === 'CONTACT_PROVIDER' ? [list] : [])),
    )
    expect(contacts).toEqual(['currentlyDue'])
    const data = hold({ holdId: 'case-6', caps: ['erasure'] })
    const all = hold({ holdId: 'case-7', caps: ['payout', 'erasure'] })
    for (const holds of [[data], [all], [money, data], [money, data, all]])
      expect(await asked(...holds), holds.map(({ holdId }) => holdId).join()).toEqual(one)
  })

  it('cannot be guessed by naming it: not its ground, not its limits, not its way out', async () => {
    const world = openPlay()
    await world.tell(p1, hold({ release: 'evidence' }))
    const record = await world.record()
    const asking = { at: world.at(), actor: agent }
    const guesses: LifecycleEvent[] = [
      hold({}),
      hold({ code: 'HARDWARE_FAULT' }),
      { type: 'hold.remedyClaimed', holdId: 'case-5', evidence: [paper('payment_proof')] },
    ]
    for (const guess of guesses) {
      const wrong = { ...guess, holdId: 'never-given' }
      const told = JSON.stringify(explain(record, guess, asking)).replaceAll('case-5', 'never-given')
      expect(told).toContain('HOLD_UNKNOWN')
      if (guess.type !== 'hold.placed') expect(told).toBe(JSON.stringify(explain(record, wrong, asking)))
    }
  })

  it('stays out of an application that the provider files for it as well', async () => {
    const world = openPlay(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await world.tell(p1, hold({ release: 'application' }))
    await world.tell(p1, {
      type: 'hold.remedyClaimed',
      holdId: 'case-5',
      evidence: [paper('rectification_report')],
    })
    await world.tell(p2, { type: 'hold.remedyVerified', holdId: 'case-5' }).catch(() => undefined)
    await world.send(
      recorder,
      reinstatementRequested(
        { licence: 'LICENCE_EXPIRED', 'case-5': 'RULE_VIOLATION' },
        {
          documents: [
            paper('reinstatement_request'),
            paper('business_licence'),
            paper('rectification_report'),
          ],
        },
      ),
    )
    expect((await world.context()).application?.holdIds).toEqual(['licence', 'case-5'])
    expect(await shown(world)).not.toMatch(/case-5|RULE_VIOLATION/)
    expect(viewRecord(await world.record(), 'merchant').context.application?.reasons).toEqual([
      'LICENCE_EXPIRED',
    ])
  })

  it('does not tell its urgency by the order that it gives, nor by the clock of that order', async () => {
    const world = openPlay()
    await world.tell(p1, hold({}))
    expect(JSON.stringify((await world.context()).orders)).toMatch(/"urgent":true/)
    expect(JSON.stringify((await world.context()).deadlines)).toContain('disableConfirmDue.urgent')
    expect(await shown(world)).not.toMatch(/urgent|case-5/)
    const asked = requirements(await world.record(), { at: world.at(), actor: m1 })
    expect(JSON.stringify(asked)).not.toMatch(/urgent|case-5/)
  })

  it('does not tell that an order of it got an answer which nobody could read', async () => {
    const world = openPlay()
    await world.tell(p1, hold({}))
    for (const { orderId } of Object.values((await world.context()).orders))
      await world.tell(sys, { type: 'answer.refused', orderId, codes: ['INVALID'] })
    const view = viewRecord(await world.record(), 'merchant').context
    for (const ref of Object.keys(view.refusedAnswers)) expect(Object.keys(view.orders)).toContain(ref)
    expect(Object.keys(view.refusedAnswers).length).toBeLessThan(
      Object.keys((await world.context()).refusedAnswers).length,
    )
  })

  it('shows in nothing that goes when it comes: what an open hold ordered looks the same before and after', async () => {
    const world = openPlay()
    await world.tell(p1, hold({ holdId: 'open-1', disclosure: 'open' }))
    const ordered = async () => {
      const { orders, deadlines } = viewRecord(await world.record(), 'merchant').context
      return { orders: Object.keys(orders), deadlines: Object.keys(deadlines) }
    }
    const before = await ordered()
    await world.tell(p1, hold({ caps: ['payout'] }))
    expect(await ordered()).toEqual(before)
  })

  it('keeps its evidence out of an application that it shares with an open one', async () => {
    const holds = [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] as const
    const world = openPlay(terminal({ holds }))
    await world.tell(p1, hold({ release: 'application' }))
    const documents = [
      paper('reinstatement_request'),
      paper('business_licence'),
      paper('rectification_report', 'report-7'),
    ]
    const asked = reinstatementRequested(
      { licence: 'LICENCE_EXPIRED', 'case-5': 'RULE_VIOLATION' },
      { documents },
    )
    const remedies = asked.request.remedies.map((one) =>
      one.holdId === 'case-5' ? { ...one, evidence: ['report-7'] } : one,
    )
    await world.tell(recorder, { ...asked, request: { ...asked.request, remedies } })
    expect(await shown(world)).not.toContain('report-7')
  })

  it('is the default for whatever an authority orders, under any code; its order is on file for the provider only', async () => {
    const world = openPlay()
    await world.tell(p1, { type: 'document.added', document: paper('authority_order', 'court-77') })
    expect(await shown(world)).not.toContain('court-77')
    const { disclosure: _, ...open } = hold({ code: 'REGULATORY_CHANGE', orderRef: 'court-77' })
    await world.tell({ ...p1, onBehalfOf: 'authority' }, open)
    expect((await world.context()).holds['case-5']?.disclosure).toBe('hidden')
    expect(await shown(world)).not.toMatch(/case-5|court-77/)
  })

  it('is as unknown as any other where a remedy names it', async () => {
    const world = openPlay(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await world.tell(p1, hold({}))
    const asked = reinstatementRequested({ licence: 'LICENCE_EXPIRED' })
    const answer = async (holdId: string) => {
      const remedies = asked.request.remedies.flatMap((one) => [one, { ...one, holdId }])
      const told = await world.send(m1, { ...asked, request: { ...asked.request, remedies } })
      return JSON.stringify(told.accepted ? [] : told.blockers).replaceAll(holdId, 'it')
    }
    expect(await answer('case-5')).toContain('HOLD_UNKNOWN')
    expect(await answer('case-5')).toBe(await answer('case-9'))
  })
})

describe('what the provider has in mind [I15]', () => {
  it('is nobody else’s before two people have done it, and what shows a remedy stays with its hold', async () => {
    const world = openPlay(terminal({ holds: [{ holdId: 'odd', code: 'UNKNOWN' }] }))
    await world.tell(p1, {
      type: 'act.proposed',
      act: { type: 'hold.reclassified', holdId: 'odd', code: 'AUTHORITY_ORDER', caps: ['payout'] },
    })
    expect(await shown(world)).not.toContain('AUTHORITY_ORDER')
    await world.tell(p1, hold({ release: 'evidence' }))
    const letter = paper('provider_notice', 'letter-5')
    await world.tell(p1, { type: 'document.added', document: letter, for: 'case-5' })
    expect(await shown(world)).not.toContain('letter-5')
    const evidence = [paper('rectification_report', 'report-5')]
    await world.tell(p1, { type: 'hold.remedyClaimed', holdId: 'case-5', evidence })
    expect(await shown(world)).not.toContain('report-5')
  })
})

describe('what may be done', () => {
  it('has a new hold in it, whatever holds there are', async () => {
    const world = openPlay(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    const actions = await actionsOf(world, p1)
    expect(actions.find(({ event }) => event === 'hold.placed')).toMatchObject({ enabled: true })
  })
})
