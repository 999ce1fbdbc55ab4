const kB = 1024
const MB = 1024 * kB

/**
 * What may be uploaded, and how much of it. Forms, the announcement of a document and the side that takes it in all read this
 * one table.
 */
export const documentLimits = {
  /** Bytes of one scan or picture. */
  largestFile: 10 * MB,
  /** Bytes of one structured paper, as JSON. */
  largestPaper: 1 * MB,
  /** Documents of one owner that are announced and not finished. */
  openFiles: 20,
  /** Bytes of one owner that are announced and not finished; also what one application may bring. */
  openBytes: 60 * MB,
  /** Documents that one owner announces within an hour. */
  filesPerHour: 200,
  /** Pieces of one document: many tiny ones cost more than what they carry. */
  pieces: 1_000,
  /** How often all bytes may come before a document whose digest never fits is refused for good. */
  attempts: 3,
  /** Hours after which a document that was announced and never finished is gone. */
  hoursToFinish: 24,
  /** Pixels of a picture in all, and of one side: beyond it a small file fills the memory of whoever opens it. */
  pixels: 40_000_000,
  pixelsASide: 12_000,
  /** Bytes of the name in UTF-8. */
  name: 255,
  /** Levels and members of a structured paper. */
  depth: 16,
  members: 10_000,
} as const
