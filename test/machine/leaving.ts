import { prcCalendar } from '../../src/domain/index.ts'
import { terminalLifecycleMachine } from '../../src/machine/chart/machine.ts'
import { createLifecycle, type LifecycleRecord, requirements, trimmed } from '../../src/machine/index.ts'
import { judgeWith } from '../../src/machine/questions/catalogues.ts'
import { stepWith } from '../../src/machine/step.ts'
import { diceOf } from '../support/dice.ts'
import { nextType, saying } from './walk.ts'

const { step } = createLifecycle()
/** The same machine, whose records keep what has ended. */
const keeping = stepWith(terminalLifecycleMachine, prcCalendar, judgeWith({}), (context) => context)

/** What is decided to be answered otherwise once an item has left: docs/decisions/027-what-has-ended-leaves.md. */
const otherwise = /^(order\.|answer\.refused|unbinding\.failed|transaction\.reported|batch\.|dispute\.)/

const codesOf = (answer: ReturnType<typeof step>): string =>
  answer.accepted
    ? 'accepted'
    : answer.blockers
        .map(({ code }) => code)
        .toSorted()
        .join()

/** What somebody has to do, whoever asks. */
const asked = (record: LifecycleRecord): string =>
  JSON.stringify(
    (['provider', 'merchant'] as const).map((viewer) => {
      const all = requirements(record, { at: record.at, viewer })
      return [...all.currentlyDue, ...all.pastDue, ...all.pendingVerification]
        .map(({ code, ref }) => `${code} ${ref}`)
        .toSorted()
    }),
  )

/**
 * Walks by chance, in which each command is told to a record that keeps all and to the one that its steps trim: the answers, the
 * states and what is due are the same.
 */
export const answersAlike = (starts: readonly LifecycleRecord[], seed: number, steps: number) => {
  const dice = diceOf(seed)
  const found: string[] = []
  const counts = { asked: 0, accepted: 0, smaller: 0 }
  let [kept, left] = [starts[0], starts[0]] as [LifecycleRecord, LifecycleRecord]
  for (let place = 0; place < steps; place += 1) {
    if (place % 60 === 0) {
      kept = starts[dice.below(starts.length)] as LifecycleRecord
      left = trimmed(kept)
    }
    const { actor, at, event } = saying(kept, nextType(kept, dice), dice)
    const command = { commandId: 'x', at, event, actor }
    const [whole, small] = [keeping(kept, command), step(left, command)]
    counts.asked += 1
    const told = `${event.type} from ${JSON.stringify(kept.value)}`
    const isSame =
      codesOf(whole) === codesOf(small) &&
      (!whole.accepted ||
        !small.accepted ||
        (JSON.stringify(whole.record.value) === JSON.stringify(small.record.value) &&
          asked(whole.record) === asked(small.record)))
    if (!isSame) {
      if (!otherwise.test(event.type)) found.push(`${told}: ${codesOf(whole)} / ${codesOf(small)}`)
      place = Math.ceil((place + 1) / 60) * 60 - 1
      continue
    }
    if (!whole.accepted || !small.accepted) continue
    counts.accepted += 1
    // from here both go on; one may have counted a repeat that the other one knew
    ;[kept, left] = [whole.record, { ...small.record, version: whole.record.version }]
    if (JSON.stringify(left).length < JSON.stringify(kept).length) counts.smaller += 1
  }
  return { found: [...new Set(found)], ...counts }
}
