import { secretInReference } from '../../domain/index.ts'
import { type InputIssue, InvalidInputError } from '../../errors/index.ts'
import { type CallbackRules, judgeCallbackUrl } from '../callback-url.ts'
import { readSigningKeys } from '../keys.ts'
import type { Endpoint } from './options.ts'

const idPattern = /^[A-Za-z0-9_:.-]{1,100}$/

/** Of cards and people. A token of the receiver's own is its business: receivers are known by such paths. */
const numberIn = (url: string): string | undefined => {
  const code = secretInReference(url)
  return code === 'SECRET_IN_TEXT' ? undefined : code
}

/** The id is printed wherever the endpoint is spoken of. */
const faultOfId = (id: string, isTwice: boolean): string | undefined => {
  if (!idPattern.test(id)) return 'INVALID_FORMAT'
  return secretInReference(id) ?? (isTwice ? 'NOT_UNIQUE' : undefined)
}

const faultOfUrl = (url: string, rules: CallbackRules): string | undefined => {
  const verdict = judgeCallbackUrl(url, rules)
  if (verdict.allowed) return numberIn(url)
  return verdict.reason
}

const issuesOfKeys = (secrets: Endpoint['secrets'], path: string): readonly InputIssue[] => {
  if (typeof secrets === 'function') return []
  try {
    readSigningKeys(secrets)
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return error.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^\/keys/, path) }))
  }
}

/** @throws InvalidInputError naming what is wrong with which endpoint, never a URL or a key. */
export function checkEndpoints(endpoints: readonly Endpoint[], rules: CallbackRules): void {
  const issues = endpoints.flatMap(({ id, url, secrets }, place): readonly InputIssue[] => {
    const path = `/endpoints/${place}`
    const isTwice = endpoints.findIndex((other) => other.id === id) < place
    const ofId = faultOfId(id, isTwice)
    const ofUrl = faultOfUrl(url, rules)
    return [
      ...(ofId ? [{ path: `${path}/id`, code: ofId }] : []),
      ...(ofUrl ? [{ path: `${path}/url`, code: ofUrl }] : []),
      ...issuesOfKeys(secrets, `${path}/secrets`),
    ]
  })
  if (issues.length > 0) throw new InvalidInputError({ issues })
}
