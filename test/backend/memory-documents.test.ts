import { memoryDocuments } from '../../src/backend/index.ts'
import { documentsConformance } from './documents-conformance.ts'

documentsConformance('memoryDocuments', memoryDocuments)
