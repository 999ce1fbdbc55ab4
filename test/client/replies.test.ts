import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../../src/client/index.ts'
import { caught, json, problem, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const read = async (answer: Response | (() => Response)) =>
  caught(scripted([answer]).client.readStatus({ terminalRef }))

describe('an answer', () => {
  it('with half of its JSON is not understood, and not asked for again', async () => {
    const { client, sent } = scripted([new Response('{"acceptance":"on"')])
    const error = await caught(client.readStatus({ terminalRef }))
    expect(error).toMatchObject({ code: 'PROTOCOL_ERROR', issues: [{ path: '', code: 'BODY_SYNTAX' }] })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['empty', new Response(null)],
    ['a page', new Response('<html></html>', { headers: { 'content-type': 'text/html' } })],
    ['not UTF-8', new Response(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]))],
    ['null', json(null)],
    ['a list', json([])],
  ])('that is %s is not understood', async (_, answer) => {
    expect(await read(answer)).toMatchObject({ code: 'PROTOCOL_ERROR' })
  })

  it('with a byte order mark is read only by a client to whom somebody answers in a way of his own', async () => {
    const answer = new Response(new TextEncoder().encode(`\uFEFF${JSON.stringify(status)}`))
    expect(await read(answer.clone())).toMatchObject({
      code: 'PROTOCOL_ERROR',
      issues: [{ path: '', code: 'BODY_SYNTAX' }],
    })
    const mappings = { readStatus: { reply: (body: unknown) => body as typeof status } }
    for (const own of [{ dialect: (same: RawAnswer) => same }, { mappings }])
      expect(await scripted([answer], own).client.readStatus({ terminalRef })).toEqual(status)
  })

  it('that breaks off in the middle is a lost connection and asked for again', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start: (stream) => {
            stream.enqueue(new TextEncoder().encode('{"acc'))
            stream.error(new TypeError('terminated'))
          },
        }),
      )
    const { client, sent } = scripted([broken, json(status)])
    expect(await client.readStatus({ terminalRef })).toEqual(status)
    expect(sent).toHaveLength(2)
  })

  it('of more than 8 MB is refused after 8 MB', async () => {
    let served = 0
    const chunk = new Uint8Array(64 * 1024).fill(0x20)
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (stream) => {
            served += chunk.length
            stream.enqueue(chunk)
          },
        }),
      )
    expect(await read(endless)).toMatchObject({
      code: 'PROTOCOL_ERROR',
      issues: [{ path: '', code: 'BODY_SIZE' }],
    })
    expect(served).toBeLessThan(9 * 1024 * 1024)
  })

  it.each([
    [
      'says one thing twice',
      JSON.stringify(status).replace('{', '{"acceptance":"off",'),
      '/acceptance',
      'DUPLICATE_KEY',
    ],
    ['says one thing twice in two spellings', '{"readAt":1,"read\\u0041t":2}', '/readAt', 'DUPLICATE_KEY'],
    ['says one thing twice further in', '{"holds":[{"code":1,"code":2}]}', '/holds/0/code', 'DUPLICATE_KEY'],
    [
      'says twice what nobody knows',
      '{"holds":[{"hunter2":1,"hunter2":2}]}',
      '/holds/0/[REDACTED]',
      'DUPLICATE_KEY',
    ],
    ['is nothing but depth', '['.repeat(7_800_000), '', 'DEPTH'],
  ])('that %s is not understood, and tells where', async (_, text, path, fault) => {
    const issues = [{ path, code: `BODY_${fault}` }]
    expect(await read(new Response(text))).toMatchObject({ code: 'PROTOCOL_ERROR', issues })
  })

  it.each([301, 302, 303, 307, 308])('that redirects with %i is refused and never followed', async (code) => {
    const { client, sent } = scripted([
      new Response(null, { status: code, headers: { location: 'https://elsewhere.example/' } }),
    ])
    const error = await caught(client.readStatus({ terminalRef }))
    expect(error).toMatchObject({ code: 'UNTRUSTED_ENDPOINT', reason: 'redirect' })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.redirect).toBe('manual')
  })

  it('names the missing field', async () => {
    const { readAt: _, ...rest } = status
    expect(await read(json(rest))).toMatchObject({ issues: [{ path: '/readAt' }] })
  })
})

describe('a refusal', () => {
  const blockers = [
    { code: 'DEVICE_NOT_DRAINED', owner: 'merchant', clearedBy: ['batch.uploaded'], ref: 's-1' },
  ]

  it('keeps code and blockers', async () => {
    const error = await read(problem('BLOCKED', 409, { blockers }))
    expect(error).toMatchObject({ code: 'REFUSED', refusal: 'BLOCKED', blockers, retryable: false })
  })

  it('with a blocker that this version does not know keeps it as unknown', async () => {
    const error = await read(problem('BLOCKED', 409, { blockers: [{ ...blockers[0], code: 'MOON_PHASE' }] }))
    expect(error).toMatchObject({ blockers: [{ code: 'unknown(MOON_PHASE)' }] })
  })

  it('of the input says where, in its reason', async () => {
    const error = await read(
      problem('VALIDATION_FAILED', 422, { issues: [{ path: '/serial', code: 'INVALID_FORMAT' }] }),
    )
    expect(error).toMatchObject({ refusal: 'VALIDATION_FAILED', reason: '/serial INVALID_FORMAT' })
  })

  it('for a stale version is a conflict', async () => {
    const stale = problem('STALE_VERSION', 412)
    stale.headers.set('etag', '"5"')
    const { client, sent } = scripted([stale])
    const work = client.withdrawApplication({ applicationId: 'app-1' }, { expectedVersion: 3 })
    expect(await caught(work)).toMatchObject({
      code: 'VERSION_CONFLICT',
      lifecycleId: 'app-1',
      expected: 3,
      actual: 5,
    })
    expect(sent[0]?.headers.get('if-match')).toBe('"3"')
  })

  it.each([
    ['without a problem', json({ error: 'no' }, 409)],
    ['for want of credentials', problem('UNAUTHENTICATED', 401)],
  ])('%s is an HTTP error', async (_, answer) => {
    expect(await read(answer)).toMatchObject({ code: 'HTTP_ERROR', status: answer.status })
  })

  it('by a failure keeps its trace id', async () => {
    const error = await read(problem('INTERNAL', 500, { traceId: 'ab'.repeat(16) }))
    expect(error).toMatchObject({ code: 'HTTP_ERROR', status: 500, problem: { traceId: 'ab'.repeat(16) } })
  })
})

describe('input', () => {
  it.each([
    ['a field too many', { terminalRef, mood: 'x' }, '/mood'],
    ['a path parameter of the wrong form', { terminalRef: '../x' }, '/terminalRef'],
    ['no path parameter', {}, '/terminalRef'],
    ['nothing at all', undefined, '/terminalRef'],
  ])('with %s is refused before anything is sent', async (_, input, path) => {
    const { client, sent } = scripted([json(status)])
    const error = await caught(client.readStatus(input as { terminalRef: string }))
    expect(error).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path }] })
    expect(sent).toHaveLength(0)
  })

  it.each(['.', '..'])(
    'with %j for a path parameter is refused: it would call another path',
    async (lifecycleId) => {
      const { client, sent } = scripted([json(status)])
      expect(await caught(client.getTerminal({ lifecycleId }))).toMatchObject({ code: 'INVALID_INPUT' })
      expect(sent).toHaveLength(0)
    },
  )

  it('with an idempotency key that no header may carry is refused', async () => {
    const { client } = scripted([json(status)])
    for (const idempotencyKey of [
      '',
      'a b',
      'a\r\nx-evil: 1',
      'ключ',
      'x'.repeat(201),
      'a\\b',
      'a/../b',
      '..',
      './a',
    ]) {
      expect(await caught(client.revokeKeys(revokeKeys, { idempotencyKey }))).toMatchObject({
        code: 'INVALID_INPUT',
        issues: [{ path: '/idempotencyKey' }],
      })
    }
  })
})
