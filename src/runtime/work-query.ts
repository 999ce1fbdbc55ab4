import {
  type BlockerCode,
  blockerProfiles,
  type Duty,
  duties,
  type Instant,
  type LifeState,
  lifeStates,
  type Owner,
  roles,
} from '../domain/index.ts'
import type { InputIssue } from '../errors/index.ts'
import { InvalidInputError } from '../errors/index.ts'
import { isName } from './find-query.ts'
import { listed } from './matches.ts'
import { millisecondsOf } from './projection.ts'
import { never, type WorkPlace, type WorkQuery } from './work-rows.ts'

/** What work is looked for; all that is given must match. */
export interface WorkQuestion {
  /** Who has to act. */
  owner?: Owner | undefined
  /** Whose work it is at the provider: of one duty, or of any of several, such as all those of whoever asks. */
  duty?: Duty | readonly Duty[] | undefined
  /** One, or any of several. */
  code?: BlockerCode | readonly BlockerCode[] | undefined
  /** Where the life stands: one state, or any of several. */
  state?: LifeState | readonly LifeState[] | undefined
  /** What is due before this instant; with the present one: what is overdue. */
  dueBefore?: Instant | undefined
  merchantId?: string | undefined
  terminalId?: string | undefined
  /** `next` of the page before. */
  after?: string | undefined
  /** 100 when left out, 1 000 at most. */
  limit?: number | undefined
}

const largestPage = 1_000

/** Of what its reader was shown last, and of nothing else. */
export function cursorOf([dueAt, ...rest]: WorkPlace): string {
  const text = encodeURIComponent(JSON.stringify([dueAt === never ? null : dueAt, ...rest]))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function partsIn(cursor: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))))
  } catch {
    return undefined
  }
}

/** `undefined`: nobody was given it. */
function placeIn(cursor: unknown): WorkPlace | undefined {
  const parts = typeof cursor === 'string' ? partsIn(cursor) : undefined
  if (!Array.isArray(parts) || parts.length !== 6) return undefined
  const [due, lifecycleId, code, ref, list, n] = parts
  const isDue = due === null || Number.isSafeInteger(due)
  const areTexts = [lifecycleId, code, ref, list].every((part) => typeof part === 'string')
  if (!isDue || !areTexts || !Number.isSafeInteger(n)) return undefined
  return [due ?? never, lifecycleId, code, ref, list, n]
}

const codes = Object.keys(blockerProfiles)

/** @throws InvalidInputError naming every path that is wrong; CURSOR_UNKNOWN for `after`. */
export function readWorkQuestion(question: WorkQuestion = {}): Omit<WorkQuery, 'viewer' | 'at'> {
  if (typeof question !== 'object' || question === null || Array.isArray(question))
    throw new InvalidInputError({ issues: [{ path: '', code: 'WRONG_TYPE' }] })
  const {
    owner,
    duty,
    code,
    state,
    dueBefore,
    merchantId,
    terminalId,
    after,
    limit = 100,
    ...others
  } = question
  const known = (path: string, allowed: readonly unknown[], given: readonly unknown[] = []) =>
    given.every((value) => allowed.includes(value)) ? [] : [{ path, code: 'NOT_ALLOWED_VALUE' }]
  const text = (path: string, given: unknown) =>
    given === undefined || isName(given) ? [] : [{ path, code: 'INVALID_FORMAT' }]
  const isText = typeof dueBefore === 'string'
  const due = dueBefore === undefined ? undefined : isText ? millisecondsOf(dueBefore) : Number.NaN
  const place = after === undefined ? undefined : placeIn(after)
  const isPage = Number.isSafeInteger(limit) && limit >= 1 && limit <= largestPage
  const issues: readonly InputIssue[] = [
    ...known('/owner', [...roles, 'authority'], owner === undefined ? [] : [owner]),
    ...known('/duty', duties, listed(duty)),
    ...known('/code', codes, listed(code)),
    ...known('/state', lifeStates, listed(state)),
    ...text('/merchantId', merchantId),
    ...text('/terminalId', terminalId),
    ...(Number.isNaN(due) ? [{ path: '/dueBefore', code: 'INVALID_FORMAT' }] : []),
    ...(after !== undefined && place === undefined ? [{ path: '/after', code: 'CURSOR_UNKNOWN' }] : []),
    ...(isPage ? [] : [{ path: '/limit', code: 'OUT_OF_RANGE' }]),
    ...Object.keys(others).map((name) => ({ path: `/${name}`, code: 'UNKNOWN_FIELD' })),
  ]
  if (issues.length > 0) throw new InvalidInputError({ issues })
  return {
    ...{ owner, duties: listed(duty), merchantId, terminalId, dueBefore: due, limit },
    ...{ codes: listed(code), states: listed(state), after: place },
  }
}
