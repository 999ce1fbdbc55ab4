// Your own code, as a merchant's portal may have it: what the suite tests.
import {
  type AcquirerClient,
  type ClosureRequestInput,
  describe,
  isTerminalLifecycleError,
} from 'terminal-lifecycle'

export interface Filing {
  lifecycleId: string
  form: Omit<ClosureRequestInput, 'documents'>
  /** A photograph of the business licence, and until when it says that it is valid, ISO 8601 with an offset. */
  licence: { photo: Blob; validTo: string }
  /** Stored with the form before it is sent, so that nobody files twice. */
  key: string
}

export type Filed = { filed: 'yes' } | { filed: 'no'; why: readonly string[] } | { filed: 'ask again later' }

const inWords = (blockers: readonly { code: string }[]): readonly string[] =>
  blockers.map(({ code }) => describe(code, 'en').text)

/** What became of what was sent under the key; `undefined`: it has not arrived. */
const endOf = async (portal: AcquirerClient, { lifecycleId, key }: Filing): Promise<Filed | undefined> => {
  const found = await portal.reconcile({ operation: 'submitClosure', lifecycleId, idempotencyKey: key })
  if (found.outcome === 'done') return { filed: 'yes' }
  return found.outcome === 'refused' ? { filed: 'no', why: inWords(found.blockers) } : undefined
}

/** Files the closure of a terminal, or says why it cannot be filed. Called again with the same filing it has one effect. */
export const closeTerminal = async (portal: AcquirerClient, filing: Filing): Promise<Filed> => {
  const { lifecycleId, form, licence, key } = filing
  const before = await endOf(portal, filing)
  if (before) return before
  const { possible, blockers } = await portal.checkClosure({ lifecycleId })
  if (possible === 'no') return { filed: 'no', why: inWords(blockers) }
  const { reference } = await portal.uploadDocument(
    {
      type: 'business_licence',
      mediaType: 'image/jpeg',
      content: licence.photo,
      facts: { validTo: licence.validTo },
    },
    { idempotencyKey: `${key}-licence` },
  )
  try {
    await portal.submitClosure({ lifecycleId, ...form, documents: [reference] }, { idempotencyKey: key })
    return { filed: 'yes' }
  } catch (error) {
    if (!isTerminalLifecycleError(error)) throw error
    if (error.code === 'REFUSED') return { filed: 'no', why: inWords(error.blockers) }
    if (error.code !== 'OUTCOME_UNKNOWN') throw error
    // It was sent, and no answer came: what became of it is asked, never guessed.
    return (await endOf(portal, filing)) ?? { filed: 'ask again later' }
  }
}
