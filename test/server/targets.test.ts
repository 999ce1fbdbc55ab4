import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAcquirerHandler, type Implementation } from '../../src/server/index.ts'
import { type Listening, listen } from '../../src/server/node.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const served: string[] = []
const implementation: Implementation = {
  getTerminal: ({ lifecycleId }) => {
    served.push(lifecycleId)
    return samples.getTerminal.answer
  },
  getResult: ({ idempotencyKey }) => {
    served.push(idempotencyKey)
    return samples.getResult.answer
  },
  findTerminals: () => {
    served.push('findTerminals')
    return samples.findTerminals.answer
  },
  getProcedure: () => {
    served.push('getProcedure')
    return samples.getProcedure.answer
  },
}

let server: Listening
beforeAll(async () => {
  server = await listen(createAcquirerHandler(implementation, { authenticate: () => p1 }))
})
afterAll(() => server.close())

/** What comes back for exactly these bytes. */
const raw = async (text: string): Promise<number> => {
  served.length = 0
  const socket = connect(server.port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
  })
  socket.on('error', () => {})
  socket.end(Buffer.from(text, 'latin1'))
  await once(socket, 'close')
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}
const line = (requestLine: string, ...headers: string[]) =>
  raw([requestLine, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'))

it.each(['1e2', '0x10', '+1', '-1', '01', '1.0', '%201', '1%20', '', '0', '201', '%EF%BC%91', 'Infinity'])(
  'a number in a query is digits alone, and not %s',
  async (limit) => {
    expect(await line(`GET /v1/terminals?limit=${limit} HTTP/1.1`)).toBe(422)
    expect(served).toEqual([])
    expect(await line('GET /v1/terminals?limit=20 HTTP/1.1')).toBe(200)
  },
)

describe('a plain request line', () => {
  it.each([
    ['/v1/terminals/lc-1', 'lc-1'],
    ['/v1/terminals/%6cc-1', 'lc-1'],
    ['/v1/systems/results/lc-1%2F2%2f0', 'lc-1/2/0'],
    ['/v1/systems/results/a:b@c', 'a:b@c'],
    ['/v1/terminals?serial=a', 'findTerminals'],
  ])('is served: %s', async (target, about) => {
    expect(await line(`GET ${target} HTTP/1.1`)).toBe(200)
    expect(served).toEqual([about])
  })
})

describe('a strange request line is refused and nothing is served', () => {
  it.each([
    ['another authority', '//evil.example/v1/terminals/lc-1', 400],
    ['another authority, three slashes', '///evil.example/v1/terminals/lc-1', 400],
    ['an authority of backslashes', '\\\\evil.example/v1/terminals/lc-1', 400],
    ['a slash and a backslash', '/\\evil.example/v1/terminals/lc-1', 400],
    ['a user before the path', '//user:word@localhost/v1/terminals/lc-1', 400],
    ['absolute form', 'http://localhost/v1/terminals/lc-1', 400],
    ['absolute form of another host', 'http://evil.example/v1/terminals/lc-1', 400],
    ['absolute form of another scheme', 'file:///v1/terminals/lc-1', 400],
    ['absolute form in capitals', 'HTTPS://EVIL.EXAMPLE/v1/terminals/lc-1', 400],
    ['a backslash for a slash', '/v1\\terminals\\lc-1', 400],
    ['a backslash in a segment', '/v1/terminals\\lc-1', 400],
    ['a way up', '/v1/x/../terminals/lc-1', 400],
    ['a way to here', '/v1/./terminals/lc-1', 400],
    ['a way up at the end', '/v1/terminals/lc-1/x/..', 400],
    ['a way up with backslashes', '/v1/x\\..\\terminals/lc-1', 400],
    ['an encoded way up', '/v1/x/%2e%2e/terminals/lc-1', 400],
    ['a half encoded way up', '/v1/x/.%2E/terminals/lc-1', 400],
    ['an encoded way to here', '/v1/%2e/terminals/lc-1', 400],
    ['a way up inside of a parameter', '/v1/systems/results/a%2f%2e%2e%2fb', 400],
    ['a way up at the start of a parameter', '/v1/systems/results/..%2fb', 400],
    ['a way up at the end of a parameter', '/v1/systems/results/b%2f..', 400],
    ['an encoded backslash', '/v1/systems/results/a%5cb', 400],
    ['an encoded backslash for a slash', '/v1/terminals%5Clc-1', 400],
    ['parameters of a segment', '/v1/terminals/lc-1;jsessionid=1', 400],
    ['parameters of an earlier segment', '/v1/terminals;a=b/lc-1', 400],
    ['an encoded NUL', '/v1/systems/results/a%00', 400],
    ['an encoded line break', '/v1/systems/results/a%0d%0aX-Evil:1', 400],
    ['an encoded DEL', '/v1/systems/results/a%7f', 400],
    ['an encoded control character beyond ASCII', '/v1/systems/results/a%c2%85', 400],
    ['half a UTF-8 sequence', '/v1/systems/results/%e0%a4', 400],
    ['an overlong slash', '/v1/systems/results/%c0%af', 400],
    ['an encoded surrogate', '/v1/systems/results/%ed%a0%80', 400],
    ['an escape that is none', '/v1/systems/results/%zz', 400],
    ['an escape that breaks off', '/v1/systems/results/a%', 400],
    ['an escape of another kind', '/v1/systems/results/%u002e', 400],
    ['a fragment', '/v1/terminals/lc-1#x', 400],
    ['quotes', '/v1/terminals/"lc-1"', 400],
    ['brackets', '/v1/terminals/<lc-1>', 400],
    ['braces', '/v1/terminals/{lc-1}', 400],
    ['bytes beyond ASCII', '/v1/terminals/\u00e9', 400],
    ['an empty segment at the start', '//v1/terminals/lc-1', 400],
    ['an empty segment inside', '/v1//terminals/lc-1', 404],
    ['an empty segment at the end', '/v1/terminals/lc-1/', 404],
    ['a parameter that is empty', '/v1/systems/results/', 404],
    ['another case', '/V1/Terminals/lc-1', 404],
    ['no path at all', '*', 400],
    ['a path without its slash', 'v1/terminals/lc-1', 400],
    ['a query without a path', '?serial=a', 400],
    ['a backslash in the query', '/v1/terminals?serial=a\\b', 400],
    ['an encoded NUL in the query', '/v1/terminals?serial=a%00', 400],
    ['half a UTF-8 sequence in the query', '/v1/terminals?serial=%e0', 400],
    ['a parameter twice', '/v1/terminals?serial=a&serial=b', 422],
    ['a parameter twice, once encoded', '/v1/terminals?serial=a&%73erial=b', 422],
    ['a parameter as a list', '/v1/terminals?serial%5B%5D=a', 422],
    ['a parameter of the machinery of objects', '/v1/terminals?__proto__=a', 422],
    ['a member of a list in another case', '/v1/terminals/lc-1/procedures/Closure', 422],
    ['a path without end', `/v1/terminals/${'a'.repeat(5_000)}`, 400],
  ])('%s: %s', async (_, target, status) => {
    expect(await line(`GET ${target} HTTP/1.1`)).toBe(status)
    expect(served).toEqual([])
  })

  it.each([
    ['two hosts', ['Host: evil.example'], 400],
    ['a length and chunks', ['Content-Length: 3', 'Transfer-Encoding: chunked'], 400],
    ['two lengths', ['Content-Length: 3', 'Content-Length: 4'], 400],
    ['headers without end', [`X-Noise: ${'x'.repeat(20_000)}`], 431],
  ])('%s', async (_, headers, status) => {
    expect(await line('GET /v1/terminals/lc-1 HTTP/1.1', ...headers)).toBe(status)
    expect(served).toEqual([])
  })

  it.each(['', 'a b', 'evil.example/v1', 'user@localhost', 'localhost:99999999', 'a\\b', 'a,b'])(
    'a host of no form: %j',
    async (host) => {
      expect(await raw(`GET /v1/terminals/lc-1 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toBe(
        400,
      )
      expect(served).toEqual([])
    },
  )

  it('a tab, a blank or a bare line feed where none belongs', async () => {
    for (const text of [
      'GET\t/v1/terminals/lc-1 HTTP/1.1',
      'GET /v1/terminals/lc 1 HTTP/1.1',
      'GET  HTTP/1.1',
    ])
      expect(await line(text)).toBe(400)
    expect(served).toEqual([])
  })
})

describe('what a caller writes beside the request line', () => {
  it('changes no method', async () => {
    const headers = ['X-HTTP-Method-Override: GET', 'X-HTTP-Method: GET', 'X-Method-Override: GET']
    expect(await line('DELETE /v1/terminals/lc-1 HTTP/1.1', ...headers)).toBe(405)
    expect(await line('DELETE /v1/terminals/lc-1?_method=GET HTTP/1.1')).toBe(405)
    expect(served).toEqual([])
  })

  it('changes no path', async () => {
    const headers = ['X-Original-URL: /v1/terminals/lc-2', 'X-Rewrite-URL: /v1/terminals/lc-2']
    expect(await line('GET /v1/terminals/lc-1 HTTP/1.1', ...headers, 'X-Forwarded-Host: evil.example')).toBe(
      200,
    )
    expect(served).toEqual(['lc-1'])
  })

  it('is no other host to the handler than its own', async () => {
    expect(
      await raw('GET /v1/terminals/lc-1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'),
    ).toBe(200)
    expect(served).toEqual(['lc-1'])
  })
})
