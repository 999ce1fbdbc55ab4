import { isForbiddenFieldName } from '../../domain/index.ts'
import type { FormIssue } from './issue.ts'
import { pointer } from './pointer.ts'

/** What a form may be at most; anything bigger is refused before a schema looks at it. */
const formLimits = { depth: 32, keys: 10_000, characters: 1_000_000 } as const

/** Own keys that reach into the machinery of an object when they are copied. */
const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

interface Findings {
  issues: FormIssue[]
  keys: number
  characters: number
  /** Beyond a limit: what follows was not looked at. */
  exceeded: FormIssue | null
}

/** The path is one list that grows and shrinks on the way: most of them are never told. */
const visit = (value: unknown, path: string[], found: Findings): void => {
  if (found.exceeded !== null) return
  if (typeof value === 'string') found.characters += value.length
  if (found.characters > formLimits.characters) {
    found.exceeded = { path: '', code: 'TOO_BIG', params: { maximum: formLimits.characters } }
  }
  if (typeof value !== 'object' || value === null) return
  if (path.length >= formLimits.depth) {
    found.exceeded = { path: '', code: 'TOO_DEEP', params: { maximum: formLimits.depth } }
    return
  }
  for (const key of Object.keys(value)) {
    path.push(key)
    found.keys += 1
    found.characters += key.length
    if (found.keys > formLimits.keys) {
      found.exceeded ??= { path: '', code: 'TOO_BIG', params: { maximum: formLimits.keys } }
      return
    }
    if (!Array.isArray(value)) {
      if (isForbiddenFieldName(key))
        found.issues.push({ path: pointer(path), code: 'FORBIDDEN_FIELD', params: {} })
      else if (reservedKeys.has(key))
        found.issues.push({ path: pointer(path), code: 'UNKNOWN_FIELD', params: {} })
    }
    visit((value as Record<string, unknown>)[key], path, found)
    path.pop()
  }
}

/**
 * Looks at raw input without any schema: its size, its depth, and every key at every depth. A field for a password is
 * found wherever it hides, also inside a part that no schema expects.
 */
export const inspect = (input: unknown): { issues: readonly FormIssue[]; tooBig: boolean } => {
  const found: Findings = { issues: [], keys: 0, characters: 0, exceeded: null }
  visit(input, [], found)
  return found.exceeded === null
    ? { issues: found.issues, tooBig: false }
    : { issues: [found.exceeded], tooBig: true }
}
