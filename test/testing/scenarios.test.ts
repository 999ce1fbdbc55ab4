import { describe, expect, it } from 'vitest'
import { LifecycleEvent } from '../../src/schemas/index.ts'
import { arrivals, type ScenarioAbout, type ScenarioName, scenarios } from '../../src/testing/index.ts'
import { at, cny, played, serial, terminalRef } from './kit.ts'
import { onTheWay, outcomeOf } from './scenario-kit.ts'

const names = Object.keys(scenarios) as ScenarioName[]
const about: ScenarioAbout = {
  terminalRef,
  serial,
  otherSerial: 'SN-2',
  applicationId: 'application-1',
  statementId: 'statement-2',
  payoutId: 'payout-1',
  orderId: 'life-1/3/0',
  amount: cny(500),
}

/** Nothing is carried out: it never arrives, is refused, is only read, or only said to be done. */
const spared =
  /^(request-dropped|upload-|redirect-|throttled-|(request|gateway)-timeout|server-error|bad-|service-|conflict|too-early|un(auth|proc)|forbidden|not-found|gone|(older|newer)-server|wipe-|register-|account-|host-clock)/
/** It ends well, or without an end that is an error. */
const answered =
  /^(request-(duplicated|delayed)|reply-(delayed|held)|answer-(drips|about|with|in)|new|wipe|device|paid|register|account|host-clock|crash)/
/** Whether these are read is the client's to say. */
const either = names.filter((name) => name.startsWith('answer-'))

describe('a scenario', () => {
  it.each(onTheWay)('on the way hits the request that it is played on: %s', async (name) => {
    const outcome = await outcomeOf(name, 'fetch')
    expect(outcome).toMatchObject({ effects: spared.test(name) ? 0 : 1, unspent: 0 })
    if (either.includes(name)) return
    const ends = /^(done|read|pending|failed|unknown\()/
    expect({ name, isAnswered: ends.test(outcome?.ends ?? '') }).toEqual({
      name,
      isAnswered: answered.test(name),
    })
  })

  it('tells only what an event may say', () => {
    const telling = names.filter((name) => scenarios[name].tells)
    expect(telling).toHaveLength(7)
    for (const name of telling)
      for (const event of scenarios[name].tells?.(about, at) ?? [])
        expect(LifecycleEvent.safeParse(event).error?.issues ?? []).toEqual([])
  })

  it('says in both languages what goes wrong, in one line', () => {
    for (const { says } of Object.values(scenarios)) {
      expect(says.en).toMatch(/^[A-Z0-9].{10,100}\.$/)
      expect(says['zh-CN']).toMatch(/^.{4,50}。$/)
    }
    expect(new Set(names.map((name) => scenarios[name].says.en)).size).toBe(names.length)
  })

  it('is played by somebody, whatever its name', () => {
    for (const name of names) {
      const { says: _, needs: __, ...parts } = scenarios[name]
      expect({ name, parts: Object.keys(parts).length > 0 }).toEqual({ name, parts: true })
    }
  })

  it('that says nothing of a terminal is refused without one', () => {
    const { mock } = played()
    expect(() => mock.play('closed-while-live')).toThrow('/about/terminalRef')
    mock.play('closed-while-live', { terminalRef })
    expect(mock.terminal(terminalRef).registry).toBe('closed')
  })

  it('turns messages round, or sends each of them fifty times', () => {
    expect(arrivals('webhooks-reordered', [1, 2, 3])).toEqual([3, 2, 1])
    expect(arrivals('webhooks-duplicated', [1, 2])).toHaveLength(100)
    expect(() => arrivals('request-dropped', [1])).toThrow('/scenario/request-dropped')
  })
})
