import {
  type AcquirerClient,
  contract,
  isIdempotencyKey,
  isUnknown,
  type LostWrite,
  type Operation,
  type Reconciled,
  type Result,
  readReply,
  type WriteName,
} from '../contract/index.ts'
import {
  InvalidInputError,
  isTerminalLifecycleError,
  ProtocolError,
  type Refusal,
  redact,
  requestSummary,
} from '../errors/index.ts'

type Ask = Pick<AcquirerClient, 'getResult' | 'getOutcome'>

const rowOf = ({ operation, idempotencyKey }: LostWrite): Operation & { readonly name: WriteName } => {
  const row =
    typeof operation === 'string' && Object.hasOwn(contract, operation)
      ? (contract[operation as WriteName] as Operation)
      : undefined
  // Nobody keeps a key for the bytes of a document: the same bytes sent again change nothing, and the answer says what is kept.
  if (!row || row.method === 'GET' || row.media)
    throw new InvalidInputError({ issues: [{ path: '/operation', code: 'NOT_ALLOWED_VALUE' }] })
  if (typeof idempotencyKey !== 'string' || !isIdempotencyKey(idempotencyKey))
    throw new InvalidInputError({ issues: [{ path: '/idempotencyKey', code: 'INVALID_FORMAT' }] })
  return row as Operation & { readonly name: WriteName }
}

/** Only the contract's own word says that nothing is known of a key: a page that was not found says nothing. */
const isNotFound = (error: unknown): boolean =>
  isTerminalLifecycleError(error) && error.code === 'REFUSED' && error.refusal === 'NOT_FOUND'

const known = async <Found>(asked: Promise<Found>): Promise<Found | undefined> => {
  try {
    return await asked
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

const notUnderstood = (asked: 'getResult' | 'getOutcome', path: string): ProtocolError =>
  new ProtocolError({
    request: requestSummary('GET', `operation:${asked}`),
    issues: [{ path, code: 'NOT_UNDERSTOOD' }],
  })

const inSystems = async (client: Ask, row: Operation, idempotencyKey: string): Promise<unknown> => {
  const operation = row.name
  const found = await known(client.getResult({ idempotencyKey }))
  if (!found) return { outcome: 'notCarriedOut', operation }
  const parsed = readReply(row.reply, found.result)
  // Another write stands under this key; what became of ours is not said.
  if (found.operation !== operation) throw notUnderstood('getResult', '/operation')
  if (!parsed.ok) throw notUnderstood('getResult', '/result')
  const reply = parsed.value as Result
  if (reply.status === 'done') return { outcome: 'done', operation, reply }
  if (reply.status !== 'failed') return { outcome: 'pending', operation }
  return { outcome: 'refused', operation, code: reply.code, reason: redact(reply.reason), blockers: [] }
}

const onPortalSide = async (client: Ask, row: Operation, lost: LostWrite): Promise<unknown> => {
  const { idempotencyKey, lifecycleId, applicationId } = lost
  const operation = row.name
  const about = { ...(lifecycleId && { lifecycleId }), ...(applicationId && { applicationId }) }
  const found = await known(client.getOutcome({ idempotencyKey, ...about }))
  if (!found) return { outcome: 'notCarriedOut', operation }
  if (found.status === 'accepted') return { outcome: 'done', operation, reply: found }
  if (isUnknown(found.status)) return { outcome: 'pending', operation }
  const blockers = (found.blockers ?? []) as NonNullable<Refusal['blockers']>
  return { outcome: 'refused', operation, code: found.code ?? 'UNSPECIFIED', reason: null, blockers }
}

/** See `AcquirerClient.reconcile`. */
export const reconciling =
  (client: Ask) =>
  async (lost: LostWrite): Promise<Reconciled> => {
    const row = rowOf(lost)
    const found =
      row.side === 'systems' ? inSystems(client, row, lost.idempotencyKey) : onPortalSide(client, row, lost)
    // The row says which reply belongs to its name; no type can follow that.
    return (await found) as Reconciled
  }
