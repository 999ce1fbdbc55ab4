import type * as backend from '../../src/backend/index.ts'
import type * as client from '../../src/client/index.ts'
import type * as door from '../../src/errors/index.ts'
import * as errors from '../../src/errors/index.ts'
import type * as runtime from '../../src/runtime/index.ts'
import type * as server from '../../src/server/index.ts'
import type * as testing from '../../src/testing/index.ts'
import type * as webhooks from '../../src/webhooks/index.ts'

type ClassNames<Door> = Door extends unknown
  ? {
      [Name in keyof Door]: Door[Name] extends abstract new (...given: never[]) => Error ? Name : never
    }[keyof Door]
  : never

type Doors = [
  typeof door,
  typeof client,
  typeof runtime,
  typeof server,
  typeof backend,
  typeof webhooks,
  typeof testing,
]

/** Every class of errors that anybody can import. */
export type ErrorName = Exclude<ClassNames<Doors[number]>, 'TerminalLifecycleError'>

/** Makes an error with a text of somebody else's in one of its fields, whatever the field's type says. */
export type Field = (text: string) => Error
type Fields = Readonly<Record<string, Field>>

const of = <Given>(given: object): Given => given as Given
const plain = { method: 'POST', url: 'https://acquirer.example/v1/terminals/L-1' }

/** A request has the same fields wherever it stands. */
const requests = (make: (request: errors.RequestSummary) => Error): Fields => ({
  'request.method': (text) => make({ ...plain, method: text }),
  'request.url': (text) => make({ ...plain, url: text }),
  'path of request.url': (text) => make({ ...plain, url: `${plain.url}/${text}/x` }),
  'coded path of request.url': (text) => make({ ...plain, url: `${plain.url}/${encodeURIComponent(text)}` }),
  'query of request.url': (text) => make({ ...plain, url: `${plain.url}?key=${text}` }),
  'fragment of request.url': (text) => make({ ...plain, url: `${plain.url}#${text}` }),
  'user of request.url': (text) => make({ ...plain, url: `https://u:${text}@acquirer.example/x` }),
})

const issues = (make: (issues: errors.InputIssue[]) => Error): Fields => ({
  'issues[].path': (text) => make([{ path: text, code: 'WRONG_TYPE' }]),
  'a key in issues[].path': (text) => make([{ path: `/documents/${text}/digest`, code: 'WRONG_TYPE' }]),
  'issues[].code': (text) => make([{ path: '/a', code: text }]),
  'issues[].line': (text) => make([of({ path: '/a', code: 'WRONG_TYPE', line: text, column: text })]),
  'another member of issues[]': (text) => make([of({ path: '/a', code: 'WRONG_TYPE', value: text })]),
})

/** What was thrown somewhere below. */
const causes = (make: (cause: unknown) => Error): Fields => ({
  cause: make,
  'cause.message': (text) => make(new Error(text)),
  'cause.name': (text) => make(Object.assign(new Error('x'), { name: text })),
  'cause.code': (text) => make(Object.assign(new Error('x'), { code: text })),
  'cause.cause.code': (text) =>
    make(new Error('x', { cause: { name: text, code: text, headers: { a: text } } })),
  'cause.stack': (text) =>
    make(
      Object.assign(new Error('x'), {
        stack: `${text}\n    at ${text}\n    at ${text} (file:///a.js:1:2)\n    at f (file:///${text}.js:1:2)`,
      }),
    ),
  'cause.errors[]': (text) => make(new AggregateError([new Error(text)], text)),
})

const blockers = (make: (blockers: errors.Refusal['blockers']) => Error): Fields => {
  const fine = { code: 'BACKUP_MISSING', owner: 'merchant', clearedBy: ['backup.uploaded'] }
  const having = (member: object) => make(of([{ ...fine, ...member }]))
  return {
    'blockers[].code': (text) => having({ code: text }),
    'unknown blockers[].code': (text) => having({ code: `unknown(${text})` }),
    'blockers[].owner': (text) => having({ owner: text }),
    'blockers[].clearedBy[]': (text) => having({ clearedBy: [text, `unknown(${text})`] }),
    'blockers[].clearedBy': (text) => having({ clearedBy: text }),
    'blockers[].ref': (text) => having({ ref: text }),
    'a key of blockers[].data': (text) => having({ data: { [text]: 1 } }),
    'a value of blockers[].data': (text) => having({ data: { amount: text } }),
    'a list in blockers[].data': (text) => having({ data: { missing: ['a', text] } }),
    'deep in blockers[].data': (text) => having({ data: { missing: { deep: text } } }),
    'another member of blockers[]': (text) => having({ note: text, [text]: text }),
    'a blocker': (text) => make(of([text])),
    blockers: (text) => make(of({ 0: text, length: 1 })),
  }
}

const problem =
  (member: string): Field =>
  (text) =>
    new errors.HttpError({ request: plain, status: 409, problem: { [member]: text } })

export const fields: { readonly [Name in ErrorName]: Fields } = {
  ConnectionError: {
    ...requests((request) => new errors.ConnectionError({ request })),
    ...causes((cause) => new errors.ConnectionError({ request: plain, cause })),
    words: (words) => new errors.ConnectionError({ request: plain, words }),
  },
  CorruptRecordError: {
    path: (path) => new errors.CorruptRecordError({ path }),
    'a key in path': (text) => new errors.CorruptRecordError({ path: `/context/holds/${text}` }),
    lifecycleId: (lifecycleId) => new errors.CorruptRecordError({ path: '', lifecycleId }),
    invariant: (invariant) => new errors.CorruptRecordError({ path: '', invariant }),
  },
  ForbiddenFieldError: {
    'paths[]': (text) => new errors.ForbiddenFieldError({ paths: [text] }),
    'a key in paths[]': (text) => new errors.ForbiddenFieldError({ paths: [`/metadata/${text}`] }),
  },
  FutureVersionError: {
    found: (found) => new errors.FutureVersionError({ found, known: 1 }),
    known: (known) => new errors.FutureVersionError({ found: 2, known }),
  },
  HttpError: {
    ...requests((request) => new errors.HttpError({ request, status: 500 })),
    'problem.code': problem('code'),
    'problem.title': problem('title'),
    'problem.detail': problem('detail'),
    'problem.type': problem('type'),
    'problem.instance': problem('instance'),
    'problem.traceId': problem('traceId'),
    'words in problem.title': (text) => problem('title')(`no ${text} here`),
    'another member of problem': (text) => problem(text)(text),
    problem: (text) => new errors.HttpError({ request: plain, status: 409, problem: text }),
    status: (text) => new errors.HttpError(of({ request: plain, status: text })),
    retryAfter: (text) => new errors.HttpError(of({ request: plain, status: 429, retryAfter: text })),
  },
  InvalidInputError: issues((issues) => new errors.InvalidInputError({ issues })),
  InvariantViolationError: {
    invariant: (invariant) => new errors.InvariantViolationError({ invariant }),
    detail: (text) =>
      new errors.InvariantViolationError({ invariant: 'I6', detail: `deposit ${text} is overdrawn` }),
  },
  MissingMigrationError: {
    from: (from) => new errors.MissingMigrationError({ from, to: 2 }),
    to: (to) => new errors.MissingMigrationError({ from: 1, to }),
  },
  OutcomeUnknownError: {
    ...requests((request) => new errors.OutcomeUnknownError({ request, idempotencyKey: 'k-1' })),
    ...causes(
      (cause) => new errors.OutcomeUnknownError(of({ request: plain, idempotencyKey: 'k-1', cause })),
    ),
    idempotencyKey: (idempotencyKey) => new errors.OutcomeUnknownError({ request: plain, idempotencyKey }),
    operation: (operation) =>
      new errors.OutcomeUnknownError({ request: plain, idempotencyKey: 'k-1', operation }),
    lifecycleId: (lifecycleId) =>
      new errors.OutcomeUnknownError({ request: plain, idempotencyKey: 'k-1', lifecycleId }),
    applicationId: (applicationId) =>
      new errors.OutcomeUnknownError({ request: plain, idempotencyKey: 'k-1', applicationId }),
    retryAfter: (text) =>
      new errors.OutcomeUnknownError(of({ request: plain, idempotencyKey: 'k-1', retryAfter: text })),
  },
  PluginError: {
    part: (text) => new errors.PluginError(of({ part: text })),
    kind: (text) => new errors.PluginError(of({ part: 'services', kind: text })),
    ...causes((cause) => new errors.PluginError({ part: 'auth', cause })),
  },
  ProtocolError: {
    ...requests((request) => new errors.ProtocolError({ request, issues: [] })),
    ...issues((issues) => new errors.ProtocolError({ request: plain, issues })),
  },
  RefusedError: {
    refusal: (refusal) => new errors.RefusedError({ refusal }),
    reason: (reason) => new errors.RefusedError({ refusal: 'BLOCKED', reason }),
    'words in reason': (text) =>
      new errors.RefusedError({ refusal: 'BLOCKED', reason: `closed, ${text}, since May` }),
    offset: (text) => new errors.RefusedError(of({ refusal: 'OFFSET_WRONG', offset: text })),
    retryable: (text) => new errors.RefusedError(of({ refusal: 'BLOCKED', retryable: text })),
    ...blockers((blockers) => new errors.RefusedError({ refusal: 'BLOCKED', blockers })),
  },
  RequestTimeoutError: {
    ...requests((request) => new errors.RequestTimeoutError({ request, timeout: 1 })),
    timeout: (text) => new errors.RequestTimeoutError(of({ request: plain, timeout: text })),
    clock: (text) => new errors.RequestTimeoutError(of({ request: plain, timeout: 1, clock: text })),
  },
  ServiceAnswerError: {
    kind: (text) => new errors.ServiceAnswerError(of({ kind: text, codes: [] })),
    'codes[]': (text) => new errors.ServiceAnswerError({ kind: 'notify', codes: [text] }),
    found: (found) => new errors.ServiceAnswerError({ kind: 'notify', codes: ['NOT_A_LIST'], found }),
    ...issues((issues) => new errors.ServiceAnswerError({ kind: 'notify', codes: [], issues })),
  },
  ServiceFailedError: {
    kind: (text) => new errors.ServiceFailedError(of({ kind: text, reason: 'failed' })),
    reason: (reason) => new errors.ServiceFailedError({ kind: 'notify', reason }),
  },
  StoreError: {
    failure: (text) => new errors.StoreError(text as errors.StoreFailure),
    ...causes((cause) => new errors.StoreError('failed', cause)),
  },
  UntrustedEndpointError: {
    url: (url) => new errors.UntrustedEndpointError({ url, reason: 'redirect' }),
    'path of url': (text) =>
      new errors.UntrustedEndpointError({ url: `https://acquirer.example/${text}`, reason: 'redirect' }),
    'query of url': (text) =>
      new errors.UntrustedEndpointError({ url: `https://acquirer.example/?k=${text}`, reason: 'redirect' }),
    'user of url': (text) =>
      new errors.UntrustedEndpointError({ url: `https://${text}:x@acquirer.example/`, reason: 'redirect' }),
    reason: (text) => new errors.UntrustedEndpointError(of({ url: plain.url, reason: text })),
  },
  VersionConflictError: {
    lifecycleId: (lifecycleId) => new errors.VersionConflictError({ lifecycleId, expected: 1 }),
    expected: (text) => new errors.VersionConflictError(of({ lifecycleId: 'L-1', expected: text })),
    actual: (text) => new errors.VersionConflictError(of({ lifecycleId: 'L-1', expected: 1, actual: text })),
  },
}

/** One row for each field of each class. */
export const everyField: readonly (readonly [name: string, make: Field])[] = Object.entries(fields).flatMap(
  ([name, each]) => Object.entries<Field>(each).map(([field, make]) => [`${name}: ${field}`, make] as const),
)
