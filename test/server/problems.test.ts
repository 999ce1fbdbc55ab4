import { describe, expect, it } from 'vitest'
import { Problem, problemCodes, readReply } from '../../src/contract/index.ts'
import { blocker, blockerProfiles, locales } from '../../src/domain/index.ts'
import { describe as describeError, InvalidInputError, RefusedError } from '../../src/errors/index.ts'
import { createAcquirerHandler, type HandlerOptions, type Implementation } from '../../src/server/index.ts'
import { ProblemError } from '../../src/server/problem-error.ts'
import { problemResponse } from '../../src/server/respond.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const path = 'https://acquirer.example/v1/terminals/lc-1'
const throwing = (error: unknown): Implementation => ({
  getTerminal: () => {
    throw error
  },
})

const asked = async (
  implementation: Implementation,
  init: RequestInit = {},
  options: Partial<HandlerOptions> = {},
) => {
  const handler = createAcquirerHandler(implementation, { authenticate: () => p1, ...options })
  const response = await handler(new Request(path, init))
  return { headers: response.headers, status: response.status, body: await response.json() }
}

describe('a problem', () => {
  const blockers = [
    blocker('DEVICE_NOT_DRAINED', 's-1'),
    blocker('DEVICE_NOT_DRAINED', 's-2'),
    blocker('APPLICATION_OPEN'),
  ]
  const refused = throwing(new RefusedError({ refusal: 'BLOCKED', blockers }))

  it('is told in the language of its reader, with the same codes', async () => {
    const zh = await asked(refused, { headers: { 'accept-language': 'zh-Hans, en;q=0.1' } })
    const en = await asked(refused, { headers: { 'accept-language': 'en-GB' } })
    expect([zh.headers.get('content-language'), en.headers.get('content-language')]).toEqual(['zh-CN', 'en'])
    expect([zh.headers.get('vary'), en.headers.get('vary')]).toEqual(['accept-language', 'accept-language'])
    expect([zh.body.title, en.body.title]).toEqual(['尚有事项未办结', 'Something stands in the way'])
    const { title: _, detail: zhDetail, traceId: __, ...zhRest } = zh.body
    const { title: ___, detail: enDetail, traceId: ____, ...enRest } = en.body
    expect(zhRest).toEqual(enRest)
    expect(zhDetail).not.toBe(enDetail)
  })

  it('says what stands in the way, and each reason once', async () => {
    const { body } = await asked(refused)
    const texts = ['DEVICE_NOT_DRAINED', 'APPLICATION_OPEN'].map((code) => describeError(code, 'en').text)
    expect(body.detail).toBe(texts.join(' '))
  })

  it('is told in the language of the house for readers who want neither', async () => {
    const headers = { 'accept-language': 'fr' }
    const { body, headers: told } = await asked(refused, { headers }, { locale: 'zh-CN' })
    expect([told.get('content-language'), body.title]).toEqual(['zh-CN', '尚有事项未办结'])
  })

  it('has the trace by which its operator finds it, whatever it is', async () => {
    const traceparent = `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`
    for (const [implementation, init] of [
      [refused, {}],
      [{}, {}],
      [refused, { method: 'DELETE' }],
      [throwing(new Error()), {}],
    ] as const) {
      const { body } = await asked(implementation, { ...init, headers: { traceparent } })
      expect(body.traceId).toBe('c'.repeat(32))
    }
  })

  it('has a trace of its own where the caller sent none, or one of zeros', async () => {
    const traceparent = `00-${'0'.repeat(32)}-${'d'.repeat(16)}-01`
    for (const headers of [{}, { traceparent }]) {
      expect((await asked({}, { headers })).body.traceId).toMatch(/^(?!0+$)[0-9a-f]{32}$/)
    }
  })

  it.each([
    ['MALFORMED_REQUEST', 400],
    ['IDEMPOTENCY_KEY_MISSING', 400],
    ['UNAUTHENTICATED', 401],
    ['ROLE_NOT_ALLOWED', 403],
    ['NOT_FOUND', 404],
    ['METHOD_NOT_ALLOWED', 405],
    ['BODY_TOO_SLOW', 408],
    ['BLOCKED', 409],
    ['NOT_ALLOWED_IN_STATE', 409],
    ['DOCUMENT_PURGED', 410],
    ['DOCUMENT_EXPIRED', 410],
    ['STALE_VERSION', 412],
    ['BODY_TOO_LARGE', 413],
    ['MEDIA_TYPE_NOT_SUPPORTED', 415],
    ['VALIDATION_FAILED', 422],
    ['IDEMPOTENCY_KEY_REUSED', 422],
    ['HEADERS_TOO_LARGE', 431],
    ['INTERNAL', 500],
    ['BODY_ALREADY_PARSED', 500],
    ['NOT_IMPLEMENTED', 501],
    ['toString', 409],
  ])('%s is answered with %i', async (code, status) => {
    const response = problemResponse(new ProblemError(code), { traceId: 'a', locale: 'en' })
    expect([response.status, (await response.json()).status]).toEqual([status, status])
  })

  it('is kept by nobody on its way, and taken for nothing else than what it is', async () => {
    const headers = Object.fromEntries((await asked(refused)).headers)
    expect(headers).toEqual({
      'cache-control': 'no-store',
      'content-language': 'en',
      'content-type': 'application/problem+json',
      vary: 'accept-language',
      'x-content-type-options': 'nosniff',
    })
  })

  it.each(problemCodes)('%s has status, title and words in both languages', async (code) => {
    for (const locale of locales) {
      const response = problemResponse(new ProblemError(code), { traceId: 'a', locale })
      const read = readReply(Problem, await response.json())
      expect(read).toMatchObject({ ok: true, value: { code, status: response.status } })
      const { title, detail } = (read as { value: Problem }).value
      expect([title, detail].map((text) => /\p{Script=Han}/u.test(text ?? ''))).toEqual([
        locale === 'zh-CN',
        locale === 'zh-CN',
      ])
    }
  })

  it('with a code of the house has no words put in its mouth', async () => {
    const { body, status } = await asked(throwing(new RefusedError({ refusal: 'MOON_PHASE' })))
    expect([status, body.code, body.title]).toEqual([409, 'MOON_PHASE', 'Refused'])
    expect(body).not.toHaveProperty('detail')
  })

  it('says no more than a reader of the contract takes', async () => {
    const all = Object.keys(blockerProfiles) as (keyof typeof blockerProfiles)[]
    const problem = new ProblemError('BLOCKED', { blockers: all.map((code) => blocker(code)) as never })
    const response = problemResponse(problem, { traceId: 'a'.repeat(32), locale: 'en' })
    expect((await response.json()).detail).toHaveLength(2_000)
  })

  it('for a key that is wrong somewhere else is what is wrong there', async () => {
    const issues = [{ path: '/event/commandId', code: 'COMMAND_ID_REUSED' }]
    const { body, status } = await asked(throwing(new InvalidInputError({ issues })))
    expect([status, body.code, body.issues]).toEqual([422, 'VALIDATION_FAILED', issues])
  })

  it('for a key of another command is the one that the contract has', async () => {
    const reused = new InvalidInputError({ issues: [{ path: '/commandId', code: 'COMMAND_ID_REUSED' }] })
    const { body, status } = await asked(throwing(reused))
    expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
    expect(body).not.toHaveProperty('issues')
  })
})

describe('the host', () => {
  const told = async (
    implementation: Implementation,
    init: RequestInit = {},
    options: Partial<HandlerOptions> = {},
  ) => {
    const heard: unknown[] = []
    const answer = await asked(implementation, init, {
      onError: (error, about) => heard.push([error, about]),
      ...options,
    })
    return { ...answer, heard }
  }

  it('hears of a failure, under which operation and trace, and nothing of its input', async () => {
    const error = new Error('disk is full')
    const { body, heard } = await told(throwing(error))
    const ours = { code: 'PLUGGED_IN_FAILED', part: 'implementation', frames: expect.anything() }
    expect(heard).toMatchObject([[ours, { operation: 'getTerminal', traceId: body.traceId }]])
    expect(JSON.stringify(heard)).not.toContain('disk')
  })

  it('hears of authentication that fails', async () => {
    const error = new Error('the vault is closed')
    const { status, heard } = await told({}, {}, { authenticate: () => Promise.reject(error) })
    const ours = { code: 'PLUGGED_IN_FAILED', part: 'authenticate' }
    expect([status, heard]).toMatchObject([500, [[ours, expect.anything()]]])
  })

  it.each([
    ['a refusal', throwing(new RefusedError({ refusal: 'BLOCKED' })), {}],
    ['input that is wrong', throwing(new InvalidInputError({ issues: [] })), {}],
    ['an operation that is not offered', {}, {}],
    ['another method', {}, { method: 'DELETE' }],
  ] as const)('hears nothing of %s', async (_, implementation, init) => {
    expect((await told(implementation, init)).heard).toEqual([])
  })

  it.each([
    ['an abort', (signal: AbortSignal) => signal.reason],
    ['a name of one', () => new DOMException('gone', 'AbortError')],
  ])('hears nothing of a caller who hung up, told by %s', async (_, reason) => {
    const caller = new AbortController()
    const implementation: Implementation = {
      getTerminal: (__, { signal }) => {
        caller.abort()
        expect(signal.aborted).toBe(true)
        throw reason(signal)
      },
    }
    expect((await told(implementation, { signal: caller.signal })).heard).toEqual([])
  })

  it('hears nothing of a caller who hung up for a reason of its own', async () => {
    const caller = new AbortController()
    const getTerminal = () => {
      caller.abort(new Error('the page was left'))
      throw caller.signal.reason
    }
    expect((await told({ getTerminal }, { signal: caller.signal })).heard).toEqual([])
  })

  it('hears of what failed by itself although the caller has gone', async () => {
    const caller = new AbortController()
    const error = new Error('disk is full')
    const implementation: Implementation = {
      getTerminal: () => {
        caller.abort()
        throw error
      },
    }
    expect((await told(implementation, { signal: caller.signal })).heard).toHaveLength(1)
  })

  it('hears nothing of a body that broke off', async () => {
    const body = new ReadableStream({ pull: (stream) => stream.error(new Error('ECONNRESET')) })
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k-1' }
    const heard: unknown[] = []
    const handler = createAcquirerHandler(
      { recordEvent: () => samples.recordEvent.answer },
      { authenticate: () => p1, onError: (error) => heard.push(error) },
    )
    await handler(
      new Request(`${path}/events`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
    )
    expect(heard).toEqual([])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('the log is full')
      },
    ],
    ['rejects', async () => Promise.reject(new Error('the log is full'))],
  ])('harms nobody when it %s', async (_, onError) => {
    const { status, body } = await told(throwing(new Error()), {}, { onError })
    expect([status, body.code]).toEqual([500, 'INTERNAL'])
  })
})
