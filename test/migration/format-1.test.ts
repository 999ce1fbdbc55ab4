import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import type { Call } from 'terminal-lifecycle/schemas'
import { afterAll, describe, expect, it } from 'vitest'
import { clientFor, leaseMs, servicesFor } from '../../examples/quickstart/acquirer/services.ts'
import { clockOver } from '../../examples/quickstart/business-clock.ts'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import { lineUp } from '../../examples/quickstart/leases.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { casesOfFormat1 } from '../golden/format-1.ts'
import { mockOn, openStage } from '../quickstart/stage.ts'
import { manualEnvironment } from '../runtime/manual-environment.ts'
import { formatOneStore } from './format-1-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-format-1-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Record = NonNullable<Awaited<ReturnType<ReturnType<typeof openStage>['runtime']['get']>>>

/** The acquirer's systems as they stood: what was carried out is carried out there under the same keys. */
const asItStood = async (record: Record, now: string) => {
  const kept = { now: record.at }
  const clock = { now: () => kept.now }
  const mock = mockOn(clock)
  const business = clockOver({ load: () => kept.now, save: () => undefined })
  const quiet = { leaving: () => undefined, setAcquirerClock: async () => undefined }
  const services = servicesFor(clientFor('https://mock.example/v1', mock.fetch as typeof fetch), {
    clock: business,
    calls: { add: () => undefined, all: () => [] },
    ...quiet,
  })
  for (const { orderId, kind, params, status, orderedAt } of Object.values(record.context.orders)) {
    if (status !== 'confirmed' || kind === 'readStatus') continue
    kept.now = orderedAt
    const { lifecycleId } = record
    const call: Call = {
      orderId,
      idempotencyKey: orderId,
      attempt: 1,
      orderedAt,
      identity: { ...record.context.identity, lifecycleId },
      signal: AbortSignal.timeout(60_000),
    }
    await (services[kind] as (params: unknown, call: Call) => Promise<unknown>)(params, call)
  }
  kept.now = now
  return { mock, kept }
}

const goOn = async (name: CaseName) => {
  const { path, now } = formatOneStore(name, folder)
  const report = await openStage(name).import()
  const store = sqliteStore(path)
  const lifecycleId = report.cases[name]?.lifecycleId ?? ''
  const before = (await store.load(lifecycleId))?.record
  if (!before) throw new Error(`${name} is not in its store.`)
  const { mock, kept } = await asItStood(before, now)
  const environment = manualEnvironment()
  await environment.advance(10 * leaseMs)
  await lineUp(store, environment.now())
  const save = (later: string) => {
    kept.now = later
  }
  const clock = clockOver({ load: () => now, save })
  const stage = openStage(name, { store, mock, clock, environment })
  const ending = await stage.play(report)
  const record = await stage.runtime.get(lifecycleId, asHost)
  const findings = await stage.runtime.audit()
  await store.close()
  return { before, ending, record, findings, problems: stage.script.problemsOf }
}

describe('a store that format 1 wrote, in the middle of a case', () => {
  it.each(casesOfFormat1)('is opened and played to its end: %s', async (name) => {
    const { before, ending, record, findings, problems } = await goOn(name)
    expect(ending).toEqual({ kind: 'played' })
    if (!record) expect.fail('no record')
    expect(record.version).toBeGreaterThan(before.version)
    expect(findings).toEqual([])
    expect(problems(record, findings)).toEqual([])
  })
})
