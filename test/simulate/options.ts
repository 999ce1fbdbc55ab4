import { parseArgs } from 'node:util'

/** What somebody asks the simulator for. */
export interface Options {
  readonly from: number
  readonly seeds: number
  /** Goes on for so long, whatever `seeds` says. */
  readonly minutes: number | undefined
  /** Acts of people at most in one seed; by the seed itself where nobody says. */
  readonly acts: number | undefined
  readonly verbose: boolean
  /** Prints one line of JSON with everything, and nothing else. */
  readonly json: boolean
  /** Writes `last.json`. */
  readonly save: boolean
  /** A fault that is built into the library, by name. */
  readonly break: string | undefined
  /** Only these faults strike. */
  readonly only: ReadonlySet<string> | undefined
  /** These acts do not take place. */
  readonly drop: ReadonlySet<string> | undefined
}

export const help = `npm run simulate -- [options]

  --seed N       one seed, and how it went
  --seeds N      so many, from 1 or from --seed on; 200 when nothing is said
  --minutes M    for so long, and how many a second
  --acts N       acts of people in each seed at most
  --verbose      the whole journey
  --json         everything as JSON
  --save         writes test/simulate/last.json
  --break NAME   with a fault built into the library (test/simulate/breaks)
  --only A,B     only these faults strike; as a shrunk trace names them
  --drop A,B     these acts do not take place`

const setOf = (list: string | undefined): ReadonlySet<string> | undefined =>
  list === undefined ? undefined : new Set(list.split(',').filter(Boolean))

const numberOf = (text: string | undefined, otherwise: number): number => {
  const number = text === undefined ? otherwise : Number(text)
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`No number: ${text}\n\n${help}`)
  return number
}

/** @throws Error for what is no option. */
export const readOptions = (given: readonly string[]): Options | undefined => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args: [...given],
    options: {
      ...{ seed: text, seeds: text, minutes: text, acts: text, break: text, only: text, drop: text },
      ...{ verbose: flag, json: flag, save: flag, help: flag },
    },
  })
  if (values.help) return undefined
  const { verbose, json, save } = values
  return {
    from: numberOf(values.seed, 1),
    seeds: numberOf(values.seeds, values.seed === undefined ? 200 : 1),
    minutes: values.minutes === undefined ? undefined : Number(values.minutes),
    acts: values.acts === undefined ? undefined : numberOf(values.acts, 0),
    ...{ verbose, json, save, break: values.break, only: setOf(values.only), drop: setOf(values.drop) },
  }
}
