import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdable } from '../../examples/quickstart/acquirer/controls.ts'
import { type CaseName, caseNames } from '../../examples/quickstart/cases/names.ts'
import { diceOf } from '../support/dice.ts'
import {
  callsIn,
  effectsIn,
  heldIn,
  lastCallIn,
  operationsIn,
  Run,
  recordIn,
  stopAcquirer,
  storyIn,
} from './runs.ts'

/** The closure, which keeps its things in the folder itself, is killed in a file of its own. */
const names: readonly CaseName[] = caseNames.filter((name) => name !== 'closure')
/** Another one kills elsewhere. */
const seed = Number(process.env.CRASH_SEED ?? 1)

const home = mkdtempSync(join(tmpdir(), 'quickstart-'))
const straight = join(home, 'straight')
const deskIn = (folder: string, name: CaseName): string => join(folder, 'cases', name)
let told = ''

beforeAll(async () => {
  const run = new Run(straight)
  expect(await run.end(), run.output).toBe(0)
  told = run.output
})
afterAll(() => {
  for (const name of names) stopAcquirer(deskIn(join(home, name), name))
  rmSync(home, { recursive: true, force: true })
})

const linesIn = (output: string): number => output.match(/^ {2}\d{4}-\d\d-\d\d \d\d:\d\d /gm)?.length ?? 0

/** How many lines the timeline of a case has when nothing happens to it. */
const linesOf = (name: CaseName): number =>
  linesIn(told.split('\n━━ ')[names.indexOf(name) + 1] ?? expect.fail(`Nothing was told of ${name}.`))

/** What cannot be taken back, when the case has any of it. */
const grave = ['disableAcceptance', 'enableAcceptance', 'payOut', 'eraseDevice', 'refundDeposit', 'unbind']
const heldOf = (name: CaseName): readonly string[] => {
  const carriedOut = new Set(operationsIn(deskIn(straight, name)).filter((one) => holdable.includes(one)))
  const found = [...carriedOut].filter((one) => grave.includes(one))
  return found.length > 0 ? found : [...carriedOut]
}

/**
 * Dies before anything was taken over, and then twice: at a line, and while an answer is held back, whichever comes first.
 *
 * @returns the order whose answer was lost.
 */
const killThrice = async (name: CaseName, line: number, operation: string): Promise<string | undefined> => {
  const folder = join(home, name)
  const desk = deskIn(folder, name)
  const beginning = new Run(folder, '--case', name)
  await beginning.until(() => beginning.output.includes('Business time'))
  await beginning.kill()

  let [lost, isLineDone] = [undefined as string | undefined, false]
  // the acquirer outlives a run, and so does what it was told to hold back
  let fault = ['--fault', `hold:${operation}`]
  while (!isLineDone || lost === undefined) {
    const run = new Run(folder, '--case', name, ...fault)
    fault = []
    const isAtLine = () => !isLineDone && linesIn(run.output) >= line
    const isHeld = async () => lost === undefined && (await heldIn(desk)) > 0
    await run.until(async () => isAtLine() || (await isHeld()))
    await run.kill()
    if (await isHeld()) lost = lastCallIn(desk)?.orderId
    else isLineDone = true
  }
  return lost
}

describe.each(names)('npm start -- --case %s, killed with -9 and started again', (name) => {
  it('ends in the same state by the same story after three kills, and every effect happens once', {
    timeout: 600_000,
  }, async () => {
    const dice = diceOf(seed + names.indexOf(name))
    // not in the last moments, in which it would be through before it is killed
    const line = 1 + dice.below(Math.floor(linesOf(name) * 0.8))
    const operation = dice.one(heldOf(name))
    const lost = await killThrice(name, line, operation)
    const desk = deskIn(join(home, name), name)
    const last = new Run(join(home, name), '--case', name)
    expect(await last.end(), last.output).toBe(0)

    expect(recordIn(desk)).toEqual(recordIn(deskIn(straight, name)))
    expect(storyIn(desk)).toEqual(storyIn(deskIn(straight, name)))
    expect([...effectsIn(desk).keys()]).toEqual([...effectsIn(deskIn(straight, name)).keys()])
    expect(new Set(effectsIn(desk).values())).toEqual(new Set([1]))
    const repeated = [...callsIn(desk)].filter(([, count]) => count > 1).map(([key]) => key)
    expect(repeated).toContain(lost)
    console.log(
      `${name}: kill -9 at the beginning, at line ${line} of ${linesOf(name)}, while ${operation} was held back;`,
      `${effectsIn(desk).size} effects once, ${repeated.length} keys carried there again`,
    )
  })
})
