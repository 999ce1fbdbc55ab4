import { StoreError, type StoreFailure } from '../errors/index.ts'
import type { Change, CommitOutcome, Store } from './store.ts'

/** More in one transaction gains nothing and makes everybody wait for the slowest. */
const largestBatch = 256

interface Waiting {
  change: Change
  resolve: (outcome: CommitOutcome) => void
  reject: (error: unknown) => void
}

/** These befall whoever comes, whatever is to be stored: to try each change by itself would only fail as often. */
const ofTheWholeStore: ReadonlySet<StoreFailure> = new Set(['busy', 'full', 'unavailable', 'closed'])

const mayBeOfOneChange = (error: unknown): boolean =>
  !(error instanceof StoreError && ofTheWholeStore.has(error.failure))

/** A batch failed as a whole; each change is tried by itself, so that one that cannot be stored harms no other. */
async function commitOneByOne(store: Pick<Store, 'commit'>, batch: readonly Waiting[]): Promise<void> {
  for (const { change, resolve, reject } of batch) {
    await store.commit([change]).then(([outcome]) => resolve(outcome ?? 'conflict'), reject)
  }
}

async function commitBatch(store: Pick<Store, 'commit'>, batch: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await store.commit(batch.map(({ change }) => change))
    for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] ?? 'conflict')
  } catch (error) {
    if (batch.length > 1 && mayBeOfOneChange(error)) await commitOneByOne(store, batch)
    else for (const { reject } of batch) reject(error)
  }
}

/**
 * Stores changes of many callers in one transaction: while one batch is on its way to the disk, the next one gathers.
 * Trying a change again after an unclear failure is safe: its `commandId` is stored with it.
 *
 * @param changed told after each transaction.
 */
export function createCommitter(
  store: Pick<Store, 'commit'>,
  changed: () => void = () => undefined,
): (change: Change) => Promise<CommitOutcome> {
  const queue: Waiting[] = []
  let busy = false

  async function work(): Promise<void> {
    busy = true
    while (queue.length > 0) {
      await commitBatch(store, queue.splice(0, largestBatch))
      changed()
    }
    busy = false
  }

  return (change) =>
    new Promise((resolve, reject) => {
      queue.push({ change, resolve, reject })
      if (!busy) void work()
    })
}
