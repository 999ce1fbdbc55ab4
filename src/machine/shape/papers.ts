import type { DocumentRef } from '../../domain/index.ts'
import { fields, instant, optional, text } from './kinds.ts'
import { anyOf } from './kit.ts'

export const documentRef = () =>
  fields<DocumentRef>({
    id: text,
    type: anyOf<DocumentRef['type']>(),
    digest: text,
    validTo: optional(instant),
    supersedes: optional(text),
  })
