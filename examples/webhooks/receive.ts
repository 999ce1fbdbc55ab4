// Webhooks of the acquirer's systems on their way into the record, and those of the acquirer on their way into a portal.
import type { Actor } from 'terminal-lifecycle/domain'
import type { Clock } from 'terminal-lifecycle/runtime'
import {
  changeEvents,
  createFollower,
  createInbox,
  type InboxRuntime,
  type KnownCases,
  webhookHandler,
} from 'terminal-lifecycle/webhooks'

/** In whose name the events of these systems are told. */
const terminalManagement: Actor = {
  role: 'system',
  personId: 'terminal-management',
  organisationId: 'acquirer-1',
  acquirerId: 'acquirer-1',
  duties: [],
}

/** POST /webhooks of the acquirer: what its systems report becomes an event of the record, once. */
export const reports = (runtime: InboxRuntime, clock: Clock, keys: readonly string[]) => {
  const inbox = createInbox(runtime, { actor: terminalManagement, clock, source: 'terminals' })
  return webhookHandler({
    keys,
    clock,
    receive: inbox.receive,
    onFault: ({ code, fix }) => console.warn(code, fix),
  })
}

/** POST /webhooks of a portal: a case that has changed is read again. */
export const changes = <Case extends { readonly version: number }>(
  read: (lifecycleId: string) => Promise<Case | undefined>,
  known: KnownCases<Case>,
  clock: Clock,
  keys: readonly string[],
) => {
  const follower = createFollower({ read, known })
  return webhookHandler({ keys, clock, events: changeEvents, receive: follower.receive })
}
