/** What a back end answers to a command or a request that never reached a record, or that has to wait. */
export const problemCodes = [
  'STALE_VERSION',
  'VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'MALFORMED_REQUEST',
  'HEADERS_TOO_LARGE',
  'BODY_TOO_LARGE',
  'BODY_TOO_SLOW',
  'BODY_ALREADY_PARSED',
  'MEDIA_TYPE_NOT_SUPPORTED',
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
  'NOT_IMPLEMENTED',
  'INTERNAL',
  'LIFECYCLE_UNKNOWN',
  'LIFECYCLE_EXISTS',
  'TERMINAL_NUMBER_IN_USE',
  'TERMINAL_NUMBER_IN_QUARANTINE',
  'COMMAND_ID_REUSED',
  'CURSOR_UNKNOWN',
  'RESERVED',
  'PACED',
  'TIMED_OUT',
  'STOPPED',
  'NOT_ENDED',
] as const
export type BackEndProblem = (typeof problemCodes)[number]

/** What an audit of stored lives may find. */
export const findingCodes = [
  /** What is stored cannot be read as a record, an entry or a row. */
  'UNREADABLE',
  'INVARIANT_VIOLATED',
  /** An entry is missing, altered, or does not continue the one before. */
  'CHAIN_BROKEN',
  /** The journal tells another record than the stored one. */
  'FOLD_DIFFERS',
  /** Rows of work are not those that the record asks for. */
  'WORK_DIFFERS',
  /** An order was tried so often that somebody should look. */
  'ORDER_STUCK',
  /** A deadline was due long ago and did not fire: no worker is running, or its clock is wrong. */
  'DEADLINE_OVERDUE',
] as const
export type FindingCode = (typeof findingCodes)[number]
