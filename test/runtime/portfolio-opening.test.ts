import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merchantTypes, suspensionReasons } from '../../src/domain/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import {
  type AcquirerProfile,
  csvText,
  type PortfolioEntry,
  type PortfolioTerminal,
  readPortfolio,
} from '../../src/schemas/index.ts'
import { cells, goodRow, numbered, plainRow, type Row } from '../schemas/examples/portfolio-rows.ts'
import { chunks, collect } from '../schemas/examples/streams.ts'
import { testClock } from '../support/clock.ts'
import { p1 } from '../support/people.ts'
import { silentServices } from '../support/world.ts'
import { manualEnvironment } from './manual-environment.ts'

const isGood = (entry: PortfolioEntry): entry is PortfolioTerminal => 'terminal' in entry
const clock = testClock()
const at = clock.now()
const read = (rows: readonly Row[], profile?: AcquirerProfile): Promise<PortfolioEntry[]> =>
  collect(readPortfolio(chunks([csvText(cells(rows))]), { at, ...(profile && { profile }) }))

/** Why each good terminal of a file could not be opened, as codes: none at all. */
const refusals = async (entries: readonly PortfolioEntry[]): Promise<readonly unknown[]> => {
  const runtime = createRuntime({
    store: memoryStore(),
    services: silentServices,
    clock,
    environment: manualEnvironment(),
  })
  const opened = await runtime.openAll(
    entries.filter(isGood).map(({ input, line }) => ({
      input: { ...input, lifecycleId: `life-${line}`, openedBy: p1 },
    })),
  )
  return opened.flatMap((one) => (one.outcome === 'refused' ? [one.error] : []))
}

const odd = fc.constantFrom('constructor', '__proto__', 'prototype', '..', 'a/b', '=1', '长期', '', 'a b')
const number = fc.oneof(
  { weight: 30, arbitrary: fc.stringMatching(/^[A-Za-z0-9._:-]{1,40}$/) },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 45 }) },
)
const line = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('晨光', 'Café', '=1+1', 'constructor') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 110 }) },
)
const row: fc.Arbitrary<Row> = fc
  .record({
    acquirerId: number,
    merchantId: number,
    terminalId: number,
    serialNumber: number,
    model: line,
    merchantName: line,
    merchantType: fc.constantFrom(...merchantTypes),
    deviceOwner: fc.constantFrom('provider', 'merchant', 'agent'),
    tenancy: fc.constantFrom('sole', 'shared'),
    depositAmount: fc.constantFrom('', '0', '200000', '1000000000000'),
    lastTransactionAt: fc.constantFrom('', at, '2026-01-05T10:00:00Z'),
    holdCodes: fc.subarray([...suspensionReasons], { maxLength: 3 }).map((codes) => codes.join(';')),
    licenceValidTo: fc.constantFrom('', '长期', '2020-02-29'),
    contractExpiresOn: fc.constantFrom('', '2020-01-01'),
    earlyTerminationFee: fc.constantFrom('', '0', '1'),
  })
  .map((changed) => ({
    ...plainRow,
    ...changed,
    ...(changed.depositAmount === '' && { depositKind: '', depositHeldBy: '' }),
  }))

const pattern = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(/.*/s, /.{1,60}/s) },
  { weight: 1, arbitrary: fc.constantFrom(/[\w.:-]+/, /\d{8,15}|[a-z:]+/i, /[A-Za-z0-9]{8}/) },
)
const profile: fc.Arbitrary<AcquirerProfile> = fc.record({
  merchantId: pattern,
  terminalId: pattern,
  serialNumber: pattern,
})

describe('Whatever a portfolio gives, the runtime takes', () => {
  it('under any profile of an acquirer [OQ-01]', async () => {
    let good = 0
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), profile, async (rows, of) => {
        const entries = await read(rows, of)
        good += entries.filter(isGood).length
        expect(await refusals(entries)).toEqual([])
      }),
      { numRuns: 150 },
    )
    expect(good).toBeGreaterThan(100)
  })

  it('with a hold for any reason', async () => {
    const rows = suspensionReasons.map((holdCodes, place) => ({
      ...numbered(goodRow, place),
      holdCodes,
    }))
    const entries = await read(rows)
    expect(entries.filter(isGood).length).toBeGreaterThan(0)
    expect(await refusals(entries)).toEqual([])
  })

  it('with as many devices as a terminal may have, and no more', async () => {
    const devices = (count: number) =>
      Array.from({ length: count }, (_, place) => ({
        ...goodRow,
        serialNumber: `SN-${place}`,
        ...{ depositAmount: '', depositKind: '', depositHeldBy: '' },
      }))
    const full = await read(devices(100))
    expect(full.filter(isGood)).toHaveLength(1)
    expect(await refusals(full)).toEqual([])
    const over = await read(devices(150))
    expect(over.filter(isGood)).toEqual([])
    expect(over[0]).toMatchObject({
      line: 2,
      issues: [{ column: 'serialNumber', code: 'TOO_MANY', params: { maximum: 100 } }],
    })
  })

  it('unless a number is a name that every object has', async () => {
    for (const change of [{ merchantId: 'constructor' }, { serialNumber: '__proto__' }]) {
      const [entry] = await read([{ ...goodRow, ...change }])
      expect(entry).toMatchObject({ issues: [{ column: Object.keys(change)[0] }] })
    }
    expect((await read([{ ...goodRow, merchantName: 'constructor' }])).filter(isGood)).toHaveLength(1)
  })
})
