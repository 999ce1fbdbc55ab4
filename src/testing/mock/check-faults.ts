import { contract, type OperationName, type Side } from '../../contract/index.ts'
import { type InputIssue, InvalidInputError } from '../../errors/index.ts'
import { type Fault, type FaultKind, innerKinds } from './faults.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value !== ''
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1
const isMs: Check = (value) => Number.isSafeInteger(value)
const among =
  (...members: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && members.includes(value)
const isMembers: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

interface Member {
  readonly check: Check
  readonly optional?: true
}
const must = (check: Check): Member => ({ check })
const may = (check: Check): Member => ({ check, optional: true })

/** What each kind takes beside `operation`, `key` and `times`. */
const members: Readonly<Record<FaultKind['kind'], Readonly<Record<string, Member>>>> = {
  dropRequest: {},
  resetUpload: { share: must(isShare) },
  duplicate: { copies: may(isCount) },
  status: {
    status: must((value) => isCount(value) && Number(value) >= 200 && Number(value) <= 599),
    retryAfter: may(isText),
    date: may(isText),
  },
  redirect: {
    location: must(isText),
    status: may((value) => [301, 302, 303, 307, 308].includes(Number(value))),
  },
  delay: { ms: must((value) => isMs(value) && Number(value) >= 0), leg: may(among('request', 'answer')) },
  dropReply: {},
  hold: {},
  drip: { bytesPerSecond: may(isCount) },
  truncate: { share: may(isShare) },
  html: {},
  empty: {},
  byteOrderMark: {},
  mediaType: { mediaType: may(isText) },
  brokenGzip: {},
  encodings: { count: may(isCount) },
  bomb: { bytes: may(isCount) },
  oversize: {},
  drift: {
    how: must(among('newField', 'newMember', 'missing', 'wrongType', 'null')),
    path: may((value) => typeof value === 'string' && value.startsWith('/')),
  },
  echo: { other: must(among('item', 'amount', 'currency')) },
  members: { members: must(isMembers) },
  body: { change: must((value) => typeof value === 'function') },
  fail: {
    code: must((value) => typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value)),
    reason: must(isText),
  },
  pending: {},
  pretend: {},
  partly: { share: may(isShare) },
  skew: { ms: must(isMs) },
}

const moving: readonly string[] = ['payOut', 'refundDeposit']

/** Can this kind ever hit this operation? A fault that cannot would be a test that shows nothing. */
const fits = (kind: FaultKind['kind'], operation: OperationName): boolean => {
  const { side, method } = contract[operation]
  if (!innerKinds.includes(kind)) return true
  if (side !== 'systems' || operation === 'getResult') return false
  if (kind === 'partly') return moving.includes(operation)
  return kind === 'skew' || method !== 'GET'
}

/** The name stands in the path: that is what was mistyped. */
const strange = (path: string, name: unknown): InputIssue => ({
  path: typeof name === 'string' ? `${path}/${name.replaceAll('/', '~1')}` : path,
  code: 'NOT_ALLOWED_VALUE',
})

const operationIssues = (
  path: string,
  { operation, kind }: Readonly<Record<string, unknown>>,
  side: Side | undefined,
): readonly InputIssue[] => {
  if (operation === undefined || operation === null) return []
  const isKnown = typeof operation === 'string' && Object.hasOwn(contract, operation)
  const name = operation as OperationName
  const isServed = isKnown && (side === undefined || contract[name].side === side)
  return isServed && fits(kind as FaultKind['kind'], name) ? [] : [strange(`${path}/operation`, operation)]
}

const memberIssues = (path: string, fault: Readonly<Record<string, unknown>>): readonly InputIssue[] => {
  const wanted: Readonly<Record<string, Member>> = {
    ...members[fault.kind as FaultKind['kind']],
    kind: must(isText),
    operation: may(isText),
    key: may(isText),
    times: may((value) => value === 'always' || isCount(value)),
  }
  const unknown = Object.keys(fault).filter((name) => !Object.hasOwn(wanted, name))
  const wrong = Object.entries(wanted).flatMap(([name, { check, optional }]): InputIssue[] => {
    const value = fault[name]
    if (value === undefined || value === null)
      return optional ? [] : [{ path: `${path}/${name}`, code: 'REQUIRED' }]
    return check(value) ? [] : [{ path: `${path}/${name}`, code: 'NOT_ALLOWED_VALUE' }]
  })
  return [...unknown.map((name) => ({ path: `${path}/${name}`, code: 'UNKNOWN_FIELD' })), ...wrong]
}

const issuesOf = (fault: unknown, place: number, side: Side | undefined): readonly InputIssue[] => {
  const path = `/faults/${place}`
  if (!isMembers(fault)) return [{ path, code: 'WRONG_TYPE' }]
  const known = fault as Readonly<Record<string, unknown>>
  if (typeof known.kind !== 'string' || !Object.hasOwn(members, known.kind))
    return [strange(`${path}/kind`, known.kind)]
  return [...operationIssues(path, known, side), ...memberIssues(path, known)]
}

/**
 * Faults as somebody wrote them, in a test or in the body of a request.
 *
 * @throws InvalidInputError naming each kind, operation and member that there is not, or that this kind never meets: a fault
 * that cannot hit anything would make a test that shows nothing.
 */
export const readFaults = (faults: unknown, side?: Side): readonly Fault[] => {
  const issues = Array.isArray(faults)
    ? faults.flatMap((fault, place) => issuesOf(fault, place, side))
    : [{ path: '/faults', code: 'WRONG_TYPE' }]
  if (issues.length > 0) throw new InvalidInputError({ issues })
  return faults as readonly Fault[]
}

/**
 * The same for one name among those that there are.
 *
 * @throws InvalidInputError naming it.
 */
export const readName = <Name extends string>(path: string, name: unknown, names: readonly Name[]): Name => {
  if (names.includes(name as Name)) return name as Name
  throw new InvalidInputError({ issues: [strange(path, name)] })
}
