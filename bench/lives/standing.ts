/**
 * The most CPU time, in milliseconds, that the work spends without giving way to timers and input. CPU, not wall: what other
 * processes do meanwhile is not the work's.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  const spent = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1_000
  }
  let [longest, last, isOver] = [0, spent(), false]
  const look = () => {
    const now = spent()
    longest = Math.max(longest, now - last)
    last = spent()
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  await work()
  isOver = true
  await new Promise((resolve) => setImmediate(resolve))
  return longest
}
