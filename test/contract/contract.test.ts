import { describe, expect, expectTypeOf, it } from 'vitest'
import * as z from 'zod'
import {
  type AcquirerClient,
  type CaseView,
  type Contract,
  contract,
  fillPath,
  type InputOf,
  matchPath,
  type Operation,
  parameterNames,
  readInput,
  readReply,
  toOpenApi,
} from '../../src/contract/index.ts'
import { orderKinds, systemsOperationNames } from '../../src/domain/index.ts'
import { orderParams } from '../../src/schemas/index.ts'
import { samples } from './samples.ts'

const rows: readonly (readonly [string, Operation])[] = Object.entries(contract)

describe('the contract', () => {
  it('has every row under its own name', () => {
    expect(rows.filter(([name, row]) => row.name !== name)).toEqual([])
  })

  it('has no two rows for one method and path', () => {
    const places = rows.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('has systems operations below /systems and no other there', () => {
    expect(
      rows.filter(([, { side, path }]) => path.startsWith('/systems/') !== (side === 'systems')),
    ).toEqual([])
  })

  it('gives no read a body and every path parameter a schema', () => {
    expect(rows.filter(([, row]) => row.method === 'GET' && row.body)).toEqual([])
    expect(
      rows.filter(([, row]) => parameterNames(row.path).length > 0 !== (row.params !== undefined)),
    ).toEqual([])
  })

  it.each(rows)('reads the sample answer of %s back as it was written', (name, row) => {
    const { answer } = samples[name as keyof typeof samples]
    expect(readReply(row.reply, answer)).toEqual({ ok: true, value: answer })
  })

  it('has no field for a card number, a code of a card or a password anywhere', () => {
    const names = [
      ...JSON.stringify(toOpenApi({ info: { title: 't', version: '1' } })).matchAll(/"(\w+)":/g),
    ].map(([, name]) => name?.toLowerCase() ?? '')
    expect(names.filter((name) => /^(pan|cardnumber|cvv|cvn|pin|password|track\d?)$/.test(name))).toEqual([])
  })
})

describe.each(orderKinds)('the order %s', (kind) => {
  const named = rows.filter(([name]) => name === kind).map(([, row]) => row)
  const fieldsOf = (schema: unknown) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])

  it('is called as one operation of the systems side', () => {
    expect(named.map(({ side }) => side)).toEqual(['systems'])
  })

  it('has its parameters in path, query or body, each once, and beside them only whose terminal it is', () => {
    const sent = named.flatMap(({ params, query, body }) => [params, query, body].flatMap(fieldsOf))
    const asked = Object.keys(orderParams[kind].shape)
    expect(sent).toEqual(expect.arrayContaining(asked))
    expect(new Set(sent).size).toBe(sent.length)
    expect(sent).toContain('terminalRef')
    const others = sent.filter((name) => !asked.includes(name) && name !== 'terminalRef')
    // an amount with no currency to it asks for one
    expect(others).toEqual(kind === 'requestStatement' ? ['currency'] : [])
  })
})

it('The systems side has the orders, and asking what became of one', () => {
  const names = rows.filter(([, { side }]) => side === 'systems').map(([name]) => name)
  expect(names).toEqual(systemsOperationNames)
})

describe('the types of the contract', () => {
  it('put path parameters, query and body into one input', () => {
    expectTypeOf<InputOf<Contract['disableAcceptance']>>().toMatchObjectType<{
      terminalRef: string
      urgent: boolean
    }>()
    expectTypeOf<Parameters<AcquirerClient['getTerminal']>[0]>().toEqualTypeOf<{ lifecycleId: string }>()
    expectTypeOf<ReturnType<AcquirerClient['getTerminal']>>().toEqualTypeOf<Promise<CaseView>>()
  })

  it('refuse what a row does not have', () => {
    type Suspension = InputOf<Contract['submitSuspension']>
    expectTypeOf<Suspension>().not.toHaveProperty('disposition')
    expectTypeOf<{ serial: string }>().not.toExtend<InputOf<Contract['uploadBatch']>>()
  })
})

describe('paths', () => {
  it('keep a parameter one segment, whatever it holds', () => {
    const template = '/systems/results/{idempotencyKey}'
    const path = fillPath(template, { idempotencyKey: 'lc-1/2/0' })
    expect(path).toBe('/systems/results/lc-1%2F2%2F0')
    expect(matchPath(template, path)).toEqual({ idempotencyKey: 'lc-1/2/0' })
  })

  it.each(['', '.', '..'])('refuse %j as a parameter', (given) => {
    expect(() => fillPath('/a/{b}', { b: given })).toThrow(RangeError)
  })

  it.each(['/terminals', '/terminals/', '/terminals/a/b', '/terminals/%E0%A4%A'])(
    'do not match %s',
    (path) => {
      expect(matchPath('/terminals/{lifecycleId}', path)).toBeUndefined()
    },
  )
})

describe('what is sent', () => {
  it('is refused with the place and code of a form, never with the value', () => {
    const canary = 'CANARY-4111'
    const read = readInput(contract.disableAcceptance.body, {
      capabilities: [canary],
      urgent: 'yes',
      extra: canary,
    })
    expect(read).toMatchObject({ ok: false })
    expect(JSON.stringify(read)).not.toContain(canary)
    expect(read).toMatchObject({
      issues: expect.arrayContaining([
        { path: '/capabilities/0', code: 'NOT_ALLOWED_VALUE' },
        { path: '/urgent', code: 'WRONG_TYPE' },
        { path: '/extra', code: 'UNKNOWN_FIELD' },
      ]),
    })
  })

  it('may not have a field for a password at any depth', () => {
    const event = { type: 'device.found', serial: 's-1', where: 'here', note: { newPassword: 'x' } }
    const read = readInput(contract.recordEvent.body, { event })
    expect(read.ok ? [] : read.issues).toContainEqual({
      path: '/event/note/newPassword',
      code: 'FORBIDDEN_FIELD',
    })
  })
})

describe('the OpenAPI document', () => {
  const document = toOpenApi({ info: { title: 'Acquirer', version: '1.0.0' } }) as {
    openapi: string
    paths: Record<string, Record<string, { operationId: string; parameters: { name: string }[] }>>
  }

  it('is 3.1 and has every operation once', () => {
    expect(document.openapi).toBe('3.1.1')
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    )
    expect(ids.sort()).toEqual(Object.keys(contract).sort())
  })

  it('asks for an Idempotency-Key on every write and for no read', () => {
    for (const item of Object.values(document.paths)) {
      for (const [method, { parameters }] of Object.entries(item)) {
        expect(parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(method !== 'get')
      }
    }
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })
})
