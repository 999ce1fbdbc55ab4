import type { Seen } from './compare.ts'

/** Median of all rounds, and between what the middle half of them lies. */
export interface Spread {
  readonly unit: string
  readonly value: number
  readonly low: number
  readonly high: number
}

/** One line of the table. */
export interface Figure extends Spread {
  /** The row file. */
  readonly rows: string
  readonly name: string
  readonly reference: string
  readonly budget: number
  readonly met: boolean
  readonly beside?: Spread
  /** CPU of the candidate in a round. Says nothing about another machine, so it is not kept. */
  readonly milliseconds?: number
}

/** Four digits are more than a bench can tell. */
const rounded = (value: number): number => Number(value.toPrecision(4))

const spread = (unit: string, values: readonly number[]): Spread => {
  // A round that cannot be read is not passed over.
  if (values.some(Number.isNaN)) return { unit, value: Number.NaN, low: Number.NaN, high: Number.NaN }
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => rounded(sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN)
  return { unit, value: at(0.5), low: at(0.25), high: at(0.75) }
}

/** The same row, seen in one or more runs. */
export const figureOf = (rows: string, runs: readonly [Seen, ...Seen[]]): Figure => {
  const [{ name, reference, budget, unit, beside }] = runs
  const own = spread(
    unit,
    runs.flatMap(({ values }) => values),
  )
  const milliseconds = runs.flatMap((run) => run.milliseconds ?? [])
  return {
    ...{ rows, name, reference, budget, ...own, met: own.value <= budget },
    ...(beside && {
      beside: spread(
        beside.unit,
        runs.flatMap((run) => run.beside?.values ?? []),
      ),
    }),
    ...(milliseconds.length > 0 && { milliseconds: spread('ms', milliseconds).value }),
  }
}
