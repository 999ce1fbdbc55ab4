import { describe, expect, it } from 'vitest'
import { blocker } from '../../src/domain/index.ts'
import { InvalidInputError, RefusedError, VersionConflictError } from '../../src/errors/index.ts'
import { createAcquirerHandler, type HandlerOptions, type Implementation } from '../../src/server/index.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const view = samples.getTerminal.answer
const base = 'https://acquirer.example'

const handlerOf = (implementation: Implementation, options: Partial<HandlerOptions> = {}) =>
  createAcquirerHandler(implementation, { authenticate: () => p1, ...options })

const ask = async (
  implementation: Implementation,
  path: string,
  init: RequestInit = {},
  options: Partial<HandlerOptions> = {},
) => {
  const response = await handlerOf(implementation, options)(new Request(`${base}${path}`, init))
  return { response, status: response.status, body: await response.json() }
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1', ...headers },
})
const found = { event: { type: 'device.found', serial: 's-1', where: 'cellar' } }
const recordEvent: Implementation = { recordEvent: () => view }

describe('the handler finds', () => {
  it('an operation by method and path', async () => {
    const { status, body, response } = await ask({ getTerminal: () => view }, '/v1/terminals/lc-1')
    expect([status, body]).toEqual([200, view])
    expect(response.headers.get('etag')).toBe('"3"')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['/v1/unknown', 404, 'NOT_FOUND'],
    ['/v2/terminals/lc-1', 404, 'NOT_FOUND'],
    ['/v1terminals/lc-1', 404, 'NOT_FOUND'],
    ['/terminals/lc-1', 404, 'NOT_FOUND'],
    ['/v1/terminals/lc-1/', 404, 'NOT_FOUND'],
    ['/v1/terminals/lc%5C1', 400, 'MALFORMED_REQUEST'],
    ['/v1/terminals/lc-1?serial=%00', 400, 'MALFORMED_REQUEST'],
    ['/v1/terminals/lc-1?serial=1?serial=%00', 400, 'MALFORMED_REQUEST'],
    ['/v1/terminals/%FF', 400, 'MALFORMED_REQUEST'],
  ])('nothing at %s', async (path, status, code) => {
    expect(await ask({ getTerminal: () => view }, path)).toMatchObject({ status, body: { code } })
  })

  it('that another method is needed', async () => {
    const { status, body, response } = await ask({ getTerminal: () => view }, '/v1/terminals/lc-1', {
      method: 'DELETE',
    })
    expect([status, body.code, response.headers.get('allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET'])
  })

  it('nothing of the side that is not offered', async () => {
    const options = { side: 'systems' } as const
    expect(await ask({ getTerminal: () => view }, '/v1/terminals/lc-1', {}, options)).toMatchObject({
      status: 404,
    })
  })

  it('that an operation is not offered', async () => {
    expect(await ask({}, '/v1/terminals/lc-1')).toMatchObject({
      status: 501,
      body: { code: 'NOT_IMPLEMENTED' },
    })
  })

  it('the base path that it is given', async () => {
    const options = { basePath: '/api/acquiring' }
    expect(
      await ask({ getTerminal: () => view }, '/api/acquiring/terminals/lc-1', {}, options),
    ).toMatchObject({ status: 200 })
  })

  it('an operation of no contract when it is made, not when it is called', () => {
    expect(() => handlerOf({ getTerminals: () => view } as Implementation)).toThrow('getTerminals')
  })
})

describe('the handler lets in', () => {
  it('nobody whom authenticate does not know', async () => {
    const { status, body, response } = await ask(
      { getTerminal: () => view },
      '/v1/terminals/lc-1',
      {},
      { authenticate: () => undefined },
    )
    expect([status, body.code, response.headers.get('www-authenticate')]).toEqual([
      401,
      'UNAUTHENTICATED',
      'Bearer',
    ])
  })

  it('nobody without saying by which scheme it asks', async () => {
    const options = { authenticate: () => undefined, challenge: 'Signature realm="acquirer"' }
    const { response } = await ask({ getTerminal: () => view }, '/v1/terminals/lc-1', {}, options)
    expect(response.headers.get('www-authenticate')).toBe('Signature realm="acquirer"')
  })

  it('whom authenticate knows by headers and exact bytes', async () => {
    let seen: [string | null, string] | undefined
    const authenticate: HandlerOptions['authenticate'] = async (request, body) => {
      seen = [request.headers.get('x-signature'), new TextDecoder().decode(await body())]
      return p1
    }
    const text = `{ "event": ${JSON.stringify(found.event)} }`
    await ask(recordEvent, '/v1/terminals/lc-1/events', post(text, { 'x-signature': 'abc' }), {
      authenticate,
    })
    expect(seen).toEqual(['abc', text])
  })
})

describe('the handler reads a request', () => {
  const events = '/v1/terminals/lc-1/events'

  it('and names every fault by place and code, never by value', async () => {
    const { status, body, response } = await ask(
      recordEvent,
      events,
      post({ event: { type: 'device.found', serial: 'CANARY !' }, mood: 'x' }),
    )
    expect([status, body.code]).toEqual([422, 'VALIDATION_FAILED'])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(body.issues).toEqual(
      expect.arrayContaining([
        { path: '/mood', code: 'UNKNOWN_FIELD' },
        { path: '/event/serial', code: 'INVALID_FORMAT' },
        { path: '/event/where', code: 'REQUIRED' },
      ]),
    )
    expect(JSON.stringify(body)).not.toContain('CANARY')
  })

  it.each([
    ['no JSON', post('{"event":'), 422, 'VALIDATION_FAILED'],
    ['too deep', post(`{"event":${'['.repeat(100)}${']'.repeat(100)}}`), 422, 'VALIDATION_FAILED'],
    ['bytes that are no text', { ...post(''), body: new Uint8Array([0xff, 0xfe]) }, 422, 'VALIDATION_FAILED'],
    ['another media type', post(found, { 'content-type': 'text/plain' }), 415, 'MEDIA_TYPE_NOT_SUPPORTED'],
    ['no idempotency key', post(found, { 'idempotency-key': '' }), 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['a key with blanks in it', post(found, { 'idempotency-key': 'a b' }), 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['a key with a backslash', post(found, { 'idempotency-key': 'a\\b' }), 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['a key with a way up', post(found, { 'idempotency-key': 'a/../b' }), 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['a version that is none', post(found, { 'if-match': 'W/"3"' }), 412, 'STALE_VERSION'],
    [
      'a body of more than a megabyte',
      post(JSON.stringify({ text: 'x'.repeat(1024 * 1024) })),
      413,
      'BODY_TOO_LARGE',
    ],
    [
      'prototype pollution',
      post('{"event":{"__proto__":{"admin":true},"type":"device.found","serial":"s","where":"w"}}'),
      422,
      'VALIDATION_FAILED',
    ],
  ])('and refuses %s', async (_, init, status, code) => {
    expect(await ask(recordEvent, events, init)).toMatchObject({ status, body: { code } })
    expect({}).not.toHaveProperty('admin')
  })

  it('and stops reading a body that never ends', async () => {
    let served = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        served += 65_536
        stream.enqueue(new Uint8Array(65_536))
      },
    })
    const init = { ...post(''), body, duplex: 'half' } as RequestInit
    expect(await ask(recordEvent, events, init)).toMatchObject({ status: 413 })
    expect(served).toBeLessThan(2 * 1024 * 1024)
  })

  it.each([
    ['a parameter given twice', '/v1/terminals?serial=a&serial=b', 'REPEATED_PARAMETER'],
    ['a parameter nobody knows', '/v1/terminals?colour=a', 'UNKNOWN_FIELD'],
    ['a query where there is none', '/v1/terminals/lc-1?x=1', 'UNKNOWN_FIELD'],
    ['a path parameter of the wrong form', '/v1/terminals/a%20b', 'INVALID_FORMAT'],
  ])('and refuses %s', async (_, path, code) => {
    const all: Implementation = {
      findTerminals: () => ({ items: [], nextCursor: null }),
      getTerminal: () => view,
    }
    const { status, body } = await ask(all, path)
    expect([status, body.issues[0].code]).toEqual([422, code])
  })

  it('and gives actor, key, version and trace to the implementation', async () => {
    let context: unknown
    const implementation: Implementation = {
      recordEvent: (_, given) => {
        context = given
        return view
      },
    }
    const traceId = 'c'.repeat(32)
    const headers = { 'if-match': '"7"', traceparent: `00-${traceId}-${'d'.repeat(16)}-01` }
    await ask(implementation, events, post(found, headers))
    expect(context).toMatchObject({ actor: p1, idempotencyKey: 'k-1', expectedVersion: 7, traceId })
  })
})

describe('the handler answers', () => {
  const throwing = (error: unknown): Implementation => ({
    getTerminal: () => {
      throw error
    },
  })
  const path = '/v1/terminals/lc-1'
  const drained = blocker('DEVICE_NOT_DRAINED', 's-1')

  it.each([
    [new RefusedError({ refusal: 'BLOCKED', blockers: [drained] }), 409, 'BLOCKED'],
    [new RefusedError({ refusal: 'NOT_ALLOWED_IN_STATE' }), 409, 'NOT_ALLOWED_IN_STATE'],
    [new RefusedError({ refusal: 'ROLE_NOT_ALLOWED' }), 403, 'ROLE_NOT_ALLOWED'],
    [new RefusedError({ refusal: 'NOT_FOUND' }), 404, 'NOT_FOUND'],
    [new RefusedError({ refusal: 'IDEMPOTENCY_KEY_REUSED' }), 422, 'IDEMPOTENCY_KEY_REUSED'],
    [new VersionConflictError({ lifecycleId: 'lc-1', expected: 1, actual: 2 }), 412, 'STALE_VERSION'],
    [new InvalidInputError({ issues: [{ path: '/a', code: 'REQUIRED' }] }), 422, 'VALIDATION_FAILED'],
  ])('%s as a problem', async (error, status, code) => {
    expect(await ask(throwing(error), path)).toMatchObject({
      status,
      body: { type: 'about:blank', status, code },
    })
  })

  it('a refusal with its blockers', async () => {
    const { body } = await ask(throwing(new RefusedError({ refusal: 'BLOCKED', blockers: [drained] })), path)
    expect(body.blockers).toEqual([JSON.parse(JSON.stringify(drained))])
  })

  // The casts make implementations that the types forbid: one may be written in JavaScript.
  it.each([
    ['a failure', throwing(new Error('password=CANARY at /etc/db'))],
    [
      'a reply that does not fit',
      { getTerminal: () => ({ ...view, version: 'CANARY' }) } as unknown as Implementation,
    ],
    ['no reply at all', { getTerminal: () => undefined } as unknown as Implementation],
  ])('%s with a trace id and nothing else, and tells the host', async (_, implementation) => {
    const errors: unknown[] = []
    const { status, body } = await ask(
      implementation,
      path,
      {},
      { onError: (error, about) => errors.push([error, about]) },
    )
    expect(status).toBe(500)
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Unexpected failure',
      detail: expect.stringContaining('trace number'),
      status: 500,
      code: 'INTERNAL',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    expect(errors).toEqual([[expect.any(Error), { operation: 'getTerminal', traceId: body.traceId }]])
  })

  it('only what the contract names: a field too many stays in the house', async () => {
    const implementation: Implementation = {
      getTerminal: () => Object.assign({ ...view }, { internalNote: 'CANARY' }),
    }
    expect(JSON.stringify((await ask(implementation, path)).body)).not.toContain('CANARY')
  })
})
