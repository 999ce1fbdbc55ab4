import { appendFileSync } from 'node:fs'
import { createRuntime, type Failure, type Store } from 'terminal-lifecycle/runtime'
import { callsIn } from './acquirer/calls.ts'
import { readHost } from './acquirer/host.ts'
import type { Acquirer } from './acquirer/process.ts'
import { clientFor, leaseMs, nowhere, servicesFor } from './acquirer/services.ts'
import { storedClock } from './business-clock.ts'
import type { Folder } from './folder.ts'
import { oneByOne } from './one-by-one.ts'
import type { Options } from './options.ts'
import type { CaseTerminal } from './steps/step.ts'
import { type Progress, progressOn } from './ui/progress.ts'
import type { Screen } from './ui/screen.ts'
import type { Office } from './walk-case.ts'

export interface Wired {
  readonly office: Omit<Office, 'readHost'>
  readonly hostOf: (terminal: CaseTerminal) => Office['readHost']
  readonly progressOf: (resumedAt: number | undefined) => Progress
}

/** What went wrong with an attempt that is made again: for whoever wonders why it takes so long. */
const noted =
  (folder: Folder) =>
  ({ orderId, error }: Failure): void => {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    appendFileSync(folder.at('failures.log'), `${orderId ?? '-'} ${said}\n`)
  }

/** Store, business time, client and orders, put together. */
export const wire = (
  { locale }: Pick<Options, 'locale'>,
  folder: Folder,
  store: Store,
  acquirer: Acquirer | undefined,
  screen: Screen,
): Wired => {
  const clock = storedClock(folder)
  const calls = callsIn(folder)
  const setAcquirerClock = acquirer?.controls.setClock ?? (async () => undefined)
  let progress: Progress | undefined
  const client = clientFor(acquirer?.baseUrl ?? nowhere)
  const services = servicesFor(client, {
    clock,
    calls,
    setAcquirerClock,
    leaving: (kind, call) => progress?.leaving(kind, call),
  })
  // so the case is the same each time it is played, also with a crash in it
  const runtime = createRuntime({
    store: oneByOne(store),
    services,
    clock,
    leaseMs,
    concurrency: 1,
    retry: { capMs: 500 },
    // a few attempts are all a walk waits for, and it may be killed more often than any order is tried
    breaker: { failures: Number.POSITIVE_INFINITY },
    parkAfter: Number.POSITIVE_INFINITY,
    onFailure: noted(folder),
  })
  return {
    office: { runtime, store, clock, folder, calls, screen, locale },
    hostOf: (terminal) =>
      acquirer &&
      (async () => {
        await setAcquirerClock(clock.now())
        return readHost(client, clock, terminal)
      }),
    progressOf: (resumedAt) => {
      progress = progressOn(screen, locale, { now: clock.now, resumedAt })
      return progress
    },
  }
}
