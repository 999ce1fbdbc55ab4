import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { largestAmount, misfitIn } from '../../src/domain/index.ts'
import {
  DocumentRef,
  documentSchemas,
  LifecycleEvent,
  MinorUnits,
  Money,
  NetMoney,
  orderParams,
  TerminalInput,
} from '../../src/schemas/index.ts'
import { MovedMoney } from '../../src/schemas/primitives.ts'
import { codesOf } from './codes-of.ts'
import { digest, yuan } from './examples/papers.ts'
import { terminal } from './examples/terminal.ts'

const above = [largestAmount + 1, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER]

describe('the largest amount', () => {
  it('leaves nine thousand of them exact, however they are added', () => {
    expect(largestAmount * 9_000).toBeLessThan(Number.MAX_SAFE_INTEGER)
    expect(Number.isSafeInteger(largestAmount * 9_000 + 1)).toBe(true)
  })

  it.each([
    ['minor units', MinorUnits, (amount: number) => amount, ''],
    ['money', Money, yuan, '/amount'],
    ['money that moves', MovedMoney, yuan, '/amount'],
    ['money owed in either direction', NetMoney, yuan, '/amount'],
  ] as const)('is the last one that %s takes', (_, schema, of, path) => {
    expect(codesOf(schema, of(largestAmount))).toEqual([])
    for (const amount of above) expect(codesOf(schema, of(amount))).toEqual([`TOO_LARGE ${path}`])
  })

  it('holds for what the merchant owes too', () => {
    expect(codesOf(NetMoney, yuan(-largestAmount))).toEqual([])
    expect(codesOf(NetMoney, yuan(-largestAmount - 1))).toEqual(['TOO_SMALL /amount'])
  })

  it('holds for what is read off a paper', () => {
    const facts = (amount: number) => ({ amount, currency: 'CNY' })
    expect(misfitIn('payment_proof', facts(largestAmount))).toBeUndefined()
    expect(misfitIn('payment_proof', facts(largestAmount + 1))).toBe('amount')
    const paper = { id: 'DOC-1', type: 'payment_proof', digest, facts: facts(largestAmount + 1) }
    expect(codesOf(DocumentRef, paper)).toEqual(['TOO_LARGE /facts/amount', 'FACT_UNKNOWN /facts'])
  })

  it('holds for a terminal that is opened', () => {
    const [deposit] = terminal().deposits ?? []
    const opened = { ...terminal(), deposits: [{ ...deposit, amount: yuan(largestAmount + 1) }] }
    expect(codesOf(TerminalInput, opened)).toEqual(['TOO_LARGE /deposits/0/amount/amount'])
  })
})

/** Every whole number that a schema takes, with its largest value. */
const wholes = (schema: unknown, path = ''): readonly (readonly [string, number])[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const { type, maximum } = schema as { type?: unknown; maximum?: number }
  const own = type === 'integer' ? [[path, maximum ?? Number.POSITIVE_INFINITY] as const] : []
  return [...own, ...Object.entries(schema).flatMap(([key, inner]) => wholes(inner, `${path}/${key}`))]
}
const json = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

describe('no whole number that comes in goes beyond it', () => {
  it.each([
    ['events', [json(LifecycleEvent)]],
    ['documents', Object.values(documentSchemas).map(json)],
    ['openings', [json(TerminalInput)]],
    ['amounts that are ordered', [orderParams.payOut, orderParams.refundDeposit].map(json)],
  ])('in %s', (_, schemas) => {
    const found = wholes(schemas)
    expect(found.length).toBeGreaterThan(1)
    expect(found.filter(([, maximum]) => maximum > largestAmount)).toEqual([])
  })
})
