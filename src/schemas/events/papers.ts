import * as z from 'zod'
import { DocumentRef } from '../document-ref.ts'

export const DocumentAdded = z.strictObject({ type: z.literal('document.added'), document: DocumentRef })
export interface DocumentAdded extends z.output<typeof DocumentAdded> {}

export const paperEvents = [DocumentAdded] as const
export type PaperEvent = DocumentAdded
