import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Actor } from '../../src/domain/index.ts'
import { createLifecycle, type LifecycleRecord, requirements, reviewLines } from '../../src/machine/index.ts'
import {
  FiledClosure,
  FiledReinstatement,
  FiledSuspension,
  type LifecycleEvent,
} from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { cny, paper, reviewApproved, serial, start, terminal } from '../support/samples.ts'
import type { Process } from './forms.ts'
import { asked } from './readers/every.ts'

const forms = { closure: FiledClosure, suspension: FiledSuspension, reinstatement: FiledReinstatement }
const processes = Object.keys(forms) as Process[]

interface Json {
  readonly properties?: Readonly<Record<string, Json>>
  readonly items?: Json
  readonly enum?: readonly string[]
}
type List = readonly [path: string, words: readonly string[]]

/** Every closed list that a form offers, by the path of its field. */
const listsIn = ({ properties, items, enum: words }: Json, path = ''): readonly List[] => {
  if (words) return [[path, words]]
  if (items) return listsIn(items, `${path}.0`)
  return Object.entries(properties ?? {}).flatMap(([name, inner]) =>
    listsIn(inner, path === '' ? name : `${path}.${name}`),
  )
}
/** What a reason decides stands in a table of its own. */
const lists = processes.flatMap((process) =>
  listsIn(z.toJSONSchema(forms[process], { io: 'input' }) as Json)
    .filter(([path]) => !path.startsWith('reason'))
    .map(([path, words]) => ({ process, path, words })),
)

const papers = [
  'business_licence',
  'damage_report',
  'power_of_attorney',
  'identity_proof',
  'supporting_evidence',
] as const
const holds = [{ holdId: 'hold-1', code: 'OTHER', words: 'it was dropped' } as const]

/** A form in which any word may stand: whatever a word of it asks for beside itself is there. */
const roomy = (process: Process) => ({
  documents: [paper(`${process}_request`), ...papers.map((type) => paper(type))],
  signatory: { personId: 'm1', authority: 'owner', mandateRef: 'power_of_attorney' },
  post: { postedOn: '2026-03-01' },
  ...(process === 'suspension' && { dataBackupNote: 'it does not start' }),
  ...(process === 'reinstatement' && {
    reasons: ['OTHER'],
    remedies: [{ holdId: 'hold-1', kind: 'repair', performedBy: 'provider', evidence: [] }],
  }),
  ...(process !== 'closure' && { fault: { cause: 'wear', description: 'it was dropped' } }),
})

const withWord = (value: unknown, [name, ...below]: readonly string[], word: string): unknown => {
  if (name === undefined) return word
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === name ? withWord(item, below, word) : item))
  const named = (value ?? {}) as Readonly<Record<string, unknown>>
  return { ...named, [name]: withWord(named[name], below, word) }
}

const machine = createLifecycle()
const at = (second: number): string => new Date(Date.parse(start) + second * 1_000).toISOString()
const seal = { bagNo: 'bag-1', trackingNo: 'track-1' }
const statementId = 'statement-1'

/** What follows an application: it is refused, or granted and carried out. */
const sequels: readonly (readonly (readonly [Actor, LifecycleEvent])[])[] = [
  [
    [
      p2,
      {
        type: 'review.rejected',
        applicationId: 'application-1',
        code: 'other',
        reason: 'a page is missing',
        resubmittable: true,
      },
    ],
  ],
  [
    [p2, reviewApproved('application-1', [...papers])],
    [p1, { type: 'return.authorised', serial, seal }],
    [p1, { type: 'settlement.stated', statementId, upTo: at(0), net: cny(500) }],
    [m1, { type: 'settlement.confirmed', statementId }],
    [p1, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(500) }],
  ],
]

/** The word itself is on file: what counts is everything else. */
const withoutRequest = (record: LifecycleRecord): string =>
  JSON.stringify(record.context, (name, value: unknown) => (name === 'request' ? undefined : value))

/** All that comes of it: answers, what the reviewer reads, what is ordered, and what is asked for. */
const outcome = (event: LifecycleEvent): { refused: boolean; seen: string } => {
  const opened = machine.open(terminal(event.type === 'reinstatement.requested' ? { holds } : {}), {
    at: start,
    commandId: 'open',
  })
  const filed = machine.step(opened.record, { commandId: 'c', at: at(1), actor: m1, event })
  if (!filed.accepted) return { refused: true, seen: JSON.stringify(filed.blockers) }
  const seen = sequels.flatMap((sequel) => {
    let record = filed.record
    const told = sequel.map(([actor, next], index) => {
      const answer = machine.step(record, { commandId: `s-${index}`, at: at(2 + index), actor, event: next })
      if (answer.accepted) record = answer.record
      return answer.accepted ? [] : answer.blockers
    })
    return [told, withoutRequest(record), requirements(record, { at: at(60), actor: p1 })]
  })
  return { refused: false, seen: JSON.stringify([reviewLines(filed.record, { viewer: 'provider' }), seen]) }
}

describe('no two words of a form come to the same', () => {
  it.each(lists)('$process: $path', ({ process, path, words }) => {
    const outcomes = words.map((word) => {
      const event = withWord(asked(process, roomy(process)), ['request', ...path.split('.')], word)
      return { word, ...outcome(event as LifecycleEvent) }
    })
    const taken = outcomes.filter(({ refused }) => !refused)
    expect(taken.length, outcomes[0]?.seen).toBeGreaterThan(0)
    const alike = taken.flatMap(({ word, seen }, place) =>
      taken.slice(place + 1).flatMap((other) => (other.seen === seen ? [`${word} = ${other.word}`] : [])),
    )
    expect(alike).toEqual([])
  })
})
