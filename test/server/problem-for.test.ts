import { describe, expect, it, vi } from 'vitest'
import { blocker } from '../../src/domain/index.ts'
import {
  ForbiddenFieldError,
  InvalidInputError,
  RefusedError,
  VersionConflictError,
} from '../../src/errors/index.ts'
import { createAcquirerHandler, type Implementation, problemFor } from '../../src/server/index.ts'
import { type ListenOptions, listen } from '../../src/server/node.ts'
import { p1 } from '../support/people.ts'

const trace = 'ab'.repeat(16)
const headers = { 'accept-language': 'zh-CN', traceparent: `00-${trace}-${'cd'.repeat(8)}-01` }
const request = () => new Request('https://acquirer.example/v1/terminals/lc-1', { headers })

const partsOf = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.json(),
})

const invalid = new InvalidInputError({ issues: [{ path: '/merchantType', code: 'NOT_ALLOWED_VALUE' }] })
const refused = new RefusedError({ refusal: 'BLOCKED', blockers: [blocker('BACKUP_MISSING')] })

it.each([
  { error: invalid, status: 422, code: 'VALIDATION_FAILED', issues: invalid.issues },
  {
    error: new ForbiddenFieldError({ paths: ['/note/pin'] }),
    ...{ status: 422, code: 'VALIDATION_FAILED', issues: [{ path: '/note/pin', code: 'FORBIDDEN_FIELD' }] },
  },
  { error: refused, status: 409, code: 'BLOCKED' },
  {
    error: new VersionConflictError({ lifecycleId: 'lc-1', expected: 1, actual: 2 }),
    ...{ status: 412, code: 'STALE_VERSION' },
  },
  {
    error: new InvalidInputError({ issues: [{ path: '/commandId', code: 'RESERVED' }] }),
    ...{ status: 422, code: 'VALIDATION_FAILED', issues: [{ path: '/commandId', code: 'RESERVED' }] },
  },
  {
    error: new RefusedError({ refusal: 'OFFSET_WRONG', offset: 7 }),
    status: 409,
    code: 'OFFSET_WRONG',
    offset: 7,
  },
  { error: new Error('the disk is full'), status: 500, code: 'INTERNAL' },
])(
  "A route of one's own answers $status $code, as an operation of the contract does",
  async ({ error, ...said }) => {
    const getTerminal: Implementation['getTerminal'] = () => {
      throw error
    }
    const handler = createAcquirerHandler({ getTerminal }, { authenticate: () => p1 })
    const answer = await partsOf(problemFor(error, request()))
    expect(answer.body).toMatchObject({ ...said, traceId: trace })
    expect(answer.status).toBe(said.status)
    expect(answer).toEqual(await partsOf(await handler(request())))
  },
)

it('A version that is not there any more is answered with the one that is, where that is known', async () => {
  const etagOf = async (actual: number | null) => {
    const error = new VersionConflictError({ lifecycleId: 'lc-1', expected: 1, actual })
    return (await partsOf(problemFor(error, request()))).headers.etag
  }
  expect([await etagOf(2), await etagOf(null)]).toEqual(['"2"', undefined])
})

it("Only what nobody meant is told to the host of a route of one's own", () => {
  const heard: unknown[] = []
  const onError = (error: unknown, about: object) => heard.push({ error, about })
  const unmeant = new Error('the disk is full')
  problemFor(new RefusedError({ refusal: 'ACCOUNT_CLOSED' }), request(), { onError })
  // Its caller still waits.
  const aborted = new DOMException('the bank took too long', 'AbortError')
  for (const error of [unmeant, aborted]) problemFor(error, request(), { onError })
  const about = { operation: '', traceId: trace }
  expect(heard).toEqual([unmeant, aborted].map((error) => ({ error, about })))
})

it("A route's problem is in the language of the house for callers who ask for none", async () => {
  const plain = new Request('https://acquirer.example/')
  const { headers } = await partsOf(problemFor(new Error(), plain, { locale: 'zh-CN' }))
  expect(headers['content-language']).toBe('zh-CN')
})

it('A server takes a handler that answers at once', async () => {
  const server = await listen(() => new Response('here'))
  try {
    expect(await (await fetch(server.url)).text()).toBe('here')
  } finally {
    await server.close()
  }
})

describe("A handler of one's own that throws", () => {
  const answerOf = async (thrown: unknown, options: ListenOptions = {}) => {
    const server = await listen(() => {
      throw thrown
    }, options)
    try {
      const reply = await fetch(server.url)
      return { status: reply.status, ...((await reply.json()) as { code: string; traceId: string }) }
    } finally {
      await server.close()
    }
  }
  const secret = new TypeError('no place for card 4111 1111 1111 1111')

  it('has failed, and who is to hear of it hears where', async () => {
    const onError = vi.fn()
    const { status, code, traceId } = await answerOf(secret, { onError })
    expect([status, code]).toEqual([500, 'INTERNAL'])
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'PLUGGED_IN_FAILED', reason: 'TypeError' }),
      { operation: '', traceId },
    )
  })

  it('warns where nobody is to hear of it, and says nothing of what was thrown', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue()
    const { traceId } = await answerOf(secret)
    const said = JSON.stringify(warned.mock.calls)
    warned.mockRestore()
    expect(said).toContain(traceId)
    expect(said).toContain('problem-for.test.ts')
    expect(said).not.toContain('4111')
  })

  it('answers a refusal and bad input as what they are', async () => {
    const onError = vi.fn()
    expect(await answerOf(invalid, { onError })).toMatchObject({ status: 422 })
    expect(await answerOf(refused, { onError })).toMatchObject({ status: 409, code: 'BLOCKED' })
    expect(onError).not.toHaveBeenCalled()
  })
})
