import * as z from 'zod'
import {
  type DocumentRef as DomainDocumentRef,
  documentTypes,
  hasCurrencyForm,
  isCurrency,
  largestAmount,
  misfitIn,
  secretIn,
} from '../domain/index.ts'
import { crossField } from './forms/cross-field.ts'
import { judgement, secretCodes } from './forms/judged.ts'
import { Digest, listOf, Reference } from './primitives.ts'

const Fact = z.union([
  z
    .string()
    .min(1)
    .max(100)
    .check(judgement((text) => (text.length > 100 ? undefined : secretIn(text)), secretCodes)),
  z.int().min(-largestAmount).max(largestAmount),
  z.boolean(),
])
/** What was read off a paper; names and kinds are those of its type. */
export const Facts = z.record(
  z
    .string()
    .max(40)
    .check(judgement((name) => (name.length > 40 ? undefined : secretIn(name)), secretCodes)),
  Fact,
)

const shape = z.strictObject({
  id: Reference,
  type: z.enum(documentTypes),
  digest: Digest,
  facts: Facts.optional(),
  /** The document that this one replaces. */
  supersedes: Reference.optional(),
})
/** What an event carries of a document: never the document itself, the journal keeps events for years. */
export const DocumentRef: z.ZodType<DomainDocumentRef, DomainDocumentRef> = shape.check(
  crossField<z.output<typeof shape>>()({
    code: 'FACT_UNKNOWN',
    reads: ['facts', 'type'],
    holds: ({ facts, type }) => facts === undefined || misfitIn(type, facts, hasCurrencyForm) === undefined,
  }),
  crossField<z.output<typeof shape>>()({
    code: 'CURRENCY_UNKNOWN',
    reads: ['facts'],
    path: ['facts', 'currency'],
    holds: ({ facts }) =>
      typeof facts?.currency !== 'string' || !hasCurrencyForm(facts.currency) || isCurrency(facts.currency),
  }),
)
export type DocumentRef = DomainDocumentRef
/** Up to 50 papers; none is allowed. */
export const DocumentRefs = listOf(DocumentRef, { max: 50 })
/** 1 to 50 papers, where an act rests on at least one. */
export const SomeDocumentRefs = listOf(DocumentRef, { min: 1, max: 50 })
