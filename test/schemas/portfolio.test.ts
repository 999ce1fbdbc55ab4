import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../../src/errors/index.ts'
import {
  acquirerProfiles,
  formatIssues,
  Merchant,
  type PortfolioEntry,
  portfolioColumns,
  readPortfolio,
  Terminal,
  TerminalInput,
} from '../../src/schemas/index.ts'
import { at, creditCode } from './examples/papers.ts'
import { goodRow, type Row } from './examples/portfolio-rows.ts'
import { chunks, collect } from './examples/streams.ts'

const noDeposit = { depositAmount: '', depositKind: '', depositHeldBy: '' }

const csv = (...rows: Row[]): string =>
  [portfolioColumns, ...rows.map((row) => portfolioColumns.map((column) => `"${row[column] ?? ''}"`))].join(
    '\r\n',
  )
const read = (text: string, profile = acquirerProfiles.default): Promise<PortfolioEntry[]> =>
  collect(readPortfolio(chunks([text]), { at, profile }))
const told = (entries: readonly PortfolioEntry[]) =>
  entries.map((entry) =>
    'issues' in entry
      ? `${entry.line}: ${entry.issues.map(({ column, code }) => `${column} ${code}`).join(', ')}`
      : entry.lines,
  )

describe('a good row', () => {
  it('becomes a terminal that can be opened, with its merchant and its register entry', async () => {
    const [entry] = await read(csv(goodRow))
    if (entry === undefined || 'issues' in entry) return expect.unreachable()
    const opener = {
      role: 'system',
      personId: 'import',
      organisationId: 'acq-1',
      acquirerId: 'acq-1',
      duties: [],
    } as const
    const input = { ...entry.input, lifecycleId: 'life-1', openedBy: opener }
    expect(TerminalInput.parse(input)).toEqual(input)
    expect(Merchant.parse(entry.merchant)).toEqual(entry.merchant)
    expect(Terminal.parse(entry.terminal)).toEqual(entry.terminal)
    expect(entry).toMatchObject({
      line: 2,
      lines: [2],
      case: 'arrears',
      input: {
        terminalId: '10000001',
        devices: [{ serial: 'SN-0001', model: 'P-90', owner: 'provider', tenancy: 'sole' }],
        deposits: [
          { kind: 'guarantee', amount: { amount: 200000, currency: 'CNY' }, heldBy: '海港收单机构' },
        ],
        holds: [{ code: 'LICENCE_EXPIRED' }, { code: 'ACCOUNT_ARREARS' }],
        lastTransactionAt: '2026-03-01T20:00:00+08:00',
      },
      merchant: { unifiedSocialCreditCode: creditCode, licenceValidTo: '2030-01-01' },
      terminal: {
        contract: { contractNo: '合同 2020-17', expiresOn: '2026-12-31', earlyTerminationFee: 30000 },
      },
    })
  })

  it('needs no more than the required columns', async () => {
    const text = [
      'acquirerId,merchantId,terminalId,serialNumber,model,merchantName,merchantType,deviceOwner,tenancy,currency',
      'acq-1,898,1,SN-1,P-90,晨光,individual,merchant,sole,CNY',
    ].join('\n')
    const [entry] = await read(text)
    expect(entry).toEqual({
      line: 2,
      lines: [2],
      input: expect.not.objectContaining({ deposits: expect.anything(), holds: expect.anything() }),
      merchant: expect.anything(),
      terminal: expect.not.objectContaining({ contract: expect.anything() }),
    })
  })
})

describe('further devices of a terminal', () => {
  it('are the rows that follow directly, with devices, deposits, holds and last transactions brought together', async () => {
    const second = {
      ...goodRow,
      serialNumber: 'SN-0002',
      licenceValidTo: '',
      contractNo: '',
      depositKind: 'device_pledge',
      depositAmount: '5000',
      lastTransactionAt: '2026-03-02T00:00:00Z',
      holdCodes: 'ACCOUNT_ARREARS',
    }
    const entries = await read(
      csv(goodRow, second, { ...goodRow, terminalId: '10000002', serialNumber: 'SN-0003' }),
    )
    expect(told(entries)).toEqual([[2, 3], [4]])
    expect(entries[0]).toMatchObject({
      input: {
        devices: [
          { serial: 'SN-0001', lastTransactionAt: '2026-03-01T20:00:00+08:00' },
          { serial: 'SN-0002', lastTransactionAt: '2026-03-02T00:00:00Z' },
        ],
        deposits: [{ amount: { amount: 200000 } }, { amount: { amount: 5000 } }],
        holds: [{ code: 'LICENCE_EXPIRED' }, { code: 'ACCOUNT_ARREARS' }],
        lastTransactionAt: '2026-03-02T00:00:00Z',
      },
    })
  })

  it('are not taken in without the one that has a mistake', async () => {
    const entries = await read(csv(goodRow, { ...goodRow, serialNumber: 'two words' }))
    expect(told(entries)).toEqual(['2: terminalId TERMINAL_INCOMPLETE', '3: serialNumber INVALID_FORMAT'])
  })

  it('must not say otherwise than the first row', async () => {
    const entries = await read(
      csv(goodRow, { ...goodRow, serialNumber: 'SN-0002', merchantName: '别家', currency: 'USD' }),
    )
    expect(told(entries)).toEqual([
      '2: terminalId TERMINAL_INCOMPLETE',
      '3: merchantName ROW_DISAGREES, currency ROW_DISAGREES',
    ])
  })
})

describe('a bad row', () => {
  it.each([
    [
      'a wrong check digit',
      { unifiedSocialCreditCode: '91350100M000100Y44' },
      'unifiedSocialCreditCode CHECK_DIGIT_WRONG',
    ],
    ['no check digit at all', { unifiedSocialCreditCode: '' }, 'unifiedSocialCreditCode REQUIRED_HERE'],
    ['no merchant name', { merchantName: '  ' }, 'merchantName REQUIRED'],
    ['a merchant name of two lines', { merchantName: 'a\nb' }, 'merchantName UNSAFE_CHARACTERS'],
    ['a card number as a name', { merchantName: '4111 1111 1111 1111' }, 'merchantName PAN_IN_TEXT'],
    ['an unknown kind of merchant', { merchantType: 'Enterprise' }, 'merchantType NOT_ALLOWED_VALUE'],
    ['an unknown hold', { holdCodes: 'LICENCE_EXPIRED;BAD_MOOD' }, 'holdCodes NOT_ALLOWED_VALUE'],
    ['half a deposit', { depositHeldBy: '' }, 'depositHeldBy REQUIRED_HERE'],
    [
      'a third of a deposit',
      { depositHeldBy: '', depositKind: '' },
      'depositKind REQUIRED_HERE, depositHeldBy REQUIRED_HERE',
    ],
    ['a deposit with a point', { depositAmount: '2000.00' }, 'depositAmount INVALID_FORMAT'],
    ['more than any deposit', { depositAmount: '1000000000001' }, 'depositAmount TOO_LARGE'],
    ['no number that can be counted', { depositAmount: '9'.repeat(40) }, 'depositAmount TOO_LARGE'],
    ['a negative deposit', { depositAmount: '-1' }, 'depositAmount INVALID_FORMAT'],
    [
      'an amount in full-width digits',
      { earlyTerminationFee: '１００' },
      'earlyTerminationFee INVALID_FORMAT',
    ],
    ['a day that does not exist', { licenceValidTo: '2026-02-30' }, 'licenceValidTo INVALID_DAY'],
    [
      'an instant without offset',
      { lastTransactionAt: '2026-03-01T20:00:00' },
      'lastTransactionAt INVALID_INSTANT',
    ],
    [
      'a transaction still to come',
      { lastTransactionAt: '2026-03-02T09:30:01+08:00' },
      'lastTransactionAt IN_THE_FUTURE',
    ],
    [
      'several mistakes',
      { tenancy: '', currency: 'yuan', case: 'x'.repeat(101) },
      'tenancy REQUIRED, currency INVALID_FORMAT, case TOO_LONG',
    ],
  ])('with %s is reported with line and column', async (_, change, issues) => {
    const entries = await read(
      csv({ ...goodRow, ...change }, { ...goodRow, terminalId: '10000002', serialNumber: 'SN-0002' }),
    )
    const [line] = told(entries)
    expect(String(line).split(': ')[1]?.split(', ').toSorted()).toEqual(issues.split(', ').toSorted())
    expect(entries[1]).not.toHaveProperty('issues')
  })

  it('with too few or too many fields, or stray quotes, is reported as a whole', async () => {
    const text = `${csv(goodRow)}\r\nacq-1,898\r\na"b\r\n${csv({ ...goodRow, terminalId: '2', serialNumber: '2' }).split('\r\n')[1]},x`
    expect(told(await read(text))).toEqual([
      '3:  WRONG_FIELD_COUNT',
      '4:  STRAY_QUOTE',
      [2],
      '5:  WRONG_FIELD_COUNT',
    ])
  })

  it('repeats a terminal or a serial number, and says where it stood before', async () => {
    const other = { ...goodRow, terminalId: '10000002', serialNumber: 'SN-0002' }
    const entries = await read(
      csv(goodRow, other, goodRow, { ...other, terminalId: '10000003', ...noDeposit }),
    )
    expect(told(entries)).toEqual([
      [2],
      [3],
      '4: terminalId DUPLICATE_TERMINAL, serialNumber DUPLICATE_SERIAL',
      '5: serialNumber DUPLICATE_SERIAL',
    ])
    const issues = entries.flatMap((entry) => ('issues' in entry ? entry.issues : []))
    expect(formatIssues(issues, 'en').map(({ path, message }) => `${path} ${message}`)).toEqual([
      '/terminalId This terminal already stands on line 2. Further devices follow directly.',
      '/serialNumber This serial number already stands on line 2.',
      '/serialNumber This serial number already stands on line 3.',
    ])
  })

  it('may repeat the serial number of another acquirer', async () => {
    expect(told(await read(csv(goodRow, { ...goodRow, acquirerId: 'acq-2' })))).toEqual([[2], [3]])
  })

  it('is one by the profile of the acquirer only', async () => {
    const text = csv({ ...goodRow, terminalId: '123' })
    expect(told(await read(text))).toEqual([[2]])
    expect(told(await read(text, acquirerProfiles.chinaUnionPay))).toEqual(['2: terminalId INVALID_FORMAT'])
  })
})

describe('a header', () => {
  const issuesOf = async (text: string, options = { at }) => {
    const error = await collect(readPortfolio(chunks([text]), options)).catch((reason: unknown) => reason)
    return error instanceof InvalidInputError
      ? error.issues.map(({ code, path, line }) => `${code} ${path} ${line}`)
      : error
  }
  const header = portfolioColumns.join(',')

  it.each([
    ['an unknown column', `${header},colour`, ['UNKNOWN_COLUMN /colour 1']],
    [
      'a column that differs in case',
      header.replace('tenancy', 'Tenancy'),
      ['UNKNOWN_COLUMN /Tenancy 1', 'MISSING_COLUMN /tenancy 1'],
    ],
    ['a column twice', `${header},case`, ['DUPLICATE_COLUMN /case 1']],
    ['a missing column', header.replace('model,', ''), ['MISSING_COLUMN /model 1']],
    ['a stray quote', `${header.replace('case', 'ca"se')}`, ['STRAY_QUOTE  1']],
  ])('with %s stops the import and names it', async (_, text, issues) => {
    expect(await issuesOf(text)).toEqual(issues)
  })

  it('is missed in an empty file', async () => {
    expect(await issuesOf('')).toEqual(['NO_HEADER  1'])
  })

  it('is not read without knowing the time', async () => {
    expect(await issuesOf(header, { at: 'now' })).toEqual(['INVALID_INSTANT /at undefined'])
  })

  it('may stand in another order, with a byte order mark', async () => {
    const columns = [...portfolioColumns].reverse()
    const text = `\uFEFF${columns.join(',')}\n${columns.map((column) => goodRow[column]).join(',')}`
    expect(told(await read(text))).toEqual([[2]])
  })
})

it('ten thousand rows are read in a stream of odd chunks, one terminal at a time', async () => {
  const stream = function* () {
    yield `${portfolioColumns.join(',')}\n`
    for (let n = 0; n < 10_000; n += 1) {
      const row = { ...goodRow, terminalId: `T${n}`, serialNumber: `SN-${n}` } as Record<string, string>
      const line = `${portfolioColumns.map((column) => row[column]).join(',')}\n`
      yield line.slice(0, 17)
      yield line.slice(17)
    }
  }
  let terminals = 0
  for await (const entry of readPortfolio(chunks(stream()), { at })) terminals += 'issues' in entry ? 0 : 1
  expect(terminals).toBe(10_000)
})
