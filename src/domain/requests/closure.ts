import { closureReasonProfiles } from '../closure-reason-profiles.ts'
import { dayOf } from '../default-zone.ts'
import type { ClosureReason } from '../reasons.ts'
import { type CommonRequest, commonRules } from './common.ts'
import { neededWhen, type RequestRule, ruleOver } from './rule.ts'

/** The fields of a closure request on which its decision rests. */
export interface ClosureQuestion extends CommonRequest {
  readonly terminalId?: string | undefined
  readonly serialNumber?: string | undefined
  readonly reason: ClosureReason
  readonly comment?: string | undefined
  readonly duration: 'permanent' | 'temporary'
  readonly effectiveDate?: string | undefined
  readonly contract?: { readonly expiresOn: string; readonly renewed: boolean } | undefined
  readonly successorTerminalId?: string | undefined
  readonly acknowledgement: { readonly at: string; readonly contractReviewed: boolean }
}

const rule = ruleOver<ClosureQuestion>()
const needed = neededWhen<ClosureQuestion>()

/** Where no date is given and none is known, nobody can tell whether it has run; the machine knows the day. */
const hasRun = ({ expiresOn, renewed }: { expiresOn: string; renewed: boolean }, on: string | undefined) =>
  !renewed && (on === undefined || dayOf(on) >= expiresOn)

/** (R-005, R-006, R-009, R-167, R-184, R-219, C-17, OQ-04) */
export const closureRules: readonly RequestRule<ClosureQuestion>[] = [
  ...(commonRules as readonly RequestRule<ClosureQuestion>[]),
  rule({
    code: 'TERMINAL_OR_SERIAL_REQUIRED',
    reads: ['terminalId', 'serialNumber'],
    holds: ({ terminalId, serialNumber }) => terminalId !== undefined || serialNumber !== undefined,
  }),
  rule({
    code: 'TEMPORARY_IS_SUSPENSION',
    reads: ['duration'],
    holds: ({ duration }) => duration === 'permanent',
  }),
  rule({
    code: 'REASON_NOT_FOR_INITIATOR',
    reads: ['reason'],
    holds: ({ reason }) => closureReasonProfiles[reason].initiators.includes('merchant'),
  }),
  needed('comment', 'reason', ({ reason }) => closureReasonProfiles[reason].needsText),
  needed('contract', 'reason', ({ reason }) => reason === 'CONTRACT_EXPIRED'),
  rule({
    code: 'CONTRACT_STILL_RUNNING',
    reads: ['contract', 'reason', 'effectiveDate'],
    holds: ({ contract, reason, effectiveDate }, at) =>
      reason !== 'CONTRACT_EXPIRED' || contract === undefined || hasRun(contract, effectiveDate ?? at),
  }),
  // nobody takes over from itself
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['successorTerminalId', 'terminalId'],
    holds: ({ successorTerminalId, terminalId }) =>
      successorTerminalId === undefined || successorTerminalId !== terminalId,
  }),
  rule({
    code: 'MUST_BE_CONFIRMED',
    reads: ['acknowledgement'],
    path: ['acknowledgement', 'contractReviewed'],
    holds: ({ acknowledgement }) => acknowledgement.contractReviewed === true,
  }),
  rule({
    code: 'IN_THE_FUTURE',
    reads: ['acknowledgement'],
    path: ['acknowledgement', 'at'],
    holds: ({ acknowledgement }, at) => at === undefined || dayOf(acknowledgement.at) <= dayOf(at),
  }),
]
