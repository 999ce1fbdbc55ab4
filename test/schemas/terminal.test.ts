import { describe, expect, it } from 'vitest'
import { Merchant, Terminal, TerminalInput } from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { creditCode, yuan } from './examples/papers.ts'
import { terminal } from './examples/terminal.ts'

describe('a terminal to be opened', () => {
  it('is read as written', () => {
    expect(TerminalInput.parse(terminal())).toEqual(terminal())
  })

  it('needs no more than its numbers, its merchant, a device and who opens it', () => {
    const { lifecycleId, acquirerId, merchantId, terminalId, merchantName, merchantType, openedBy } =
      terminal()
    const [device] = terminal().devices
    const least = { lifecycleId, acquirerId, merchantId, terminalId, merchantName, merchantType, openedBy }
    expect(codesOf(TerminalInput, { ...least, devices: [device] })).toEqual([])
  })

  const [device] = terminal().devices
  const [deposit] = terminal().deposits ?? []
  const [hold] = terminal().holds ?? []
  it.each([
    ['no device', { devices: [] }, 'TOO_FEW /devices'],
    ['one device twice', { devices: [device, device] }, 'DUPLICATE_ITEM /devices'],
    ['one deposit twice', { deposits: [deposit, deposit] }, 'DUPLICATE_ITEM /deposits'],
    ['one hold twice', { holds: [hold, hold] }, 'DUPLICATE_ITEM /holds'],
    [
      'money in another currency',
      { charges: [{ chargeId: 'CH-1', kind: 'rental', amount: { amount: 1, currency: 'USD' } }] },
      'CURRENCY_MISMATCH /currency',
    ],
    [
      'a negative deposit',
      { deposits: [{ ...deposit, amount: yuan(-1) }] },
      'TOO_SMALL /deposits/0/amount/amount',
    ],
    [
      'more minor units than a number can count',
      { deposits: [{ ...deposit, amount: yuan(2 ** 53) }] },
      'TOO_LARGE /deposits/0/amount/amount',
    ],
    ['an id that begins like a token', { lifecycleId: 'tok_m5ce4atk1' }, 'INVALID_FORMAT /lifecycleId'],
    ['an id that may be a card', { lifecycleId: '2611131805479862' }, 'INVALID_FORMAT /lifecycleId'],
    ['an id with a day of birth in it', { lifecycleId: '100001202603027177' }, 'INVALID_FORMAT /lifecycleId'],
    ['a number as its id', { lifecycleId: 1234567890123456 }, 'WRONG_TYPE /lifecycleId'],
    [
      'an unknown reason for a hold',
      { holds: [{ ...hold, code: 'BAD_MOOD' }] },
      'NOT_ALLOWED_VALUE /holds/0/code',
    ],
    ['a field the opener may not set', { policy: {} }, 'UNKNOWN_FIELD /policy'],
    [
      'an authority as sender',
      { openedBy: { ...terminal().openedBy, role: 'authority' } },
      'NOT_ALLOWED_VALUE /openedBy/role',
    ],
  ])('with %s is refused', (_, change, code) => {
    expect(codesOf(TerminalInput, { ...terminal(), ...change })).toEqual([code])
  })
})

describe('a merchant of a register', () => {
  const merchant = {
    acquirerId: 'acq-1',
    merchantId: '898440354110001',
    merchantName: '晨光便利店',
    merchantType: 'enterprise',
    unifiedSocialCreditCode: creditCode,
  }

  it('is read as written', () => {
    expect(Merchant.parse(merchant)).toEqual(merchant)
  })

  it('needs a social credit code unless it is an individual', () => {
    const { unifiedSocialCreditCode: _code, ...without } = merchant
    expect(codesOf(Merchant, without)).toEqual(['REQUIRED_HERE /unifiedSocialCreditCode'])
    expect(codesOf(Merchant, { ...without, merchantType: 'individual' })).toEqual([])
  })

  it('has a licence that ends on a day, or never, or nobody knows', () => {
    const { licenceValidTo: _, ...open } = { licenceValidTo: '', ...merchant }
    expect(codesOf(Merchant, open)).toEqual([])
    expect(codesOf(Merchant, { ...open, licenceLongTerm: true })).toEqual([])
    expect(codesOf(Merchant, { ...open, licenceValidTo: '2030-01-01', licenceLongTerm: true })).toEqual([
      'VALIDITY_UNCLEAR /licenceValidTo',
    ])
  })
})

it('a terminal of a register names its devices, deposits and contract [R-001] [R-191]', () => {
  const registered = {
    acquirerId: 'acq-1',
    merchantId: '898440354110001',
    terminalId: '10000001',
    currency: 'CNY',
    devices: [{ serial: 'SN-0001', model: 'P-90', owner: 'provider', tenancy: 'sole', selfService: true }],
    deposits: [],
    contract: { contractNo: '合同 2020-17', expiresOn: '2026-12-31', earlyTerminationFee: 30000 },
    installAddress: '1 Harbour Road',
  }
  expect(Terminal.parse(registered)).toEqual(registered)
  expect(codesOf(Terminal, { ...registered, devices: [] })).toEqual(['TOO_FEW /devices'])
})
