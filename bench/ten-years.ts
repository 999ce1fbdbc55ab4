/**
 * A terminal that sells for ten years, 300 times a day, and is closed: how large its record becomes, what a step costs at the
 * end against the beginning, and whether anything that is told a second time counts again.
 *
 *   node bench/ten-years.ts [days] [sales a day]     some five minutes for ten years; fails where something is not as it must be
 */
import {
  type Command,
  createLifecycle,
  type LifecycleRecord,
  reportKey,
  toldAs,
} from '../src/machine/index.ts'
import { contentFrom, createKnownReports, keyOfReport } from '../src/runtime/known-reports.ts'
import type { ToldReport } from '../src/runtime/store.ts'
import type { LifecycleEvent } from '../src/schemas/index.ts'
import { clearingParts, confirmed, readClosed, run } from '../test/support/closure.ts'
import { longLife } from '../test/support/long-life.ts'
import { m1, p2, sys } from '../test/support/people.ts'
import { closureRequested, paper, reviewApproved } from '../test/support/samples.ts'

const [days = 3_650, salesADay = 300] = process.argv.slice(2).map(Number)
const lifecycle = createLifecycle()

/** What a store keeps of each report, in the same words. */
const rows = new Map<string, ToldReport>()
const remember = async (record: LifecycleRecord, command: Command): Promise<void> => {
  const report = reportKey(command)
  const told = report && toldAs(record, report.name)
  if (!told) return
  const key = await keyOfReport(record.lifecycleId, report)
  rows.set(key, { key, content: contentFrom(told.content), counted: told.counted })
}

let [steps, largest] = [0, 0]
/** Microseconds of each step of a day. */
const costs: number[][] = []
let today: number[] = []
const step: typeof lifecycle.step = (record, command) => {
  const from = performance.now()
  const answer = lifecycle.step(record, command)
  today.push((performance.now() - from) * 1_000)
  steps += 1
  if (answer.accepted && answer.entry) void remember(answer.record, command)
  return answer
}
const life = longLife(
  ({ context, ...record }) => {
    if (record.version % 100 !== 0) return
    largest = Math.max(largest, JSON.stringify({ ...record, context: { ...context, told: {} } }).length)
  },
  { open: lifecycle.open, step },
)
for (let lived = 0; lived < days; lived += 1) {
  await life.live(1, salesADay)
  costs.push(today)
  today = []
}

/** Half of all steps of these days cost less. */
const median = (days: readonly (readonly number[])[]): number => {
  const all = days.flat().sort((a, b) => a - b)
  return all[Math.floor(all.length / 2)] ?? 0
}
// The first week is in the window of repeats, and for the compiler, as every later one.
const [first, last] = [median(costs.slice(7, 14)), median(costs.slice(-7))]

const { world } = life
const licence = paper('business_licence', 'business_licence-1', { validTo: '2050-01-01T00:00:00Z' })
await world.tell(m1, closureRequested({ documents: [paper('closure_request'), licence] }))
const seen = { documentId: licence.id, digest: licence.digest }
await world.tell(p2, { ...reviewApproved('application-1', []), checked: [seen] } as LifecycleEvent)
await run(world, ...clearingParts, confirmed, readClosed)
const closed = await world.record()
const { value, context } = closed
const paid = Object.values(context.payouts).map(({ amount, status }) => `${amount} ${status}`)

const again = createKnownReports({
  store: { told: async (_, key) => rows.get(key) },
  step: lifecycle.step,
})
const at = await world.at()
let counted = 0
for (const [place, event] of life.sales.entries()) {
  const { answer } = await again(closed, { commandId: `again-${place}`, at, actor: sys, event })
  if (!answer.accepted || !answer.noop || answer.record !== closed) counted += 1
}

const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
const wrong = [
  ...(largest > 64_000 ? ['the record was larger than 64 kB'] : []),
  ...(last > 1.3 * first ? ['a step costs more than 1.3 times what it did'] : []),
  ...(value === 'closed' && paid.join() === '50000 confirmed'
    ? []
    : ['it was not closed with the right sum']),
  ...(counted > 0 ? ['something counted twice'] : []),
]
console.log(`${days} days, ${steps} steps, ${life.sales.length} reports of sales, ${life.ended()} orders ended
record without the keys of its window: at most ${kB(largest)}, closed ${kB(JSON.stringify(closed).length)} with them
a step: ${first.toFixed(0)} µs in the second week, ${last.toFixed(0)} µs in the last one, ${(last / first).toFixed(2)} times
${String(value)}, paid out: ${paid.join(', ')}
told a second time: ${life.sales.length} reports, of which ${counted} counted again
${wrong.length === 0 ? 'all as it must be' : wrong.join('; ')}`)
process.exitCode = wrong.length === 0 ? 0 : 1
