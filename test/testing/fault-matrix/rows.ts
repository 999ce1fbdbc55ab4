import type { OrderKind } from '../../../src/domain/index.ts'
import { type ScenarioName, scenarios } from '../../../src/testing/index.ts'
import type { Dice } from '../../support/dice.ts'
import type { Stage } from './stage.ts'

/** Sets one row of the matrix: what goes wrong, with what and how often is the dice's to say. Gives what ends it. */
export type SetRow = (stage: Stage, orders: readonly OrderKind[], dice: Dice) => () => void

/** Those that end in something else than was meant are a matter of their own (`in-business.test.ts`), like those of the portal. */
const elsewhere: readonly ScenarioName[] = [
  'wipe-half-done',
  'device-never-answers',
  'paid-in-part',
  'register-refuses',
  'account-closed',
  'approval-lost-ack',
]

const names = (Object.keys(scenarios) as ScenarioName[]).filter((name) => !elsewhere.includes(name))
const playedBy = (part: 'faults' | 'store' | 'clock'): readonly ScenarioName[] =>
  names.filter((name) => scenarios[name][part] !== undefined)

/** A reading echoes nothing: whatever it says is what the host says. */
const echoing = (name: ScenarioName, orders: readonly OrderKind[]): readonly OrderKind[] =>
  mayBeSeen.test(name) ? orders.filter((kind) => kind !== 'readStatus') : orders

/** Of some orders of one kind. */
const onTheWire =
  (name: ScenarioName, times?: 'always'): SetRow =>
  ({ mock }, orders, dice) => {
    const isSkew = name.startsWith('host-clock')
    mock.play(name, {
      operation: dice.one(echoing(name, orders)),
      // A bomb is dear to read, and one of them shows as much as seven.
      times: times ?? (name === 'gzip-bomb' ? 1 : dice.one([1, 2, 3, 4, 7])),
      ...(/delayed/.test(name) && { ms: dice.one([0, 1_000, 45_000, 3_600_000, 72 * 3_600_000]) }),
      ...(isSkew && { ms: 10 * 60_000 }),
    })
    return () => mock.reset({ ...mock.snapshot(), faults: [] })
  }

const inTheStore =
  (name: ScenarioName): SetRow =>
  ({ faulty }) => {
    faulty.play(name)
    return () => undefined
  }

/** The clock is put right a minute after it went wrong. */
const inTime =
  (name: ScenarioName): SetRow =>
  ({ time }) => {
    const right = Date.parse(time.clock.now()) + 60_000
    time.play(name)
    return () => time.set(new Date(right).toISOString())
  }

/** A clock that only stands at an instant of its own is not wrong: what comes of it is compared by the laws alone. */
export const isElsewhen = (name: string): boolean =>
  name in scenarios && 'from' in (scenarios[name as ScenarioName].clock ?? {})

export const isOfTheClock = (name: string): boolean =>
  name in scenarios && scenarios[name as ScenarioName].clock !== undefined

/** Every row that a run of orders can meet, by the name of its scenario. */
export const rows: Readonly<Record<string, SetRow>> = Object.fromEntries([
  ...playedBy('faults').map((name) => [name, onTheWire(name)]),
  ...playedBy('store').map((name) => [name, inTheStore(name)]),
  ...playedBy('clock').map((name) => [name, inTime(name)]),
])

/** The same, as long as nobody takes it away. */
export const forEver: Readonly<Record<string, SetRow>> = Object.fromEntries(
  playedBy('faults').map((name) => [name, onTheWire(name, 'always')]),
)

/** An answer that fits the contract and is about something else may be taken, and is then an issue that people see. */
export const mayBeSeen = /^answer-(with|in|about)-another/

const family = (name: string): string =>
  /^(redirect|upload-reset)/.exec(name)?.[0] ??
  (/^(bad-request|unauth|forbidden|not-found|gone|unproc|conflict|older)/.test(name) ? 'told no' : name)

/** One of those that differ in a number alone. */
export const oneOfAKind: readonly string[] = Object.keys(rows).filter(
  (name, place, all) => all.findIndex((other) => family(other) === family(name)) === place,
)
