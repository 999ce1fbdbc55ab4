/** Why a document is refused for what it holds; stable codes. */
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
  /** More pixels than `documentLimits` allows. */
  'PICTURE_TOO_LARGE',
  /** A structured paper that is no JSON in its one spelling, or is too deep or too big. */
  'PAPER_NOT_CANONICAL',
  /** A structured paper that is not as the schema of its type says. */
  'PAPER_NOT_OF_ITS_TYPE',
] as const
export type ContentFault = (typeof contentFaults)[number]
