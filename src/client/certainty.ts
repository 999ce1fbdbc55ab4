import type { Ending, Trail } from './trail.ts'

/** What a status of an answer to a write says: by itself, and where an earlier attempt of the same call got lost. */
interface Meaning {
  /** `refused`: not carried out. `busy`: most likely not, but nobody has judged it. */
  readonly alone: 'refused' | 'busy'
  /** `unknown`: the lost attempt may be what it was refused for, or was judged by other rules. */
  readonly afterLost: 'unknown'
}

const refused: Meaning = { alone: 'refused', afterLost: 'unknown' }
const busy: Meaning = { alone: 'busy', afterLost: 'unknown' }

/**
 * Statuses that say that a write was not carried out. Every other one, below 200 and from 300, leaves it unknown: a redirect often
 * follows the deed (303), a gateway answers for somebody whose answer it lost (5xx, 408, 499), an error comes from half way.
 *
 * After a lost attempt none of them is certain. Credentials (401), rights (403) and the form (400, 413, 415, 422) are judged before
 * anybody looks for the key; what is there no more (404, 410), not allowed any more (409) or at another version (412) may be so because
 * the lost attempt was carried out.
 */
const refusals: Readonly<Record<number, Meaning>> = {
  400: refused,
  401: refused,
  402: refused,
  403: refused,
  404: refused,
  405: refused,
  409: refused,
  410: refused,
  411: refused,
  412: refused,
  413: refused,
  414: refused,
  415: refused,
  417: refused,
  421: refused,
  422: refused,
  423: refused,
  424: refused,
  425: busy,
  426: refused,
  428: refused,
  429: busy,
  431: refused,
  451: refused,
}

/** Codes by which the other side has looked at the key itself: nothing was carried out under it for this request, then or now. */
const codesAboutTheKey: readonly string[] = ['IDEMPOTENCY_KEY_REUSED']

const codeOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined

const unsent: readonly Ending['kind'][] = ['preparing', 'unsent', 'unreached']
const isUnsent = ({ kind }: Ending): boolean => unsent.includes(kind)

const meaningOf = (ending: Ending): Meaning['alone'] | undefined =>
  ending.kind === 'answered' && ending.fault !== 'dialect' ? refusals[ending.status]?.alone : undefined

/**
 * Is it certain that a write was not carried out? Asked when a call has failed; a good answer needs no certainty.
 *
 * Too many requests (429) and too early (425) are certain only together with a refusal that came after them.
 */
export const isCertain = ({ endings, last }: Trail): boolean => {
  const sent = endings.filter((ending) => !isUnsent(ending))
  if (sent.length === 0) return true
  if (last?.kind === 'answered' && meaningOf(last) && codesAboutTheKey.includes(String(codeOf(last.body))))
    return true
  const meanings = sent.map(meaningOf)
  return !meanings.includes(undefined) && meanings.at(-1) === 'refused'
}
