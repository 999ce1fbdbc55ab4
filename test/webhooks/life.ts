import type { Actor } from '../../src/domain/index.ts'
import { createRuntime, memoryStore, type Runtime, type Store } from '../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  createInbox,
  type InboxOptions,
  reportedEvents,
  type VerifiedWebhook,
} from '../../src/webhooks/index.ts'
import { collect } from '../runtime/collect.ts'
import { manualEnvironment } from '../runtime/manual-environment.ts'
import { testClock } from '../support/clock.ts'
import { asP1, m1, p2, sys } from '../support/people.ts'
import { closureRequested, cny, reviewApproved, serial, start, terminal } from '../support/samples.ts'
import { signing } from '../support/signing.ts'
import { silentServices } from '../support/world.ts'

/** Half an hour after everything that `reports` tells. */
const today = '2026-03-02T12:30:00.000+08:00'
const at = (minutes: number) => new Date(Date.parse(today) - (90 - minutes) * 60_000).toISOString()

const reading = (minutes: number, acceptance: 'on' | 'off'): LifecycleEvent => ({
  type: 'status.reported',
  acceptance,
  registry: 'active',
  unsettled: cny(minutes),
  readAt: at(minutes),
  source: 'host',
})
const sale = (ref: string, state: 'pending' | 'completed', minutes: number): LifecycleEvent => ({
  type: 'transaction.reported',
  ref,
  kind: 'sale',
  state,
  amount: cny(5_000),
  occurredAt: at(10),
  changedAt: at(minutes),
})

/** A day of a terminal, as the acquirer's systems report it. */
export const reports: readonly LifecycleEvent[] = [
  reading(5, 'on'),
  sale('txn-1', 'pending', 10),
  sale('txn-1', 'completed', 20),
  sale('txn-2', 'completed', 15),
  reading(30, 'off'),
  {
    type: 'batch.uploaded',
    serial,
    batchNo: 'batch-1',
    upTo: at(35),
    count: 2,
    total: cny(10_000),
    hostTotals: { count: 2, total: cny(10_000) },
  },
  { type: 'dispute.opened', caseId: 'CB-1', amount: cny(5_000), dueAt: '2026-04-01T00:00:00+08:00' },
  reading(50, 'on'),
]

/** A message as `verifyWebhook` gives it. */
export const messageOf = (
  event: LifecycleEvent,
  id: string,
  subject: Readonly<Record<string, string>> = { lifecycleId: 'life-1' },
  timestamp = at(60),
): VerifiedWebhook => {
  const { type, ...data } = event
  const read = reportedEvents({ type, timestamp, data: { ...data, ...subject } })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return { ok: true, id, timestamp: 1_772_425_800, event: read.event, repeated: false }
}

/** A runtime whose time stands still until a test moves it, with `life-1` open unless told otherwise, and its inbox. */
export const lifeWithInbox = async ({
  store = memoryStore(),
  open = true,
  ...options
}: { store?: Store; open?: boolean } & Partial<InboxOptions> = {}) => {
  const clock = testClock(start)
  const environment = manualEnvironment()
  const runtime = createRuntime({ store, services: silentServices, clock, environment })
  if (open) await runtime.open(terminal())
  clock.tick(Date.parse(today) - Date.parse(start))
  const inbox = createInbox(runtime, { actor: sys, clock, ...options })
  const journal = () => collect(runtime.journal('life-1', asP1))
  return { runtime, clock, inbox, journal, record: () => runtime.get('life-1', asP1) }
}

/** From the application to its approval: from then on the terminal is closing. */
export const beginClosing = async (runtime: Runtime) => {
  const sign = signing()
  const tell = async (commandId: string, actor: Actor, event: LifecycleEvent) => {
    const command = { lifecycleId: 'life-1', commandId, actor, event: await sign(event) }
    const answer = await runtime.dispatch(command)
    if (!answer.accepted) throw new Error(JSON.stringify(answer.blockers))
  }
  await tell('closing-1', m1, closureRequested())
  await tell('closing-2', p2, reviewApproved('application-1', ['business_licence']))
}
