import { describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { orderKinds } from '../../src/domain/index.ts'
import { pending } from '../../src/schemas/index.ts'
import { createMockAcquirer } from '../../src/testing/index.ts'
import { caught, json, problem } from './kit.ts'
import { at, carriedOutBy, carry, orderId, reference, table } from './order-cases.ts'

describe.each(orderKinds.filter((kind) => kind !== 'readStatus'))(
  'a repeat of the order %s that is refused',
  (kind) => {
    const { facts, events } = table[kind]
    const again = { attempt: 2 }
    // Asked before it is sent again: the first attempt may still be on its way.
    const notYet = problem('NOT_FOUND', 404)
    const kept = (result: object, operation: string = kind) =>
      json({ idempotencyKey: orderId, operation, result })
    const refusals = [
      ['NOT_ALLOWED_IN_STATE', 409],
      ['ROLE_NOT_ALLOWED', 403],
      ['TERMINAL_UNKNOWN', 404],
      ['NOT_FOUND', 404],
      ['VALIDATION_FAILED', 422],
      ['IDEMPOTENCY_KEY_REUSED', 422],
    ] as const

    it.each(refusals)('as %s was carried out, if its result is kept', async (code, status) => {
      const answers = [notYet, problem(code, status), kept({ status: 'done', reference, ...facts })]
      const { work, sent } = carry(kind, answers, again)
      expect(await work).toEqual(events)
      expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET'])
    })

    it.each(refusals)('as %s is refused, if nothing was carried out under its key', async (code, status) => {
      const { work } = carry(kind, [notYet, problem(code, status), notYet], again)
      expect(await caught(work)).toMatchObject({ code: 'REFUSED', refusal: code })
    })

    it('has not ended, if nobody says what became of it', async () => {
      const refused = problem('NOT_ALLOWED_IN_STATE', 409)
      const unsure = [
        problem('ROLE_NOT_ALLOWED', 403),
        json({}, 404),
        json({}, 500),
        kept({ status: 'done' }),
      ]
      for (const answer of [...unsure, kept({ status: 'done', reference }, 'somethingElse')]) {
        expect(await caught(carry(kind, [notYet, refused, answer], again).work)).toBeInstanceOf(Error)
        expect(await caught(carry(kind, [notYet, refused, answer], again).work)).not.toMatchObject({
          code: 'REFUSED',
        })
      }
      expect(
        await carry(kind, [notYet, refused, kept({ status: 'pending', reference })], again).work,
      ).toEqual(pending())
    })
  },
)

/** An acquirer that judges the state of things before the key, and so refuses whatever was carried out already. */
const hasty = () => {
  const mock = createMockAcquirer({ clock: { now: () => at } })
  let isRefusing = false
  const client = createAcquirerClient({
    baseUrl: 'https://mock.example/v1',
    auth: bearer('token'),
    retry: { delay: 1 },
    fetch: async (url, init) =>
      isRefusing && init.method !== 'GET' ? problem('NOT_ALLOWED_IN_STATE', 409) : mock.fetch(url, init),
  })
  const refuse = () => {
    isRefusing = true
  }
  return { mock, client, refuse }
}

describe.each(['payOut', 'refundDeposit', 'eraseDevice', 'unbind', 'confirmClosure'] as const)(
  'an acquirer that judges the state before the key, asked twice for %s',
  (kind) => {
    it('did it once, and the order ends as done', async () => {
      const { mock, client, refuse } = hasty()
      mock.faults([{ kind: 'dropReply', times: 3 }])
      expect(await caught(carriedOutBy(client, kind))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
      refuse()
      const [event] = await carriedOutBy(client, kind, { attempt: 2 })
      expect(event?.type).toBe((table[kind].events[0] as { type: string }).type)
      expect(mock.effects()).toMatchObject([{ key: orderId, count: 1 }])
    })

    it('refuses it when the first attempt never arrived', async () => {
      const { mock, client, refuse } = hasty()
      mock.faults([{ kind: 'status', status: 500, times: 3 }])
      expect(await caught(carriedOutBy(client, kind))).toMatchObject({ code: 'OUTCOME_UNKNOWN' })
      refuse()
      expect(await caught(carriedOutBy(client, kind, { attempt: 2 }))).toMatchObject({ code: 'REFUSED' })
      expect(mock.effects()).toEqual([])
    })
  },
)

it('a repeat that our own side may no longer send was carried out, if its result is kept', async () => {
  const { mock, client } = hasty()
  const [first] = await carriedOutBy(client, 'payOut')
  const stricter = {
    ...client,
    getResult: client.getResult,
    payOut: () => client.payOut({} as never),
  }
  expect(await carriedOutBy(stricter as never, 'payOut', { attempt: 2 })).toEqual([first])
  expect(await caught(carriedOutBy(stricter as never, 'payOut'))).toMatchObject({ code: 'REFUSED' })
  expect(mock.effects()).toHaveLength(1)
})
