import type { BackEndProblem, FindingCode } from '../../back-end-codes.ts'

export const problems: Readonly<Record<BackEndProblem, string>> = {
  STALE_VERSION: 'The record has changed since it was read. Read it again and decide again.',
  VALIDATION_FAILED: 'Some fields are not valid. Correct those that are listed.',
  UNAUTHENTICATED: 'Nobody is signed in. Sign in first.',
  NOT_FOUND: 'Nothing was found under this reference. Check it.',
  METHOD_NOT_ALLOWED: 'This cannot be done at this address. Use the method of the contract.',
  MALFORMED_REQUEST:
    'The request is not written as the contract has it. Build its address and headers with a client.',
  HEADERS_TOO_LARGE: 'The headers of the request are too large. Send fewer or shorter ones.',
  BODY_TOO_LARGE: 'The request is too large. Send less, or upload documents one by one.',
  BODY_TOO_SLOW: 'The content did not arrive in time. Send it again over a better connection.',
  BODY_ALREADY_PARSED:
    'Something read the content before the handler did. Mount the handler ahead of body parsers.',
  MEDIA_TYPE_NOT_SUPPORTED: 'This kind of content is not taken. Send JSON.',
  IDEMPOTENCY_KEY_MISSING: 'The request has no idempotency key. Send one with every write.',
  IDEMPOTENCY_KEY_REUSED: 'The key was used for another request. Use a new one.',
  NOT_IMPLEMENTED: 'This acquirer does not offer the operation. Ask it for another way.',
  INTERNAL: 'Something went wrong on this side. Give the trace number to its operator.',
  LIFECYCLE_UNKNOWN: 'No life of a terminal has this id. Check it, or open the terminal first.',
  LIFECYCLE_PURGED:
    'The years for which this life was kept have passed, and it was purged. Ask the records office for its tombstone.',
  LIFECYCLE_EXISTS: 'A life of a terminal has this id already. Use another id.',
  TERMINAL_NUMBER_IN_USE: 'The terminal number has an open life already. Close that one first.',
  TERMINAL_NUMBER_IN_QUARANTINE:
    'The terminal number belonged to another merchant and is still in quarantine. Wait until that ends, or let two people decide.',
  COMMAND_ID_REUSED: 'The command id was used for another command. Use a new one.',
  CURSOR_UNKNOWN: 'This cursor is not valid. Use one that was handed to you, or start from the beginning.',
  RESERVED: 'Ids of this form belong to the runtime. Use another one.',
  PACED: 'Too many orders of one kind were given in a short time. This one waits for its turn.',
  TIMED_OUT: 'No answer came in time. It is tried again with the same key.',
  STOPPED: 'The worker was stopped meanwhile. It is tried again with the same key.',
  NOT_ENDED: 'The answer did not end the order. It is tried again with the same key.',
  DOCUMENTS_OPEN: 'Too many documents are announced and not finished. Finish some of them first.',
  BYTES_OPEN:
    'The documents that are announced and not finished are too large together. Finish some of them first.',
  DOCUMENTS_TOO_MANY: 'Too many documents were announced within an hour. Try again later.',
  OFFSET_WRONG: 'Another part of the document is needed next. Go on at the byte that is named.',
  PIECES_TOO_MANY: 'The document came in too many small pieces. Announce it again and send larger ones.',
  DIGEST_MISMATCH: 'What arrived is not what was announced. Send the document again.',
  DOCUMENT_EXPIRED: 'The upload was not finished in time. Announce the document again.',
  DOCUMENT_PURGED:
    'The document need not be kept any more and was removed. Ask the merchant for it where it is still needed.',
  DOCUMENT_NOT_READY: 'The document is not complete, or is still being checked. Try again later.',
  INFECTED: 'The document holds harmful software. Check the device and send a clean file.',
  CONTENT_NOT_AS_DECLARED:
    'The file is not of the kind that its name or type says. Choose the original file.',
  CONTENT_DAMAGED: 'The file is damaged or not complete. Scan or save it again.',
  CONTENT_AMBIGUOUS: 'The file holds something beside the document itself. Scan or export it again.',
  CONTENT_ACTIVE: 'The file holds scripts, actions or other files. Print it to a plain PDF and send that.',
  CONTENT_ENCRYPTED: 'The file is protected by a password. Send it without one.',
  PICTURE_TOO_LARGE: 'The picture has too many pixels. Make it smaller.',
  PAPER_NOT_CANONICAL:
    'The structured paper is not written in the agreed form. Write it with the library and send it again.',
  PAPER_NOT_OF_ITS_TYPE: 'The structured paper is not as its type wants. Correct its fields.',
}

export const findings: Readonly<Record<FindingCode, string>> = {
  UNREADABLE:
    'What is stored cannot be read. Install the release that wrote it where that is newer; otherwise restore a copy.',
  INVARIANT_VIOLATED: 'The record contradicts itself. Do not act on it.',
  CHAIN_BROKEN: 'An entry of the journal is missing or was altered. Compare it with a copy.',
  FOLD_DIFFERS: 'The journal tells another record than the stored one. Do not act on it.',
  WORK_DIFFERS: 'Orders or deadlines are not those of the record. Do not start a worker.',
  ORDER_STUCK: 'An order was tried very often. Have somebody look at the other side.',
  DEADLINE_OVERDUE: 'A deadline is long past and did not fire. Check that a worker is running.',
}
