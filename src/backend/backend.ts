import { asked, askedNow, checkOptions, guarded, type OptionRules } from '../errors/index.ts'
import type { Implementation } from '../server/index.ts'
import { actsSide } from './acts.ts'
import type { CaseRuntime } from './case-runtime.ts'
import { Desk } from './desk.ts'
import { documentsSide } from './documents/side.ts'
import type { Documents } from './documents.ts'
import { ledgersSide } from './ledgers.ts'
import { refusingUseless } from './named-documents.ts'
import { outcomesSide } from './outcomes.ts'
import { markPurgedIn } from './purged-marks.ts'
import { queuesSide } from './queues.ts'
import { readsSide } from './reads.ts'
import type { Registered } from './registered.ts'
import { requestsSide } from './requests.ts'
import type { DescribeNotice } from './views/notices.ts'

/** What the back end answers from beside the runtime. */
export interface BackendOptions {
  /** The runtime's own business clock. */
  readonly clock: { now(): string }
  /** Where papers and their bytes live, filed forms among them; the same home is the runtime's `papers`. */
  readonly documents: Documents
  /** What the acquirer has on record of a merchant. @default nothing, so that nothing is compared */
  readonly registered?: Registered
  /** Says notices in words, for whoever reads them: `describeNotice` of `./words`. @default they come without words */
  readonly describeNotice?: DescribeNotice
}

const rules = {
  clock: '.now',
  documents: '.announce',
  registered: 'function?',
  describeNotice: 'function?',
} satisfies OptionRules<BackendOptions>

/**
 * The portal side of the contract over a runtime: each write is one `dispatch` whose commandId is the idempotency
 * key, each read one question to the record, answered as the caller may see it.
 *
 * @throws InvalidInputError for an option that is missing or none.
 * @example
 * const backend = createBackend(runtime, { clock, documents })
 * const handler = createAcquirerHandler(backend, { side: 'portal', authenticate })
 */
export const createBackend = (runtime: CaseRuntime, options: BackendOptions): Implementation<'portal'> => {
  checkOptions({ runtime }, { runtime: '.dispatch' })
  checkOptions(options, rules)
  const { clock, describeNotice, ...given } = options
  const now = () => askedNow('clock', () => clock.now())
  const documents = guarded('documents', given.documents)
  const registered: Registered = (identity) => asked('registered', async () => given.registered?.(identity))
  const desk = new Desk(runtime)
  const markPurged = markPurgedIn(documents, now)
  const refuseUseless = refusingUseless(desk, documents, now)
  return {
    ...readsSide(runtime, describeNotice, markPurged),
    ...ledgersSide(runtime, describeNotice, markPurged),
    ...queuesSide(runtime),
    ...documentsSide({ documents, runtime, now }),
    ...requestsSide({ desk, documents, registered, refuseUseless, now }),
    ...actsSide(desk, refuseUseless),
    ...outcomesSide(desk, documents, now),
  }
}
