// Each test is run as it is, which shows what changes it meets; then once more with each of those that nobody has noticed yet. A
// test that fails is asked again without the change: only one that passes then has noticed something.
import { writeFileSync } from 'node:fs'
import { inject, type RunnerTestCase, TestRunner, type TestTryOptions } from 'vitest'

/** What the switches in the sources read and write. */
interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> }
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

interface Found {
  readonly left: Set<string>
  readonly met: Set<string>
  readonly noticed: Map<string, string>
  /** Tests that fail without any change, or after one: they notice nothing. */
  readonly unfit: string[]
}

const { of, mutants, ended, report } = inject('changes' as never) as {
  of: readonly number[]
  mutants: readonly { id: string }[]
  /** Changes that have ended the process of an earlier run, which is noticed. */
  ended: readonly string[]
  report: string
}
const here = globalThis as { __stryker__?: Switches; __changes__?: Found }
here.__stryker__ ??= {}
const switches = here.__stryker__
here.__changes__ ??= {
  left: new Set(mutants.map(({ id }) => id).filter((id) => !ended.includes(id))),
  met: new Set(),
  noticed: new Map(ended.map((id) => [id, 'the process ended'])),
  unfit: [],
}
const found = here.__changes__

export default class ChangesRunner extends TestRunner {
  /** Those that are still to be tried with this test; before its first run it is not known which. */
  #waiting: string[] | undefined
  #hits: Record<string, number> = {}
  /** The change that made the test fail, which is now asked about without it. */
  #suspect: string | undefined
  #hasPassed = false

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test)
    this.#waiting = undefined
    this.#suspect = undefined
    test.repeats = 1_000_000
  }

  override onBeforeTryTask(test: RunnerTestCase, options: TestTryOptions): void {
    super.onBeforeTryTask(test, options)
    this.#hasPassed = false
    if (this.#waiting === undefined) switches.currentTestId = test.id
    else if (this.#suspect === undefined) {
      const next = this.#waiting.at(-1)
      if (next === undefined) test.context.skip()
      else {
        writeFileSync(`${report}.trying`, next)
        Object.assign(switches, { activeMutant: next, hitCount: 0, hitLimit: limitOf(this.#hits[next]) })
      }
    }
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    try {
      await TestRunner.getTestFn(test)()
      this.#hasPassed = true
    } catch {
      // it is only asked whether
    }
  }

  /** Every assertion that was promised came about. */
  override onAfterTryTask(test: RunnerTestCase): void {
    try {
      super.onAfterTryTask(test)
    } catch {
      this.#hasPassed = false
    }
  }

  onTaskFinished(test: RunnerTestCase): void {
    const { activeMutant: tried } = switches
    Object.assign(switches, { activeMutant: undefined, currentTestId: undefined, hitCount: undefined })
    if (this.#waiting === undefined) this.#sort(test)
    else if (this.#suspect !== undefined) this.#judge(test, this.#suspect)
    else if (tried !== undefined && !this.#hasPassed) this.#suspect = tried
    else this.#waiting.pop()
  }

  /** What the test met as it is. */
  #sort({ id, name }: RunnerTestCase): void {
    const hits = switches.mutantCoverage?.perTest[id] ?? {}
    this.#hits = hits
    delete switches.mutantCoverage?.perTest[id]
    for (const one of Object.keys(hits)) found.met.add(one)
    this.#waiting = this.#hasPassed ? Object.keys(hits).filter((one) => found.left.has(one)) : []
    if (!this.#hasPassed) found.unfit.push(name)
  }

  #judge({ name }: RunnerTestCase, suspect: string): void {
    this.#suspect = undefined
    this.#waiting?.pop()
    if (this.#hasPassed) {
      found.left.delete(suspect)
      found.noticed.set(suspect, name)
    } else {
      this.#waiting = []
      found.unfit.push(name)
    }
  }

  override onAfterRunFiles(files: never[]): void {
    super.onAfterRunFiles(files)
    const statics = switches.mutantCoverage?.static ?? {}
    const statusOf = (id: string): string => {
      if (found.noticed.has(id)) return 'Killed'
      if (found.met.has(id)) return 'Survived'
      return id in statics ? 'Ignored' : 'NoCoverage'
    }
    const judged = mutants.map((mutant) => ({
      ...mutant,
      status: statusOf(mutant.id),
      by: found.noticed.get(mutant.id),
    }))
    writeFileSync(report, JSON.stringify({ of, mutants: judged, unfit: found.unfit }))
  }
}

/** An endless loop ends by how often it comes by. One that comes by nothing fills the memory, and ends the process. */
const limitOf = (hits = 1): number => hits * 100 + 1_000
