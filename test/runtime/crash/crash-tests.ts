import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moments } from './dying.ts'
import { type CrashHome, crashes, manyProcesses } from './prove.ts'

/** What every durable home has to show under crashes; `prepare` is asked once, before anything else. */
export function crashTests(name: string, prepare: () => CrashHome | Promise<CrashHome>): void {
  let proof: ReturnType<typeof crashes>
  beforeAll(async () => {
    proof = crashes(await prepare())
  })
  afterAll(() => proof?.end())

  describe(`a process with ${name} that is killed with -9, and whoever goes on from there once more`, () => {
    it('has proved nothing as long as nobody was killed', () => {
      expect(() => proof.proven()).toThrow()
    })

    it.each(moments)(
      'leaves what the next one carries to the same end, when it dies at any %s',
      { timeout: manyProcesses },
      (moment) => proof.atEvery(moment),
    )

    it('would do things twice if the other side knew no keys', async () => {
      expect(await proof.withoutKeys()).toBeGreaterThan(0)
    })

    it('has been killed where it hurts, at every moment to the end', () => proof.proven())
  })
}
