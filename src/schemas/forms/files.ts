import * as z from 'zod'
import { secretIn } from '../../domain/index.ts'
import { documentLimits } from '../document-limits.ts'
import { Digest } from '../primitives.ts'
import { crossField } from './cross-field.ts'
import { unsafe } from './fields.ts'
import { judgement, secretCodes } from './judged.ts'

/** What may be uploaded; PDF and pictures only. */
export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
/** Bytes of one document at most. @unit bytes */
export const largestFile = documentLimits.largestFile
/** What a document may consist of: a file, or a structured paper as JSON. */
export const documentMedia = [...fileTypes, 'application/json'] as const
export type DocumentMedia = (typeof documentMedia)[number]

/** May a document be of this media type? Exactly as listed: `image/jpg` and parameters are not. */
export const isDocumentMedia = (mediaType: string): mediaType is DocumentMedia =>
  (documentMedia as readonly string[]).includes(mediaType)

const endings: Readonly<Record<DocumentMedia, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe'],
  'image/png': ['png'],
  'application/json': ['json'],
}

/** Does the name end as files of this kind do? */
export const agreesWithName = (name: string, mediaType: DocumentMedia): boolean => {
  const ending = name.split('.').slice(1).at(-1)?.trim().toLowerCase()
  return ending !== undefined && endings[mediaType].includes(ending)
}

const reservedName = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/i
const reservedCharacter = /[/\\:*?"<>|]/
/** Endings of what is carried out or unpacked: before the real one they only deceive. */
const deceptive =
  /\.(exe|com|bat|cmd|scr|pif|cpl|msi|dll|lnk|ps1|vbs?|js|jse|wsf|hta|jar|apk|app|sh|py|php\d?|phtml|phar|aspx?|jspx?|cgi|pl|x?html?|svgz?|xml|xsl|zip|rar|7z|gz|tar|iso|docx?|docm|xlsx?|xlsm|pptx?|rtf|swf)[. ]*\./i

const judgeFileName = (name: string) => {
  if (new TextEncoder().encode(name).length > documentLimits.name) return 'TOO_LONG'
  const isUnsafe =
    unsafe.test(name) ||
    reservedCharacter.test(name) ||
    reservedName.test(name) ||
    deceptive.test(name) ||
    /^[. ]|[. ]$|\.\./.test(name)
  return isUnsafe ? 'UNSAFE_FILE_NAME' : secretIn(name)
}

/**
 * How its sender calls a file: shown, never used as a path. Composed (NFC), at most 255 bytes, without anything that moves, hides
 * or turns text; UNSAFE_FILE_NAME.
 */
export const FileName = z
  .string()
  .normalize('NFC')
  .min(1)
  .max(documentLimits.name)
  .check(
    judgement(
      (name) => (name.length > documentLimits.name ? undefined : judgeFileName(name)),
      ['TOO_LONG', 'UNSAFE_FILE_NAME', ...secretCodes],
    ),
  )

const reference = z.strictObject({
  name: FileName,
  mime: z.enum(fileTypes),
  /** Bytes. */
  size: z.int().positive().max(largestFile),
  sha256: Digest,
})
/** A scan or a picture of a paper, named and bound by its digest; the bytes travel apart. */
export const FileRef = reference.check(
  crossField<z.output<typeof reference>>()({
    code: 'FILE_NAME_MISMATCH',
    reads: ['name', 'mime'],
    holds: ({ name, mime }) => agreesWithName(name, mime),
  }),
)
export interface FileRef extends z.output<typeof FileRef> {}

// a `File` has other members too, and they are nobody's concern
const chosen = z.object({
  name: FileName,
  type: z.enum(fileTypes),
  size: z.int().positive().max(largestFile),
})
/** A file as a page knows it before it uploads one: name, kind, size and digest, not its bytes. */
export interface DocumentFile extends z.output<typeof chosen> {}

const chosenFile: z.ZodType<DocumentFile, DocumentFile> = chosen.check(
  crossField<DocumentFile>()({
    code: 'FILE_NAME_MISMATCH',
    reads: ['name', 'type'],
    holds: ({ name, type }) => agreesWithName(name, type),
  }),
)

/**
 * A file that somebody has chosen for upload, by its name, type and size alone: a `File` of a browser will do, and so will a
 * plain object where there is none. What is in it is judged when its bytes have come.
 *
 * @example parseForm(documentFile(), input.files[0])
 */
export const documentFile = (): z.ZodType<DocumentFile, DocumentFile> => chosenFile
