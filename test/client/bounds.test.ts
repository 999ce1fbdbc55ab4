import { describe, expect, it } from 'vitest'
import { RetryBudget } from '../../src/client/budget.ts'
import { isCertain } from '../../src/client/certainty.ts'
import { retryAfter } from '../../src/client/retry-after.ts'
import { Trail } from '../../src/client/trail.ts'
import { inFakeTime } from './fake-time.ts'
import { caught, json, problem, scripted, status, terminalRef } from './kit.ts'

/** Statuses of HTTP that say that a write was not carried out. */
const refusals = [
  ...[400, 401, 402, 403, 404, 405, 409, 410, 411, 412, 413, 414, 415, 417],
  ...[421, 422, 423, 424, 426, 428, 431, 451],
]
const trailOf = (...statuses: readonly (number | 'lost' | 'unsent')[]): Trail => {
  const trail = new Trail()
  for (const status of statuses) {
    const end = trail.begin()
    if (status === 'lost') end({ kind: 'lost', cause: undefined })
    else if (status === 'unsent') end({ kind: 'unsent', reason: undefined })
    else end({ kind: 'answered', status, body: undefined })
  }
  return trail
}

describe('that a write was not carried out', () => {
  const every = Array.from({ length: 500 }, (_, place) => 100 + place)

  it('is certain after these answers, and after no other', () => {
    expect(every.filter((status) => isCertain(trailOf(status)))).toEqual(refusals)
  })

  it('is certain after none of them where an attempt before it was lost', () => {
    expect(every.filter((status) => isCertain(trailOf('lost', status)))).toEqual([])
    expect(every.filter((status) => isCertain(trailOf('unsent', status)))).toEqual(refusals)
  })

  it('is certain where nobody had judged it, only once somebody has', () => {
    expect([425, 429].map((busy) => isCertain(trailOf(busy)))).toEqual([false, false])
    expect([425, 429].map((busy) => isCertain(trailOf(busy, 409)))).toEqual([true, true])
    expect([425, 429].map((busy) => isCertain(trailOf(409, busy)))).toEqual([false, false])
    expect([isCertain(trailOf()), isCertain(trailOf('unsent'))]).toEqual([true, true])
  })
})

describe('a budget of retries', () => {
  const spent = (budget: RetryBudget): number => {
    let times = 0
    while (budget.take()) times += 1
    return times
  }

  it('is spent after thirty-five, and what is left renews credentials three times', () => {
    const budget = new RetryBudget()
    expect(spent(budget)).toBe(35)
    expect([1, 2, 3, 4].map(() => budget.takeForRenewal())).toEqual([true, true, true, false])
  })

  it('renews credentials for more than a hundred calls at once', () => {
    const budget = new RetryBudget()
    let times = 0
    while (budget.takeForRenewal()) times += 1
    expect(times).toBe(166)
  })

  it('gains one for each success, and is never more than full', () => {
    const budget = new RetryBudget()
    for (let times = 0; times < 1_000; times += 1) budget.earn()
    expect(spent(budget)).toBe(35)
    for (let times = 0; times < 14 - 10; times += 1) budget.earn()
    expect(spent(budget)).toBe(1)
  })
})

describe('a wait that was told', () => {
  const now = () => Date.parse('2026-03-02T01:00:00.400Z')
  const environment = { now, elapsed: () => 0, random: () => 0, timer: () => () => {} }
  const waitOf = (told: string) => retryAfter(new Headers({ 'retry-after': told }), environment)

  it('is never less than none', () => {
    expect(waitOf('Mon, 02 Mar 2026 00:00:00 GMT')).toBe(0)
    expect(waitOf('Mon, 02 Mar 2026 01:00:02 GMT')).toBe(1_600)
    expect([waitOf('3'), waitOf('soon')]).toEqual([3_000, undefined])
  })

  it('is told on in whole seconds, and never a shorter one', async () => {
    const answer = problem('INTERNAL', 500)
    answer.headers.set('retry-after', 'Mon, 02 Mar 2026 01:00:02 GMT')
    const { client } = scripted([answer], { retry: { attempts: 1 }, environment })
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({ status: 500, retryAfter: 2 })
  })
})

it('The bytes of a document have five minutes, in one attempt and in all', async () => {
  const { result, took } = await inFakeTime(async () => {
    const { client, sent } = scripted(['hang'])
    const error = await caught(client.putDocumentContent({ documentId: 'd', content: new Uint8Array(3) }))
    return { error, attempts: sent.length }
  })
  const timedOut = { code: 'REQUEST_TIMEOUT', clock: 'total', timeout: 300_000 }
  expect(result).toMatchObject({ error: { code: 'OUTCOME_UNKNOWN', cause: timedOut }, attempts: 1 })
  expect(Math.round(took)).toBe(300_000)
})

describe('an answer is read', () => {
  const typed = (type: string) => json(status, 200, { 'content-type': type })
  const faultOf = async (answer: Response, options = {}) => {
    const { client } = scripted([answer], options)
    const outcome = await client.readStatus({ terminalRef }).catch((error: unknown) => error)
    return outcome instanceof Error
      ? (outcome as unknown as { issues: [{ code: string }] }).issues[0].code
      : 'read'
  }

  it.each([
    ['application/json; charset=utf-8', 'read'],
    ['application/json;charset="UTF-8"', 'read'],
    ['application/json; charset=utf8', 'read'],
    ['application/json; charset=us-ascii', 'read'],
    ['application/json; profile=x; charset=gbk', 'BODY_CHARSET'],
    ['application/json; charset=iso-8859-1', 'BODY_CHARSET'],
    ['application/vnd.acquirer+json', 'read'],
    ['text/json', 'read'],
    ['text/html', 'BODY_MEDIA'],
    ['application/jsonp', 'BODY_MEDIA'],
  ])('by its type: %s', async (type, outcome) => {
    expect(await faultOf(typed(type))).toBe(outcome)
  })

  it.each([
    [200, 'read'],
    [199, 'BODY_DIALECT'],
    [600, 'BODY_DIALECT'],
    [200.5, 'BODY_DIALECT'],
    ['200', 'BODY_DIALECT'],
  ])('by what a dialect says of its status: %s', async (said, outcome) => {
    const dialect = ({ body }: { body: unknown }) => ({ status: said as number, body })
    expect(await faultOf(json(status), { dialect })).toBe(outcome)
  })

  it('of a failure up to the last status that there is', async () => {
    const dialect = ({ body }: { body: unknown }) => ({ status: 599, body })
    const { client } = scripted([problem('INTERNAL', 500)], { dialect, retry: { attempts: 1 } })
    expect(await caught(client.readStatus({ terminalRef }))).toMatchObject({
      code: 'HTTP_ERROR',
      status: 599,
    })
  })
})
