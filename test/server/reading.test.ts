import { describe, expect, it } from 'vitest'
import { createAcquirerHandler, type HandlerOptions, type Implementation } from '../../src/server/index.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const megabyte = 1024 * 1024
const all: Implementation = {
  recordEvent: () => samples.recordEvent.answer,
  putDocumentContent: () => samples.putDocumentContent.answer,
  withdrawApplication: () => samples.withdrawApplication.answer,
}
const upload = '/v1/documents/doc-1/content'
const events = '/v1/terminals/lc-1/events'
const writing = { 'content-type': 'application/octet-stream', 'idempotency-key': 'k-1' }

/** A body that counts what is taken from it; nothing is taken ahead. */
const counted = (length: number) => {
  const taken = { bytes: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (stream) => {
        if (taken.bytes >= length) return stream.close()
        const chunk = new Uint8Array(Math.min(65_536, length - taken.bytes))
        taken.bytes += chunk.length
        stream.enqueue(chunk)
      },
      cancel: () => {
        taken.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, taken }
}

const sent = async (
  path: string,
  init: RequestInit & { body: BodyInit },
  authenticate: HandlerOptions['authenticate'] = () => p1,
) => {
  const handler = createAcquirerHandler(all, { authenticate })
  const request = new Request(`https://acquirer.example${path}`, { duplex: 'half', ...init } as RequestInit)
  const response = await handler(request)
  return { status: response.status, body: await response.json() }
}

describe('nothing of a body is read', () => {
  it('for a caller who is not known', async () => {
    const { body, taken } = counted(9 * megabyte)
    const answer = await sent(upload, { method: 'PUT', headers: writing, body }, () => undefined)
    expect([answer.status, taken]).toEqual([401, { bytes: 0, cancelled: true }])
  })

  it('while it is not known who the caller is, however many they are', async () => {
    let decide = () => {}
    const decided = new Promise<undefined>((resolve) => {
      decide = () => resolve(undefined)
    })
    const uploads = Array.from({ length: 40 }, () => counted(9 * megabyte))
    const answers = uploads.map(({ body }) =>
      sent(upload, { method: 'PUT', headers: writing, body }, () => decided),
    )
    await new Promise((resolve) => setImmediate(resolve))
    expect(uploads.map(({ taken }) => taken.bytes)).toEqual(uploads.map(() => 0))
    decide()
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(uploads.map(() => 401))
    expect(uploads.map(({ taken }) => taken.bytes)).toEqual(uploads.map(() => 0))
  })

  it.each([
    ['for a path that is not there', '/v1/nowhere', {}, 404],
    ['for another method', '/v1/documents', {}, 405],
    ['that says it is too long', upload, { 'content-length': String(10 * megabyte + 1) }, 413],
    ['whose length is no number', upload, { 'content-length': '1e3' }, 400],
    ['of another media type', upload, { 'content-type': 'application/json' }, 415],
    ['that is encoded', upload, { 'content-encoding': 'gzip' }, 415],
    ['without an idempotency key', upload, { 'idempotency-key': '' }, 400],
    ['with headers without end', upload, { 'x-noise': 'x'.repeat(17 * 1024) }, 431],
    [
      'with more headers than anybody needs',
      upload,
      Object.fromEntries(Array.from({ length: 101 }, (_, place) => [`x-${place}`, '1'])),
      431,
    ],
  ])('%s', async (_, path, headers, status) => {
    const { body, taken } = counted(9 * megabyte)
    const answer = await sent(path, { method: 'PUT', headers: { ...writing, ...headers }, body })
    expect([answer.status, taken.bytes]).toEqual([status, 0])
  })

  it('and nobody is asked who sends it, where it says that it is too long', async () => {
    const { body, taken } = counted(9 * megabyte)
    let asked = 0
    const headers = { ...writing, 'content-length': String(10 * megabyte + 1) }
    const answer = await sent(upload, { method: 'PUT', headers, body }, () => {
      asked += 1
      return undefined
    })
    expect([answer.status, asked, taken.bytes]).toEqual([413, 0, 0])
  })

  it.each([
    ['that says it is more than its operation takes this time', { 'content-length': '101' }, 0],
    ['beyond what its operation takes this time', {}, 65_536],
  ])('%s', async (_, more, most) => {
    const { body, taken } = counted(3 * megabyte)
    const putDocumentContent = Object.assign(() => samples.putDocumentContent.answer, {
      bodyLimit: () => 100,
    })
    const handler = createAcquirerHandler({ putDocumentContent }, { authenticate: () => p1 })
    const init = { method: 'PUT', headers: { ...writing, ...more }, body, duplex: 'half' }
    const answer = await handler(new Request(`https://acquirer.example${upload}`, init as RequestInit))
    expect([answer.status, taken.bytes]).toEqual([413, most])
  })

  it('of an operation that is not offered', async () => {
    const { body, taken } = counted(100)
    const init = { method: 'POST', headers: { ...writing, 'content-type': 'application/json' }, body }
    const answer = await sent('/v1/documents', init)
    expect([answer.status, taken.bytes]).toEqual([501, 0])
  })
})

describe('a body is read', () => {
  it('once, and only as the scheme of authentication asks for it', async () => {
    const { body, taken } = counted(3 * megabyte)
    const seen: number[] = []
    const answer = await sent(upload, { method: 'PUT', headers: writing, body }, async (_, read) => {
      seen.push(taken.bytes, (await read()).length, (await read()).length)
      return p1
    })
    expect([answer.status, seen]).toEqual([200, [0, 3 * megabyte, 3 * megabyte]])
  })

  it.each([
    ['a document', upload, 'application/octet-stream', 'PUT', 10 * megabyte, 413],
    ['JSON', events, 'application/json', 'POST', megabyte, 413],
    ['nothing', '/v1/applications/app-1/withdrawal', 'application/json', 'POST', 0, 422],
  ])(
    'no further than its limit, whatever it says of its length: %s',
    async (_, path, type, method, limit, status) => {
      const { body, taken } = counted(40 * megabyte)
      const headers = { ...writing, 'content-type': type }
      const answer = await sent(path, { method, headers, body })
      expect(answer.status).toBe(status)
      expect(taken.bytes).toBeLessThanOrEqual(limit + 65_536)
      expect(taken.cancelled).toBe(true)
    },
  )

  it('no further than its limit by a scheme that passes the refusal on', async () => {
    const { body, taken } = counted(40 * megabyte)
    const answer = await sent(upload, { method: 'PUT', headers: writing, body }, async (_, read) => {
      await read()
      return p1
    })
    expect([answer.status, taken.bytes]).toEqual([413, 10 * megabyte + 65_536])
  })

  it('no further than its limit by a scheme that hides the refusal', async () => {
    const { body, taken } = counted(40 * megabyte)
    const answer = await sent(upload, { method: 'PUT', headers: writing, body }, async (_, read) => {
      await read().catch(() => {})
      return p1
    })
    expect([answer.status, taken.bytes]).toEqual([413, 10 * megabyte + 65_536])
  })
})

describe('what an operation does not take', () => {
  const [withdrawal, headers] = ['/v1/applications/app-1/withdrawal', { 'idempotency-key': 'k-1' }]
  const unknown = [{ path: '', code: 'UNKNOWN_FIELD' }]

  it.each([
    ['by what it says of its length', { 'content-length': '2' }],
    ['by its bytes', {}],
  ])('is refused by its name: a body, known %s', async (_, more) => {
    const answer = await sent(withdrawal, { method: 'POST', headers: { ...headers, ...more }, body: '{}' })
    expect([answer.status, answer.body.code, answer.body.issues]).toEqual([422, 'VALIDATION_FAILED', unknown])
  })

  it('is refused by its name: a query', async () => {
    const init = { method: 'PUT', headers: writing, body: new Uint8Array(3) }
    const answer = await sent(`${upload}?x=1`, init)
    expect([answer.status, answer.body.issues]).toEqual([422, unknown])
    expect(
      (await sent('/v1/applications/app-1/withdrawal?x=1', { method: 'POST', headers, body: '' })).body
        .issues,
    ).toEqual(unknown)
  })

  it('is taken up to its limit, and not a byte beyond', async () => {
    const statuses = []
    for (const length of [10 * megabyte, 10 * megabyte + 1]) {
      const init = { method: 'PUT', headers: writing, body: counted(length).body }
      const { status, body } = await sent(upload, init)
      statuses.push([status, body.code])
    }
    expect(statuses).toEqual([
      [200, undefined],
      [413, 'BODY_TOO_LARGE'],
    ])
  })
})

it.each([
  ['a field that there is not', '"4111111111111111":1'],
  ['what is said twice', '"4111111111111111":1,"4111111111111111":2'],
])('The place of a fault is told without the card number that stands in it: %s', async (_, card) => {
  const headers = { ...writing, 'content-type': 'application/json' }
  const body = `{"event":{"type":"device.found","serial":"s-1","where":"here",${card}}}`
  const answer = await sent(events, { method: 'POST', headers, body })
  expect(answer.status).toBe(422)
  expect(JSON.stringify(answer.body)).not.toContain('4111111111111111')
})

describe('a body that is no plain JSON', () => {
  const event = '"type":"device.found","serial":"s-1","where":"here"'
  const refused = async (body: string | Uint8Array<ArrayBuffer>) => {
    const answer = await sent(events, {
      method: 'POST',
      headers: { ...writing, 'content-type': 'application/json' },
      body,
    })
    return [answer.status, answer.body.issues?.[0]]
  }

  it.each([
    ['says one thing twice', `{"event":{${event}},"event":{${event}}}`, '/event', 'DUPLICATE_KEY'],
    [
      'says one thing twice, once escaped',
      `{"event":{${event},"\\u0074ype":"x"}}`,
      '/event/type',
      'DUPLICATE_KEY',
    ],
    ['is too deep', '['.repeat(megabyte), '', 'TOO_DEEP'],
    ['is too wide', `[${'0,'.repeat(20_000)}0]`, '', 'TOO_MANY_MEMBERS'],
    ['begins with a byte order mark', `\uFEFF{"event":{${event}}}`, '', 'NOT_JSON'],
    ['is not whole', `{"event":{${event}}`, '', 'NOT_JSON'],
    ['has a comma too many', `{"event":{${event},}}`, '', 'NOT_JSON'],
    ['has a number that is none', `{"event":NaN}`, '', 'NOT_JSON'],
  ])('is refused with its place: it %s', async (_, text, path, code) => {
    expect(await refused(text)).toEqual([422, { path, code }])
  })

  it.each([
    ['in place of a text', `{"event":{${event.replace('"s-1"', '123456789012345678')}}}`, '/event/serial'],
    ['half a character', `{"event":{${event.replace('here', '\\ud800')}}}`, '/event/where'],
  ])('is refused by its schema: %s', async (_, text, path) => {
    expect(await refused(text)).toEqual([422, expect.objectContaining({ path })])
  })

  it('is refused when it is not UTF-8, also inside of a text', async () => {
    const bytes = new TextEncoder().encode(`{"event":{${event}}}`)
    bytes[bytes.length - 5] = 0xff
    expect(await refused(bytes)).toEqual([422, { path: '', code: 'NOT_JSON' }])
  })
})
