import { describe, expect, it } from 'vitest'
import { type Channel, chargeKinds, type Performer } from '../../src/domain/index.ts'
import {
  ClosureRequest,
  Document,
  documentSchemas,
  LifecycleEvent,
  ReinstatementRequest,
  SuspensionRequest,
} from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { documents } from './examples/documents.ts'
import { at, digest } from './examples/papers.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'

const changed = (type: keyof typeof documents, change: object) => ({ ...documents[type], ...change })

/** What the guides name, one by one, has its word in the forms and papers; what they do not name has none. */
describe('the ways in which an application travels', () => {
  const post = { postedOn: '2026-03-01' }
  const ways: readonly (readonly [string, readonly Channel[]])[] = [
    ['hotline, e-mail and website [R-066 R-148]', ['hotline', 'email', 'website', 'app']],
    ['hotline and support online [R-081 R-205]', ['hotline', 'onlineSupport', 'onlineChat']],
    ['online and on paper [R-122]', ['online', 'offline', 'post']],
    [
      'the device itself, and the pages of administration [R-051 R-062]',
      ['selfServiceDevice', 'managementConsole'],
    ],
  ]
  it.each(ways)('are %s', (_, channels) => {
    for (const channel of channels)
      for (const [schema, form] of [
        [ClosureRequest, closure()],
        [SuspensionRequest, suspension()],
        [ReinstatementRequest, reinstatement()],
      ] as const)
        expect(codesOf(schema, { ...form, channel, ...(channel === 'post' && { post }) })).toEqual([])
    expect(codesOf(ClosureRequest, { ...closure(), channel: 'pigeon' })).toEqual([
      'NOT_ALLOWED_VALUE /channel',
    ])
  })

  it('support works from afar, step by step, or at the place [R-056]', () => {
    for (const mode of ['remoteAssistance', 'guided', 'onSite'])
      expect(codesOf(Document, changed('support_ticket', { mode }))).toEqual([])
    expect(codesOf(Document, changed('support_ticket', { mode: 'byMagic' }))).toEqual([
      'NOT_ALLOWED_VALUE /mode',
    ])
  })

  it('customers are asked by questionnaire, by interview, or online [R-207]', () => {
    for (const method of ['questionnaire', 'interview', 'onlinePlatform'])
      expect(codesOf(Document, changed('satisfaction_survey', { method }))).toEqual([])
    expect(codesOf(Document, changed('satisfaction_survey', { method: 'rumour' }))).toHaveLength(1)
  })
})

describe('the parties', () => {
  it('that put things right are supplier, repairer and technician too [R-116 R-136 R-266]', () => {
    const [first] = reinstatement().remedies
    for (const performedBy of ['supplier', 'repairer', 'technician'] satisfies Performer[]) {
      const remedies = [{ ...first, performedBy }]
      expect(codesOf(ReinstatementRequest, { ...reinstatement(), remedies })).toEqual([])
      const record = changed('repair_or_replacement_record', { performedBy })
      expect(codesOf(Document, record)).toEqual([])
    }
  })

  it('that are told are suppliers and customers, bookkeeping, and the bank [R-027 R-177]', () => {
    const audience = ['supplier', 'customer', 'financeStaff', 'bank']
    expect(codesOf(Document, changed('partner_notice', { audience }))).toEqual([])
    expect(codesOf(Document, changed('partner_notice', { audience: ['press'] }))).toHaveLength(1)
  })

  it('that provide the service are payment companies, banks and third parties [R-106]', () => {
    const { counterparty } = documentSchemas.service_contract.parse(documents.service_contract)
    const by = (role: string) =>
      codesOf(Document, changed('service_contract', { counterparty: { ...counterparty, role } }))
    for (const role of ['paymentInstitution', 'bank', 'serviceProvider', 'thirdPartyProvider'])
      expect(by(role)).toEqual([])
    expect(by('landlord')).toHaveLength(1)
  })

  it('have an authority above them [R-234]', () => {
    expect(codesOf(Document, changed('escalation', { level: 'authority' }))).toEqual([])
  })
})

describe('the papers of the books', () => {
  it('are the settlement voucher and the transaction records [R-033]', () => {
    expect(codesOf(Document, documents.settlement_voucher)).toEqual([])
    const net = { ...documents.settlement_voucher.net, amount: 1 }
    expect(codesOf(Document, changed('settlement_voucher', { net }))).toEqual(['TOTAL_MISMATCH /net'])
    expect(codesOf(Document, changed('transaction_records', { count: -1 }))).toHaveLength(1)
  })

  it('belong to a copy: day-end reports, transactions, settlement slips [R-152 R-153 R-154]', () => {
    const contents = ['dailyReport', 'transactionRecords', 'settlementStatement']
    expect(codesOf(Document, changed('backup_record', { contents }))).toEqual([])
    expect(codesOf(Document, changed('backup_record', { contents: ['songs'] }))).toHaveLength(1)
  })
})

describe('what is asked for and what may be charged', () => {
  it('a copy may be made through a computer, and on a stick only when it is encrypted [R-158 C-12]', () => {
    const copy = { type: 'backup.recorded', serial: '123-456-789', upTo: at, hash: digest, encrypted: false }
    const made = (method: string, encrypted: boolean) =>
      codesOf(LifecycleEvent, { ...copy, method, encrypted, containsCardholderData: false })
    expect(made('computer', false)).toEqual([])
    expect(made('usb', true)).toEqual([])
    expect(made('usb', false)).toHaveLength(1)
    expect(made('photograph', true)).toHaveLength(1)
  })

  it('a fault has its part and its sign, one of a list each [R-246 R-277]', () => {
    const faulty = (component: string, symptom: string) =>
      codesOf(SuspensionRequest, {
        ...suspension(),
        reason: 'HARDWARE_FAULT',
        fault: { component, symptom, cause: 'misuse' },
      })
    for (const component of ['printer', 'scanner', 'cardReader', 'display'])
      expect(faulty(component, 'displayBroken')).toEqual([])
    for (const symptom of ['systemCrash', 'swipeFailure', 'invalidMerchant'])
      expect(faulty('cardReader', symptom)).toEqual([])
    expect(faulty('lid', 'systemCrash')).toHaveLength(1)
  })

  it('a written application says why it should be lifted [R-086]', () => {
    const written = { ...reinstatement(), channel: 'offline' }
    expect(codesOf(ReinstatementRequest, written)).toEqual([])
    expect(codesOf(ReinstatementRequest, { ...written, whyLift: undefined })).toEqual(['REQUIRED /whyLift'])
  })

  it('stock, sales and customers may be among the data that move [R-201]', () => {
    for (const scope of [['inventory'], ['sales'], ['customer']]) {
      const faults = codesOf(Document, changed('data_migration_plan', { scope, lawfulBasis: 'consent' }))
      expect(faults.filter((fault) => fault.includes('/scope'))).toEqual([])
    }
    expect(codesOf(Document, changed('data_migration_plan', { scope: ['songs'] }))[0]).toContain('/scope')
  })

  it('a deregistration names the merchant and its number [R-145]', () => {
    expect(codesOf(ClosureRequest, { ...closure(), merchantId: undefined })).toEqual(['REQUIRED /merchantId'])
  })

  it('a serial number names the device, and the cause is described in words [R-089 R-146]', () => {
    expect(codesOf(ClosureRequest, { ...closure(), terminalId: undefined })).toEqual([])
    expect(codesOf(ClosureRequest, { ...closure(), serialNumber: '#' })).not.toEqual([])
    const bare = { ...reinstatement(), reasonDescription: undefined }
    expect(codesOf(ReinstatementRequest, bare)).toEqual(['REQUIRED /reasonDescription'])
  })

  it('a device that comes back may be worth something [R-226]', () => {
    const recoveryValue = { amount: 5_000, currency: 'CNY' }
    expect(codesOf(Document, changed('device_return_record', { recoveryValue }))).toEqual([])
  })

  it('yearly, data and transaction fees, and one for giving up, are kinds of their own [R-227 R-309]', () => {
    for (const kind of ['annual', 'data_traffic', 'transaction', 'deactivation'])
      expect(chargeKinds).toContain(kind)
  })

  it('self-service is one of four outcomes, and no PIN is among them [C-02]', () => {
    for (const selfService of ['notSupported', 'notTried', 'unresolved', 'resolved'])
      expect(codesOf(ReinstatementRequest, { ...reinstatement(), selfService })).toEqual([])
    const told = { ...reinstatement(), selfService: 'unresolved', newPin: '1234' }
    expect(codesOf(ReinstatementRequest, told)).toEqual(['FORBIDDEN_FIELD /newPin'])
  })

  it('a mobile number is taken, and the code that was sent to it is not [C-24]', () => {
    const mobile = { ...closure(), registeredMobile: '13800138000' }
    expect(codesOf(ClosureRequest, mobile)).toEqual([])
    expect(codesOf(ClosureRequest, { ...mobile, smsCode: '123456' })).toEqual(['FORBIDDEN_FIELD /smsCode'])
  })

  it('a pause says whether data were copied, or why they could not be [C-11]', () => {
    expect(codesOf(SuspensionRequest, { ...suspension(), dataBackup: undefined })).toEqual([
      'REQUIRED /dataBackup',
    ])
    const cannot = { dataBackup: 'notPossible', dataBackupNote: 'it does not start' }
    expect(codesOf(SuspensionRequest, { ...suspension(), ...cannot })).toEqual([])
  })
})
