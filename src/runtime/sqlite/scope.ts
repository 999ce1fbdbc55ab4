import { type Scope, speakerKey } from '../access.ts'

/** Is the row within the scope? Every column is in the index `record_scope`. */
export const isInScope = (table: string): string => `${table}.acquirer_id = :scopeAcquirer
  AND (:scopeMerchant IS NULL OR ${table}.merchant_id = :scopeMerchant
    OR ${table}.merchant_speaker = :scopeMerchantSpeaker)
  AND (:scopeAgent IS NULL OR ${table}.agent_id = :scopeAgent OR ${table}.agent_speaker = :scopeAgentSpeaker)`

/** What the names in `isInScope` stand for. */
export const scopeValues = ({ acquirerId, merchantId, agentId, personId }: Scope) => ({
  scopeAcquirer: acquirerId,
  scopeMerchant: merchantId ?? null,
  scopeMerchantSpeaker: merchantId === undefined ? null : speakerKey(merchantId, personId),
  scopeAgent: agentId ?? null,
  scopeAgentSpeaker: agentId === undefined ? null : speakerKey(agentId, personId),
})

const eitherOf = (own: string, speaker: string): string => `lifecycle_id IN (
  SELECT lifecycle_id FROM record WHERE ${own} UNION SELECT lifecycle_id FROM record WHERE ${speaker})`

/** Leaves all that may be in the scope, by the narrowest index there is. */
export function narrowed({ merchantId, agentId }: Scope): string {
  if (merchantId !== undefined)
    return eitherOf('merchant_id = :scopeMerchant', 'merchant_speaker = :scopeMerchantSpeaker')
  if (agentId !== undefined) return eitherOf('agent_id = :scopeAgent', 'agent_speaker = :scopeAgentSpeaker')
  return 'acquirer_id = :scopeAcquirer'
}
