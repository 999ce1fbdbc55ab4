/** Something that is timed, against its reference. */
interface Compared {
  readonly name: string
  /** What it is held against. */
  readonly reference: string
  /** Most that it may cost, as a multiple of the reference. */
  readonly budget: number
  /** Which of both costs is judged; a disk is waited for, so it is judged by wall time. @default 'cpu' */
  readonly by?: 'cpu' | 'wall'
  /** @default 15 */
  readonly rounds?: number
  /** Both do the same amount of work. What a child process does for them, they answer as a `Cost`. */
  readonly candidate: () => unknown
  readonly control: () => unknown
}

/** Something that is counted or weighed: bytes, seconds, milliseconds of a standing event loop. */
interface Measured {
  readonly name: string
  readonly reference?: string
  /** Most that it may be, in `unit`. */
  readonly budget: number
  readonly unit: string
  /** @default 1 */
  readonly rounds?: number
  readonly measure: () => number | Promise<number>
}

export type Row = Compared | Measured

/** Milliseconds. */
export class Cost {
  readonly cpu: number
  readonly wall: number

  constructor(cpu: number, wall: number) {
    this.cpu = cpu
    this.wall = wall
  }
}

/** What was seen of a row, one value a round. */
export interface Seen {
  readonly name: string
  readonly reference: string
  readonly budget: number
  readonly unit: string
  readonly values: readonly number[]
  /** By the cost that is not judged. */
  readonly beside?: { readonly unit: string; readonly values: readonly number[] }
  /** CPU of the candidate in each round, in milliseconds. */
  readonly milliseconds?: readonly number[]
}

const units = { cpu: '× CPU', wall: '× wall time' } as const

/** What the work costs, or says that it cost. */
export const timed = async (work: () => unknown): Promise<Cost> => {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const answer = await work()
  if (answer instanceof Cost) return answer
  const { user, system } = process.cpuUsage(cpu)
  return new Cost((user + system) / 1_000, performance.now() - wall)
}

/** Both in turn, the order changed each round, so that what else the machine does falls on both. */
const timeBoth = async ({ candidate, control, by = 'cpu', rounds = 15, ...row }: Compared): Promise<Seen> => {
  const pairs: { own: Cost; other: Cost }[] = []
  for (let round = -2; round < rounds; round += 1) {
    const isFirst = round % 2 === 0
    const first = await timed(isFirst ? candidate : control)
    const second = await timed(isFirst ? control : candidate)
    // The first rounds are for the compiler.
    if (round >= 0) pairs.push(isFirst ? { own: first, other: second } : { own: second, other: first })
  }
  const ratios = (cost: 'cpu' | 'wall') => pairs.map(({ own, other }) => own[cost] / other[cost])
  const [judged, beside] = by === 'cpu' ? (['cpu', 'wall'] as const) : (['wall', 'cpu'] as const)
  return {
    ...row,
    unit: units[judged],
    values: ratios(judged),
    beside: { unit: units[beside], values: ratios(beside) },
    milliseconds: pairs.map(({ own }) => own.cpu),
  }
}

const measureOften = async ({ measure, rounds = 1, reference = '', ...row }: Measured): Promise<Seen> => {
  const values: number[] = []
  for (let round = 0; round < rounds; round += 1) values.push(await measure())
  return { ...row, reference, values }
}

export const look = (row: Row): Promise<Seen> => ('measure' in row ? measureOften(row) : timeBoth(row))
