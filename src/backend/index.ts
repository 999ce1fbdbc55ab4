export { type BackendOptions, createBackend } from './backend.ts'
export type { CaseRuntime } from './case-runtime.ts'
export { documentIdOf } from './documents/ids.ts'
export { contentFault, type DeclaredContent } from './documents/judge/content.ts'
export { memoryDocuments } from './documents/memory.ts'
export type { DocumentsOptions } from './documents/over.ts'
export type {
  AnnouncedDocument,
  DocumentOwner,
  DocumentStatus,
  Documents,
  KeptDocument,
  OwnPaper,
  Piece,
  Scan,
  ScannedDocument,
} from './documents.ts'
export { type DossierTable, dossierTables, type TableWords } from './dossier-tables.ts'
export type { Registered, RegisteredDetails } from './registered.ts'
export type { DescribeNotice } from './views/notices.ts'
