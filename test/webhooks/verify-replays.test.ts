import { describe, expect, it } from 'vitest'
import { verifyArchived, verifyWebhook } from '../../src/webhooks/index.ts'
import { secrets } from '../support/secrets.ts'
import { body, clock, hmacKey, keysRemoved, otherHmacKey, publicKey, sentAt, signed } from './kit.ts'

const options = { keys: [hmacKey], clock }
const [secret = ''] = Object.values(secrets)

describe('a store of what came before', () => {
  const asked: unknown[] = []
  const store = (answer: boolean | Error) => ({
    seen: async (...args: unknown[]) => {
      asked.push(args)
      if (answer instanceof Error) throw answer
      return answer
    },
  })

  it('says which message is repeated, and remembers it longer than anybody sends it again', async () => {
    for (const repeated of [true, false])
      expect(await verifyWebhook(await signed(), { ...options, replay: store(repeated) })).toMatchObject({
        ok: true,
        id: 'evt_7',
        event: { type: 'keys.removed' },
        repeated,
      })
    expect(asked.splice(0)).toEqual(Array(2).fill(['evt_7', (sentAt + 80 * 3600) * 1000]))
  })

  it('is not asked about what nobody signed, nor about an archive', async () => {
    const replay = store(true)
    expect(await verifyWebhook(await signed({}, [otherHmacKey]), { ...options, replay })).toMatchObject({
      code: 'WEBHOOK_SIGNATURE_WRONG',
    })
    const archived = { ...options, replay }
    expect(await verifyArchived(await signed(), archived)).toMatchObject({ ok: true, repeated: false })
    expect(asked).toEqual([])
  })

  it('that cannot be reached lets nothing through', async () => {
    const replay = store(new Error('down'))
    expect(await verifyWebhook(await signed(), { ...options, replay })).toMatchObject({
      ok: false,
      code: 'WEBHOOK_REPLAYS_UNREACHABLE',
      status: 503,
    })
  })
})

describe('what is wrong with a body', () => {
  const issuesOf = async (text: string, events?: Parameters<typeof verifyWebhook>[1]['events']) => {
    const read = await verifyWebhook(await signed({ text }), { ...options, events })
    return read.ok ? 'taken' : { code: read.code, issues: read.issues }
  }
  const list = (items: number) => `[${Array(items).fill(0).join()}]`
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

  it.each([
    ['no JSON', '{', '', 'SYNTAX'],
    ['a member twice', body.replace('{', '{"type":"keys.removed",'), '/type', 'DUPLICATE_KEY'],
    ['more than ten thousand members', list(10_001), '', 'MEMBERS'],
    ['more than 32 levels', nested(33), '', 'DEPTH'],
  ])('is told by its place and kind: %s', async (_, text, path, code) => {
    expect(await issuesOf(text)).toMatchObject({ code: 'WEBHOOK_BODY_NOT_JSON', issues: [{ path, code }] })
  })

  it.each([
    ['ten thousand members', list(9_999)],
    ['32 levels', nested(32)],
  ])('is not that it has %s', async (_, text) => {
    expect(await issuesOf(text)).toMatchObject({ code: 'WEBHOOK_EVENT_INVALID' })
  })

  it('is told in fifty issues at most, whoever reads it', async () => {
    const issues = Array.from({ length: 60 }, (_, at) => ({ path: `/${at}`, code: 'WRONG_TYPE' as const }))
    const refusing = (of: typeof issues) => async () =>
      issuesOf(body, (() => ({ ok: false, issues: of })) as never)
    expect(await refusing(issues)()).toMatchObject({
      code: 'WEBHOOK_EVENT_INVALID',
      issues: issues.slice(0, 50),
    })
    expect(await refusing(issues.slice(0, 3))()).toMatchObject({ issues: issues.slice(0, 3) })
  })

  it('is the reader’s own business where another vendor’s is plugged in', async () => {
    const events = (payload: unknown) => ({ ok: true as const, event: { mine: payload } })
    for (const verify of [verifyWebhook, verifyArchived])
      expect(await verify(await signed(), { ...options, events })).toMatchObject({
        event: { mine: keysRemoved },
      })
  })
})

describe('the bytes of a body', () => {
  it('are 256 kB at most, like its text', async () => {
    const padded = (length: number) => body.padEnd(length)
    const of = async (length: number) => {
      const { headers } = await signed({ text: padded(length) })
      return verifyWebhook({ body: new TextEncoder().encode(padded(length)), headers }, options)
    }
    expect(await of(256 * 1024)).toMatchObject({ ok: true })
    expect(await of(256 * 1024 + 1)).toMatchObject({ code: 'WEBHOOK_BODY_TOO_LARGE', status: 413 })
  })
})

describe('headers', () => {
  it.each([
    ['none', {}, 'WEBHOOK_HEADER_MISSING'],
    ['an id with a full stop', { 'webhook-id': 'evt.7' }, 'WEBHOOK_ID_MALFORMED'],
    ['a time in words', { 'webhook-timestamp': 'now' }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['a signature without a version', { 'webhook-signature': 'AAAA' }, 'WEBHOOK_SIGNATURE_MALFORMED'],
  ])('are judged before the signature: %s', async (name, differs, code) => {
    const { headers } = await signed({}, [otherHmacKey])
    const given = name === 'none' ? {} : { ...headers, ...differs }
    expect(await verifyWebhook({ body, headers: given }, options)).toMatchObject({ ok: false, code })
  })
})

describe('a reader that throws', () => {
  it('is named as the part that failed', async () => {
    const events = () => {
      throw new Error('broken')
    }
    await expect(verifyWebhook(await signed(), { ...options, events })).rejects.toMatchObject({
      part: 'events',
    })
  })
})

describe('the id of a message', () => {
  const idOf = async (id: string) => {
    const read = await verifyWebhook(await signed({ id }), options)
    return read.ok ? read.id : read.code
  }

  it('with a secret in it stays short, and still another one for another content', async () => {
    const long = `${'e'.repeat(40)}_${secret}_${'f'.repeat(60)}`
    const known = await idOf(long)
    expect(known).toMatch(/^e{40}_masked-[0-9a-f]{6}_f+-[a-p]{16}$/)
    expect(known).toHaveLength(60 + 1 + 16)
    const other = await verifyWebhook(await signed({ id: long, text: `${body} ` }), options)
    expect(other.ok && other.id).not.toBe(known)
  })

  it('without one stays as it is, however long', async () => {
    expect(await idOf('e'.repeat(200))).toBe('e'.repeat(200))
  })
})

describe('a key of one kind', () => {
  it('takes no signature of the other kind, nor one that is cut', async () => {
    const { headers } = await signed()
    const signature = headers['webhook-signature'] as string
    const tried = async (text: string, keys: string[]) => {
      const read = await verifyWebhook(
        { body, headers: { ...headers, 'webhook-signature': text } },
        { keys, clock },
      )
      return read.ok ? 'taken' : read.code
    }
    expect(await tried(signature, [hmacKey])).toBe('taken')
    for (const [text, keys] of [
      [signature.replace('v1,', 'v1a,'), [hmacKey]],
      [signature.replace('v1,', 'v1a,'), [publicKey]],
      [signature, [publicKey]],
      [signature.slice(0, -4), [hmacKey]],
      [`${signature.slice(0, -1)}AAAA`, [hmacKey]],
      [`v1a,${'A'.repeat(84)}`, [publicKey]],
      [`v1a,${'A'.repeat(86)}==`, [publicKey]],
      ['v1a,no_b', [publicKey]],
    ] as const)
      expect(await tried(text, [...keys]), text).toBe('WEBHOOK_SIGNATURE_WRONG')
    expect(await tried(`v1,${'A'.repeat(44)} ${signature}`, [hmacKey])).toBe('taken')
    expect(await tried(signature, [otherHmacKey, hmacKey])).toBe('taken')
  })
})
