import { createLifecycle, type JournalEntry, type LifecycleInput } from '../../../src/machine/index.ts'
import { Alone, closeAlone, imposeAlone } from '../../support/alone.ts'
import {
  accountVerified,
  approved,
  carriedOver,
  clearingParts,
  confirmed,
  readClosed,
  refunded,
} from '../../support/closure.ts'
import { moneyMoves } from '../../support/money-moves.ts'
import { p1 } from '../../support/people.ts'
import { openPlay } from '../../support/play.ts'
import { richOpenings } from '../../support/rich-openings.ts'
import { start, terminal } from '../../support/samples.ts'
import type { World } from '../../support/world.ts'
import { opened, type Pair, realStep, type Saying, tell } from './side-by-side.ts'

type Part = (world: World) => Promise<void>

/** A point on a life that was played, with the books beside it. */
export interface Start extends Pair {
  readonly name: string
}
interface Life {
  readonly starts: readonly Start[]
  readonly faults: readonly string[]
}

/** Clocks that had run by then; who plays alone rings none of them. */
const ran = ({ record, books }: Pair, at: string): string[] => [
  ...books.run,
  ...Object.values(record.context.deadlines)
    .filter(({ status, due }) => status === 'running' && Date.parse(due) <= Date.parse(at))
    .map(({ id }) => id),
]

/** What a journal tells, told to both: each of its moments is somewhere to set out from. */
const replayed = (name: string, input: LifecycleInput, entries: readonly JournalEntry[]): Life => {
  let pair: Pair = opened(input, start)
  const starts: Start[] = [{ ...pair, name: `${name}, as opened` }]
  const faults: string[] = []
  for (const { cause, at, actor } of entries) {
    if (!('type' in cause) && !('timer' in cause)) continue
    const { by: _, at: __, seq: ___, ...event } = cause as Record<string, unknown>
    const said = 'timer' in cause ? { timer: cause.timer, at } : ({ event, actor, at } as unknown as Saying)
    const outcome = tell(realStep, { ...pair, books: { ...pair.books, run: ran(pair, at) } }, said)
    faults.push(...outcome.faults.map((fault) => `${name}: ${fault}`))
    pair = outcome.pair
    starts.push({ ...pair, name: `${name}, after ${pair.record.version}` })
  }
  return { starts, faults }
}

const played = async (name: string, input: LifecycleInput, ...parts: readonly Part[]): Promise<Life> => {
  const world = openPlay(input)
  for (const part of parts) await part(world)
  return replayed(name, input, world.entries)
}

/** The provider gives the terminal up, and nobody else says a word. */
const alone = (name: string, input: LifecycleInput): Life => {
  const entries: JournalEntry[] = []
  const { open } = createLifecycle()
  const life = new Alone(open(input, { at: start, commandId: 'open' }).record, ({ entry }) => {
    if (entry) entries.push(entry)
  })
  imposeAlone(life)
  closeAlone(life)
  return replayed(name, input, entries)
}

const replaced: Part = async ({ tell: say }) => {
  await say(p1, {
    ...{ type: 'device.replaced', oldSerial: 'second-7', newSerial: 'spare-1' },
    ...{ owner: 'provider', tenancy: 'sole' },
  })
}

/** From where the cases set out: openings of every kind, and each moment of some lives. */
export const startsOf = async (): Promise<Life> => {
  const other = clearingParts.map((part) => (part === refunded ? carriedOver : part))
  const { 'two devices, both deposits': rich } = richOpenings
  const lives = [
    await played('a closure', terminal(), approved, ...clearingParts, confirmed, readClosed),
    await played('something carried over', terminal(), approved, ...other, confirmed, readClosed),
    await played('money on every way', rich as LifecycleInput, approved, accountVerified, moneyMoves),
    await played('an exchange', rich as LifecycleInput, replaced, approved, accountVerified),
    ...Object.entries(richOpenings).map(([name, input]) => alone(`alone, ${name}`, input)),
  ]
  return { starts: lives.flatMap(({ starts }) => starts), faults: lives.flatMap(({ faults }) => faults) }
}
