import { type Folder, readJson, writeJson } from './folder.ts'

/** Monday, when the acquirer's office opens. */
export const businessStart = '2026-03-02T09:00:00.000+08:00'

const chinaMs = 8 * 3_600_000

/** Milliseconds as an instant with the offset of China. */
export const instantOf = (milliseconds: number): string =>
  new Date(milliseconds + chinaMs).toISOString().replace('Z', '+08:00')

/**
 * Business time. It has nothing to do with the hour on the wall: it moves when work is done and jumps over the days on which
 * everybody waits. So a case of ten weeks plays in seconds, and the same on every machine.
 */
export interface BusinessClock {
  now(): string
  /** Never back. */
  advanceTo(instant: string): void
}

interface Kept {
  load(): string | undefined
  save(instant: string): void
}

export const clockOver = ({ load, save }: Kept): BusinessClock => {
  let now = load() ?? businessStart
  return {
    now: () => now,
    advanceTo(instant) {
      if (Date.parse(instant) <= Date.parse(now)) return
      now = instantOf(Date.parse(instant))
      save(now)
    },
  }
}

/** Goes on where it stood when the process ended, however it ended. */
export const storedClock = (folder: Folder): BusinessClock => {
  const path = folder.at('clock.json')
  return clockOver({
    load: () => readJson<{ now: string }>(path)?.now,
    save: (now) => writeJson(path, { now }),
  })
}
