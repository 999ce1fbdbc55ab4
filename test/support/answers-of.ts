import { createHash } from 'node:crypto'
import { type Actor, procedureProcesses, roles } from '../../src/domain/index.ts'
import {
  capabilities,
  createLifecycle,
  dutiesOn,
  type JournalEntry,
  type LifecycleRecord,
  openItems,
  outstanding,
  requirements,
  reviewLines,
  viewEntry,
  viewRecord,
} from '../../src/machine/index.ts'
import { agent, m1, p1, sys } from './people.ts'

const life = createLifecycle()
/** One of each role: every one of them is told something else. */
const askers: readonly Actor[] = [m1, p1, agent, sys]
const month = 30 * 24 * 3_600_000
const monthAfter = ({ at }: LifecycleRecord): string => new Date(Date.parse(at) + month).toISOString()

/** Whatever can be asked about a record, by everybody who may ask. */
const questions: Readonly<Record<string, (record: LifecycleRecord) => unknown>> = {
  actions: (record) => askers.map((actor) => life.availableActions(record, { at: record.at, actor })),
  checks: (record) =>
    askers.map((actor) => {
      const asking = { at: record.at, actor }
      const { checkClosure, checkReinstatement, checkSuspension } = life
      return [checkClosure, checkReinstatement, checkSuspension].map((check) => check(record, asking))
    }),
  procedures: (record) =>
    procedureProcesses.map((process) => life.procedure(record, { process, at: record.at })),
  requirements: (record) =>
    [record.at, monthAfter(record)].map((at) => askers.map((actor) => requirements(record, { at, actor }))),
  duties: (record) => {
    const asked = requirements(record, { at: record.at, actor: p1 })
    return asked.currentlyDue.map((item) => dutiesOn(record, item))
  },
  outstanding: (record) => outstanding(record, { at: record.at, viewers: roles }),
  views: (record) => roles.map((viewer) => viewRecord(record, viewer)),
  review: (record) => roles.map((viewer) => reviewLines(record, { viewer })),
  capabilities: (record) => roles.map((viewer) => capabilities(record, viewer)),
  openItems: (record) => {
    const { charges, deposits, transactions, settlement } = openItems(record)
    return [settlement, [...charges], [...deposits], [...transactions]]
  },
}

const digestOf = (what: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(what) ?? '')
    .digest('hex')
    .slice(0, 6)

/** Some of many, evenly from the first to the last. */
const someOf = <Item>(all: readonly Item[], count: number): readonly Item[] => {
  const step = Math.max(1, (all.length - 1) / (count - 1))
  const places = Array.from({ length: count }, (_, place) => Math.round(place * step))
  return [...new Set(places)].flatMap((place) => all[place] ?? [])
}

const asked = (
  history: readonly LifecycleRecord[],
  entries: readonly JournalEntry[],
  names: readonly string[],
) => {
  const last = history.at(-1)
  const told = last && roles.map((viewer) => entries.map(viewEntry(last, viewer)))
  return [
    ...names.map((name) => `${name} ${digestOf(history.map((record) => questions[name]?.(record)))}`),
    `entries ${digestOf(told)}`,
  ].join(', ')
}

/** The world of a story that keeps what it was. */
type Kept = { readonly history: readonly LifecycleRecord[]; readonly entries: readonly JournalEntry[] }

/** What is answered at the end of a story, as far as it is quickly asked: a digest for each question, so that it is seen which answer has changed. */
export const answersAtTheEnd = ({ history, entries }: Kept): string =>
  asked(history.slice(-1), entries, [
    'requirements',
    'outstanding',
    'views',
    'review',
    'capabilities',
    'openItems',
  ])

/** Everything that can be asked, at four moments of a story. */
export const answersOnTheWay = ({ history, entries }: Kept): string =>
  asked(someOf(history, 4), entries, Object.keys(questions))
