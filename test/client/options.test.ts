import { describe, expect, it } from 'vitest'
import { scripted } from './kit.ts'

describe('options', () => {
  it.each([
    ['a path with other parameters', { pathMap: { readStatus: '/hosts/{id}' } }, '/pathMap/readStatus'],
    ['a path with a query', { pathMap: { readStatus: '/hosts/{terminalRef}?x=1' } }, '/pathMap/readStatus'],
    ['a path with dots', { pathMap: { notify: '/../notices' } }, '/pathMap/notify'],
    ['a path of another origin', { pathMap: { notify: '//evil.example/notices' } }, '/pathMap/notify'],
    ['a path of no operation', { pathMap: { getTerminals: '/hosts' } }, '/pathMap/getTerminals'],
    ['a path of a name that every object has', { pathMap: { constructor: '/x' } }, '/pathMap/constructor'],
    ['a mapping of no operation', { mappings: { payout: {} } }, '/mappings/payout'],
    ['a mapping of a name that every object has', { mappings: { toString: {} } }, '/mappings/toString'],
    ['a write that is read', { mappings: { payOut: { method: 'GET' } } }, '/mappings/payOut/method'],
    ['a method of nobody', { mappings: { payOut: { method: 'SEND' } } }, '/mappings/payOut/method'],
    ['a mapping that is no function', { mappings: { payOut: { reply: {} } } }, '/mappings/payOut/reply'],
    ['a member nobody reads', { mappings: { payOut: { respond: () => ({}) } } }, '/mappings/payOut/respond'],
    ['no credentials', { auth: undefined }, '/auth'],
    ['a token for credentials', { auth: 'token' }, '/auth'],
    ['a misspelt attempt', { retry: { attemps: 1 } }, '/retry/attemps'],
    ['a misspelt timeout', { timeout: { attempts: 1 } }, '/timeout/attempts'],
    ['no attempt at all', { retry: { attempts: 0 } }, '/retry/attempts'],
    ['a delay that is none', { retry: { delay: Number.NaN } }, '/retry/delay'],
    ['a timeout that no timer keeps', { timeout: { total: 2 ** 31 } }, '/timeout/total'],
    ['a queue without end', { timeout: { queue: Infinity } }, '/timeout/queue'],
  ])('with %s are refused when the client is made', (_, options, path) => {
    const make = () => scripted([], options as unknown as Parameters<typeof scripted>[1])
    expect(make).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', issues: [expect.objectContaining({ path })] }),
    )
  })

  it.each([
    ...['attempts'].flatMap((name) => [0, 2 ** 31].map((value) => ['retry', name, value] as const)),
    ...['delay', 'throttledDelay', 'longestWait'].flatMap((name) =>
      [-1, 2 ** 31].map((value) => ['retry', name, value] as const),
    ),
    ...['attempt', 'total', 'upload', 'queue'].flatMap((name) =>
      [0, 0.5, 2 ** 31].map((value) => ['timeout', name, value] as const),
    ),
  ])('are refused by their places: /%s/%s of %d', (group, name, value) => {
    const issues = [{ path: `/${group}/${name}`, code: 'NOT_ALLOWED_VALUE' }]
    expect(() => scripted([], { [group]: { [name]: value } })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', issues }),
    )
  })

  it('are taken up to their bounds, and none by two ways', () => {
    const most = 2 ** 31 - 1
    const retry = { attempts: 1, delay: 0, throttledDelay: 0, longestWait: most }
    const timeout = { attempt: 1, total: most, upload: most, queue: 1 }
    expect(() => scripted([], { retry, timeout, concurrency: 1, locale: 'zh-Hans-CN' })).not.toThrow()
    const transport = async () => new Response() as never
    expect(() => scripted([], { transport })).toThrow(
      expect.objectContaining({ issues: [{ path: '/transport', code: 'NOT_ALLOWED_VALUE' }] }),
    )
    for (const locale of ['', 'z', 'zh_CN', 'zh-CN, en'])
      expect(() => scripted([], { locale })).toThrow(
        expect.objectContaining({ issues: [{ path: '/locale', code: 'INVALID_FORMAT' }] }),
      )
  })
})
