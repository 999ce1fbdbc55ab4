import { describe, expect, it, vi } from 'vitest'
import { locales } from '../../src/domain/index.ts'
import {
  type CallbackReason,
  describeCallbackReason,
  judgeAddress,
  judgeCallbackUrl,
} from '../../src/webhooks/index.ts'
import { hostileAddresses, publicAddresses } from './hostile-addresses.ts'
import { honestUrls, hostileUrls } from './hostile-urls.ts'

const urls = Object.entries(hostileUrls) as [CallbackReason, readonly string[]][]
const addresses = Object.entries(hostileAddresses)

describe('the judge of callback URLs', () => {
  it.each(urls)('refuses as %s', (reason, given) => {
    expect(given.map((url) => [url, judgeCallbackUrl(url)])).toEqual(
      given.map((url) => [url, { allowed: false, reason }]),
    )
  })

  it('says why in words of both languages, each in its own', () => {
    const reasons = urls.map(([reason]) => reason)
    for (const locale of locales) {
      const words = reasons.map((reason) => describeCallbackReason(reason, locale))
      expect(new Set(words).size).toBe(reasons.length)
      // what is wrong, and what to give instead
      expect(words.filter((text) => !(locale === 'en' ? /\. [A-Z].*\.$/ : /。.*。$/).test(text))).toEqual([])
    }
  })

  it('lets through 0 of at least 120 hostile URLs', () => {
    const all = new Set(urls.flatMap(([, given]) => given))
    expect(all.size).toBeGreaterThanOrEqual(120)
    expect([...all].filter((url) => judgeCallbackUrl(url).allowed)).toEqual([])
  })

  it('lets through what honest receivers have', () => {
    expect(honestUrls.map((url) => judgeCallbackUrl(url))).toEqual(
      honestUrls.map((url) => {
        const { hostname, href } = new URL(url)
        return { allowed: true, host: hostname, port: 443, href }
      }),
    )
  })

  it('knows that the list is hostile: the parser of the platform takes most of it', () => {
    const taken = urls.flatMap(([, given]) => given).filter((url) => URL.canParse(url))
    expect(taken.length).toBeGreaterThan(100)
    const local = taken.filter((url) =>
      /^(127|10|169\.254)\.|^localhost\.?$|^\[::1\]$/.test(new URL(url).hostname),
    )
    expect(local.length).toBeGreaterThan(25)
  })

  it('lets a port through where it is listed, and no other', () => {
    const rules = { ports: [8443] }
    expect(judgeCallbackUrl('https://hooks.example.com:8443/', rules)).toMatchObject({ port: 8443 })
    expect(judgeCallbackUrl('https://hooks.example.com:8444/', rules)).toMatchObject({ reason: 'URL_PORT' })
    expect(judgeCallbackUrl('https://127.0.0.1:8443/', rules)).toMatchObject({ reason: 'URL_IP_LITERAL' })
  })

  it('lets an international name through where these are allowed', () => {
    const rules = { internationalNames: 'allowed' } as const
    expect(judgeCallbackUrl('https://hooks.xn--fiqs8s/', rules)).toMatchObject({ host: 'hooks.xn--fiqs8s' })
    expect(judgeCallbackUrl('https://xn--a-.com/', rules)).toMatchObject({ reason: 'URL_HOST' })
  })

  it('refuses what the parser of the platform does not take, or reads as another host', () => {
    const given = 'https://hooks.example.com/'
    class Other extends URL {
      override get hostname() {
        return 'other.example.com'
      }
    }
    class None extends URL {
      static override canParse = () => false
    }
    const verdicts = [Other, None].map((parser) => {
      vi.stubGlobal('URL', parser)
      const verdict = judgeCallbackUrl(given)
      vi.unstubAllGlobals()
      return verdict
    })
    expect(verdicts).toEqual(verdicts.map(() => ({ allowed: false, reason: 'NOT_A_URL' })))
    expect(judgeCallbackUrl(given)).toMatchObject({ allowed: true })
  })

  it('takes URLs, names and their parts up to their lengths, and no longer ones', () => {
    const [label, path] = ['a'.repeat(63), 'https://hooks.example.com/'.length]
    const verdictOf = (url: string) => {
      const verdict = judgeCallbackUrl(url)
      return verdict.allowed ? 'allowed' : verdict.reason
    }
    const named = (last: number) => `https://${label}.${label}.${label}.${'a'.repeat(last)}.com/`
    expect(verdictOf(`https://hooks.example.com/${'a'.repeat(2_048 - path)}`)).toBe('allowed')
    expect(verdictOf(`https://hooks.example.com/${'a'.repeat(2_049 - path)}`)).toBe('URL_TOO_LONG')
    expect([verdictOf(named(57)), verdictOf(named(58))]).toEqual(['allowed', 'URL_HOST'])
    expect(verdictOf(`https://${label}.com/`)).toBe('allowed')
    expect(verdictOf(`https://${label}a.com/`)).toBe('URL_HOST')
  })

  it.each([
    ['no list', 8443, '/ports', 'WRONG_TYPE'],
    ['no list but a text', '8443', '/ports', 'WRONG_TYPE'],
    ['no list but nothing', null, '/ports', 'WRONG_TYPE'],
    ['a text among them', [443, '8443'], '/ports/1', 'OUT_OF_RANGE'],
    ['nothing among them', [undefined], '/ports/0', 'OUT_OF_RANGE'],
    ['less than none', [-1], '/ports/0', 'OUT_OF_RANGE'],
    ['more than there are', [0, 65_535, 65_536], '/ports/2', 'OUT_OF_RANGE'],
    ['half of one', [0.5], '/ports/0', 'OUT_OF_RANGE'],
  ])('takes no rules whose ports are %s', (_, ports, path, code) => {
    const judge = () => judgeCallbackUrl('https://hooks.example.com/', { ports } as never)
    expect(judge).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', issues: [{ path, code }] }))
  })

  it.each([undefined, null, 1, {}, [], new URL('https://hooks.example.com/')])(
    'refuses what is no text: %o',
    (given) => {
      expect(judgeCallbackUrl(given as unknown as string)).toEqual({ allowed: false, reason: 'NOT_A_URL' })
    },
  )
})

describe('the judge of addresses', () => {
  it.each(addresses)('refuses as %s', (reason, given) => {
    expect(given.map((ip) => [ip, judgeAddress(ip)])).toEqual(
      given.map((ip) => [ip, { allowed: false, reason }]),
    )
  })

  it('lets through what is public, up to the edge of each range', () => {
    expect(publicAddresses.filter((ip) => !judgeAddress(ip).allowed)).toEqual([])
  })

  it.each([undefined, null, 2_130_706_433, ['8.8.8.8']])('refuses what is no text: %o', (given) => {
    expect(judgeAddress(given as unknown as string)).toEqual({ allowed: false, reason: 'notAnAddress' })
  })
})
