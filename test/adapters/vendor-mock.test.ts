import { describe, expect, it } from 'vitest'
import { differences } from './contracts.ts'
import { type Definitions, misfits, type Schema } from './schema-check.ts'
import { rigs } from './vendors.ts'

/** What the mock of Adyen finds wrong with a request. */
const asked = async (path: string, body?: unknown, headers: HeadersInit = {}) => {
  const { mock, apiKey } = rigs.Adyen()
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const { status } = await mock.fetch(`${mock.base}${path}`, {
    ...{ ...init, headers: { 'x-api-key': apiKey, ...headers } },
  })
  return { status, wrong: mock.wrong, effects: mock.effects }
}

describe('The mock of a vendor', () => {
  it('lets pass what the contract knows', async () => {
    expect(await asked('/terminals?searchQuery=S1E')).toEqual({ status: 200, wrong: [], effects: [] })
  })

  it.each([
    ['/terminals/S1E-7001/erase', {}, 'POST /terminals/S1E-7001/erase is not in the contract'],
    ['/terminals?serial=7001', undefined, 'get-terminals: serial is no parameter'],
    ['/terminals?pageSize=ten', undefined, 'get-terminals: pageSize is no integer'],
    [
      '/terminals/S1E-7001/reassign',
      { merchant: 'Merchant-1' },
      'post-terminals-terminalId-reassign: body/merchant is not in the contract',
    ],
    [
      '/terminals/scheduleActions',
      { terminalIds: ['S1E-7001'], actionDetails: { type: 'Wipe' } },
      'post-terminals-scheduleActions: body/actionDetails is not exactly one of the forms',
    ],
  ])('finds what the contract does not know: %s', async (path, body, words) => {
    const { status, wrong, effects } = await asked(path, body)
    expect(wrong).toEqual([words])
    expect([400, 404]).toContain(status)
    expect(effects).toEqual([])
  })

  it('lets no stranger in', async () => {
    expect(await asked('/terminals?searchQuery=S1E', undefined, { 'x-api-key': 'another' })).toMatchObject({
      ...{ status: 401, wrong: [] },
    })
  })

  it('holds its own answers to the contract too', async () => {
    const { mock, apiKey } = rigs.Adyen()
    const [terminal] = mock.held
    if (terminal) Object.assign(terminal, { place: { merchantId: 'Merchant-1' } })
    await mock.fetch(`${mock.base}/terminals?searchQuery=S1E`, { headers: { 'x-api-key': apiKey } })
    expect(mock.wrong).toEqual(['answer of get-terminals/data/0/assignment/companyId is missing'])
  })
})

describe('A value and its schema', () => {
  const all: Definitions = { Name: { type: 'string', minLength: 2, maxLength: 3 } }
  const rows: readonly (readonly [Schema, unknown, unknown])[] = [
    [{ $ref: '#/components/schemas/Name' }, 'ab', 'a'],
    [{ $ref: '#/components/schemas/Name' }, 'abc', 'abcd'],
    [{ type: 'integer' }, 1, 1.5],
    [{ type: 'number', maximum: 100 }, 99.5, 100.5],
    [{ type: 'boolean' }, false, 'false'],
    [{ type: 'string', enum: ['a'] }, 'a', 'b'],
    [{ type: 'string', format: 'date-time' }, '2026-03-01T09:00:00Z', '2026-03-01'],
    [{ type: 'array', items: { type: 'string' } }, ['a'], ['a', 1]],
    [{ type: 'object', required: ['a'] }, { a: 1 }, {}],
    [{ type: 'object', maxProperties: 1 }, { a: 1 }, { a: 1, b: 2 }],
    [{ type: 'object', additionalProperties: { type: 'string' } }, { a: 'b' }, { a: 1 }],
    [{ oneOf: [{ type: 'string' }, { type: 'string', enum: ['a'] }] }, 'b', 'a'],
  ]
  it.each(rows)('fits or does not: %j', (schema, good, bad) => {
    expect(misfits(schema, good, all)).toEqual([])
    expect(misfits(schema, bad, all)).toHaveLength(1)
  })
})

it('An excerpt that says otherwise than the whole is found, in lists too', () => {
  const whole = { a: { b: 1, c: 2 }, list: [{ name: 'x', in: 'query' }, 'y'] }
  expect(differences({ a: { b: 1 }, list: ['y', { name: 'x' }] }, whole)).toEqual([])
  expect(differences({ a: { b: 2 }, list: [{ name: 'z' }], d: 1 }, whole)).toEqual(['/a/b', '/list/0', '/d'])
})
