import { expect } from 'vitest'
import { diceOf } from '../../support/dice.ts'
import { p1 } from '../../support/people.ts'
import { broken, essenceOf } from './essence.ts'
import { matrix, placeBefore, play } from './operations.ts'
import { isElsewhen, mayBeSeen, type SetRow } from './rows.ts'
import { mostDrains, openStage, type StageOptions } from './stage.ts'

export type Name = keyof typeof matrix

const calm = new Map<Name, Promise<string>>()

/** What comes of the operation when nothing goes wrong. */
const undisturbed = (name: Name): Promise<string> => {
  const made =
    calm.get(name) ??
    (async () => {
      const stage = await openStage({ from: await placeBefore(name) })
      expect((await play(stage, matrix[name].steps)).refused).toEqual([])
      return essenceOf(stage)
    })()
  calm.set(name, made)
  return made
}

/** How often each kind of fault hit something, over all runs of a file. */
const injected: Record<string, number> = {}

const kinds: readonly string[] = [
  ...['dropRequest', 'dropReply', 'duplicate', 'delay', 'hold', 'drip', 'status', 'redirect', 'resetUpload'],
  ...[
    'truncate',
    'html',
    'empty',
    'byteOrderMark',
    'mediaType',
    'brokenGzip',
    'encodings',
    'bomb',
    'oversize',
  ],
  ...['drift', 'echo', 'skew'],
]

/** Kinds of fault that hit something less often than this so far, over all runs of the file. */
export const hitLessThan = (least: number): readonly string[] =>
  kinds.filter((kind) => (injected[kind] ?? 0) < least)

/**
 * One operation under one row, by one seed.
 *
 * @returns what came of it: `same` as the undisturbed run, `seen` when people are told of what differs, or `differs`; and what
 * must never happen and did.
 */
export const runRow = async (
  name: Name,
  row: string,
  set: SetRow,
  seed: number,
  options: StageOptions = {},
) => {
  const { steps, orders } = matrix[name]
  const expected = await undisturbed(name)
  const stage = await openStage({ from: await placeBefore(name), ...options })
  const heal = set(stage, orders, diceOf(seed))
  const played = await play(stage, steps)
  // That an order is stuck is well said as long as something is wrong.
  const laws = (await broken(stage)).filter((law) => !law.includes('ORDER_STUCK'))
  for (const [kind, count] of Object.entries(stage.mock.injected()))
    injected[kind] = (injected[kind] ?? 0) + count
  heal()
  let drains = Math.max(played.drains === Number.POSITIVE_INFINITY ? 0 : played.drains, await stage.rest())
  stage.mock.release()
  drains = Math.max(drains, await stage.rest())
  const left = await broken(stage)
  laws.push(...left.filter((law) => !law.includes('ORDER_STUCK')))
  const isSame = isElsewhen(row) || (await essenceOf(stage)) === expected
  const { issues } = (await stage.record()).context
  const ended = isSame ? 'same' : issues.length > 0 ? 'seen' : 'differs'
  return { ended, laws: [...new Set(laws)], left, drains, refused: played.refused, stage }
}

/** What must happen happens, what must not does not, and it ends in time. */
export const holds = async (name: Name, row: string, set: SetRow, seed: number): Promise<void> => {
  const { ended, laws, left, drains, refused } = await runRow(name, row, set, seed)
  const isFine = ended === 'same' || (ended === 'seen' && mayBeSeen.test(row))
  expect({
    name,
    row,
    seed,
    ended: isFine ? 'well' : ended,
    laws,
    left,
    refused,
    isInTime: drains <= mostDrains,
  }).toEqual({
    name,
    row,
    seed,
    ended: 'well',
    laws: [],
    left: [],
    refused: [],
    isInTime: true,
  })
}

/** Orders that were given up are taken up again by somebody, once what was wrong is put right. */
export const revive = async (stage: Awaited<ReturnType<typeof openStage>>): Promise<void> => {
  for (const { orderId, parked, status } of Object.values((await stage.record()).context.orders))
    if (status === 'ordered' && parked) await stage.tell(p1, { type: 'order.revived', orderId })
  await stage.rest()
}
