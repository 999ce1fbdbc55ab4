import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract, type OperationName, strayEcho } from '../../src/contract/index.ts'
import { samples } from '../contract/samples.ts'
import { caught, json, scripted } from './kit.ts'

const at = '2026-03-02T01:00:00.000Z'
const terminalRef = 'acquirer-1:898440354110001:10000001'
const serial = '123-456-789'
const cny = (amount: number) => ({ amount, currency: 'CNY' })
const done = { status: 'done', reference: 'r-1' }
const [summary] = samples.findTerminals.answer.items
const payOut = samples.payOut

type Send = (input: unknown) => Promise<unknown>

/** Answers that are about what was asked, and each place where they say so. */
const rows: readonly (readonly [OperationName, object, object, readonly string[]])[] = [
  [
    'payOut',
    payOut.input,
    { ...payOut.answer, paid: cny(1), terminalRef },
    ['payoutId', 'amount', 'amount.amount', 'amount.currency', 'paid.currency', 'terminalRef'],
  ],
  [
    'refundDeposit',
    samples.refundDeposit.input,
    {
      ...done,
      depositId: samples.refundDeposit.input.depositId,
      amount: samples.refundDeposit.input.amount,
      terminalRef,
    },
    ['depositId', 'amount.amount', 'amount.currency', 'terminalRef'],
  ],
  [
    'requestStatement',
    { terminalRef, upTo: null, currency: 'CNY' },
    { ...done, terminalRef, statementId: 'S-1', upTo: at, net: cny(1), gross: cny(2), fees: cny(1) },
    ['terminalRef', 'net.currency', 'gross.currency', 'fees.currency'],
  ],
  ...(['eraseDevice', 'revokeKeys', 'uploadBatch', 'readBackup', 'unbind', 'collectDevice'] as const).map(
    (name) =>
      [
        name,
        { ...samples[name].input, serial, terminalRef },
        { ...samples[name].answer, serial, terminalRef },
        ['serial', 'terminalRef'],
      ] as const,
  ),
  [
    'confirmClosure',
    samples.confirmClosure.input,
    { ...samples.confirmClosure.answer, terminalRef },
    ['terminalRef'],
  ],
  ['readStatus', { terminalRef }, { ...samples.readStatus.answer, terminalRef }, ['terminalRef']],
  ['getResult', samples.getResult.input, samples.getResult.answer, ['idempotencyKey']],
  ['getOutcome', samples.getOutcome.input, samples.getOutcome.answer, ['idempotencyKey']],
  ...(
    ['getTerminal', 'submitClosure', 'submitSuspension', 'submitReinstatement', 'recordEvent'] as const
  ).map((name) => [name, samples[name].input, samples[name].answer, ['lifecycleId']] as const),
  ['getApplication', samples.getApplication.input, samples.getApplication.answer, ['applicationId']],
  ['exportDossier', samples.exportDossier.input, samples.exportDossier.answer, ['case.lifecycleId']],
  [
    'putDocumentContent',
    { documentId: 'doc-1', content: new Uint8Array([1]) },
    samples.putDocumentContent.answer,
    ['documentId', 'reference.id'],
  ],
  [
    'findTerminals',
    { merchantId: summary?.merchantId, terminalId: summary?.terminalId },
    samples.findTerminals.answer,
    ['items.0.merchantId', 'items.0.terminalId'],
  ],
]

const changed = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'string') return cny(1)
  if (value === 'CNY') return 'USD'
  return value.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
}

const altered = (
  value: unknown,
  [first, ...rest]: readonly string[],
  to: (old: unknown) => unknown,
): unknown => {
  if (first === undefined) return to(value)
  const whole = value as Record<string, unknown>
  const inner = altered(whole[first], rest, to)
  return Array.isArray(value)
    ? value.map((item, place) => (String(place) === first ? inner : item))
    : { ...whole, [first]: inner }
}

describe.each(rows)('an answer to %s', (name, input, answer, places) => {
  const send = (reply: object) => (scripted([json(reply)]).client[name] as unknown as Send)(input)
  const isWrite = contract[name].method !== 'GET'

  it('is given when it is about what was asked', async () => {
    await expect(send(answer)).resolves.toBeDefined()
  })

  it.each(places)('about something else is never given: another %s', async (place) => {
    const error = await caught(send(altered(answer, place.split('.'), changed) as object))
    const stray = {
      code: 'PROTOCOL_ERROR',
      issues: [expect.objectContaining({ code: 'ABOUT_SOMETHING_ELSE' })],
    }
    expect(error).toMatchObject(isWrite ? { code: 'OUTCOME_UNKNOWN', cause: stray } : stray)
    expect(JSON.stringify(isWrite ? (error as Error).cause : error)).toContain(place.split('.')[0])
  })
})

it('whatever else an echo says, it is found', () => {
  const place = fc.constantFrom(
    ...rows.flatMap(([name, input, answer, places]) => places.map((path) => ({ name, input, answer, path }))),
  )
  fc.assert(
    fc.property(
      place,
      fc.oneof(fc.string(), fc.integer(), fc.boolean()),
      ({ name, input, answer, path }, value) => {
        const before = path
          .split('.')
          .reduce<unknown>((whole, key) => (whole as Record<string, unknown>)[key], answer)
        fc.pre(value !== before)
        const reply = altered(answer, path.split('.'), () => value)
        expect(strayEcho(contract[name], input as Record<string, unknown>, reply)).toBeDefined()
      },
    ),
    { numRuns: 1_000 },
  )
})

it('what an answer does not repeat is not missed', () => {
  const { terminalId: _, ...rest } = { ...summary }
  expect(strayEcho(contract.findTerminals, { terminalId: '10000001' }, { items: [rest] })).toBeUndefined()
  expect(strayEcho(contract.getTerminal, { lifecycleId: 'lc-1' }, null)).toBeUndefined()
})

it('a merchant number that passes for a card is repeated as it was asked', async () => {
  const merchantRef = 'acq:370718996938584:10000001'
  const { client } = scripted([json({ ...samples.readStatus.answer, terminalRef: merchantRef })])
  expect(await client.readStatus({ terminalRef: merchantRef })).toMatchObject({ terminalRef: merchantRef })
})
