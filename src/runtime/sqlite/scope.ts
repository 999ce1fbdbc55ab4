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
