import { describe, expect, it } from 'vitest'
import { printProof } from '../crash/proof-line.ts'
import { lives, play } from './kill-scenario.ts'

type Effects = Awaited<ReturnType<typeof play>>['effects']

/** Effects beyond those of the run in which nobody was killed. */
const twice = (effects: Effects, whole: Effects): number =>
  [...effects].reduce((sum, [purpose, times]) => sum + Math.max(0, times - (whole.get(purpose) ?? 1)), 0)

describe('Server and service that are killed with -9 in the middle of calls, and again while they recover', () => {
  it('carry forty terminals to the same end, with no effect twice; without keys there are some', async () => {
    const whole = await play({ deadline: 20 })
    expect(whole).toMatchObject({ accepted: lives.length, waiting: [], findings: [], repeatedKeys: 0 })
    expect(whole.fired).toEqual(lives.map(() => true))

    const killed = await play({ deadline: 60, killed: true })
    const { states, entries, accepted, waiting, findings, fired } = whole
    expect(killed).toMatchObject({ states, entries, accepted, waiting, findings, fired })
    expect(killed.waitingTimers).toBeGreaterThanOrEqual(lives.length)
    expect(killed.repeatedKeys).toBeGreaterThan(0)
    expect(killed.effects.size).toBe(whole.effects.size)
    const effectsTwice = twice(killed.effects, whole.effects)
    expect(effectsTwice).toBe(0)
    const { version, pid, kills, repeatedKeys } = killed
    printProof({ home: 'Restate', version, pid, kills, repeatedKeys, effectsTwice })
    process.stderr.write(
      `killed ${kills} times at ${killed.writes} writes, ${repeatedKeys} keys repeated, ${effectsTwice} effects twice\n`,
    )

    const keyless = await play({ killed: true, keyless: true })
    expect(twice(keyless.effects, whole.effects)).toBeGreaterThan(0)
    process.stderr.write(`without keys: ${twice(keyless.effects, whole.effects)} effects twice\n`)
  })
})
