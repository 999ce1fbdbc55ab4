import { reasonProfiles } from '../reason-profiles.ts'
import type { SuspensionReason } from '../reasons.ts'
import { type CommonRequest, commonRules, type FaultOfDevice } from './common.ts'
import { distinct, lasts, neededWhen, type RequestRule, ruleOver } from './rule.ts'

/** The fields of a suspension request on which its decision rests. */
export interface SuspensionQuestion extends CommonRequest {
  readonly terminalIds: readonly string[]
  readonly reason: SuspensionReason
  readonly comment?: string | undefined
  readonly duration: 'permanent' | 'temporary'
  readonly plannedPeriod: { readonly from: string; readonly until?: string | undefined }
  readonly dataBackup: 'done' | 'notPossible'
  readonly dataBackupNote?: string | undefined
  readonly fault?: FaultOfDevice | undefined
}

const rule = ruleOver<SuspensionQuestion>()
const needed = neededWhen<SuspensionQuestion>()

/** (R-006, R-281, R-289, R-302, C-11, C-17, C-19) */
export const suspensionRules: readonly RequestRule<SuspensionQuestion>[] = [
  ...(commonRules as readonly RequestRule<SuspensionQuestion>[]),
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['terminalIds'],
    holds: ({ terminalIds }) => distinct(terminalIds),
  }),
  rule({
    code: 'PERMANENT_IS_CLOSURE',
    reads: ['duration'],
    holds: ({ duration }) => duration === 'temporary',
  }),
  rule({
    code: 'REASON_TOO_VAGUE',
    reads: ['reason'],
    holds: ({ reason }) => !reasonProfiles[reason].umbrella,
  }),
  rule({
    code: 'REASON_NOT_FOR_INITIATOR',
    reads: ['reason'],
    holds: ({ reason }) =>
      reasonProfiles[reason].umbrella || reasonProfiles[reason].initiators.includes('merchant'),
  }),
  needed('comment', 'reason', ({ reason }) => reason === 'OTHER'),
  rule({
    code: 'PERIOD_REVERSED',
    reads: ['plannedPeriod'],
    path: ['plannedPeriod', 'until'],
    holds: ({ plannedPeriod: { from, until } }, at) => lasts(from, until, at),
  }),
  // that there can be no copy is a statement too; silence is none
  rule({ code: 'REQUIRED_HERE', reads: ['dataBackup'], holds: ({ dataBackup }) => dataBackup !== undefined }),
  needed('dataBackupNote', 'dataBackup', ({ dataBackup }) => dataBackup === 'notPossible'),
]
