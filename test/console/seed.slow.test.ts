import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createRuntime } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { standingsOf } from '../../examples/acquirer-backend/console/standing.ts'
import { houseSystem } from '../../examples/acquirer-backend/people.ts'
import { seed } from '../../scripts/demo/seed.ts'

const states = [
  ...['inService', 'held', 'testing', 'underReview', 'needsInformation', 'rejected'],
  ...['clearing', 'closed'],
]

it.each(['2026-03-16T10:00:00+08:00', '2026-10-03T21:30:00+08:00', '2027-01-01T00:10:00+08:00'])(
  'forty terminals have had their stories by %s, whatever day of the week or the year it is',
  async (at) => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { lives } = await seed(folder, Date.parse(at))
    expect(lives.length).toBeGreaterThanOrEqual(40)

    const store = sqliteStore(join(folder, 'terminals.db'))
    const client = createAcquirerClient({ baseUrl: 'https://mock.example/v1', auth: bearer('token') })
    const runtime = createRuntime({ store, services: acquirerServices(client), clock: { now: () => at } })
    const records = await runtime.find({ limit: 100 }, { actor: houseSystem })
    const failed = await runtime.work({ code: ['ORDER_FAILED', 'ORDER_PARKED'] }, { actor: houseSystem })
    const findings = await runtime.audit()
    await store.close()

    expect(records).toHaveLength(lives.length)
    const seen = new Set(records.flatMap((record) => standingsOf(record).map(({ state }) => state)))
    expect(states.filter((state) => !seen.has(state))).toEqual([])
    expect(failed.items.map(({ code }) => code).sort()).toEqual(['ORDER_FAILED', 'ORDER_PARKED'])
    expect(findings).toEqual([])
  },
)
