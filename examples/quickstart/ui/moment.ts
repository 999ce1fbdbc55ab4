const chinaMs = 8 * 3_600_000

const local = (instant: string): string => new Date(Date.parse(instant) + chinaMs).toISOString()

/** `2026-03-02 09:30` in China's time, in which the whole case plays. */
export const momentText = (instant: string): string => local(instant).slice(0, 16).replace('T', ' ')

export const dayText = (instant: string): string => local(instant).slice(0, 10)

/** The day; on that day itself the time as well. */
export const untilText = (now: string, due: string): string =>
  dayText(now) === dayText(due) ? momentText(due) : dayText(due)
