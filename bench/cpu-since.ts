import { readdirSync, readFileSync } from 'node:fs'

/** Behind the name of the program, which may have blanks; in hundredths of a second. (proc(5), /proc/pid/stat) */
function statOf(pid: number | string): { parent: number; own: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (place) => fields[place],
    )
    return { parent, own: user + system, ended: endedUser + endedSystem }
  } catch {
    // It has ended meanwhile: then its parent counts it.
    return undefined
  }
}

/** Seconds of CPU that a process of this machine and its children have used, those that have ended too. Linux only. */
function cpuOf(pid: number): number {
  const own = statOf(pid)
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((one) => one?.parent === pid)
  const all = [own, ...children].reduce((sum, one) => sum + (one?.own ?? 0) + (one?.ended ?? 0), 0)
  return all / 100
}

/** Milliseconds of CPU of these processes, by name, since it was asked last. */
export function cpuSince(pids: Readonly<Record<string, number>>): (of: number) => Record<string, number> {
  const now = () => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuOf(pid)]))
  let last = now()
  return (of) => {
    const before = last
    last = now()
    return Object.fromEntries(
      Object.entries(last).map(([name, seconds]) => [
        name,
        Number((((seconds - (before[name] ?? 0)) * 1_000) / of).toFixed(2)),
      ]),
    )
  }
}
