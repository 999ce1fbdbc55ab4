import { once } from 'node:events'
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { type Listening, listen } from '../../src/server/node.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const failures: unknown[] = []
let server: Listening
beforeAll(async () => {
  const handler = createAcquirerHandler(
    { getTerminal: () => samples.getTerminal.answer, recordEvent: () => samples.recordEvent.answer },
    { authenticate: () => p1, onError: (error) => failures.push(error) },
  )
  server = await listen(handler)
})
afterAll(() => server.close())

/** The first status that comes back; 0 for none. */
const answerTo = async (bytes: Uint8Array): Promise<number> => {
  const socket = connect(server.port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
  })
  socket.on('error', () => {})
  socket.end(bytes)
  await once(socket, 'close')
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}

const target = fc
  .array(
    fc.constantFrom(
      '/',
      '//',
      '\\',
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      '%ff',
      ';',
      '?',
      '#',
      'v1',
      'terminals',
      'lc-1',
      '@',
      ':',
      'http:',
      ' ',
      '\t',
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))
const header = fc.tuple(
  fc.constantFrom(
    'Content-Length',
    'Transfer-Encoding',
    'Host',
    'Expect',
    'Content-Type',
    'Connection',
    'If-Match',
  ),
  fc.oneof(
    fc.constantFrom('0', '5', '-1', '1e3', 'chunked', 'identity', 'localhost', '100-continue', 'upgrade'),
    fc.string({ maxLength: 10 }),
  ),
)
const message = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'TRACE', 'CONNECT', 'get', 'PRI'),
    target,
    fc.array(header, { maxLength: 5 }),
    fc.string({ maxLength: 30 }),
  )
  .map(([method, to, headers, body]) =>
    [`${method} ${to} HTTP/1.1`, 'Host: localhost', ...headers.map((pair) => pair.join(': ')), '', body].join(
      '\r\n',
    ),
  )

it('Whatever bytes arrive, nothing fails, and the next request is served', async () => {
  const anything = fc.oneof(
    message.map((text) => new Uint8Array(Buffer.from(text, 'latin1'))),
    fc.uint8Array({ maxLength: 200 }),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      expect(await answerTo(bytes)).toBeLessThan(500)
    }),
    { numRuns: 1_500 },
  )
  expect(failures).toEqual([])
  expect((await fetch(`${server.url}/v1/terminals/lc-1`)).status).toBe(200)
})
