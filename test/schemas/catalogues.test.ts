import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { InvalidInputError } from '../../src/errors/index.ts'
import { Catalogues, cataloguesFrom, LifecyclePolicy, PolicyOverrides } from '../../src/schemas/index.ts'

const from = '2026-01-01'
const amount = { amount: 3_000, currency: 'CNY' }
const whole = {
  procedures: [
    {
      version: '2026-1',
      process: 'closure',
      model: 'N86',
      channels: ['online', 'post'],
      steps: [{ 'zh-CN': '登录后提交申请', en: 'Log in and apply' }, { 'zh-CN': '寄回设备' }],
      from,
      until: '2026-12-31',
    },
  ],
  feeTables: [{ version: '2026', prices: [{ kind: 'deactivation', process: 'closure', amount }], from }],
  accessories: [{ model: 'N86', items: [{ name: 'base', count: 1 }], from }],
  notices: [
    {
      template: 'return_label',
      locale: 'en',
      audience: 'merchant',
      subject: 'Label',
      body: 'Send it.',
      from,
    },
  ],
}

const issues = (input: unknown) => {
  try {
    return cataloguesFrom(input)
  } catch (error) {
    return error instanceof InvalidInputError
      ? error.issues.map(({ code, path }) => `${code} ${path}`)
      : error
  }
}
const twice = <Entry>(entry: Entry) => [entry, entry]

describe('what an acquirer publishes', () => {
  it('is read from a configuration file, and may be nothing at all', () => {
    expect(cataloguesFrom(whole)).toEqual(whole)
    expect(cataloguesFrom({})).toEqual({})
  })

  it.each([
    [{ colours: [] }, ['UNKNOWN_FIELD /colours']],
    [{ procedures: [{ version: '1', from, papers: [] }] }, ['UNKNOWN_FIELD /procedures/0/papers']],
    [{ procedures: [{ from }] }, ['REQUIRED /procedures/0/version']],
    [{ procedures: [{ version: '1', from, until: '2025-01-01' }] }, ['PERIOD_REVERSED /procedures/0/until']],
    [
      { procedures: [{ version: '1', from, channels: ['fax'] }] },
      ['NOT_ALLOWED_VALUE /procedures/0/channels/0'],
    ],
    [{ procedures: [{ version: '1', from, channels: [] }] }, ['TOO_FEW /procedures/0/channels']],
    [{ procedures: [{ version: '1', from, steps: [{}] }] }, ['REQUIRED /procedures/0/steps/0']],
    [
      { procedures: [{ version: '1', from, steps: [{ en: 'x', fr: 'x' }] }] },
      ['UNKNOWN_FIELD /procedures/0/steps/0/fr'],
    ],
    [{ procedures: twice({ version: '1', from }) }, ['DUPLICATE_ITEM /procedures']],
    [{ feeTables: twice({ version: '1', from }) }, ['DUPLICATE_ITEM /feeTables']],
    [
      { feeTables: [{ version: '1', from, prices: twice({ kind: 'rental', amount }) }] },
      ['DUPLICATE_ITEM /feeTables/0/prices'],
    ],
    [
      {
        feeTables: [
          { version: '1', from, prices: [{ kind: 'rental', amount: { amount: 1.5, currency: 'CNY' } }] },
        ],
      },
      ['WRONG_TYPE /feeTables/0/prices/0/amount/amount'],
    ],
    [{ accessories: twice({ model: 'N86', items: [], from }) }, ['DUPLICATE_ITEM /accessories']],
    [
      { accessories: [{ model: 'N86', items: twice({ name: 'base', count: 1 }), from }] },
      ['DUPLICATE_ITEM /accessories/0/items'],
    ],
    [{ notices: twice({ ...whole.notices[0] }) }, ['DUPLICATE_ITEM /notices']],
    [
      { notices: [{ ...whole.notices[0], subject: 'until { due }', body: 'Bag {bag-no} {' }] },
      ['INVALID_FORMAT /notices/0/subject', 'INVALID_FORMAT /notices/0/body'],
    ],
    [
      { notices: [{ ...whole.notices[0], subject: 'For {terminal}', body: 'By {due}, {colour}' }] },
      ['NOT_ALLOWED_VALUE /notices/0/body'],
    ],
    [
      { notices: [{ ...whole.notices[0], body: 'card 4111 1111 1111 1111' }] },
      ['PAN_IN_TEXT /notices/0/body'],
    ],
  ])('of %j is refused and says where', (input, codes) => {
    expect(issues(input)).toEqual(codes)
  })

  it.each([
    ['policy', LifecyclePolicy],
    ['overrides', PolicyOverrides],
    ['catalogues', Catalogues],
  ])('has a JSON Schema, and so has a policy, that knows no other field: %s', (_, schema) => {
    const json = z.toJSONSchema(schema, { io: 'input' })
    expect(json).toMatchObject({ type: 'object', additionalProperties: false })
    expect(JSON.stringify(json)).not.toContain('{}')
  })
})
