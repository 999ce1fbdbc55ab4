// A drawing for a small screen: each state under the one before, and under each state what leads out of it, one line for each
// way. What leads on runs down at the left, what leads back runs up at the right, and ways to the same state share a lane.
import type { Box, DiagramPart, Diagrams, Drawing, DrawnWay } from './drawing.ts'
import { type Item, isAny, planOf, type Run } from './narrow-plan.ts'
import { labelSize, lineHeight, nameSize, widestOf, wrapText } from './text-lines.ts'
import { linesOf, nameOf } from './words.ts'

const [pad, lane, toLane, stub, gap, header] = [8, 10, 16, 10, 12, 36] as const

/** Works out where everything stands in so many pixels. Nothing of it is known to the machine: only states and ways of a drawing. */
export function narrowDrawing(diagrams: Diagrams, part: DiagramPart, width: number): Drawing {
  const { words, drawings } = diagrams
  const { states, begins } = drawings[part]
  const { items, runs, placeOf } = planOf(diagrams, part)
  const initial = new Set(begins.map(({ to }) => to))

  const boxes = new Map<string, Box>()
  const labels = new Map<DrawnWay, { box: Box; y: number; x: number }>()
  const lanes = new Map<string, number>()
  const dots = new Map<string, readonly [x: number, y: number, to: number]>()
  const laneOf = (run: Run) => `${run.isDown ? 'down' : 'up'} ${run.way.to} ${run.group}`

  /** @returns how much room the lanes of a group take at one side. */
  const marginOf = (count: number) => (count === 0 ? 0 : toLane + (count - 1) * lane)

  const placeWays = (item: Item, [x, y, wide, high]: Box): number => {
    const own = runs.filter((run) => run.source === item.path)
    let bottom = y + high
    for (const run of [...own.filter(({ isDown }) => isDown), ...own.filter(({ isDown }) => !isDown)]) {
      const room = wide - stub - 8
      const lines = linesOf(words, run.way).flatMap((text) => wrapText(text, room, labelSize))
      const measured = Math.min(room, widestOf(lines, labelSize))
      const left = run.isDown ? x + stub + 8 : x + wide - stub - 8 - measured
      const box = [left, bottom + 5, measured, lines.length * lineHeight] as const
      labels.set(run.way, { box, y: bottom + 13, x: run.isDown ? x + stub : x + wide - stub })
      bottom += 5 + lines.length * lineHeight
    }
    return bottom
  }

  const placeAll = (group: string, items: readonly Item[], x: number, top: number, wide: number): number => {
    const own = runs.filter((run) => run.group === group)
    // Nearest to the states: the lane that ends first, seen from where it begins.
    const sides = [true, false].map((isDown) =>
      [...new Set(own.filter((run) => run.isDown === isDown).map(laneOf))].sort((one, other) => {
        const [a, b] = [one, other].map((name) => placeOf(name.split(' ')[1] ?? ''))
        return isDown ? (a ?? 0) - (b ?? 0) : (b ?? 0) - (a ?? 0)
      }),
    )
    const [down = [], up = []] = sides
    const [left, right] = [x + marginOf(down.length), x + wide - marginOf(up.length)]
    for (const [index, name] of down.entries()) lanes.set(name, left - toLane + 2 - index * lane)
    for (const [index, name] of up.entries()) lanes.set(name, right + toLane - 2 + index * lane)
    let y = top
    for (const [index, item] of items.entries()) {
      if (index > 0) y += gap
      if (initial.has(item.path)) {
        if (index > 0 || group === '') y += 22
        dots.set(item.path, [right - 10, y - 18, y])
      }
      y = place(item, left, y, right - left)
    }
    return y
  }

  const place = (item: Item, x: number, y: number, wide: number): number => {
    if (item.kind === 'any') {
      boxes.set(item.path, [x + stub - 7, y, 14, 14])
      return placeWays(item, [x, y, wide, 14])
    }
    const isGroup = item.inner.length > 0
    const names = wrapText(nameOf(words, item.state), wide - 16, nameSize)
    const high = isGroup ? 0 : 44 + (names.length - 1) * 18
    const box: Box = isGroup
      ? [x, y, wide, placeAll(item.path, item.inner, x + pad, y + header, wide - 2 * pad) + pad - y]
      : [x, y, wide, high]
    boxes.set(item.path, box)
    return placeWays(item, box)
  }

  const bottom = placeAll('', items, 4, 4, width - 8)
  const boxOf = (path: string): Box => boxes.get(path) ?? [0, 0, 0, 0]
  /** A group is entered beside its name. */
  const entryOf = (path: string) => {
    const [, y, , high] = boxOf(path)
    return y + Math.min(high / 2, 22)
  }
  return {
    size: [width, bottom + 4],
    states: states.map((state) => ({ ...state, box: boxOf(state.path) })),
    ways: runs.map((run) => {
      const [fromX, fromY, , fromHigh] = boxOf(run.source)
      const [toX, , toWide] = boxOf(run.way.to)
      const { box, x, y } = labels.get(run.way) ?? { box: [fromX, fromY, 0, 0], x: fromX, y: fromY }
      const own = lanes.get(laneOf(run)) ?? 0
      const entry = entryOf(run.way.to)
      return {
        ...run.way,
        label: box,
        align: run.isDown ? 'start' : 'end',
        points: [
          ...([[x, fromY + fromHigh] as const, [x, y] as const, [own, y] as const] as const),
          ...([[own, entry] as const, [run.isDown ? toX : toX + toWide, entry] as const] as const),
        ],
      }
    }),
    begins: begins.flatMap(({ to }) => {
      const [x, y, end] = dots.get(to) ?? [0, 0, 0]
      return [{ to, points: [[x, y] as const, [x, end] as const] }]
    }),
    any: [...boxes].flatMap(([path, box]) => (isAny(path) ? [box] : [])),
  }
}
