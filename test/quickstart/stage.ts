import { fileURLToPath } from 'node:url'
import {
  createRuntime,
  type Environment,
  memoryStore,
  type ReadEntry,
  type Runtime,
  type Store,
} from 'terminal-lifecycle/runtime'
import type { Document } from 'terminal-lifecycle/schemas'
import { createMockAcquirer, type MockAcquirer } from 'terminal-lifecycle/testing'
import type { CallLine } from '../../examples/quickstart/acquirer/calls.ts'
import { readHost } from '../../examples/quickstart/acquirer/host.ts'
import { clientFor, leaseMs, servicesFor } from '../../examples/quickstart/acquirer/services.ts'
import { seedWorld } from '../../examples/quickstart/acquirer/world.ts'
import { type BusinessClock, clockOver } from '../../examples/quickstart/business-clock.ts'
import type { Case } from '../../examples/quickstart/cases/case.ts'
import { cases } from '../../examples/quickstart/cases/index.ts'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import { type ImportReport, importPortfolio } from '../../examples/quickstart/import.ts'
import { oneByOne } from '../../examples/quickstart/one-by-one.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { type Ending, playCase } from '../../examples/quickstart/play.ts'

export const portfolio = fileURLToPath(new URL('../../examples/quickstart/portfolio.csv', import.meta.url))

/** The quickstart without its processes: everything in memory, the acquirer in the same process. */
export interface Stage {
  readonly runtime: Runtime
  readonly mock: MockAcquirer
  readonly documents: ReadonlyMap<string, Document>
  readonly calls: readonly CallLine[]
  import(path?: string): Promise<ImportReport>
  readonly script: Case
  /** Plays the case of the stage to its end, or until nothing more can be done. */
  play(report: ImportReport): Promise<Ending>
  journal(lifecycleId: string): Promise<readonly ReadEntry[]>
}

/** What a life of the quickstart finds when it begins; made anew when left out. */
export interface Surroundings {
  readonly store: Store
  readonly clock: BusinessClock
  readonly mock: MockAcquirer
  readonly environment: Environment
  readonly keep: (document: Document) => void
  readonly pause: (milliseconds: number) => Promise<void>
}

/** The acquirer as the cases begin. */
export const mockOn = (
  clock: Pick<BusinessClock, 'now'>,
  options: { idempotency?: boolean } = {},
): MockAcquirer => {
  const mock = createMockAcquirer({ clock, ...options })
  seedWorld(mock)
  return mock
}

const quiet = { entry: () => undefined, refused: () => undefined, waits: () => undefined }

/** @param name The case that is played; the terminals of all others are opened elsewhere, as in the quickstart itself. */
export const openStage = (name: CaseName = 'closure', given: Partial<Surroundings> = {}): Stage => {
  const script = cases[name]
  const documents = new Map<string, Document>()
  const {
    store = memoryStore(),
    clock = clockOver({ load: () => undefined, save: () => undefined }),
    environment,
    pause = async () => undefined,
  } = given
  const { mock = mockOn(clock), keep = (document) => void documents.set(document.id, document) } = given
  const client = clientFor('https://mock.example/v1', mock.fetch as typeof fetch)
  const calls: CallLine[] = []
  const services = servicesFor(client, {
    clock,
    calls: { add: (line) => calls.push(line), all: () => calls },
    leaving: () => undefined,
    setAcquirerClock: async () => undefined,
  })
  const runtime = createRuntime({
    ...{ services, clock, leaseMs, environment },
    store: oneByOne(store),
    concurrency: 1,
    // a test that kills its process at every moment does so more often than an order is tried
    parkAfter: Number.POSITIVE_INFINITY,
  })
  const elsewhere = createRuntime({ store: memoryStore(), services, clock })
  const runtimeOf = (other: CaseName = 'closure') => (other === name ? runtime : elsewhere)
  return {
    runtime,
    script,
    mock,
    documents,
    calls,
    import: (path = portfolio) => importPortfolio(runtimeOf, path, { at: clock.now(), locale: 'en' }),
    play: async (report) => {
      const playing = report.cases[name]
      if (playing === undefined) throw new Error('This portfolio has no case to play.')
      return playCase({
        runtime,
        clock,
        steps: script.steps,
        terminal: playing,
        keep,
        readHost: () => readHost(client, clock, playing),
        waiting: () => store.waiting(),
        pause,
        watcher: quiet,
      })
    },
    journal: async (lifecycleId) => {
      const entries: ReadEntry[] = []
      for await (const entry of runtime.journal(lifecycleId, asHost)) entries.push(entry)
      return entries
    },
  }
}
