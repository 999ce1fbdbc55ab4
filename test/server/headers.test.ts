import { describe, expect, it } from 'vitest'
import { createAcquirerHandler, type Implementation, type RequestContext } from '../../src/server/index.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const upload = '/v1/documents/doc-1/content'
const events = '/v1/terminals/lc-1/events'
const found = { event: { type: 'device.found', serial: 's-1', where: 'cellar' } }

/** What comes of a request, and what its operation was told. */
const asked = async (path: string, init: RequestInit) => {
  const told: { input: unknown; context: RequestContext }[] = []
  const carry = (answer: unknown) => (input: unknown, context: RequestContext) => {
    told.push({ input, context })
    return answer
  }
  const implementation = {
    recordEvent: carry(samples.recordEvent.answer),
    putDocumentContent: carry(samples.putDocumentContent.answer),
    getTerminal: carry(samples.getTerminal.answer),
    withdrawApplication: carry(samples.withdrawApplication.answer),
  } as Implementation
  const handler = createAcquirerHandler(implementation, { authenticate: () => p1 })
  const answer = await handler(new Request(`https://acquirer.example${path}`, init))
  return { status: answer.status, body: await answer.json(), told: told[0] }
}
const recorded = (headers: Record<string, string>) =>
  asked(events, {
    method: 'POST',
    body: JSON.stringify(found),
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1', ...headers },
  })
const uploaded = (headers: Record<string, string>, length = 3) =>
  asked(upload, {
    method: 'PUT',
    body: new Uint8Array(length),
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': 'k-1', ...headers },
  })

describe('the version that a caller has seen', () => {
  it.each([
    ['"0"', 0],
    ['"7"', 7],
    ['"12"', 12],
    ['"123456789012345"', 123_456_789_012_345],
    ['*', undefined],
  ])('is read off If-Match: %s', async (match, version) => {
    const { status, told } = await recorded({ 'if-match': match })
    expect([status, told?.context.expectedVersion]).toEqual([200, version])
  })

  it.each(['', '7', '"7', '7"', '""', '"-1"', '"1.5"', '"7" ,"8"', 'W/"7"', '"1234567890123456"'])(
    'is not read off what is none: %j',
    async (match) => {
      const { status, body, told } = await recorded({ 'if-match': match })
      expect([status, body.code, told]).toEqual([412, 'STALE_VERSION', undefined])
    },
  )

  it('is nothing where it was not said, and where the operation has no versions', async () => {
    expect((await recorded({})).told?.context.expectedVersion).toBeUndefined()
    const { status, told } = await uploaded({ 'if-match': 'whatever' })
    expect([status, told?.context.expectedVersion]).toEqual([200, undefined])
  })
})

describe('the type of a body', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json;charset=utf-8',
    'application/json ; charset="UTF-8"',
  ])('may be written %s', async (type) => {
    expect((await recorded({ 'content-type': type, 'content-encoding': 'Identity' })).status).toBe(200)
  })

  it.each([
    'application/json; charset=gbk',
    'application/json; profile=x',
    'application/json, application/json',
    'application/octet-stream',
    'text/json',
    'application',
  ])('may not be %s', async (type) => {
    const { status, body } = await recorded({ 'content-type': type })
    expect([status, body.code]).toEqual([415, 'MEDIA_TYPE_NOT_SUPPORTED'])
  })

  it('is asked of nobody who sends none', async () => {
    const path = '/v1/applications/app-1/withdrawal'
    const answer = await asked(path, { method: 'POST', headers: { 'idempotency-key': 'k-1' } })
    expect(answer.status).toBe(200)
  })
})

describe('the headers of a request', () => {
  const read = (headers: Record<string, string>) => asked('/v1/terminals/lc-1', { headers })
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, place) => [`x-${place}`, '1']))

  it('are at most a hundred', async () => {
    expect([(await read(many(100))).status, (await read(many(101))).status]).toEqual([200, 431])
  })

  it('are at most sixteen kibibytes long, names and values together', async () => {
    const long = (length: number) => ({ 'x-long': 'x'.repeat(length - 'x-long'.length) })
    expect((await read(long(16 * 1024))).status).toBe(200)
    const { status, body } = await read(long(16 * 1024 + 1))
    expect([status, body.code]).toEqual([431, 'HEADERS_TOO_LARGE'])
  })

  it('give no idempotency key to a read', async () => {
    expect((await read({ 'idempotency-key': 'k-1' })).told?.context.idempotencyKey).toBe('')
  })

  it.each([
    `00-${'c'.repeat(32)}`,
    `00-${'c'.repeat(31)}-${'d'.repeat(16)}-01`,
    `00-${'C'.repeat(32)}-${'d'.repeat(16)}-01`,
    `0-${'c'.repeat(32)}-${'d'.repeat(16)}-01`,
    `x00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`,
  ])('give no trace that is none: %s', async (traceparent) => {
    const { told } = await read({ traceparent })
    expect(told?.context.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(told?.context.traceId).not.toBe('c'.repeat(32))
  })
})

describe('the place of a piece', () => {
  it('is told to the operation', async () => {
    const { status, told } = await uploaded({ 'content-range': 'bytes 3-5/9', 'content-length': '3' })
    expect([status, told?.input]).toMatchObject([200, { range: { from: 3, total: 9 } }])
    expect((await uploaded({})).told?.input).not.toHaveProperty('range')
  })

  it.each([
    ['that cannot be', { 'content-range': 'bytes 5-3/9' }],
    ['that is none', { 'content-range': 'lines 3-5/9' }],
    ['that does not fit the length', { 'content-range': 'bytes 3-5/9', 'content-length': '4' }],
  ])('%s is refused', async (_, headers) => {
    const { status, body, told } = await uploaded(headers)
    expect([status, body.code, told]).toEqual([400, 'MALFORMED_REQUEST', undefined])
  })

  it('is refused where no pieces are taken', async () => {
    const { status, body } = await recorded({ 'content-range': 'bytes 0-2/3' })
    expect([status, body.code]).toEqual([400, 'MALFORMED_REQUEST'])
  })

  it('is refused when other bytes come than it says', async () => {
    const { status, body } = await uploaded({ 'content-range': 'bytes 3-5/9' }, 2)
    expect([status, body.issues]).toEqual([422, [{ path: '/range', code: 'INVALID_FORMAT' }]])
  })
})
