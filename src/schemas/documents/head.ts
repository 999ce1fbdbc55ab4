import { Line } from '../forms/fields.ts'
import { FileRef } from '../forms/files.ts'
import { Instant, listOf, Reference, SerialNumber } from '../primitives.ts'

/** What every document says of itself. */
export const head = {
  id: Reference,
  issuedAt: Instant,
  /** Who made it, where that is not plain from the kind: a bank, a court, a workshop. */
  issuedBy: Line.optional(),
  /** Scans and pictures; the bytes are uploaded apart. */
  files: listOf(FileRef, { max: 20 }).optional(),
  /** The document that this one replaces. */
  supersedes: Reference.optional(),
} as const

/** Of a document about one device. */
export const deviceHead = { ...head, serialNumber: SerialNumber } as const

/** Of a document about one terminal. */
export const processes = ['suspension', 'reinstatement', 'closure'] as const
