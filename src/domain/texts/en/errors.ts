import type { ErrorCode } from '../../error-codes.ts'

/** What happened. */
export const errors: Readonly<Record<ErrorCode | 'UNEXPECTED', string>> = {
  INVALID_INPUT: 'The input is not valid.',
  FORBIDDEN_FIELD: 'The input has a field for a credential, a key or card data.',
  INVARIANT_VIOLATED: 'The record contradicts itself.',
  FUTURE_VERSION: 'The record was written by a newer version of this library.',
  MISSING_MIGRATION: 'The record is in an old format that nothing converts.',
  CORRUPT_RECORD: 'The stored record is damaged.',
  VERSION_CONFLICT: 'The record was changed in the meantime.',
  STORE_FAILED: 'The store could not read or write.',
  REFUSED: 'The other side refused.',
  SERVICE_ANSWER_REFUSED: 'A service answered with what cannot be taken.',
  SERVICE_FAILED: 'A service does not work.',
  PLUGGED_IN_FAILED: 'Something that was plugged in failed.',
  CONNECTION_FAILED: 'No connection to the other side.',
  REQUEST_TIMEOUT: 'No answer in time.',
  OUTCOME_UNKNOWN: 'It is not known whether the request took effect.',
  HTTP_ERROR: 'The other side answered with an error.',
  PROTOCOL_ERROR: 'The answer of the other side was not understood.',
  UNTRUSTED_ENDPOINT: 'The address is not trusted.',
  UNEXPECTED: 'Something unexpected went wrong.',
}

/** What to do about it. */
export const fixes: Readonly<Record<ErrorCode | 'UNEXPECTED', string>> = {
  INVALID_INPUT: 'Correct the values at the paths in `issues` and try again.',
  FORBIDDEN_FIELD: 'Remove that field; authentication belongs to the connection, card data nowhere.',
  INVARIANT_VIOLATED: 'Do not store the record; report the invariant with the journal to the maintainers.',
  FUTURE_VERSION: 'Update this library, then read the record again.',
  MISSING_MIGRATION: 'Migrate the record with the release that still knows its format.',
  CORRUPT_RECORD: 'Restore the record from its journal or a back-up.',
  VERSION_CONFLICT: 'Read the record again and decide anew.',
  STORE_FAILED: 'Do what its `failure` asks for. Repeat the same only where `retryable` is true.',
  REFUSED:
    'Do what its code asks for, and clear the blockers where it names any. The same request is refused again.',
  SERVICE_ANSWER_REFUSED:
    'Correct what the service of that order returns; it is asked again with the same key.',
  SERVICE_FAILED: 'Check the system behind it; its orders are tried again by themselves.',
  PLUGGED_IN_FAILED:
    'Look at that part: `frames` says where it threw. Log what it throws there, for its message is not kept here.',
  CONNECTION_FAILED: 'Check address, network and certificates, then repeat with the same idempotency key.',
  REQUEST_TIMEOUT: 'Repeat with the same idempotency key, or allow more time.',
  OUTCOME_UNKNOWN: 'Ask for the result with the same idempotency key; never send it again with another.',
  HTTP_ERROR:
    'See status and problem; with 401 check the credentials. Repeat only where `retryable` is true.',
  PROTOCOL_ERROR: 'Check base URL and version of the other side; the path tells where the answer differs.',
  UNTRUSTED_ENDPOINT: 'Use an https address of an allowed host.',
  UNEXPECTED: 'Report it to the provider with the time at which it happened.',
}

/** What is wrong with a store and what to do about it, by the failure of a `StoreError`. */
export const storeFixes = {
  busy: 'Somebody else holds it at this moment. Try again a little later; if it stays so, find out who keeps it open.',
  unavailable:
    'It is not there, or cannot be reached or written. Look at the path or address, then try again.',
  full: 'There is no room left on its disk. Make room, then do it again.',
  exists: 'There is a file of that name already. Choose another name.',
  occupied:
    'It holds records or papers already. Name an empty place; a restore never writes over what is there.',
  incomplete:
    'Its -wal file is missing, perhaps with the newest writes in it. Put it beside the file, or take a back-up.',
  damaged: 'The file cannot be read any more. Keep it, and restore a back-up into an empty place.',
  foreign: 'It is no store of this library, and is left as it is. Name the right file or database.',
  inconsistent:
    'What was to be written does not continue what is stored. Read it again; if it happens again, audit the store.',
  closed: 'It was closed before this was asked of it. Open it again, and close it only after the last use.',
  papers:
    'The papers that are named cannot be asked for what they say. See that their store works, then try again.',
  failed: 'The database refused, for a reason that has no name here. Look into its own log.',
}
export type StoreFixes = Readonly<Record<keyof typeof storeFixes, string>>

/** How a command was refused as a whole; NOT_ALLOWED_IN_STATE is the third, a blocker too. */
export const refusals = {
  BLOCKED: 'Something stands in the way. Clear the blockers that are listed.',
  TIMER_UNKNOWN: 'No such deadline is running. Nothing has to be done.',
} as const

export type RefusalText = keyof typeof refusals
