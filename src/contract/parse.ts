import type * as z from 'zod'
import type { InputIssue } from '../errors/index.ts'
import { parseForm, type Reader, readOften } from '../schemas/index.ts'
import { declaredPath } from './declared.ts'
import type { Schema } from './operation.ts'

/** The value with defaults filled in, or everything that is wrong with it; never the refused value. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly InputIssue[] }

/** Nobody reads the hundredth fault of one message. */
const mostIssues = 50

/** Of alternatives the first speaks: it is the precise one, the others are there to be tolerant. */
const leaves = (issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly InputIssue[] => {
  const path = [...above, ...issue.path]
  const first = issue.code === 'invalid_union' ? issue.errors[0] : undefined
  if (first?.length) return first.flatMap((inner) => leaves(inner, path))
  return [{ path: declaredPath(path), code: issue.code.toUpperCase() }]
}

/** Rows know their schemas only by type; each of them is a Zod schema. */
const zodOf = (schema: Schema): z.ZodType => schema as z.ZodType

const readers = new WeakMap<Schema, Reader<unknown>>()

const readerOf = (schema: Schema): Reader<unknown> => {
  const known = readers.get(schema)
  if (known !== undefined) return known
  const reader = readOften(zodOf(schema))
  readers.set(schema, reader)
  return reader
}

/**
 * Reads what is sent: strict, and with the same issues as `parseForm` gives a form, so that a portal, the client and the
 * server name a mistake alike.
 */
export const readInput = (schema: Schema, value: unknown): Parsed => {
  // Parameters, queries and bodies are objects, all of them; nothing else is worth a look at its members.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, issues: [{ path: '', code: 'WRONG_TYPE' }] }
  }
  const form = parseForm(readerOf(schema), value)
  if (form.success) return { ok: true, value: form.data }
  return { ok: false, issues: form.issues.slice(0, mostIssues).map(({ path, code }) => ({ path, code })) }
}

/** Reads what is answered: new fields are dropped, and issues name where and what, never a value or a key of the sender's own. */
export const readReply = (schema: Schema, value: unknown): Parsed => {
  const reply = readerOf(schema)(value)
  if (reply.success) return { ok: true, value: reply.data }
  return { ok: false, issues: reply.error.issues.flatMap((issue) => leaves(issue, [])).slice(0, mostIssues) }
}
