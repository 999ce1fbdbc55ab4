import { hash } from 'node:crypto'
import { keyOf, lastTold, nameOf, toldBefore } from '../../src/machine/facts/told.ts'
import { type LifecycleContext, type LifecycleRecord, trimmed } from '../../src/machine/index.ts'
import { kept } from './kept.ts'
import { orderOfThings } from './order.ts'
import { commandsOf, isConstant } from './resolve.ts'
import type { Saying } from './world.ts'

const minute = 60_000

/** Numbered names, in the order in which they were given. */
const numbered =
  /life-1\/\d+\/\d+|\b(?:reactivation|evidence|note|follow-up|late|overpayment|lost:[\w-]+):\d+(?:\.\d+)?/g
const numbersIn = (name: string): number =>
  [...name.matchAll(/\d+/g)].slice(-2).reduce((all, [one]) => all * 1_000 + Number(one), 0)

/** Which order a name is, without its number: the first of its kind, the second … */
const namesIn = (
  { orders, payouts, deposits }: LifecycleContext,
  text: string,
): ReadonlyMap<string, string> => {
  const kindOf = (name: string): string => {
    const order = orders[name]
    if (order) return order.kind
    if (payouts[name]) return 'payOut'
    return Object.values(deposits).some(({ refunds }) => refunds[name])
      ? 'refundDeposit'
      : name.replace(/\d.*/, '')
  }
  const counts = new Map<string, number>()
  const found = [...new Set(text.match(numbered))].sort((one, other) => numbersIn(one) - numbersIn(other))
  return new Map(
    found.map((name) => {
      const kind = kindOf(name)
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return [name, `${kind}#${count}`]
    }),
  )
}

/** The same members in the same order, however they were written. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${members
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)
    .join()}}`
}

/** What the record would say of a report that has the same words whenever it is told. */
const memoryOf = (saying: Saying, record: LifecycleRecord): string => {
  const [command] = commandsOf(saying, record) ?? []
  if (command === undefined) return '-'
  const event = { ...command.event, by: command.actor, at: command.at, seq: record.version + 1 }
  if (lastTold(record.context.told, nameOf(event)) === undefined) return 'new'
  const told = toldBefore(record.context, event)
  return told === undefined ? 'other' : String(told.counted)
}

const wordsOf = ({ event }: Saying): string => JSON.stringify(event)

const entries = Object.entries(kept)

/** Names that may change places, in every order of them. */
const exchanges = (alike: readonly string[]): readonly (readonly string[])[] =>
  alike.length === 2 ? [alike, [...alike].reverse()] : [alike]

const exchanged = (text: string, from: readonly string[], to: readonly string[]): string =>
  to.reduce(
    (all, name, place) => all.replaceAll(`@${place}@`, name),
    from.reduce((all, name, place) => all.replaceAll(name, `@${place}@`), text),
  )

/** What tells a state apart, written out. `sayings`: all that may be said in its world. */
export const textWith = (sayings: readonly Saying[], alike: readonly string[] = []) => {
  const remembered = sayings.filter((saying) => keyOf(saying.event) !== undefined && isConstant(saying))
  return (record: LifecycleRecord): string => {
    // what is over by the next step is over now
    const at = new Date(Date.parse(record.at) + minute).toISOString()
    const { context } = trimmed({ ...record, at })
    const left = { ...record, context }
    const pieces = Object.fromEntries(
      entries.flatMap(([name, piece]) => (piece ? [[name, piece(context, record.at)]] : [])),
    )
    const memory = Object.fromEntries(remembered.map((saying) => [wordsOf(saying), memoryOf(saying, left)]))
    const plain = JSON.stringify([record.value, pieces, memory, orderOfThings(context, record.at)])
    const names = namesIn(context, plain)
    const text = names.size === 0 ? plain : plain.replace(numbered, (name) => names.get(name) ?? name)
    const whole = exchanges(alike).map((other) => canonical(JSON.parse(exchanged(text, alike, other))))
    return whole.sort()[0] ?? ''
  }
}

/** The name of a state: alike for records that behave alike. */
export const keyWith = (...world: Parameters<typeof textWith>) => {
  const textOf = textWith(...world)
  return (record: LifecycleRecord): string => hash('sha1', textOf(record), 'hex').slice(0, 16)
}
