import { describe, expect, it } from 'vitest'
import { causeSources } from '../../src/domain/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import { testClock } from '../support/clock.ts'
import { p1 } from '../support/people.ts'
import { serial, terminal } from '../support/samples.ts'
import { lifecycleId, officeRuntime, portalOver } from './portal.ts'

const about = { lifecycleId }
const office = async () => {
  const clock = testClock()
  const runtime = officeRuntime({ clock })
  await runtime.open(terminal())
  let told = 0
  const tell = async (event: Parameters<typeof runtime.dispatch>[0]['event']) => {
    clock.tick(1_000)
    told += 1
    const answer = await runtime.dispatch({ lifecycleId, commandId: `told-${told}`, actor: p1, event })
    expect(answer).toMatchObject({ accepted: true })
  }
  return { ...portalOver(runtime, undefined, describeNotice), tell }
}
const fault = { type: 'hold.placed', code: 'NETWORK_FAULT' } as const
const check = { type: 'hold.placed', code: 'REACTIVATION_CHECK' } as const
const checks = (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
  name,
  passed: true,
}))
const passed = { type: 'test.passed', serial, kind: 'full', checks } as const

describe('a merchant that reads', () => {
  it.each(causeSources)('learns that a reason became known by %s [R-115]', async (source) => {
    const { as, tell } = await office()
    await tell({ ...fault, holdId: 'hold-1', source })
    expect((await as('m1').getHolds(about)).items).toMatchObject([{ code: 'NETWORK_FAULT', source }])
  })

  it('asks the support through the same door, and sees when it was dealt with [R-115]', async () => {
    const { as, tell } = await office()
    const text = '终端自昨日起无法联网'
    await as('m1').openSupportTicket({ ...about, text })
    const [asked] = (await as('m1').getFollowUps(about)).items
    expect(asked).toMatchObject({ text, done: false })
    await tell({ type: 'followUp.done', followUpId: asked?.id ?? '' })
    expect((await as('m1').getFollowUps(about)).items).toMatchObject([{ done: true }])
  })

  it('learns of the suspension and of its lifting from its notices alone, in both languages [R-130]', async () => {
    const { as, tell } = await office()
    expect((await as('m1').getNotices(about)).items).toEqual([])
    await tell({ ...check, holdId: 'hold-1' })
    await tell({ type: 'hold.lifted', holdId: 'hold-1' })
    await tell(passed)
    const told = (await as('m1').getNotices(about)).items
    expect(told).toMatchObject([
      { template: 'service_suspended', ref: 'hold-1' },
      { template: 'service_resuming' },
    ])
    for (const { words } of told)
      for (const locale of ['zh-CN', 'en'] as const) expect(words?.[locale]?.body).toBeTruthy()
  })
})
