import { describe, expect, it } from 'vitest'
import {
  askedToWait,
  guarded,
  HttpError,
  InvariantViolationError,
  describe as inWords,
  isTerminalLifecycleError,
  OutcomeUnknownError,
  pluginError,
  quietly,
  RefusedError,
  redact,
  redactValue,
  requestSummary,
  UntrustedEndpointError,
} from '../../src/errors/index.ts'

const card = '4111111111111111'
const masked = '[REDACTED]'
const request = { method: 'POST', url: 'https://a.example/v1/x' }
/** As many characters of a card as nobody may read. */
const partOfCard = /4111\s?1111/

describe('What is cut off shows no part of a secret', () => {
  it.each([185, 188, 190, 192, 195, 199])('at the end of a name, from place %d on', (place) => {
    const detail = `${'x '.repeat(place / 2)}${card} and more`
    expect(new InvariantViolationError({ invariant: 'I6', detail }).message).not.toMatch(partOfCard)
  })

  it('of a name that is longer than any: nothing of it is said', () => {
    const detail = `plain ${'words '.repeat(400)}`
    expect(new InvariantViolationError({ invariant: 'I6', detail }).message).toContain(`: ${masked}.`)
  })

  it('at the end of a text, whatever was masked before it', () => {
    const block = (length: number) => `-----BEGIN KEY-----${'x'.repeat(length)}-----END KEY-----`
    const end = ' 4111 1111'
    const first = block(20_000 - end.length - block(0).length) + end
    expect(first).toHaveLength(20_000)
    expect(redact(`${first} 1111 1111`)).toBe(`${masked} ${masked}`)
    expect(redact(first)).toBe(`${masked}${end}`)
  })

  it.each(['%2F%2Fme:hunter2@host', 'x%2F%2Fme:hunter2@host', '%2f%2fme:hunter2@host%2Fy'])(
    'of an address within a path: %s',
    (path) => {
      expect(requestSummary('GET', `https://a.example/v1/${path}`).url).not.toContain('hunter2')
    },
  )
})

describe('A reference, however long,', () => {
  const lost = (lifecycleId: string) =>
    new OutcomeUnknownError({ request, idempotencyKey: 'k-1', lifecycleId }).lifecycleId

  it.each([
    `payout-for-the-order-of-the-shop-${card}`,
    `${'ab'.repeat(18)}${card}`,
    'payout.for.the.order.of.the.shop.in.town.11010519491231002X',
  ])('is not kept where the number of a card or a person stands at its end: %s', (reference) => {
    expect(lost(reference)).toBe(masked)
  })

  it.each(['payout-for-the-order-of-the-shop-17', '3f1c9d7e5b2a48f0a6c4e8d2b7915f30'])(
    'is kept where it is only long: %s',
    (reference) => {
      expect(lost(reference)).toBe(reference)
    },
  )
})

describe('A packed secret', () => {
  const packed = btoa('password=?~?~ok')
  it.each([packed, packed.replaceAll('/', '_').replaceAll('+', '-')])('is found: %s', (word) => {
    expect(word).toMatch(/[/_]/)
    expect(redact(`it said ${word} and ended`)).toBe(`it said ${masked} and ended`)
  })
})

describe('What is split, or told one after the other', () => {
  it('is masked in a list after each name of a secret, not only after the first', () => {
    const list = ['run', '--password', 'abc', '--verbose', '--token', 'def', 'there']
    expect(redactValue(list)).toEqual(['run', '--password', masked, '--verbose', '--token', masked, 'there'])
  })

  it('is masked in headers and queries by their names', () => {
    const pairs = { 'x-signature': 'abc', accept: 'text/plain', authorization: 'def' }
    const shown = { 'x-signature': masked, accept: 'text/plain', authorization: masked }
    expect(redactValue(new Headers(pairs))).toEqual(shown)
    expect(redactValue(new URLSearchParams(pairs))).toEqual(shown)
  })

  it('is masked in a blocker, and a number that is as long as a card is no number', () => {
    const blockers = [
      {
        ...{ code: 'BACKUP_MISSING', owner: 'merchant', clearedBy: ['backup.recorded'] },
        data: {
          digits: ['4111', '1111', '1111', '1111'],
          few: ['4111', '2'],
          n: Number(card),
          less: -Number(card),
          m: 7,
        },
      },
    ]
    const [found] = new RefusedError({ refusal: 'BLOCKED', blockers: blockers as never }).blockers
    expect(found?.data).toEqual({
      digits: Array(4).fill(masked),
      few: ['4111', '2'],
      n: null,
      less: null,
      m: 7,
    })
  })

  it.each([10, 11, 12, 13])('is a row of %d digits in groups', (digits) => {
    const row = '23456789012345'
      .slice(0, digits)
      .replace(/(.{5})/g, '$1 ')
      .trim()
    expect(redact(`no ${row} x`).includes(row)).toBe(digits <= 10)
  })

  it.each([
    ['口令为“abcd”', 'abcd'],
    ['密码已重置为：abcd12', 'abcd12'],
    ['口令已更新为 abcd12', 'abcd12'],
    ['密码被改成abcd12', 'abcd12'],
    ['密码 是 “ abcd12', 'abcd12'],
    ['令牌=「abcd12', 'abcd12'],
  ])('is said in Chinese: %s', (text, secret) => {
    expect(redact(text)).not.toContain(secret)
  })
})

describe('Errors in words', () => {
  const blocker = (code: string) => ({ code, owner: 'merchant', clearedBy: ['backup.recorded'] }) as never
  it('say of a refusal the first thing that stands in the way, and without one the refusal', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const [first, other] = ['BACKUP_MISSING', 'DEVICE_NOT_DRAINED']
      const blockers = [blocker(first), blocker(other)]
      const { text } = inWords(new RefusedError({ refusal: 'ROLE_NOT_ALLOWED', blockers }), locale)
      expect(text).toBe(inWords(first, locale).text)
      const alone = inWords(new RefusedError({ refusal: 'ROLE_NOT_ALLOWED' }), locale)
      expect(alone.text).toBe(inWords('ROLE_NOT_ALLOWED', locale).text)
    }
  })
})

describe('What is plugged in', () => {
  const foreign = Object.assign(new Error(`card ${card}`), { secret: card })
  it('may reject where nobody waits, and nothing is left unhandled', async () => {
    const unhandled: unknown[] = []
    const note = (error: unknown) => void unhandled.push(error)
    process.on('unhandledRejection', note)
    quietly(async () => {
      throw foreign
    })()
    quietly(() => {
      throw foreign
    })()
    await new Promise((resolve) => setTimeout(resolve, 5))
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })

  it('is told by an error of ours, whether it throws at once or later, and keeps its own `this`', async () => {
    const given = {
      name: 'clock',
      now() {
        if (this.name !== 'clock') throw new Error('another this')
        throw foreign
      },
      later: async () => {
        throw foreign
      },
    }
    const part = guarded('clock', given)
    expect(() => part.now()).toThrow(expect.objectContaining({ code: 'PLUGGED_IN_FAILED', part: 'clock' }))
    await expect(part.later()).rejects.toMatchObject({ code: 'PLUGGED_IN_FAILED', part: 'clock' })
    expect(part.name).toBe('clock')
  })

  it('is not believed to have thrown an error of ours by a code that is none', () => {
    const ours = new RefusedError({ refusal: 'X' })
    expect(pluginError('services', ours)).toBe(ours)
    const made = Object.assign(Object.create(RefusedError.prototype), { code: 'MADE_UP', message: card })
    expect(isTerminalLifecycleError(made)).toBe(true)
    expect(pluginError('services', made)).toMatchObject({ code: 'PLUGGED_IN_FAILED' })
  })

  it('is not kept as the cause of an outcome that nobody knows', () => {
    const error = new OutcomeUnknownError({ request, idempotencyKey: 'k-1', cause: foreign as never })
    expect(error).not.toHaveProperty('cause')
    const known = new HttpError({ request, status: 503 })
    expect(new OutcomeUnknownError({ request, idempotencyKey: 'k-1', cause: known }).cause).toBe(known)
  })
})

describe('What the other side says of itself', () => {
  it.each(['4111-1111-1111-1111', '41111111-1111-1111', 'not a trace', ''])(
    'is no trace where it is %j',
    (traceId) => {
      const { problem } = new HttpError({ request, status: 500, problem: { code: 'X', traceId } })
      expect([null, masked]).toContain(problem.traceId)
    },
  )

  it('is an address without user, query and fragment', () => {
    const url = 'https://me:hunter2@a.example/x?token=abc#def'
    expect(new UntrustedEndpointError({ url, reason: 'userInfo' }).url).toBe('https://a.example/x')
  })

  it('is the longest of the times that several ask for, at the first depth that asks', () => {
    const wait = (retryAfterMs: number, more: object = {}) =>
      Object.assign(new Error('x'), { retryAfterMs, ...more })
    expect(askedToWait(new AggregateError([wait(10), wait(30), wait(20)]), 0)).toBe(30)
    expect(askedToWait(wait(5, { cause: wait(90) }), 0)).toBe(5)
  })
})
