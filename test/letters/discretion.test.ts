import { describe, expect, it } from 'vitest'
import { locales } from '../../src/domain/index.ts'
import { type Letter, lettersOf } from '../../src/letters/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import type { HoldPlaced, LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed } from '../support/closure.ts'
import { m1, p1, p2, recorder } from '../support/people.ts'
import { paper, reinstatementRequested, reviewApproved, terminal } from '../support/samples.ts'
import { openPlayed, type Played } from './kit.ts'

const secret =
  /case-5|ORDER-77|RULE_VIOLATION|AUTHORITY_ORDER|report-7|the police asked|Violation|违规|有权机关/

const hidden = (differs: Partial<HoldPlaced> = {}): HoldPlaced => ({
  type: 'hold.placed',
  holdId: 'case-5',
  code: 'RULE_VIOLATION',
  disclosure: 'hidden',
  words: 'the police asked',
  orderRef: 'ORDER-77',
  ...differs,
})
const licence = { holdId: 'licence', code: 'LICENCE_EXPIRED' } as const
const note: LifecycleEvent = { type: 'note.recorded', kind: 'note', text: 'looked at' }

type Script = (world: Played, secretly: (...events: LifecycleEvent[]) => Promise<void>) => Promise<void>

/** The same life twice; where one is told of a hidden hold, the other is told something that nobody outside reads. */
const twins = async (script: Script, input?: LifecycleInput, own = input) => {
  const letters = async (isTold: boolean) => {
    const world = openPlayed(isTold ? own : input)
    await script(world, async (...events) => {
      for (const event of events) await world.tell(p1, isTold ? event : note)
    })
    const source = await world.source()
    return Promise.all(locales.map((locale) => lettersOf(source, { locale })))
  }
  return { plain: await letters(false), told: await letters(true) }
}

const reinstated =
  (holds: Parameters<typeof reinstatementRequested>[0]): Script =>
  async (world, secretly) => {
    await secretly(hidden({ caps: ['payout'], release: 'application' }))
    const documents = [paper('reinstatement_request'), paper('business_licence')]
    await world.tell(recorder, reinstatementRequested(holds, { documents }))
    await world.tell(p2, reviewApproved('application-2', ['business_licence']))
  }

const closed =
  (differs: Partial<HoldPlaced>, late = false): Script =>
  async (world, secretly) => {
    if (!late) await secretly(hidden(differs))
    for (const part of [approved, ...clearingParts, confirmed, readClosed]) await part(world)
    if (late) await secretly(hidden(differs))
  }

describe('A hidden hold changes no letter that a merchant gets [I15]', () => {
  const held = terminal({ holds: [licence] })
  const cases: Readonly<Record<string, () => ReturnType<typeof twins>>> = {
    'of a suspension that is lifted': () => twins(reinstated({ licence: 'LICENCE_EXPIRED' }), held),
    'of a closure, where it stops sale': () => twins(closed({ caps: ['sale'] })),
    'of a closure, where it comes afterwards': () => twins(closed({ caps: ['payout'] }, true)),
    'where it was there from the beginning': () =>
      twins(
        reinstated({ licence: 'LICENCE_EXPIRED' }),
        held,
        terminal({ holds: [licence, { ...hidden({ holdId: 'case-4', caps: ['payout'] }) }] }),
      ),
    'where it is put right, and lifted': () =>
      twins(async (world, secretly) => {
        await world.tell(m1, note)
        await secretly(hidden({ caps: ['payout'], release: 'provider' }), {
          type: 'hold.lifted',
          holdId: 'case-5',
        })
      }),
  }
  it.each(Object.entries(cases))('%s', async (_, play) => {
    const { plain, told } = await play()
    expect(told).toEqual(plain)
    expect(plain.flat().length).toBeGreaterThan(1)
    expect(JSON.stringify(told)).not.toMatch(secret)
  })
})

describe('What would give a hidden hold away is left out [I15]', () => {
  const shown = async (world: Played) => {
    const source = await world.source()
    return JSON.stringify(await Promise.all(locales.map((locale) => lettersOf(source, { locale }))))
  }

  it('of an application for an open one and a hidden one: its reason and its papers', async () => {
    const world = openPlayed(terminal({ holds: [licence] }))
    await world.tell(p1, hidden({ release: 'application' }))
    const asked = reinstatementRequested(
      { licence: 'LICENCE_EXPIRED', 'case-5': 'RULE_VIOLATION' },
      {
        documents: [
          paper('reinstatement_request'),
          paper('business_licence'),
          paper('rectification_report', 'report-7'),
        ],
      },
    )
    const remedies = asked.request.remedies.map((one) =>
      one.holdId === 'case-5' ? { ...one, evidence: ['report-7'] } : one,
    )
    await world.tell(recorder, { ...asked, request: { ...asked.request, remedies } })
    const text = await shown(world)
    expect(text).not.toMatch(secret)
    expect(text).not.toMatch(/Rectification|整改/)
    expect(text).toContain('Business licence expired')
  })

  it('of an application, the papers that were claimed for it before', async () => {
    const world = openPlayed(terminal({ holds: [licence] }))
    await world.tell(p1, hidden({ release: 'evidence', caps: ['payout'] }))
    const report = paper('rectification_report', 'report-7')
    await world.tell(p1, { type: 'hold.remedyClaimed', holdId: 'case-5', evidence: [report] })
    const documents = [paper('reinstatement_request'), paper('business_licence'), report]
    await world.tell(recorder, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, { documents }))
    expect(await shown(world)).not.toMatch(/report-7|Rectification|整改/)
  })

  it('of an application, an order of an authority and the notice of a hidden hold', async () => {
    const world = openPlayed(terminal({ holds: [licence] }))
    await world.tell(p1, hidden({ caps: ['payout'] }))
    const notice = paper('provider_notice', 'notice-7')
    await world.tell(p1, { type: 'document.added', document: notice, for: 'case-5' })
    const documents = [
      paper('reinstatement_request'),
      paper('business_licence'),
      paper('authority_order', 'order-7'),
      notice,
    ]
    await world.tell(recorder, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, { documents }))
    const source = await world.source()
    const letters = await lettersOf(source, { locale: 'en' })
    const { facts } =
      letters.find(
        (one): one is Letter<'application_record'> & Letter => one.type === 'application_record',
      ) ?? expect.fail('no record')
    expect(facts.papers.map(({ type }) => type)).toEqual(['reinstatement_request', 'business_licence'])
  })

  it('of a closure notice: grounds that name it, its order or its cause', async () => {
    const named = ['see case-5', '见case-5号案', 'by ORDER-77 of the court', '据ORDER-77办理']
    for (const basis of [...named, 'because the police asked for it', '因the police asked停用']) {
      const world = openPlayed()
      await world.tell(p1, hidden({ caps: ['payout'] }))
      await world.tell(p1, { type: 'closure.proposed', proposalId: 'proposal-1', reason: 'DORMANT', basis })
      const text = await shown(world)
      expect(text).not.toMatch(secret)
      expect(text).toContain('The grounds are not stated in this letter.')
    }
  })

  it('and nothing else: what only looks like its name is told', async () => {
    for (const basis of ['case-51 and lower-case-5', 'since 2026', 'no sales']) {
      const world = openPlayed()
      await world.tell(p1, hidden({ caps: ['payout'], holdId: 'case-5', words: undefined }))
      await world.tell(p1, { type: 'closure.proposed', proposalId: 'proposal-1', reason: 'DORMANT', basis })
      expect(await shown(world)).toContain(basis)
    }
  })

  it('of what was open before it became an order of an authority', async () => {
    const world = openPlayed()
    await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'case-5',
      code: 'FUNDS_ISSUE',
      words: 'to be looked at',
    })
    expect(await shown(world)).toContain('Problem with funds')
    const orders = { type: 'hold.reclassified', holdId: 'case-5', code: 'AUTHORITY_ORDER' } as const
    const act = { ...orders, orderRef: 'ORDER-77', caps: ['sale' as const] }
    await world.tell({ ...p1, onBehalfOf: 'authority' }, { type: 'act.proposed', act })
    await world.tell({ ...p2, onBehalfOf: 'authority' }, act)
    expect(await shown(world)).not.toMatch(/case-5|ORDER-77|Problem with funds|authority/)
  })
})
