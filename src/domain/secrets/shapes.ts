/** Where a number may stand in a chain of groups: the place of its first group, and how many groups it has. */
export interface Stretch {
  readonly from: number
  readonly count: number
}

const shortest = 12
const longest = 19

/** Written neither as printed nor evenly, but often enough: lengths of groups. */
const uneven: readonly (readonly number[])[] = [
  [4, 6, 5],
  [4, 6, 4],
  [6, 4, 5],
  [6, 4, 4],
  [6, 5, 4],
  [6, 4, 6],
  [6, 7, 4],
  [6, 8, 4],
  [6, 9, 4],
  [4, 8, 4],
  [4, 4, 8],
  [8, 4, 4],
  [6, 8],
  [6, 9],
  [6, 10],
  [6, 13],
]

const isUneven = (lengths: readonly number[]): boolean =>
  uneven.some(
    (shape) => shape.length === lengths.length && shape.every((length, place) => lengths[place] === length),
  )

/** As people part a number: evenly, with a shorter or longer rest, or unevenly as is usual. */
export const isUsual = (lengths: readonly number[]): boolean => {
  const [first = 0] = lengths
  const isEven =
    lengths.slice(0, -1).every((length) => length === first) &&
    (lengths.at(-1) ?? 0) <= (first === 3 ? 4 : first)
  return isEven || isUneven(lengths)
}

/** Groups of one length in a row, as many as there are. */
interface Run {
  readonly from: number
  readonly count: number
  readonly length: number
}

const runsOf = (lengths: readonly number[]): readonly Run[] => {
  const runs: Run[] = []
  lengths.forEach((length, place) => {
    const last = runs.at(-1)
    if (last?.length === length) runs[runs.length - 1] = { ...last, count: last.count + 1 }
    else runs.push({ from: place, count: 1, length })
  })
  return runs
}

/** How many groups of one length may stand in a row before it is a table, and not a number with something beside it. */
const mostInRun: Readonly<Record<number, number>> = { 1: 24, 2: 11, 3: 7, 4: 5 }

/** Stretches of one run, and of its end together with the group behind it. */
function* inRun({ from, count, length }: Run, tail: number | undefined): Generator<Stretch> {
  for (let total = shortest; total <= longest; total += 1) {
    const whole = Math.floor(total / length)
    const rest = total % length
    if (whole < 2) continue
    if (rest === 0)
      for (let skip = 0; skip + whole <= count; skip += 1) yield { from: from + skip, count: whole }
    else if (tail === rest && whole <= count) yield { from: from + count - whole, count: whole + 1 }
    // 3-3-3-3-4
    else if (length === 3 && tail === length + rest && whole - 1 <= count)
      yield { from: from + count - whole + 1, count: whole }
  }
}

/**
 * The stretches of a chain in which groups are as long as in numbers of cards.
 *
 * @param ofAnyLength Tables too: a word says that cards stand there.
 */
export function* stretchesIn(lengths: readonly number[], ofAnyLength: boolean): Generator<Stretch> {
  for (const run of runsOf(lengths)) {
    const most = mostInRun[run.length]
    if (most !== undefined && (ofAnyLength || run.count <= most))
      yield* inRun(run, lengths[run.from + run.count])
  }
  for (const shape of uneven)
    for (let from = 0; from + shape.length <= lengths.length; from += 1)
      if (shape.every((length, place) => lengths[from + place] === length))
        yield { from, count: shape.length }
}

/**
 * Long runs of groups of one length, for which nothing but cards, from the first group to the last, will do.
 *
 * @param isNumber Do these groups make up a number?
 */
export function* tilesIn(
  lengths: readonly number[],
  isNumber: (stretch: Stretch) => boolean,
): Generator<Stretch> {
  for (const { from, count, length } of runsOf(lengths))
    if (length <= 4 && count > (mostInRun[length] ?? count)) yield* tiles(from, count, length, isNumber)
}

function tiles(
  from: number,
  count: number,
  length: number,
  isNumber: (stretch: Stretch) => boolean,
): readonly Stretch[] {
  /** For each number of groups that can be used up: the last stretch of a way to do it. */
  const ways: (Stretch | undefined)[] = [{ from, count: 0 }]
  for (let used = 0; used < count; used += 1) {
    if (ways[used] === undefined) continue
    for (let size = Math.ceil(14 / length); size * length <= longest && used + size <= count; size += 1) {
      const stretch = { from: from + used, count: size }
      if (ways[used + size] === undefined && isNumber(stretch)) ways[used + size] = stretch
    }
  }
  const found: Stretch[] = []
  for (let used = count; used > 0; ) {
    const stretch = ways[used]
    if (stretch === undefined) return []
    found.push(stretch)
    used -= stretch.count
  }
  return found
}
