/** Just before a durable write, after it but before anybody hears of it, and after an effect that nobody has recorded yet. */
export const moments = ['before', 'after', 'effect'] as const
export type Moment = (typeof moments)[number]

/** Where a process ends: at so many-th of these moments; 0: nowhere. */
export interface Point {
  moment: Moment
  nth: number
}

/** Is told of each moment as it comes, and ends this process by SIGKILL at its point: nothing of it runs on. */
export function dyingAt(point: Point): (moment: Moment) => void {
  let reached = 0
  return (moment) => {
    if (moment !== point.moment) return
    reached += 1
    if (reached !== point.nth) return
    process.kill(process.pid, 'SIGKILL')
    for (;;);
  }
}

/** What a child is told on its command line, behind where the home is. */
export interface Orders {
  home: string
  effects: string
  hoursLater: number
  point: Point
}

export const toArguments = ({ home, effects, hoursLater, point }: Orders): string[] => [
  ...[home, effects, `${hoursLater}`, point.moment, `${point.nth}`],
]

export function fromArguments(given: readonly string[]): Orders {
  const [home = '', effects = '', hoursLater = '', moment = '', nth = ''] = given
  return {
    ...{ home, effects, hoursLater: Number(hoursLater) },
    point: { moment: moments.find((one) => one === moment) ?? 'before', nth: Number(nth) },
  }
}
