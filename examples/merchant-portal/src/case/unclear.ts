import type { BlockerCode } from 'terminal-lifecycle/domain'

/** What a reader cannot do anything about, or must not be told: all of it has one sentence, so that the sentence tells nothing. */
const oneSentence: readonly (BlockerCode | string)[] = [
  'CONTACT_PROVIDER',
  'HOLD_UNKNOWN',
  'REASON_UNKNOWN',
  'ORDER_FAILED',
  'ORDER_PARKED',
  'RESULT_OVERDUE',
  'ANSWER_REFUSED',
  'STATUS_MISMATCH',
  'CLOCK_RUN_OUT',
  'ROLE_NOT_ALLOWED',
  'DUTY_REQUIRED',
  'INTERNAL',
]

/** A code of a newer server comes as `unknown(CODE)`. */
export const isUnclear = (code: string): boolean => code.startsWith('unknown(') || oneSentence.includes(code)
