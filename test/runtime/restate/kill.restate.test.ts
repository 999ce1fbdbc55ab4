import { beforeAll, describe, expect, it } from 'vitest'
import { printProof } from '../crash/proof-line.ts'
import { lives, play } from './kill-scenario.ts'

type Effects = Awaited<ReturnType<typeof play>>['effects']

/** Effects beyond those of the run in which nobody was killed. */
const twice = (effects: Effects, whole: Effects): number =>
  [...effects].reduce((sum, [purpose, times]) => sum + Math.max(0, times - (whole.get(purpose) ?? 1)), 0)

// Minutes of waiting for a deadline, on a machine that may have other things to do.
const patience = { timeout: 1_800_000 }

/** Until the deadline is longer than whatever the recovery takes on this machine today. */
async function playKilled(deadline: number): ReturnType<typeof play> {
  const killed = await play({ deadline, killed: true })
  return killed.outlived ? killed : playKilled(2 * deadline)
}

describe('Server and service that are killed with -9 in the middle of calls, and again while they recover', () => {
  let whole: Awaited<ReturnType<typeof play>>
  beforeAll(async () => {
    whole = await play({ deadline: 20 })
  }, patience.timeout)

  it('carry forty terminals to the end of a run without kills, with no effect twice', patience, async () => {
    expect(whole).toMatchObject({ accepted: lives.length, waiting: [], findings: [], repeatedKeys: 0 })
    expect(whole.fired).toEqual(lives.map(() => true))

    const killed = await playKilled(40)
    const { states, entries, accepted, waiting, findings, fired } = whole
    expect(killed).toMatchObject({ states, entries, accepted, waiting, findings, fired })
    expect(killed.waitingTimers).toBeGreaterThanOrEqual(lives.length)
    // the kills have hit: nobody had heard of what was committed, or written down what the acquirer had done, and each was made up for
    expect(killed.unheard.commands).toBeGreaterThan(0)
    expect(killed.unheard.asked).toHaveLength(2)
    for (const times of killed.unheard.asked) expect(times).toBeGreaterThan(1)
    expect(killed.repeatedKeys).toBeGreaterThan(0)
    expect(killed.effects.size).toBe(whole.effects.size)
    const effectsTwice = twice(killed.effects, whole.effects)
    expect(effectsTwice).toBe(0)
    const { version, pid, kills, repeatedKeys, writes } = killed
    printProof({ home: 'Restate', version, pid, kills, repeatedKeys, effectsTwice })
    process.stderr.write(
      `killed ${kills} times at ${writes} writes, ${repeatedKeys} keys repeated, ${effectsTwice} effects twice\n`,
    )
  })

  it('do things twice where the other side is told no key', patience, async () => {
    const keyless = await play({ killed: true, keyless: true })
    const effectsTwice = twice(keyless.effects, whole.effects)
    expect(effectsTwice).toBeGreaterThan(0)
    process.stderr.write(`without keys: ${effectsTwice} effects twice\n`)
  })
})
