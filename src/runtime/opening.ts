import type { Actor } from '../domain/index.ts'
import { type AnyTerminalLifecycleError, isTerminalLifecycleError, StoreError } from '../errors/index.ts'
import { type Accepted, assertInvariants, type Lifecycle, type LifecycleInput } from '../machine/index.ts'
import { digestOf, genesisHash } from '../schemas/index.ts'
import { invalidInput, readActor, readCommandId, readOpening } from './door.ts'
import type { Environment } from './environment.ts'
import { checkFingerprint } from './fingerprint.ts'
import type { Clock } from './options.ts'
import type { Recall } from './recall.ts'
import type { Change, CommitOutcome, HeldElsewhere, Store } from './store.ts'
import { sealAnswer } from './submit.ts'
import { createWouldOpen } from './would-open.ts'

/** Under which command, and in whose name, a life is opened. */
export interface OpeningOptions {
  /** `open:<lifecycleId>` when left out. An import names the line it came from. */
  commandId?: string | undefined
  /** The provider or a system of the acquirer; its own system when left out. */
  actor?: Actor | undefined
}

/** How many at once are opened. */
export interface OpeningsOptions {
  /** Says what would become of each, and opens nothing. Openings are held against the store, not against each other. @default false */
  dryRun?: boolean | undefined
}

/** A life to be opened, for many at once. */
export interface Opening extends OpeningOptions {
  input: LifecycleInput
}

interface Refused {
  lifecycleId: string
  outcome: 'refused'
  error: AnyTerminalLifecycleError
}

/** What became of one opening of a batch. */
export type Opened = { lifecycleId: string; outcome: 'opened' | 'repeated'; answer: Accepted } | Refused

export interface OpeningParts {
  store: Store
  lifecycle: Lifecycle
  environment: Environment
  clock: Clock
  recall: Recall
  commit: (change: Change) => Promise<CommitOutcome>
  /** One transaction for all. */
  commitAll: Store['commit']
  changed: () => void
}

interface OpeningChange extends Change {
  answer: Accepted
}

/** Only the acquirer opens a life, and only its own. */
function checkOpener(given: Actor | undefined, { acquirerId }: LifecycleInput): void {
  if (given === undefined) return
  const actor = readActor(given)
  if (actor.role !== 'provider' && actor.role !== 'system')
    throw invalidInput('/actor/role', 'NOT_ALLOWED_VALUE')
  if (actor.acquirerId !== acquirerId) throw invalidInput('/actor/acquirerId', 'NOT_ALLOWED_VALUE')
}

export function createOpening({
  store,
  lifecycle,
  environment,
  clock,
  recall,
  commit,
  commitAll,
  changed,
}: OpeningParts) {
  const wouldOpen = createWouldOpen(store)

  async function changeFor({ input, commandId, actor }: Opening): Promise<OpeningChange> {
    const opened = readOpening(input)
    checkOpener(actor, opened)
    const { lifecycleId } = opened
    const id = commandId === undefined ? `open:${lifecycleId}` : readCommandId(commandId)
    const answer = lifecycle.open(opened, { at: clock.now(), commandId: id })
    assertInvariants(answer.record)
    return {
      lifecycleId,
      commandId: id,
      fingerprint: await digestOf({ opened }),
      expectedVersion: null,
      answer,
      entry: await sealAnswer(answer, genesisHash),
      keptAt: environment.now(),
      exempt: opened.exception !== undefined,
    }
  }

  /** Answers are kept for some days; the journal tells for ever what a life was opened with. */
  async function wasOpenedSo({ lifecycleId, commandId, fingerprint }: OpeningChange): Promise<boolean> {
    for await (const { cause, commandId: first } of store.journal(lifecycleId))
      return (
        'opened' in cause && first === commandId && (await digestOf({ opened: cause.opened })) === fingerprint
      )
    return false
  }

  async function openingOf(lifecycleId: string): Promise<Accepted> {
    const answer = await recall(lifecycleId, { accepted: true, noop: false, version: 0, deadlineIds: [] })
    if (!answer.accepted) throw new StoreError('failed')
    return { ...answer, deadlines: Object.values(answer.record.context.deadlines) }
  }

  /** Why it could not be opened, or what it was answered the first time. */
  async function notOpened(change: OpeningChange): Promise<Opened> {
    const { lifecycleId, commandId, fingerprint, answer: made } = change
    // Of the life of another acquirer nothing is told but that its id is taken.
    const { acquirerId } = made.record.context.identity
    const isOwn = (await store.load(lifecycleId, { acquirerId })) !== undefined
    const kept = isOwn ? await store.answered(lifecycleId, commandId) : undefined
    if (kept) {
      checkFingerprint(kept, fingerprint)
      const answer = await recall(lifecycleId, kept.brief)
      if (answer.accepted) return { lifecycleId, outcome: 'repeated', answer }
    }
    if (isOwn && (await wasOpenedSo(change)))
      return { lifecycleId, outcome: 'repeated', answer: await openingOf(lifecycleId) }
    const stone = await store.tombstone?.(lifecycleId)
    if (stone?.acquirerId === acquirerId) throw invalidInput('/lifecycleId', 'LIFECYCLE_PURGED')
    const exists = isOwn || stone !== undefined || (await store.load(lifecycleId)) !== undefined
    throw exists
      ? invalidInput('/lifecycleId', 'LIFECYCLE_EXISTS')
      : invalidInput('/terminalId', 'TERMINAL_NUMBER_IN_USE')
  }

  /** Whose it is, is not said: whoever opens may look it up. */
  function heldElsewhere({ entry }: Accepted, { held, ref }: HeldElsewhere): AnyTerminalLifecycleError {
    if (held === 'number') return invalidInput('/terminalId', 'TERMINAL_NUMBER_IN_QUARANTINE')
    const devices = entry && 'opened' in entry.cause ? entry.cause.opened.devices : []
    const index = devices.findIndex(({ serial }) => serial === ref)
    return invalidInput(`/devices/${index}/serial`, 'DEVICE_BOUND_ELSEWHERE')
  }

  const refused = (lifecycleId: string, error: unknown): Refused => {
    if (!isTerminalLifecycleError(error) || error.code === 'STORE_FAILED') throw error
    return { lifecycleId, outcome: 'refused', error }
  }

  async function settle(change: OpeningChange, outcome: CommitOutcome | undefined): Promise<Opened> {
    const { lifecycleId, answer } = change
    if (outcome === 'committed') return { lifecycleId, outcome: 'opened', answer }
    if (typeof outcome === 'object') return refused(lifecycleId, heldElsewhere(answer, outcome))
    return notOpened(change).catch((error) => refused(lifecycleId, error))
  }

  /** What a commit would say. */
  async function wouldCommit({ lifecycleId, answer, exempt = false }: OpeningChange): Promise<CommitOutcome> {
    if ((await store.has(lifecycleId)) || (await store.tombstone?.(lifecycleId))) return 'conflict'
    return (await wouldOpen(answer.record, exempt)) ?? 'committed'
  }

  async function keepAll(changes: readonly OpeningChange[]): Promise<readonly CommitOutcome[]> {
    const [single] = changes
    // One that comes alone shares its transaction with whatever else comes now.
    const outcomes = single && changes.length === 1 ? [await commit(single)] : await commitAll(changes)
    changed()
    return outcomes
  }

  /** One transaction for all that are well formed. */
  async function openAll(
    openings: readonly Opening[],
    { dryRun = false }: OpeningsOptions = {},
  ): Promise<readonly Opened[]> {
    const made = await Promise.all(
      openings.map((opening) =>
        changeFor(opening).catch((error) => refused(String(opening.input?.lifecycleId), error)),
      ),
    )
    const changes = made.filter((one) => 'entry' in one)
    const outcomes = dryRun ? await Promise.all(changes.map(wouldCommit)) : await keepAll(changes)
    const outcomeOf = new Map(changes.map((change, index) => [change, outcomes[index]]))
    return Promise.all(made.map((one) => ('entry' in one ? settle(one, outcomeOf.get(one)) : one)))
  }

  async function open(input: LifecycleInput, options: OpeningOptions = {}): Promise<Accepted> {
    const [opened] = await openAll([{ ...options, input }])
    if (opened?.outcome === 'refused') throw opened.error
    if (!opened) throw new StoreError('failed')
    return opened.answer
  }

  return { open, openAll }
}
