/**
 * How many times longer ten times the size takes: about ten where a text is gone through once, a hundred where work goes back
 * again and again. The least of some runs in turn, so that what else the machine does counts for neither; below half a
 * millisecond all is alike.
 */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY }
  for (let run = 0; run < 4; run += 1)
    for (const [name, times] of [
      ['small', 1],
      ['large', 10],
    ] as const) {
      const before = process.threadCpuUsage()
      await work(size * times)
      const { user, system } = process.threadCpuUsage(before)
      least[name] = Math.min(least[name], (user + system) / 1_000)
    }
  return least.large / Math.max(least.small, 0.5)
}

/** What a text that is gone through once stays below, on any machine. */
export const onceThrough = 35
