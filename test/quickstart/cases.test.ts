import { locales } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { describe, expect, it } from 'vitest'
import { cases } from '../../examples/quickstart/cases/index.ts'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import { entryText } from '../../examples/quickstart/ui/entry-detail.ts'
import { openStage } from './stage.ts'

const played = async (name: CaseName) => {
  const stage = openStage(name)
  const report = await stage.import()
  const ending = await stage.play(report)
  const lifecycleId = report.cases[name]?.lifecycleId ?? ''
  const record = (await stage.runtime.get(lifecycleId)) as LifecycleRecord
  return { stage, report, ending, lifecycleId, record }
}

describe.each(Object.keys(cases) as CaseName[])('The case %s', (name) => {
  it('gives every act an id of its own', () => {
    const steps = cases[name]?.steps ?? []
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
  })

  it('ends where it must, stays there when it is played again, and has words for everything', async () => {
    const { stage, report, ending, lifecycleId, record } = await played(name)
    expect(ending).toEqual({ kind: 'played' })
    expect(stage.script.problemsOf(record, await stage.runtime.audit())).toEqual([])

    const entries = await stage.journal(lifecycleId)
    for (const entry of entries) {
      for (const locale of locales) {
        const text = entryText(entry, record, locale)
        expect(text).not.toMatch(/undefined|[a-z]+_[a-z]+|[a-z]+\.[a-z]+[A-Z]/)
      }
    }
    expect(await stage.play(report)).toEqual({ kind: 'played' })
    expect(await stage.journal(lifecycleId)).toEqual(entries)
  })

  it('is not where it must be before it is played', async () => {
    const stage = openStage(name)
    const report = await stage.import()
    const record = (await stage.runtime.get(report.cases[name]?.lifecycleId ?? '')) as LifecycleRecord
    expect(stage.script.problemsOf(record, []).length).toBeGreaterThan(0)
  })
})
