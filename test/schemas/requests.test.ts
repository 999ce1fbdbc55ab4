import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { isForbiddenFieldName } from '../../src/domain/index.ts'
import { ClosureRequest, ReinstatementRequest, SuspensionRequest } from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { at, digest } from './examples/papers.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'

describe('a closure request', () => {
  it('is read as it was sent [R-012 R-017 R-018]', () => {
    expect(ClosureRequest.parse(closure())).toEqual(closure())
  })

  it.each([
    [
      'names no terminal and no device',
      { terminalId: undefined, serialNumber: undefined },
      'TERMINAL_OR_SERIAL_REQUIRED /terminalId',
    ],
    ['gives no reason [R-003]', { reason: undefined }, 'REQUIRED /reason'],
    ['gives OTHER as reason without a word [R-005]', { reason: 'OTHER' }, 'REQUIRED_HERE /comment'],
    [
      'gives a reason that is not the merchant’s to give [R-010]',
      { reason: 'RULE_VIOLATION' },
      'REASON_NOT_FOR_INITIATOR /reason',
    ],
    ['means a pause [R-006]', { duration: 'temporary' }, 'TEMPORARY_IS_SUSPENSION /duration'],
    ['does not say for how long [R-006]', { duration: undefined }, 'REQUIRED /duration'],
    [
      'claims an expired contract without naming it [R-009]',
      { reason: 'CONTRACT_EXPIRED' },
      'REQUIRED_HERE /contract',
    ],
    [
      'claims an expired contract that was renewed [R-009]',
      { reason: 'CONTRACT_EXPIRED', contract: { expiresOn: '2026-01-01', renewed: true } },
      'CONTRACT_STILL_RUNNING /contract',
    ],
    [
      'claims an expired contract that still runs on the effective date [R-009]',
      { reason: 'CONTRACT_EXPIRED', contract: { expiresOn: '2026-03-04', renewed: false } },
      'CONTRACT_STILL_RUNNING /contract',
    ],
    [
      'asks for a collection without saying where [R-170]',
      { disposition: 'collection' },
      'REQUIRED_HERE /collectionAddress',
    ],
    [
      'is signed by an attorney without mandate',
      { signatory: { personId: 'm-2', authority: 'attorney' } },
      'MANDATE_MISSING /signatory/mandateRef',
    ],
    ['is not attested [R-128]', { attested: false }, 'MUST_BE_CONFIRMED /attested'],
    ['was posted without a date [R-290]', { channel: 'post' }, 'REQUIRED_HERE /post'],
    ['gives nobody to reach [R-256]', { contact: { name: '王小明' } }, 'CONTACT_REQUIRED /contact/mobile'],
    [
      'has a wrong mobile number [R-147]',
      { registeredMobile: '12345678901' },
      'INVALID_MOBILE_NUMBER /registeredMobile',
    ],
    ['has a wrong e-mail address', { contact: { email: 'wang@' } }, 'INVALID_EMAIL /contact/email'],
    [
      'does not say that it knows of unbinding and collection [R-171]',
      { acknowledgement: undefined },
      'REQUIRED /acknowledgement',
    ],
    [
      'left the contract unread [R-219]',
      { acknowledgement: { procedureVersion: '1', at, contractReviewed: false } },
      'MUST_BE_CONFIRMED /acknowledgement/contractReviewed',
    ],
    [
      'lists a document twice',
      { documents: [1, 2].map(() => ({ id: 'DOC-1', type: 'business_licence', digest })) },
      'DUPLICATE_ITEM /documents',
    ],
    ['is meant for another process', { process: 'suspension' }, 'NOT_ALLOWED_VALUE /process'],
    [
      'has a card number in its text [R-307]',
      { comment: '卡号 4111 1111 1111 1111' },
      'PAN_IN_TEXT /comment',
    ],
    [
      'names itself as the terminal that takes over',
      { successorTerminalId: '10000001' },
      'DUPLICATE_ITEM /successorTerminalId',
    ],
    // what nothing reads is not asked for
    [
      'describes a fault',
      { reason: 'DEVICE_OBSOLETE', fault: { component: 'printer', cause: 'wear' } },
      'UNKNOWN_FIELD /fault',
    ],
  ])('is refused when it %s', (_, change, ...codes) => {
    expect(codesOf(ClosureRequest, { ...closure(), ...change })).toEqual(codes)
  })

  it.each([
    ['only a terminal number', { serialNumber: undefined }],
    ['only a serial number', { terminalId: undefined }],
    [
      'a contract that has run by the effective date',
      { reason: 'CONTRACT_EXPIRED', contract: { expiresOn: '2026-03-03', renewed: false } },
    ],
    [
      'an expired contract and no effective date',
      {
        reason: 'CONTRACT_EXPIRED',
        effectiveDate: undefined,
        contract: { expiresOn: '2026-03-04', renewed: false },
      },
    ],
    ['a letter with its date', { channel: 'post', post: { postedOn: '2026-03-01' } }],
    [
      'an attorney with a mandate',
      { signatory: { personId: 'm-2', authority: 'attorney', mandateRef: 'POA-1' } },
    ],
  ])('may have %s', (_, change) => {
    expect(codesOf(ClosureRequest, { ...closure(), ...change })).toEqual([])
  })
})

describe('a suspension request', () => {
  it('is read as it was sent [R-286 R-288]', () => {
    expect(SuspensionRequest.parse(suspension())).toEqual(suspension())
  })

  it.each([
    ['means for good [R-006]', { duration: 'permanent' }, 'PERMANENT_IS_CLOSURE /duration'],
    ['gives a collective reason [R-079]', { reason: 'UNKNOWN' }, 'REASON_TOO_VAGUE /reason'],
    ['gives a reason of the provider', { reason: 'ACCOUNT_ARREARS' }, 'REASON_NOT_FOR_INITIATOR /reason'],
    ['gives OTHER as reason without a word', { reason: 'OTHER' }, 'REQUIRED_HERE /comment'],
    [
      'ends before it begins [R-289]',
      { plannedPeriod: { from: at, until: '2026-03-02T01:29:59Z' } },
      'PERIOD_REVERSED /plannedPeriod/until',
    ],
    ['names a terminal twice [R-281]', { terminalIds: ['1', '1'] }, 'DUPLICATE_ITEM /terminalIds'],
    ['names no terminal', { terminalIds: [] }, 'TOO_FEW /terminalIds'],
    [
      'has no back-up and no word why [R-302]',
      { dataBackup: 'notPossible' },
      'REQUIRED_HERE /dataBackupNote',
    ],
    [
      'describes no symptom but "other"',
      { fault: { symptom: 'other', cause: 'wear' } },
      'REQUIRED_HERE /fault/description',
    ],
    ['has no merchant name [R-287]', { merchantName: '' }, 'REQUIRED /merchantName'],
  ])('is refused when it %s', (_, change, ...codes) => {
    expect(codesOf(SuspensionRequest, { ...suspension(), ...change })).toEqual(codes)
  })

  it('may describe a fault [R-110] [R-246] [R-277]', () => {
    const fault = { component: 'printer', symptom: 'paperJam', cause: 'wear' }
    expect(codesOf(SuspensionRequest, { ...suspension(), reason: 'HARDWARE_FAULT', fault })).toEqual([])
  })

  it('may be open-ended [R-289]', () => {
    expect(codesOf(SuspensionRequest, { ...suspension(), plannedPeriod: { from: at } })).toEqual([])
  })
})

describe('a reinstatement request', () => {
  it('is read as it was sent [R-083 R-084 R-085]', () => {
    expect(ReinstatementRequest.parse(reinstatement())).toEqual(reinstatement())
  })

  const [step] = reinstatement().remedies
  it.each([
    [
      'carries the account password [R-087]',
      { account: { accountName: 'A', accountNumberMasked: '****1', password: 'x' } },
      'FORBIDDEN_FIELD /account/password',
    ],
    [
      'carries the whole account number [R-088]',
      { account: { accountName: 'A', accountNumberMasked: '6225881234567890' } },
      'NOT_MASKED /account/accountNumberMasked',
    ],
    ['has no document [R-061]', { documents: [] }, 'TOO_FEW /documents', 'EVIDENCE_NOT_ATTACHED /remedies'],
    [
      'names a hold without saying what was done',
      { holdIds: ['HOLD-1', 'HOLD-2'] },
      'REMEDY_UNSTATED /remedies',
    ],
    [
      'names evidence that is not attached [R-092]',
      { remedies: [{ ...step, evidence: ['DOC-9'] }] },
      'EVIDENCE_NOT_ATTACHED /remedies',
    ],
    [
      'says that the merchant installed software alone [R-267]',
      { reasons: ['SOFTWARE_FAULT'], remedies: [{ ...step, kind: 'update' }] },
      'PROVIDER_AUTHORISATION_REQUIRED /remedies/0/providerAuthorisation',
    ],
    [
      'puts something else right than what was wrong [R-129]',
      { remedies: [{ ...step, kind: 'repair' }] },
      'REMEDY_UNSUITABLE /remedies',
    ],
    ['gives a collective reason [R-079]', { reasons: ['FUNDS_ISSUE'] }, 'REASON_TOO_VAGUE /reasons'],
    ['names a hold twice', { holdIds: ['HOLD-1', 'HOLD-1'] }, 'DUPLICATE_ITEM /holdIds'],
    ['does not say why it should be lifted [R-090]', { whyLift: undefined }, 'REQUIRED /whyLift'],
  ])('is refused when it %s', (_, change, ...codes) => {
    expect(codesOf(ReinstatementRequest, { ...reinstatement(), ...change })).toEqual(codes)
  })

  it('may say that nothing had to be done', () => {
    const remedies = [{ holdId: 'HOLD-1', kind: 'noneRequired', performedBy: 'merchant', evidence: [] }]
    const reasons = ['MERCHANT_REQUEST']
    expect(codesOf(ReinstatementRequest, { ...reinstatement(), reasons, remedies })).toEqual([])
  })
})

describe('every application', () => {
  const forms = [
    ['closure', ClosureRequest, closure],
    ['suspension', SuspensionRequest, suspension],
    ['reinstatement', ReinstatementRequest, reinstatement],
  ] as const

  it.each(forms)(
    'refuses secrets for %s wherever they hide, and repeats none of them [R-087] [R-307]',
    (_, schema, form) => {
      const hidden = {
        contact: { mobile: '13800138000', smsCode: '424242' },
        extra: [{ 'PIN-Block': 'hunter2' }],
        密码: 'hunter2',
      }
      const codes = codesOf(schema, { ...form(), ...hidden })
      expect(codes.toSorted()).toEqual([
        'FORBIDDEN_FIELD /contact/smsCode',
        'FORBIDDEN_FIELD /extra/0/PIN-Block',
        'FORBIDDEN_FIELD /密码',
        'UNKNOWN_FIELD /extra',
      ])
      expect(JSON.stringify(codes)).not.toMatch(/hunter2|424242/)
    },
  )

  it.each(forms)('for %s has a JSON Schema without a field for a secret [R-087]', (_, schema) => {
    const json = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))
    const names = [...json.matchAll(/"(\w+)":\{/g)].flatMap(([, name = '']) => name)
    expect(names).toContain('merchantId')
    expect(names.filter(isForbiddenFieldName)).toEqual([])
  })
})
