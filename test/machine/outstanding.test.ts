import { describe, expect, it } from 'vitest'
import { type EventType, eventTypes, type Facts } from '../../src/domain/index.ts'
import { actKey } from '../../src/machine/facts/acts.ts'
import {
  type LifecycleContext,
  type LifecycleRecord,
  outstanding,
  type Requirement,
  requirements,
} from '../../src/machine/index.ts'
import { mayBeRefusedFor, ruleFor } from '../../src/machine/rules/index.ts'
import type { Asked } from '../../src/machine/rules/kit.ts'
import { diceOf } from '../support/dice.ts'
import { m1, onlyAs, p1, agent as person } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { richOpenings } from '../support/rich-openings.ts'
import { paper, serial, start } from '../support/samples.ts'
import { saying, startingPoints } from './walk.ts'

const agent = { agentId: 'agent-1', tasks: ['devices'] } as const

const lives = async (): Promise<readonly LifecycleRecord[]> => [
  ...Object.values(richOpenings).flatMap((input) => openPlay({ ...input, agent }).history),
  ...(await startingPoints()),
]

describe('what is outstanding', () => {
  it('is what requirements says to each reader, today and much later, without what only a page shows', async () => {
    const line = ({ code, owner, clearedBy, ref, due }: Requirement) => ({ code, owner, clearedBy, ref, due })
    const viewers = ['provider', 'system', 'merchant', 'serviceProvider'] as const
    let found = 0
    for (const record of await lives())
      for (const viewer of viewers)
        for (const days of [0, 45]) {
          const at = new Date(Date.parse(record.at) + days * 86_400_000).toISOString()
          const { errors: _, deadlines: __, ...lists } = requirements(record, { at, viewer })
          const wanted = Object.fromEntries(
            Object.entries(lists).map(([list, items]) => [list, items.map(line)]),
          )
          expect(outstanding(record, { at, viewers: [viewer] })).toStrictEqual({ [viewer]: wanted })
          expect(outstanding(record, { at, viewers })[viewer]).toStrictEqual(wanted)
          found += Object.values(wanted).flat().length
        }
    expect(found).toBeGreaterThan(1_000)
  })
})

/** Each of many, as far as rules count them. */
const many = <Item>(item: Item): Record<string, Item> =>
  Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`own-${n}`, item]))

type Sent = Pick<Asked<EventType>, 'type' | 'by'> & Readonly<Record<string, unknown>>

const deed = { type: 'loss.accepted', serial } as const
const appointing = (facts: Facts): Sent => ({
  ...{ type: 'representative.appointed', by: p1 },
  mandate: paper('power_of_attorney', 'mandate', facts),
})

/** What any event may be refused for, each by an event whose own rule says nothing of it. */
const ofAnyEvent: Readonly<Record<string, readonly [event: Sent, differs?: object]>> = {
  DUTY_REQUIRED: [{ type: 'note.recorded', by: onlyAs(p1, 'auditor') }],
  MANDATE_MISSING: [{ type: 'note.recorded', by: { ...person, mandateRef: undefined } }],
  CURRENCY_MISMATCH: [{ type: 'note.recorded', by: p1, amount: { amount: 1, currency: 'USD' } }],
  REFERENCE_IN_USE: [{ type: 'note.recorded', by: p1, followUpId: 'toString' }],
  DOCUMENT_UNKNOWN: [{ type: 'test.passed', by: p1, checked: [{ documentId: 'none', digest: 'none' }] }],
  DOCUMENT_EXPIRED: [appointing({ validTo: '2020-01-01T00:00:00Z' })],
  FACT_MISSING: [appointing({})],
  DOCUMENTS_FULL: [{ type: 'test.passed', by: p1, document: paper('waiver') }, { documents: many({}) }],
  FOLLOW_UPS_FULL: [
    { type: 'note.recorded', by: p1, kind: 'escalation' },
    { followUps: many({ done: false }) },
  ],
  REQUESTS_FULL: [{ type: 'request.made', by: m1 }, { requests: many({ status: 'open' }) }],
  MAKER_IS_CHECKER: [
    { ...deed, by: p1 },
    { proposedActs: { [actKey(deed)]: { act: deed, by: 'p1', at: start } } },
  ],
}

describe('an event', () => {
  it.each(Object.entries(ofAnyEvent))(
    'may be refused for %s, which its own rule does not say',
    (code, [event, differs]) => {
      const [record] = openPlay().history
      const context = { ...record?.context, ...differs } as LifecycleContext
      const asked = { ...event, at: start } as Asked<EventType>
      const found = ruleFor(event.type)(context, asked).filter((one) => one.code === code)
      expect(found.map((one) => mayBeRefusedFor(context, asked, one))).toEqual([true])
    },
  )

  it('is refused for nothing that was said to be no reason, whoever sends it and whatever it brings', async () => {
    const dice = diceOf(5)
    const seen = new Set<string>()
    for (const record of await lives())
      for (const type of eventTypes.filter((one) => one !== 'timer.due')) {
        const { event, actor: by, at } = saying(record, type, dice)
        const asked = { ...event, by, at } as Asked<EventType>
        for (const found of ruleFor(type)(record.context, asked)) {
          const { code, ref } = found
          const may = mayBeRefusedFor(record.context, asked, found)
          expect({ type, code, ref, may }).toEqual({ type, code, ref, may: true })
          seen.add(code)
        }
      }
    expect(seen.size).toBeGreaterThan(40)
  })
})
