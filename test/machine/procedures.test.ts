import { describe, expect, it } from 'vitest'
import type { Catalogues, Procedure } from '../../src/domain/index.ts'
import { createLifecycle } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import {
  closureRequested,
  reinstatementRequested,
  serial,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'

const from = '2026-01-01'
const own = { serial, owner: 'provider', tenancy: 'sole' } as const
const opening = (model: string | null) =>
  terminal({
    devices: [{ ...own, model }],
    holds: [{ holdId: 'own', code: 'LICENCE_EXPIRED', caps: ['refund'] }],
  })

/** Why a terminal of an acquirer that publishes this refuses the request. */
const refusals = async (catalogues: Catalogues, event: LifecycleEvent, model: string | null = null) => {
  const answer = await openPlay(opening(model), undefined, createLifecycle({ catalogues })).send(m1, event)
  return answer.accepted ? [] : answer.blockers.map(({ code, data }) => [code, data?.path])
}
const by = (procedure: Partial<Procedure>, event: LifecycleEvent, model?: string | null) =>
  refusals({ procedures: [{ version: 'standard-1', from, ...procedure }] }, event, model)

const outdated = [['PROCEDURE_NOT_IN_FORCE', '/procedureVersion']]
const notThatWay = [['CHANNEL_NOT_OFFERED', '/channel']]

describe('a request goes by what is published', () => {
  it('of its own process: a version of another one was not read for it [R-067 R-167]', async () => {
    const pause = suspensionRequested({ procedureVersion: 'standard-1' })
    expect(await by({ process: 'suspension' }, pause)).toEqual([])
    expect(await by({}, pause)).toEqual([])
    const both: Catalogues = {
      procedures: [
        { version: 'standard-1', process: 'closure', from },
        { version: 'pause-1', process: 'suspension', from },
      ],
    }
    expect(await refusals(both, pause)).toEqual(outdated)
    expect(await refusals(both, suspensionRequested({ procedureVersion: 'pause-1' }))).toEqual([])
    // nothing is published of it, and nothing is held against it
    expect(await by({ process: 'closure' }, pause)).toEqual([])
    expect(await by({ process: 'closure' }, suspensionRequested())).toEqual([])
  })

  it('of its own model, where that is known [R-157]', async () => {
    const pause = suspensionRequested({ procedureVersion: 'standard-1' })
    expect(await by({ model: 'N86' }, pause, 'n86')).toEqual([])
    expect(await by({ model: 'N86' }, pause, 'A920')).toEqual(outdated)
    expect(await by({ model: 'N86' }, pause, null)).toEqual([])
  })

  it('and of its day: thirty days after a version ended it was still rightly read', async () => {
    const back = reinstatementRequested({ own: 'LICENCE_EXPIRED' }, { procedureVersion: 'standard-1' })
    expect(await by({ until: '2026-02-01' }, back)).toEqual([])
    expect(await by({ until: '2026-01-25' }, back)).toEqual(outdated)
    expect(await by({ from: '2026-03-05' }, back)).toEqual(outdated)
  })

  it('by a way in which it is taken, whether or not it names a version [R-015]', async () => {
    const channels = ['post', 'website'] as const
    const named = (channel: 'website' | 'hotline') =>
      suspensionRequested({ channel, procedureVersion: 'standard-1' })
    expect(await by({ channels }, named('website'))).toEqual([])
    expect(await by({ channels }, named('hotline'))).toEqual(notThatWay)
    expect(await by({ channels }, suspensionRequested({ channel: 'hotline' }))).toEqual(notThatWay)
    expect(await by({ channels, model: 'N86' }, suspensionRequested({ channel: 'hotline' }), 'A920')).toEqual(
      [],
    )
    expect(await by({ channels: ['website'] }, closureRequested({ channel: 'website' }))).toEqual([])
  })
})

describe('the papers of a procedure', () => {
  const papersOf = async (process: 'closure' | 'suspension' | 'reinstatement' | 'replacement', holds = 1) => {
    const world = openPlay(holds === 0 ? terminal() : opening(null))
    const { papers } = createLifecycle().procedure(await world.record(), { process, at: world.at() })
    return papers.map(({ type }) => type)
  }

  it('of a reinstatement are those of the holds that it could end, and of no other process', async () => {
    expect(await papersOf('reinstatement')).toContain('business_licence')
    expect(await papersOf('reinstatement', 0)).not.toContain('business_licence')
    expect(await papersOf('suspension')).toEqual(await papersOf('suspension', 0))
    expect(await papersOf('closure')).toEqual(await papersOf('closure', 0))
    expect(await papersOf('replacement')).toEqual([])
  })

  it('are those of the reasons, where they are known', async () => {
    const world = openPlay(opening(null))
    const { procedure } = createLifecycle()
    const asked = { process: 'reinstatement', at: world.at(), reasons: ['ACCOUNT_ARREARS'] } as const
    const types = procedure(await world.record(), asked).papers.map(({ type }) => type)
    expect(types).toContain('arrears_statement')
    expect(types).not.toContain('business_licence')
  })
})
