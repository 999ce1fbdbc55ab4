import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { memoryStore } from 'terminal-lifecycle/runtime'
import { digestOf } from 'terminal-lifecycle/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { diceOf } from '../support/dice.ts'
import { Deaths } from './life.ts'
import { playInManyLives } from './lives.ts'
import { openStage, type Stage } from './stage.ts'
import { timeless } from './timeless.ts'
import { wholeStore } from './whole-store.ts'

type Lives = Awaited<ReturnType<typeof playInManyLives>>

const figures: Record<string, Record<string, number>> = {}
afterAll(() => console.table(figures))

const idIn = ({ report }: Pick<Lives, 'report'>, name: CaseName): string =>
  report.cases[name]?.lifecycleId ?? expect.fail(`The portfolio has no ${name}.`)

/** What was done for this life: the clocks of the others in the portfolio run beside it, in no order of their own. */
const effectsOf = ({ mock }: Pick<Stage, 'mock'>, lifecycleId: string) =>
  mock.effects().filter(({ key }) => key.startsWith(`${lifecycleId}/`))

/** The record without its times, the story by the ids of its commands, the effects in their order. */
const outcomeOf = async ({ runtime, journal, mock }: Stage, lifecycleId: string) => ({
  record: timeless(await runtime.get(lifecycleId, asHost)),
  story: (await journal(lifecycleId)).map(({ commandId }) => commandId),
  effects: effectsOf({ mock }, lifecycleId).map(({ key, count }) => [key, count]),
})

const playStraight = async (name: CaseName) => {
  const store = memoryStore()
  const stage = openStage(name, { store })
  const report = await stage.import()
  expect(await stage.play(report)).toEqual({ kind: 'played' })
  const own = await outcomeOf(stage, idIn({ report }, name))
  const whole = await wholeStore(name, { store, mock: stage.mock })
  expect(whole).toMatchObject({ waiting: [], findings: [] })
  // the rest of the portfolio is opened beside the closure
  if (name === 'closure') expect(whole.lives.length).toBeGreaterThan(1)
  return { own, whole }
}

/** Everything is where it must be, whatever happened on the way. */
const expectWhole = async ({ stage, ending, mock, documents, ...lives }: Lives, name: CaseName) => {
  expect(ending).toEqual({ kind: 'played' })
  expect(new Set(mock.effects().map(({ count }) => count))).toEqual(new Set([1]))
  const record = (await stage.runtime.get(idIn(lives, name), asHost)) as LifecycleRecord
  // the clocks of the others run on before the whole store is compared
  const all = await stage.runtime.audit()
  const findings = all.filter(({ lifecycleId }) => lifecycleId === record.lifecycleId)
  expect(findings).toEqual([])
  expect(stage.script.problemsOf(record, findings)).toEqual([])
  for (const { id, digest } of Object.values(record.context.documents)) {
    const paper = documents.get(id)
    expect(paper && (await digestOf(paper))).toBe(digest)
  }
}

/** Calls with a key that the acquirer had seen before. */
const repeatsIn = ({ asked }: Lives): number => [...asked.values()].reduce((sum, count) => sum + count - 1, 0)

/** For these cases. */
export const crashLaws = (names: readonly CaseName[]): void =>
  describe.each(names)('The case %s, killed and started again', { timeout: 600_000 }, (name) => {
    let straight: Awaited<ReturnType<typeof playStraight>>
    beforeAll(async () => {
      straight = await playStraight(name)
    })

    it('at every moment that leaves something behind, ends the same by the same story', async () => {
      const deaths = new Deaths()
      const lives = await playInManyLives(name, { deaths })
      await expectWhole(lives, name)
      const { stage, asked } = lives
      const outcome = await outcomeOf(stage, idIn(lives, name))
      expect(outcome).toEqual(straight.own)

      // a crash test that never hit the window proves nothing
      const commits = outcome.story.map((commandId) => `${idIn(lives, name)} ${commandId}`)
      expect(commits.filter((commit) => !deaths.at('beforeCommit').has(commit))).toEqual([])
      expect(commits.filter((commit) => !deaths.at('afterCommit').has(commit))).toEqual([])
      const own = effectsOf(lives, idIn(lives, name))
      expect(own.length).toBeGreaterThan(0)
      for (const { key } of own) expect(asked.get(key), key).toBeGreaterThan(1)
      const effects = own.length
      const repeatedKeys = repeatsIn(lives)
      expect(await wholeStore(name, lives)).toEqual(straight.whole)
      figures[name] = { deaths: deaths.count, effects, 'repeated keys': repeatedKeys }
    })

    it('now and then, ends the same by the same story', async () => {
      let died = 0
      for (const seed of [1, 2]) {
        const dice = diceOf(seed)
        const deaths = new Deaths(() => dice.chance(0.1))
        const lives = await playInManyLives(name, { deaths })
        await expectWhole(lives, name)
        expect(await outcomeOf(lives.stage, idIn(lives, name))).toEqual(straight.own)
        expect(await wholeStore(name, lives)).toEqual(straight.whole)
        died += deaths.count
      }
      expect(died).toBeGreaterThan(0)
    })

    it('with an acquirer that forgets the keys, shows every effect twice: the control', async () => {
      const deaths = new Deaths((moment) => moment === 'effect')
      const { mock } = await playInManyLives(name, { deaths, idempotency: false })
      const counts = mock.effects().map(({ count }) => count)
      expect(counts.length).toBeGreaterThan(0)
      expect(new Set(counts)).toEqual(new Set([2]))
    })
  })
