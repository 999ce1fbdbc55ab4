import { type EventType, eventTypes, profileOf } from '../../src/domain/index.ts'
import {
  type Accepted,
  assertInvariants,
  createLifecycle,
  type LifecycleInput,
  type LifecycleRecord,
} from '../../src/machine/index.ts'
import { type Books, enter, openBooks, unbalanced } from '../support/accountant.ts'
import { Alone, closeAlone, imposeAlone } from '../support/alone.ts'
import {
  accountVerified,
  approved,
  carriedOver,
  clearingParts,
  confirmed,
  readClosed,
  refunded,
} from '../support/closure.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { moneyMoves } from '../support/money-moves.ts'
import { openPlay } from '../support/play.ts'
import { richOpenings } from '../support/rich-openings.ts'
import { terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { nextType, saying } from './walk.ts'

const { step } = createLifecycle()

/** A terminal with its books, somewhere on its way. */
interface Life {
  readonly record: LifecycleRecord
  readonly books: Books
}

/** All the points on a way, each with the books as they stood there. */
const pointsOn = (input: LifecycleInput) => {
  const { history } = openPlay(input)
  let record = history[0] as LifecycleRecord
  const books = openBooks(input)
  const points: Life[] = [{ record, books: structuredClone(books) }]
  return {
    points,
    heard: (answer: Accepted) => {
      enter(books, record.context, answer)
      record = answer.record
      const wrong = unbalanced(books, record)
      if (wrong !== undefined) throw new Error(`${wrong} after ${JSON.stringify(answer.entry?.cause)}`)
      points.push({ record, books: structuredClone(books) })
    },
  }
}

/** A closure with everybody there, each step of it. */
const played = async (input: LifecycleInput, ...parts: readonly ((world: World) => Promise<void>)[]) => {
  const { points, heard } = pointsOn(input)
  const world = openPlay(input)
  const loud: World = {
    ...world,
    tell: async (actor, event) => {
      const answer = await world.tell(actor, event)
      heard(answer)
      return answer
    },
  }
  for (const part of parts) await part(loud)
  return points
}

/** Each opening, and each step of its closure by the provider alone; and two closures with everybody there. */
export const beginnings = async (): Promise<Life[]> => {
  const lives: Life[] = []
  for (const input of Object.values(richOpenings)) {
    const { points, heard } = pointsOn(input)
    const alone = new Alone((points[0] as Life).record, heard)
    imposeAlone(alone)
    closeAlone(alone)
    lives.push(...Array.from({ length: 9 }, () => points[0] as Life), ...points)
  }
  const other = clearingParts.map((part) => (part === refunded ? carriedOver : part))
  for (const parts of [clearingParts, other])
    lives.push(...(await played(terminal(), approved, ...parts, confirmed, readClosed)))
  const { 'two devices, both deposits': rich } = richOpenings
  const moved = await played(rich as LifecycleInput, approved, accountVerified, moneyMoves)
  for (let again = 0; again < 4; again += 1) lives.push(...moved)
  return lives
}

export interface Tally {
  steps: number
  accepted: number
  repeats: number
  closings: number
  faults: string[]
}

const isReport = (answer: Accepted): boolean => {
  const cause = answer.entry?.cause
  // a clock is told by its name, and once it has run there is none
  return (
    cause !== undefined &&
    'type' in cause &&
    cause.type !== 'timer.due' &&
    profileOf(cause.type).kind === 'report'
  )
}

const money = eventTypes.filter((type) =>
  /^(settlement|payout|charge|deposit|refund|obligation|dispute)\./.test(type),
)
/** Anything, with a taste for money. */
const typeFor = (record: LifecycleRecord, dice: Dice): EventType =>
  dice.chance(0.3) ? dice.one(money) : nextType(record, dice)

/** One thing is said: nothing throws, nothing breaks, every unit is where it was told to be. */
const take = (life: Life, dice: Dice, tally: Tally): Life => {
  const { record } = life
  const command = { commandId: 'x', ...saying(record, typeFor(record, dice), dice) }
  const where = `${command.event.type} in ${JSON.stringify(record.value)}`
  tally.steps += 1
  try {
    const answer = step(record, command)
    if (!answer.accepted || answer.noop) return life
    tally.accepted += 1
    assertInvariants(answer.record)
    const books = structuredClone(life.books)
    enter(books, record.context, answer)
    const wrong = unbalanced(books, answer.record)
    if (wrong !== undefined) {
      tally.faults.push(`${wrong} after ${where}`)
      return life
    }
    if (isReport(answer) && dice.chance(0.2)) {
      tally.repeats += 1
      const again = step(answer.record, { ...command, commandId: 'again' })
      if (!again.accepted || !again.noop) tally.faults.push(`a repeat of ${where} changes something`)
    }
    return { record: answer.record, books }
  } catch (error) {
    tally.faults.push(`${(error as Error).message} after ${where}`)
    return life
  }
}

/** From here the provider and its systems come to the end, whoever is silent. */
const endsAlone = ({ record }: Life, tally: Tally): void => {
  if (record.context.closing === null || record.value === 'closed') return
  tally.closings += 1
  const missing = closeAlone(new Alone(record))
  if (missing.length > 0) tally.faults.push(`stuck in ${JSON.stringify(record.value)}: ${missing}`)
}

/** A walk by chance from somewhere, again and again, until so many steps are taken. */
export const walk = (lives: readonly Life[], seed: number, steps: number): Tally => {
  const dice = diceOf(seed)
  const tally: Tally = { steps: 0, accepted: 0, repeats: 0, closings: 0, faults: [] }
  while (tally.steps < steps) {
    let life = dice.one(lives)
    const length = 60 + dice.below(200)
    for (let taken = 0; taken < length && tally.steps < steps; taken += 1) life = take(life, dice, tally)
    endsAlone(life, tally)
  }
  return tally
}
