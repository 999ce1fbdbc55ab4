import type * as z from 'zod'
import { type EventType, largestAmount } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { LifecycleEvent } from '../../src/schemas/index.ts'
import type { Dice } from './dice.ts'
import { eventFor } from './random-events.ts'
import { cny, paper } from './samples.ts'

type Named = Record<string, unknown>

/** Values that nobody should send, and that somebody will: the schema says which of them fit where. */
const nasty = ({ context }: LifecycleRecord, at: string): unknown[] => {
  const inYears = (years: number) => new Date(Date.parse(at) + years * 31_557_600_000).toISOString()
  const money = [0, 1, -1, -5_000, largestAmount, -largestAmount, largestAmount + 1, 2 ** 53 - 1, 0.5]
  const ledgers = Object.values(context).filter((value) => typeof value === 'object' && value !== null)
  return [
    undefined,
    null,
    '',
    ...['no-such', 'x', '0', '-', 'Z'.repeat(40), 'z'.repeat(100), 'a.b:c_d', 'tmr_9XyZ', 'true'],
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'],
    ...[context.identity.lifecycleId, context.identity.terminalId, 'life-1/0/0', 'life-1/999999/999999'],
    ...['other-life/3/0', '🧾 收据', '=1+1', ' ', 'a\u0000b', '<b>', '青禾'.repeat(200)],
    // whatever is known here, under whatever kind of name
    ...ledgers.flatMap((ledger) => Object.keys(ledger)).filter((name) => Number.isNaN(Number(name))),
    ...['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', at, inYears(-30), inYears(1)],
    ...['2026-03-01T00:00:00+14:00', '2026-03-01T00:00:00-12:00', '2026-03-01T00:00:00.123456789Z'],
    ...[true, false, 0, 1, -1, 1_000_000_000, 1e21, Number.NaN, 1.5],
    ...money.flatMap((amount) =>
      ['CNY', 'USD', 'JPY', 'XXX', 'RMB'].map((currency) => ({ amount, currency })),
    ),
    { count: 0, total: cny(0) },
    { count: 1_000_000_000, total: { amount: -7, currency: 'USD' } },
    { cause: 'undetermined', description: 'nobody knows' },
    { cause: 'human', description: 'dropped' },
    { sale: true, refund: false },
    {},
    [],
    ['CURRENCY_MISMATCH', 'constructor'],
    Array.from({ length: 20 }, (_, index) => ({ name: `part ${index}`, expected: 3, returned: 0 })),
    [{ name: 'cable', expected: 0, returned: 1_000_000_000 }],
    paper('loss_report'),
    paper('training_record'),
    // each word of each closed list
    ...words,
  ]
}

type Schema = { readonly shape: Readonly<Record<string, unknown>> }
const { out } = (LifecycleEvent as unknown as z.ZodPipe)._zod.def
const { options } = out as unknown as { options: readonly Schema[] }
const schemaOf = (type: string): Schema | undefined =>
  options.find(({ shape }) => (shape.type as { value: string }).value === type)

const wordsIn = (schema: unknown): string[] => {
  const { options: list, unwrap } = schema as { options?: unknown[]; unwrap?: () => unknown }
  if (Array.isArray(list)) return list.filter((word): word is string => typeof word === 'string')
  return typeof unwrap === 'function' ? wordsIn(unwrap.call(schema)) : []
}
const words = [...new Set(options.flatMap(({ shape }) => Object.values(shape).flatMap(wordsIn)))]

/** An event of this type with one to three fields turned nasty, as far as its shape allows. */
export const hostileEvent = (
  type: EventType,
  record: LifecycleRecord,
  dice: Dice,
  at: string,
): LifecycleEvent => {
  const fields = Object.keys(schemaOf(type)?.shape ?? {}).filter((field) => field !== 'type')
  const values = nasty(record, at)
  let event = eventFor(type, record, dice, at)
  for (let turned = 0, tries = 0; turned < 1 + dice.below(3) && tries < 60; tries += 1) {
    const candidate = { ...event, [dice.one(fields)]: dice.one(values) } as Named
    const { success, data } = LifecycleEvent.safeParse(candidate)
    if (!success) continue
    event = data
    turned += 1
  }
  return event
}
