import {
  type AnyTerminalLifecycleError,
  ConnectionError,
  CorruptRecordError,
  ForbiddenFieldError,
  FutureVersionError,
  HttpError,
  InvalidInputError,
  InvariantViolationError,
  MissingMigrationError,
  OutcomeUnknownError,
  PluginError,
  ProtocolError,
  RefusedError,
  RequestTimeoutError,
  ServiceAnswerError,
  ServiceFailedError,
  StoreError,
  UntrustedEndpointError,
  VersionConflictError,
} from '../../src/errors/index.ts'

/**
 * One error of every class; `text` goes wherever a caller or the other side can put text of its own, `id` where a caller
 * names a record or a request.
 */
export const everyErrorWith = (text: string, id = text): readonly AnyTerminalLifecycleError[] => {
  const request = {
    method: 'POST',
    url: `https://user:${text}@acquirer.example/v1/terminals/${text}/closures?key=${text}#${text}`,
  }
  const cause = Object.assign(new Error(text, { cause: { headers: { authorization: text }, code: text } }), {
    code: text,
    request: { headers: { authorization: `Bearer ${text}` }, body: text },
  })
  const issues = [{ path: `/documents/${text}/digest`, code: text, line: 3 }]
  return [
    new ConnectionError({ request, cause }),
    new CorruptRecordError({ path: `/context/holds/${text}`, lifecycleId: id, invariant: text }),
    new ForbiddenFieldError({ paths: [`/metadata/${text}`] }),
    new FutureVersionError({ found: text, known: 1 }),
    new HttpError({
      request,
      status: 422,
      problem: { title: `no ${text}`, code: text, detail: text, traceId: text, [text]: text },
    }),
    new InvalidInputError({ issues }),
    new InvariantViolationError({ invariant: 'I6', detail: `deposit ${text} is overdrawn` }),
    new MissingMigrationError({ from: text, to: 2 }),
    new OutcomeUnknownError({ request, idempotencyKey: `L-1/${id}/1` }),
    new PluginError({ part: 'auth', cause }),
    new ProtocolError({ request, issues }),
    new RefusedError({ refusal: text, reason: `closed for ${text}` }),
    new RequestTimeoutError({ request, timeout: 10_000 }),
    new ServiceAnswerError({ kind: 'notify', codes: [text], issues, found: 'null' }),
    new ServiceFailedError({ kind: 'notify', reason: 'failed 10 times in a row' }),
    new StoreError('busy'),
    new UntrustedEndpointError({ url: request.url, reason: 'otherOrigin' }),
    new VersionConflictError({ lifecycleId: id, expected: 3, actual: 4 }),
  ]
}
