import { locales } from 'terminal-lifecycle/domain'
import { createLifecycle, type LifecycleRecord } from 'terminal-lifecycle/machine'
import { describe, expect, it } from 'vitest'
import { cases } from '../../examples/quickstart/cases/index.ts'
import { type CaseName, caseNames } from '../../examples/quickstart/cases/names.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { entryText } from '../../examples/quickstart/ui/entry-detail.ts'
import { openStage } from './stage.ts'

const played = async (name: CaseName) => {
  const stage = openStage(name)
  const report = await stage.import()
  const ending = await stage.play(report)
  const lifecycleId = report.cases[name]?.lifecycleId ?? ''
  const record = (await stage.runtime.get(lifecycleId, asHost)) as LifecycleRecord
  return { stage, report, ending, lifecycleId, record }
}

describe.each(caseNames)('The case %s', (name) => {
  it('gives every act an id of its own', () => {
    const { steps } = cases[name]
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
    const record = (await stage.runtime.get(report.cases[name]?.lifecycleId ?? '', asHost)) as LifecycleRecord
    expect(stage.script.problemsOf(record, []).length).toBeGreaterThan(0)
  })
})

describe('Whoever is held or closed by the provider', () => {
  it.each(['reinstatement', 'imposed', 'maintenance', 'silent'] as const)(
    'has it in writing, in time: %s',
    async (name) => {
      const { record } = await played(name)
      const { holds, proposal, documents, deadlines } = record.context
      const owed = [...Object.keys(holds), ...(proposal ? [proposal.proposalId] : [])]
      const told = Object.values(documents).map((document) => document.for)
      expect(told).toEqual(expect.arrayContaining(owed))
      const late = Object.values(deadlines).filter(
        (clock) => clock.name === 'noticeDue' && clock.status === 'fired',
      )
      expect(late).toEqual([])
    },
  )
})

describe('The case reinstatement', () => {
  it('lifts the hold for arrears alone, while the one for the licence still holds', async () => {
    const { stage, lifecycleId } = await played('reinstatement')
    const entries = await stage.journal(lifecycleId)
    const rejected = entries.findIndex(({ commandId }) => commandId === 'licence-rejected')
    const { value, context } = createLifecycle().fold(entries.slice(0, rejected + 1))
    expect(value).toEqual({ live: { service: { suspended: 'held' }, application: 'rejected' } })
    expect(Object.values(context.holds).map(({ code, status }) => [code, status])).toEqual([
      ['ACCOUNT_ARREARS', 'lifted'],
      ['LICENCE_EXPIRED', 'effective'],
    ])
  })
})

describe('The case third-party', () => {
  it('says what leaving costs before anything is applied for, and that much is charged', async () => {
    const { stage, lifecycleId, record } = await played('third-party')
    const entries = await stage.journal(lifecycleId)
    const texts = entries.map((entry) => entryText(entry, record, 'en'))
    expect(texts.filter((text) => /contract|early/i.test(text))).toEqual([
      'Document added · Service contract',
      'Note recorded · 合同已核对：提前解约须付 600.00 元 (contract reviewed: leaving early costs 600.00 CNY)',
      'Closure applied for · Contract terminated early + Business licence, Service contract',
      'Application approved · checked: Business licence, Service contract',
      'Charge raised · early termination · 600.00 CNY',
      'Charge met · early termination · 600.00 CNY',
    ])
  })
})
