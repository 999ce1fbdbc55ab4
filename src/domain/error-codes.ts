/** The stable code of every error class. Adding one is a minor release, renaming one a major. */
export const errorCodes = [
  'INVALID_INPUT',
  'FORBIDDEN_FIELD',
  'INVARIANT_VIOLATED',
  'FUTURE_VERSION',
  'MISSING_MIGRATION',
  'CORRUPT_RECORD',
  'VERSION_CONFLICT',
  'STORE_FAILED',
  'REFUSED',
  'SERVICE_ANSWER_REFUSED',
  'SERVICE_FAILED',
  'PLUGGED_IN_FAILED',
  'CONNECTION_FAILED',
  'REQUEST_TIMEOUT',
  'OUTCOME_UNKNOWN',
  'HTTP_ERROR',
  'PROTOCOL_ERROR',
  'UNTRUSTED_ENDPOINT',
] as const
export type ErrorCode = (typeof errorCodes)[number]
