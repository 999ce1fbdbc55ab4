import type * as z from 'zod'
import { isForbiddenFieldName } from '../../domain/index.ts'
import { type IssueCode, isIssueCode } from './codes.ts'
import { pointer } from './pointer.ts'

/** Figures and names that belong to a code, such as `minimum`; never anything that was entered. */
export type IssueParams = Readonly<Record<string, string | number | readonly string[]>>

/** One problem of a form. The text is made later and per reader, with `formatIssues`. */
export interface FormIssue {
  /** JSON Pointer (RFC 6901); the empty string is the whole form. */
  readonly path: string
  readonly code: IssueCode
  readonly params: IssueParams
}

type Issue = z.core.$ZodIssue
type Found = { code: IssueCode; params?: IssueParams }

const sized = (issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Found => {
  const isText = issue.origin === 'string'
  const isNumber = issue.origin === 'number' || issue.origin === 'int' || issue.origin === 'bigint'
  if (issue.code === 'too_small') {
    const minimum = Number(issue.minimum)
    // a text of at least one character is simply missing
    if (isText && minimum <= 1) return { code: 'REQUIRED' }
    return { code: isText ? 'TOO_SHORT' : isNumber ? 'TOO_SMALL' : 'TOO_FEW', params: { minimum } }
  }
  return {
    code: isText ? 'TOO_LONG' : isNumber ? 'TOO_LARGE' : 'TOO_MANY',
    params: { maximum: Number(issue.maximum) },
  }
}

const format = ({ format }: z.core.$ZodIssueInvalidStringFormat): Found => {
  if (format === 'datetime') return { code: 'INVALID_INSTANT' }
  return format === 'date' ? { code: 'INVALID_DAY' } : { code: 'INVALID_FORMAT' }
}

const isFigure = (value: unknown): value is IssueParams[string] =>
  typeof value === 'string' || typeof value === 'number' || Array.isArray(value)

/** Only what the schema's author wrote: figures and names that are not our own marks. */
const authored = (params: Readonly<Record<string, unknown>>): IssueParams =>
  Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, IssueParams[string]] => entry[0] !== 'code' && isFigure(entry[1]),
    ),
  )

const custom = (issue: z.core.$ZodIssueCustom): Found => {
  const params = issue.params ?? {}
  if (isIssueCode(params.code)) return { code: params.code, params: authored(params) }
  return { code: isIssueCode(issue.message) ? issue.message : 'INVALID' }
}

const found = (issue: Issue, missing: boolean): Found => {
  switch (issue.code) {
    case 'invalid_type':
      return missing ? { code: 'REQUIRED' } : { code: 'WRONG_TYPE', params: { expected: issue.expected } }
    case 'invalid_value': {
      if (missing) return { code: 'REQUIRED' }
      if (issue.values.length === 1 && issue.values[0] === true) return { code: 'MUST_BE_CONFIRMED' }
      return { code: 'NOT_ALLOWED_VALUE', params: { allowed: issue.values.map(String) } }
    }
    case 'too_small':
    case 'too_big':
      return sized(issue)
    case 'invalid_format':
      return format(issue)
    case 'custom':
      return custom(issue)
    case 'invalid_union':
      return missing ? { code: 'REQUIRED' } : { code: 'NO_VARIANT_MATCHES' }
    default:
      return { code: 'INVALID' }
  }
}

/** Does nothing stand at the path? Inside of what is no object, everything does. */
const isMissing = (input: unknown, path: readonly PropertyKey[]): boolean => {
  let found = input
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return false
    found = Object.hasOwn(found, key) ? (found as Record<PropertyKey, unknown>)[key] : undefined
  }
  return found === undefined
}

/** Of the alternatives of a union, the one with the fewest problems is the one that was meant. */
const nearest = (branches: readonly (readonly Issue[])[]): readonly Issue[] =>
  branches.reduce((best, branch) => (branch.length < best.length ? branch : best), branches[0] ?? [])

/** A key is unknown, whatever is wrong with it; only a secret in it is told apart. */
const secretKey = (issues: readonly Issue[]): IssueCode | undefined =>
  issues.map((issue) => found(issue, false).code).find((code) => code.endsWith('_IN_TEXT'))

const expand = (issue: Issue, input: unknown, parent: readonly PropertyKey[]): readonly FormIssue[] => {
  const path = [...parent, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pointer([...path, key]),
      code: isForbiddenFieldName(key) ? 'FORBIDDEN_FIELD' : 'UNKNOWN_FIELD',
      params: {},
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && !isMissing(input, path)) {
    return nearest(issue.errors).flatMap((inner) => expand(inner, input, path))
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    if (issue.code === 'invalid_element') return issue.issues.flatMap((inner) => expand(inner, input, path))
    return [{ path: pointer(path), code: secretKey(issue.issues) ?? 'UNKNOWN_FIELD', params: {} }]
  }
  const { code, params = {} } = found(issue, isMissing(input, path))
  return [{ path: pointer(path), code, params }]
}

/**
 * Zod's issues as ours: JSON Pointers, stable codes and figures. Nothing of the input gets into them, and Zod's own
 * English messages are left behind.
 *
 * @param input What was parsed; it is asked only whether something stands at a path.
 */
export const issuesOf = (issues: readonly Issue[], input: unknown): readonly FormIssue[] =>
  issues.flatMap((issue) => expand(issue, input, []))
