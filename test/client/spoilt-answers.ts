import type { AcquirerClientOptions } from '../../src/client/index.ts'

/** What one attempt gets to see; `good` is what the other side answers when nothing goes wrong. */
interface Attempt {
  readonly good: Response
  /** 1 for the first. */
  readonly attempt: number
  readonly signal: AbortSignal
  /** Makes the caller give up. */
  readonly abort: () => void
}

/** An answer to a write that does not say for certain what became of it. */
export interface SpoiltAnswer {
  readonly spoil: (attempt: Attempt) => Response | Promise<Response>
  /** Code of the error that a read has; left out where that is up to the caller. */
  readonly read?: string
  readonly options?: Partial<AcquirerClientOptions>
}

const json = { 'content-type': 'application/json' }
const problem = { 'content-type': 'application/problem+json' }
const page = '<html><body>Please wait</body></html>'

const answer = (body: BodyInit | null, status = 200, headers: Record<string, string> = json) =>
  new Response(body, { status, headers })

/** A good status with another body. */
const said = (body: BodyInit | null, headers?: Record<string, string>): SpoiltAnswer => ({
  spoil: ({ good }) => answer(body, good.status, headers),
  read: 'PROTOCOL_ERROR',
})

/** The good answer, written otherwise. */
const rewritten = (
  change: (text: string) => BodyInit,
  status?: number,
  headers?: Record<string, string>,
): SpoiltAnswer => ({
  spoil: async ({ good }) => answer(change(await good.text()), status ?? good.status, headers),
  read: 'PROTOCOL_ERROR',
})

const members = (change: (body: Record<string, unknown>) => unknown): SpoiltAnswer =>
  rewritten((text) => JSON.stringify(change(JSON.parse(text))))

const status = (
  code: number,
  body: BodyInit | null = null,
  headers: Record<string, string> = {},
): SpoiltAnswer => ({
  spoil: () => answer(body, code, headers),
  read: code < 300 ? 'PROTOCOL_ERROR' : code < 400 && code !== 304 ? 'UNTRUSTED_ENDPOINT' : 'HTTP_ERROR',
})

const about = (code: string, status: number) =>
  JSON.stringify({ type: 'about:blank', title: 'No', status, code })

const failing = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

/** The connection breaks at once, before a header came. */
const lost = (code: string): SpoiltAnswer => ({
  spoil: () => Promise.reject(failing(code)),
  read: 'CONNECTION_FAILED',
})

/** The connection breaks after some of the body. */
const broken = (code: string, headers: Record<string, string> = json): SpoiltAnswer => ({
  spoil: () =>
    answer(
      new ReadableStream({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode('{"sta'))
          stream.error(failing(code))
        },
      }),
      200,
      headers,
    ),
  read: 'CONNECTION_FAILED',
})

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })

const endless = (chunk: Uint8Array): ReadableStream =>
  new ReadableStream({ pull: (stream) => stream.enqueue(chunk) })

const short = { timeout: { attempt: 4, total: 12, upload: 4 }, retry: { attempts: 1 } }

/** The first attempt is lost; the answer to the second would be certain by itself. */
const afterLost = (code: string, status: number): SpoiltAnswer => ({
  spoil: ({ attempt }) =>
    attempt === 1 ? Promise.reject(failing('ECONNRESET')) : answer(about(code, status), status, problem),
})

const afterFailure = (code: string, status: number): SpoiltAnswer => ({
  spoil: ({ attempt }) => (attempt === 1 ? answer(null, 500) : answer(about(code, status), status, problem)),
})

/** By name. None of them may pass for success, for failure, or for anything that may be tried again under another key. */
export const spoiltAnswers: Readonly<Record<string, SpoiltAnswer>> = {
  'half of the JSON': rewritten((text) => text.slice(0, Math.floor(text.length / 2))),
  'two answers in one': rewritten((text) => text + text),
  'a page': said(page, { 'content-type': 'text/html' }),
  'a page that calls itself JSON': said(page),
  'more than any client reads': {
    spoil: () => answer(endless(new Uint8Array(1024 * 1024).fill(0x20))),
    read: 'PROTOCOL_ERROR',
  },
  'nothing at all': said(null),
  'an empty object': said('{}'),
  null: said('null'),
  'a list': said('[]'),
  'a word': said('"done"'),
  'a number': said('1'),
  blanks: said('   '),
  'a member that is there twice': rewritten(
    (text) => `{"${Object.keys(JSON.parse(text))[0]}":null,${text.slice(1)}`,
  ),
  'a member less': members((body) => Object.fromEntries(Object.entries(body).slice(1))),
  'members of other types': members((body) =>
    Object.fromEntries(Object.keys(body).map((name) => [name, { no: 1 }])),
  ),
  'members that are null': members((body) =>
    Object.fromEntries(Object.keys(body).map((name) => [name, null])),
  ),
  'the answer inside another object': members((data) => ({ ret: 0, data })),
  'the answer under another media type': rewritten((text) => text, undefined, {
    'content-type': 'text/html; charset=utf-8',
  }),
  'the answer in another charset': rewritten((text) => text, undefined, {
    'content-type': 'application/json; charset=GBK',
  }),
  'the answer as plain text': rewritten((text) => text, undefined, { 'content-type': 'text/plain' }),
  'the answer behind a byte order mark': rewritten((text) => `\ufeff${text}`),
  'bytes that are no UTF-8': said(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
  'a byte order mark and nonsense': said(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x00, 0x01])),
  'UTF-16': said(new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])),
  'lists too deep': said('['.repeat(40) + ']'.repeat(40)),
  'lists that never close': said('['.repeat(10_000)),
  'more members than any answer has': said(JSON.stringify({ items: Array(200_001).fill(0) })),
  'no content': status(204),
  'reset content': status(205),
  'a part of the answer': rewritten((text) => text, 206),
  'multiple choices': status(300),
  'moved for good': status(301, null, { location: 'https://elsewhere.example/' }),
  found: status(302, null, { location: '/' }),
  'see other': status(303, null, { location: '/v1/done' }),
  'not modified': status(304),
  'sent elsewhere': status(307, null, { location: 'https://elsewhere.example/' }),
  'sent elsewhere for good': status(308, null, { location: 'https://elsewhere.example/' }),
  'request timeout': status(408),
  'not acceptable': status(406),
  'too early': status(425),
  'too many requests': status(429, about('BUSY', 429), problem),
  'too many requests for a day': status(429, null, { 'retry-after': '86400' }),
  'caller has gone': status(499),
  'a status of nobody': status(460, page, { 'content-type': 'text/html' }),
  'a failure': status(500, about('INTERNAL', 500), problem),
  'a failure without a word': status(500),
  'a failure that looks like a good answer': {
    spoil: async ({ good }) => answer(await good.text(), 500),
    read: 'HTTP_ERROR',
  },
  'not implemented': status(501, about('NOT_IMPLEMENTED', 501), problem),
  'bad gateway': status(502, page, { 'content-type': 'text/html' }),
  unavailable: status(503, about('BUSY', 503), problem),
  'unavailable for a while': status(503, null, { 'retry-after': '1234567890123' }),
  'gateway timeout': status(504),
  'another version of HTTP': status(505),
  full: status(507),
  overloaded: status(529),
  'the last status there is': status(599),
  'a connection that breaks before the headers': lost('ECONNRESET'),
  'a connection that breaks within the headers': lost('UND_ERR_SOCKET'),
  'headers that are too long': lost('UND_ERR_HEADERS_OVERFLOW'),
  'a connection that breaks within the body': broken('ECONNRESET'),
  'a body that cannot be unpacked': broken('Z_DATA_ERROR', { ...json, 'content-encoding': 'gzip' }),
  'no answer within an attempt': {
    spoil: ({ signal }) => never(signal),
    read: 'REQUEST_TIMEOUT',
    options: short,
  },
  'no answer within the whole time': {
    spoil: ({ signal }) => never(signal),
    read: 'REQUEST_TIMEOUT',
    options: { timeout: { attempt: 50, total: 4, upload: 4 } },
  },
  'a body that never ends': {
    spoil: () => answer(new ReadableStream({ pull: () => new Promise(() => {}) })),
    read: 'REQUEST_TIMEOUT',
    options: short,
  },
  'a caller that gives up': {
    spoil: ({ signal, abort }) => {
      abort()
      return never(signal)
    },
  },
  'a dialect that throws': {
    ...rewritten((text) => text),
    options: {
      dialect: () => {
        throw new Error('not mine')
      },
    },
  },
  'a dialect that throws at a refusal': {
    spoil: () => answer(about('BLOCKED', 409), 409, problem),
    read: 'PROTOCOL_ERROR',
    options: {
      dialect: () => {
        throw new Error('not mine')
      },
    },
  },
  'a dialect that makes up a status': {
    ...rewritten((text) => text),
    options: { dialect: ({ body }) => ({ status: 100, body }) },
  },
  'a lost answer, then no credentials': afterLost('UNAUTHENTICATED', 401),
  'a lost answer, then no right': afterLost('ROLE_NOT_ALLOWED', 403),
  'a lost answer, then not found': afterLost('NOT_FOUND', 404),
  'a lost answer, then a conflict': afterLost('NOT_ALLOWED_IN_STATE', 409),
  'a lost answer, then gone': afterLost('GONE', 410),
  'a lost answer, then another version': afterLost('STALE_VERSION', 412),
  'a lost answer, then not valid': afterLost('VALIDATION_FAILED', 422),
  'a failure, then a conflict': afterFailure('BLOCKED', 409),
}
