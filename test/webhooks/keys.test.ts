import { describe, expect, it } from 'vitest'
import { readCheckingKeys, readSigningKeys } from '../../src/webhooks/keys.ts'
import { hmacKey, privateKey, publicKey } from './kit.ts'

const base64 = (bytes: Uint8Array | readonly number[]) => btoa(String.fromCharCode(...bytes))
const mixed = (length: number) => base64(Uint8Array.from({ length }, (_, place) => 11 + 37 * place))
const hex = (text: string) => base64((text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))

const refusal = (path: string, code: string) =>
  expect.objectContaining({ code: 'INVALID_INPUT', issues: [{ path, code }] })

describe('a key', () => {
  it.each([24, 32, 64])('of HMAC may have %i bytes', (length) => {
    expect(readSigningKeys([`whsec_${mixed(length)}`])[0]?.bytes).toHaveLength(length)
  })

  it.each([
    ['an empty text', ''],
    ['blanks', '      '],
    ['nothing behind its prefix', 'whsec_'],
    ['blanks behind its prefix', `whsec_${' '.repeat(44)}`],
    ['blanks, encoded', `whsec_${btoa(' '.repeat(32))}`],
    ['zeros', `whsec_${base64(new Uint8Array(32))}`],
    ['less than 24 bytes', `whsec_${mixed(23)}`],
    ['more than 64 bytes', `whsec_${mixed(65)}`],
    ['no prefix', mixed(32)],
    ['another prefix', `sk_live_${mixed(32)}`],
    ['letters of URLs', `whsec_${'-_'.repeat(22)}`],
    ['spare bits', `whsec_${mixed(32).slice(0, -2)}/=`],
    ['blanks around it', ` ${hmacKey} `],
    ['a private key of another length', `whsk_${mixed(33)}`],
  ])('is refused when it is %s', (_, key) => {
    expect(() => readSigningKeys([hmacKey, key])).toThrow(refusal('/keys/1', 'INVALID_FORMAT'))
  })

  it('is never repeated in the error', () => {
    const key = `whsec_${mixed(23)}`
    expect(() => readSigningKeys([key])).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(key.slice(6, 20)) }),
    )
  })

  it('that may only be shown to nobody checks nothing, and a public one signs nothing', () => {
    expect(() => readCheckingKeys([privateKey])).toThrow(refusal('/keys/0', 'NOT_ALLOWED_VALUE'))
    expect(() => readSigningKeys([publicKey])).toThrow(refusal('/keys/0', 'NOT_ALLOWED_VALUE'))
  })

  it.each([
    ['one', `01${'00'.repeat(31)}`],
    ['minus one', `ec${'ff'.repeat(30)}7f`],
    ['order eight', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['order eight, with the sign bit', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
  ])('under which one signature fits many messages is refused: %s', (_, point) => {
    expect(() => readCheckingKeys([`whpk_${hex(point)}`])).toThrow(refusal('/keys/0', 'NOT_ALLOWED_VALUE'))
  })
})

describe('a list of keys', () => {
  it.each([
    ['has none', [], 'TOO_FEW'],
    ['has six', Array(6).fill(hmacKey), 'TOO_MANY'],
    ['is a text', hmacKey, 'WRONG_TYPE'],
    ['was left out', undefined, 'WRONG_TYPE'],
  ])('is refused when it %s', (_, keys, code) => {
    expect(() => readCheckingKeys(keys)).toThrow(refusal('/keys', code))
  })

  it('takes five of them', () => {
    expect(readCheckingKeys(Array(5).fill(hmacKey))).toHaveLength(5)
  })

  it('takes both kinds, for a move from one to the other', () => {
    expect(readCheckingKeys([hmacKey, publicKey]).map(({ prefix }) => prefix)).toEqual(['whsec_', 'whpk_'])
  })
})
