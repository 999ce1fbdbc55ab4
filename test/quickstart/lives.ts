import { memoryStore } from 'terminal-lifecycle/runtime'
import type { Document } from 'terminal-lifecycle/schemas'
import type { MockAcquirer } from 'terminal-lifecycle/testing'
import { leaseMs } from '../../examples/quickstart/acquirer/services.ts'
import { businessStart } from '../../examples/quickstart/business-clock.ts'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import type { ImportReport } from '../../examples/quickstart/import.ts'
import { isInterrupted, lineUp } from '../../examples/quickstart/leases.ts'
import { manualEnvironment } from '../runtime/manual-environment.ts'
import { Deaths, Life } from './life.ts'
import { mockOn, openStage } from './stage.ts'

/** Some times what the longest case needs: a story that comes to no end would be played for ever. */
const mostLives = 1_500

/**
 * Plays a case by processes that die at every moment at which that could matter, one after the other, until one comes to the
 * end. Store, acquirer, papers and business time outlive them. `asked`: how often the acquirer was told each key, by an order or by who
 * asks what became of it.
 */
export const playInManyLives = async (
  name: CaseName,
  {
    deaths = new Deaths(),
    idempotency = true,
  }: { readonly deaths?: Deaths; readonly idempotency?: boolean } = {},
) => {
  const kept: { now?: string } = {}
  const now = () => kept.now ?? businessStart
  const wall = { now: 0 }
  const store = memoryStore()
  const mock = mockOn({ now }, { idempotency })
  const asked = new Map<string, number>()
  const counting: MockAcquirer = {
    ...mock,
    fetch: (url, init) => {
      const { headers, url: address } = new Request(url, init)
      const key = headers.get('idempotency-key') ?? /\/systems\/results\/([^/?]+)$/.exec(address)?.[1]
      if (key !== undefined) {
        const name = decodeURIComponent(key)
        asked.set(name, (asked.get(name) ?? 0) + 1)
      }
      return mock.fetch(url, init)
    },
  }
  const documents = new Map<string, Document>()
  let report: ImportReport | undefined

  const waitForLeases = async (): Promise<void> => {
    const lifecycleId = report?.cases[name]?.lifecycleId
    if (!lifecycleId || !(await isInterrupted(store, lifecycleId, now()))) return
    wall.now += leaseMs
    await lineUp(store, wall.now)
  }

  for (let lives = 1; lives <= mostLives; lives += 1) {
    await waitForLeases()
    const life = new Life(deaths)
    const stage = openStage(name, {
      store: life.store(store),
      clock: life.clock(kept),
      mock: life.mock(counting),
      keep: life.papers(documents),
      // whoever dies takes the timers of its leases along
      environment: { ...manualEnvironment(), now: () => wall.now, uuid: () => `process-${lives}` },
      pause: async (milliseconds) => {
        wall.now += milliseconds
      },
    })
    const live = async () => {
      // a file that was imported is not read again: that it opens nothing twice is another test's
      report ??= await stage.import()
      return { report, ending: await stage.play(report) }
    }
    const end = await Promise.race([life.death, live()])
    if (end !== 'dead') return { ...end, stage, store, mock, documents, asked }
  }
  throw new Error(`${mostLives} lives were not enough to play the case ${name}.`)
}
