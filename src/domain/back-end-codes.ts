/** Why a document is refused for what it holds. */
export const contentFaults = [
  /** Content, declared media type and the ending of its name do not agree. */
  'CONTENT_NOT_AS_DECLARED',
  /** It ends too early, or is not built as its kind must be. */
  'CONTENT_DAMAGED',
  /** Something stands before its beginning or behind its end, or it can be read as another kind of file too. */
  'CONTENT_AMBIGUOUS',
  /** It can act by itself: scripts, actions, other files inside it. */
  'CONTENT_ACTIVE',
  /** It cannot be read without a password. */
  'CONTENT_ENCRYPTED',
  /** More pixels than `documentLimits` of the back end allows. */
  'PICTURE_TOO_LARGE',
  /** A structured paper that is no JSON in its one spelling, or is too deep or too big. */
  'PAPER_NOT_CANONICAL',
  /** A structured paper that is not as the schema of its type says. */
  'PAPER_NOT_OF_ITS_TYPE',
] as const
export type ContentFault = (typeof contentFaults)[number]

/** What is said of any request, before it is looked at whom or what it is about. */
export const requestProblems = [
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
] as const

/** What a back end answers to a command or a request that never reached a record, or that has to wait. */
export const problemCodes = [
  ...requestProblems,
  'LIFECYCLE_UNKNOWN',
  'LIFECYCLE_PURGED',
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
  // documents
  'DOCUMENTS_OPEN',
  'BYTES_OPEN',
  'DOCUMENTS_TOO_MANY',
  'OFFSET_WRONG',
  'PIECES_TOO_MANY',
  'DIGEST_MISMATCH',
  'DOCUMENT_EXPIRED',
  'DOCUMENT_PURGED',
  'DOCUMENT_NOT_READY',
  'INFECTED',
  ...contentFaults,
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
