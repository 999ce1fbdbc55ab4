import * as z from 'zod'
import { requestProblems } from '../domain/index.ts'
import type { InputIssue } from '../errors/index.ts'
import { BlockerView } from './views/blocker.ts'
import { holdsNoSecret, list, Words } from './wire.ts'

/** Body of every answer that is not a good one: RFC 9457, `application/problem+json`. */
export interface Problem {
  /** Always `about:blank`: `code` is what tells problems apart. */
  type: string
  /** In the language that `Content-Language` names. */
  title: string
  /** What happened and what to do about it, for people, in the same language. */
  detail?: string | undefined
  status: number
  /** Stable, SCREAMING_SNAKE_CASE. */
  code: string
  /** With BLOCKED and NOT_ALLOWED_IN_STATE: each reason, its owner and what clears it. */
  blockers?: readonly BlockerView[] | undefined
  /** With VALIDATION_FAILED: JSON Pointers and codes; the values are never repeated. */
  issues?: readonly InputIssue[] | undefined
  /** With OFFSET_WRONG: the byte that the upload goes on with. */
  offset?: number | undefined
  /** What to quote to the operator. */
  traceId?: string | undefined
}

/** Every `code` that a problem of the contract may carry; another one is an unknown refusal. */
export const problemCodes = [
  'BLOCKED',
  'NOT_ALLOWED_IN_STATE',
  'ROLE_NOT_ALLOWED',
  ...requestProblems,
] as const
/** Codes of the contract itself; an operation may add its own. */
export type ProblemCode = (typeof problemCodes)[number]

/** Codes look like this on the wire; anything else is not taken over into an error. */
export const problemCode = /^[A-Z][A-Z0-9_]{1,60}$/

export const Problem: z.ZodType<Problem, Problem> = z.object({
  type: Words,
  title: Words,
  detail: Words.optional(),
  status: z.int().min(400).max(599),
  code: z.string().regex(problemCode).refine(holdsNoSecret),
  blockers: list(BlockerView).optional(),
  issues: list(z.object({ path: Words, code: Words })).optional(),
  offset: z.int().nonnegative().optional(),
  traceId: Words.optional(),
})
