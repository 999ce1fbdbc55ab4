import { type DocumentRef, locales } from 'terminal-lifecycle/domain'
import { createLifecycle, type LifecycleRecord } from 'terminal-lifecycle/machine'
import { digestOf } from 'terminal-lifecycle/schemas'
import { beforeAll, describe, expect, it } from 'vitest'
import { momentAfter } from '../../examples/quickstart/office-hours.ts'
import { readOptions, UsageError } from '../../examples/quickstart/options.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { steps } from '../../examples/quickstart/steps/index.ts'
import { entryText } from '../../examples/quickstart/ui/entry-detail.ts'
import { problemsOf } from '../../examples/quickstart/verdict.ts'
import { openStage } from './stage.ts'

const played = async () => {
  const stage = openStage()
  const report = await stage.import()
  const ending = await stage.play(report)
  const lifecycleId = report.cases.closure?.lifecycleId ?? ''
  const record = (await stage.runtime.get(lifecycleId, asHost)) as LifecycleRecord
  return { stage, report, ending, lifecycleId, record }
}

describe('The case of the quickstart', () => {
  let done: Awaited<ReturnType<typeof played>>
  beforeAll(async () => {
    done = await played()
  })

  it('ends where it must', async () => {
    expect(done.ending).toEqual({ kind: 'played' })
    expect(problemsOf(done.record, await done.stage.runtime.audit())).toEqual([])
  })

  it('has every order carried out exactly once, by as many keys', async () => {
    const { stage, lifecycleId } = done
    const entries = await stage.journal(lifecycleId)
    // each as its entry left it: what has ended leaves with the next one
    const { fold } = createLifecycle()
    const kinds = entries.map(({ orderIds }, place) => {
      const { orders } = fold(entries.slice(0, place + 1)).context
      return orderIds.map((orderId) => [orderId, orders[orderId]?.kind] as const)
    })
    const given = [...new Map(kinds.flat())].filter(([, kind]) => kind !== 'readStatus')
    // the host still let other terminals sell that came with a hold: their orders are not this case's
    const effects = stage.mock.effects().filter(({ key }) => key.startsWith(`${lifecycleId}/`))
    expect(effects.every(({ count }) => count === 1)).toBe(true)
    expect(effects.map(({ key }) => key).toSorted()).toEqual(given.map(([id]) => id).toSorted())
  })

  it('does nothing more when it is played again', async () => {
    const { stage, report, lifecycleId, record } = done
    const [effects, entries] = [stage.mock.effects(), await stage.journal(lifecycleId)]
    expect(await stage.play(report)).toEqual({ kind: 'played' })
    expect(await stage.runtime.get(lifecycleId, asHost)).toEqual(record)
    expect(stage.mock.effects()).toEqual(effects)
    expect(await stage.journal(lifecycleId)).toEqual(entries)
  })

  it('has on file every paper that the record names, unaltered', async () => {
    const { stage, record } = done
    const named = Object.values(record.context.documents) as readonly DocumentRef[]
    const onFile = await Promise.all(
      [...stage.documents.values()].map(async (document) => [document.id, await digestOf(document)]),
    )
    expect(onFile.toSorted()).toEqual(named.map(({ id, digest }) => [id, digest]).toSorted())
    expect(named.length).toBeGreaterThan(9)
  })

  it('has words for every entry in both languages, and shows no code where a word belongs', async () => {
    const { stage, lifecycleId, record } = done
    for (const entry of await stage.journal(lifecycleId)) {
      for (const locale of locales) {
        const text = entryText(entry, record, locale)
        expect(text).not.toMatch(/undefined|[a-z]+_[a-z]+|[a-z]+\.[a-z]+[A-Z]/)
      }
    }
  })
})

describe('The script of the quickstart', () => {
  it('gives every act an id of its own', () => {
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
  })

  it('lets people act on working days, in office hours', () => {
    const before = '2026-04-30T17:00:00.000+08:00'
    expect(momentAfter(before, { workingDays: 0, time: '17:30' })).toBe('2026-04-30T17:30:00.000+08:00')
    expect(momentAfter(before, { workingDays: 0, time: '10:00' })).toBe('2026-04-30T17:05:00.000+08:00')
    expect(momentAfter(before, { workingDays: 1, time: '09:30' })).toBe('2026-05-06T09:30:00.000+08:00')
    expect(momentAfter('2026-03-06T23:59:59+08:00', { workingDays: 0, time: '10:00' })).toBe(
      '2026-03-09T09:20:00.000+08:00',
    )
  })
})

describe('The command line of the quickstart', () => {
  it('refuses what it does not know, in one sentence', () => {
    for (const args of [
      ['--colour'],
      ['--locale', 'fr'],
      ['--fault', 'hold:everything'],
      ['--case', 'none-such'],
      ['--portfolio', 'no.csv'],
    ]) {
      expect(() => readOptions(args)).toThrow(UsageError)
    }
  })

  it('takes both languages in any case', () => {
    expect(readOptions(['--locale', 'zh-cn']).locale).toBe('zh-CN')
    expect(readOptions([]).locale).toBe('en')
  })
})
