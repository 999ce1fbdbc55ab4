import type { Call } from './watched-store.ts'

interface Sum {
  calls: number
  errors: Record<string, number>
  ms: number
}

/** Sums of calls in the text format that Prometheus reads. Names of methods and codes alone: nothing of any record. */
export const createFigures = () => {
  const sums = new Map<string, Sum>()
  return {
    add: ({ method, ms, code }: Call): void => {
      const sum = sums.get(method) ?? { calls: 0, errors: {}, ms: 0 }
      sums.set(method, sum)
      sum.calls += 1
      sum.ms += ms
      if (code) sum.errors[code] = (sum.errors[code] ?? 0) + 1
    },
    text: (): string =>
      [...sums]
        .flatMap(([method, { calls, errors, ms }]) => [
          `store_calls_total{method="${method}"} ${calls}`,
          `store_seconds_total{method="${method}"} ${(ms / 1000).toFixed(6)}`,
          ...Object.entries(errors).map(
            ([code, count]) => `store_errors_total{method="${method}",code="${code}"} ${count}`,
          ),
        ])
        .join('\n'),
  }
}
