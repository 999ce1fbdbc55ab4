/** Something that is timed, against its reference. */
export interface Row {
  readonly name: string
  /** What it is held against. */
  readonly reference: string
  /** Most that it may cost, as a multiple of the reference. */
  readonly budget: number
  readonly candidate: () => unknown
  readonly control: () => unknown
}

export interface Figure {
  readonly name: string
  readonly reference: string
  readonly budget: number
  /** Median over the rounds of candidate ÷ reference of the same round, by CPU time. */
  readonly ratio: number
  readonly wallRatio: number
  /** Median CPU of the candidate, in milliseconds. */
  readonly cpu: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const timed = async (work: () => unknown) => {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpu: (user + system) / 1_000, wall: performance.now() - wall }
}

/** Both in turn, the order changed each round, so that what else the machine does falls on both. */
export const compare = async ({ candidate, control, ...row }: Row, rounds = 15): Promise<Figure> => {
  const seen: { ratio: number; wallRatio: number; cpu: number }[] = []
  for (let round = -2; round < rounds; round += 1) {
    const isFirst = round % 2 === 0
    const first = await timed(isFirst ? candidate : control)
    const second = await timed(isFirst ? control : candidate)
    const [own, other] = isFirst ? [first, second] : [second, first]
    // the first rounds are for the compiler
    if (round >= 0) seen.push({ ratio: own.cpu / other.cpu, wallRatio: own.wall / other.wall, cpu: own.cpu })
  }
  const of = (name: 'ratio' | 'wallRatio' | 'cpu') => median(seen.map((figures) => figures[name]))
  return { ...row, ratio: of('ratio'), wallRatio: of('wallRatio'), cpu: of('cpu') }
}
