import { expect, it } from 'vitest'
import { clearingRegions, eventTypes, profileOf } from '../../src/domain/index.ts'
import { createLifecycle, requirements } from '../../src/machine/index.ts'
import { diceOf } from '../support/dice.ts'
import { eventFor } from '../support/random-events.ts'
import { allConfigurations, reporterOf } from './configurations.ts'

const { step } = createLifecycle()
const reports = eventTypes.filter((type) => profileOf(type).kind === 'report' && type !== 'timer.due')

it('a report is accepted and journalled in each of the 147 configurations', {
  timeout: 600_000,
}, async () => {
  const configurations = await allConfigurations()
  expect(new Set(configurations.map(({ value }) => JSON.stringify(value))).size).toBe(147)
  const dice = diceOf(11)
  let sent = 0
  const refused: string[] = []
  for (const record of configurations)
    for (const type of reports) {
      const at = new Date(Date.parse(record.at) + 1_000).toISOString()
      const event = eventFor(type, record, dice, at)
      const answer = step(record, { commandId: 'c', at, actor: reporterOf(profileOf(type).roles), event })
      sent += 1
      if (!answer.accepted || (!answer.noop && answer.entry === null))
        refused.push(`${type} in ${JSON.stringify(record.value)}`)
    }
  console.log(`${sent} reports in ${configurations.length} configurations, ${refused.length} refused`)
  expect(refused).toEqual([])
})

it('the regions that are open are those that the requirements still name', async () => {
  for (const record of await allConfigurations()) {
    const { value } = record
    if (typeof value === 'string' || !('closing' in value) || typeof value.closing !== 'object') continue
    const leaves = (value.closing as { clearing: Record<string, string> }).clearing
    const anyOpen = clearingRegions.some((region) => leaves[region] === 'open')
    const { currentlyDue, pendingVerification, pastDue } = requirements(record, {
      at: record.at,
      viewer: 'provider',
    })
    const codes = [...currentlyDue, ...pendingVerification, ...pastDue].map(({ code }) => code)
    expect(codes.includes('CLOSURE_NOT_CONFIRMED')).toBe(!anyOpen)
  }
})
