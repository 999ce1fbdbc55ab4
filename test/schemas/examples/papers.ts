export const at = '2026-03-02T09:30:00+08:00'
export const later = '2026-03-03T10:00:00+08:00'
export const digest = 'ab'.repeat(32)
export const creditCode = '91350100M000100Y43'
export const yuan = (amount: number) => ({ amount, currency: 'CNY' })

const head = { id: 'DOC-1', issuedAt: at }
const device = { ...head, serialNumber: 'SN-0001' }
const signatory = { personId: 'm-1', authority: 'owner' } as const
const filed = {
  ...head,
  applicationId: 'APP-1',
  merchantId: '898440354110001',
  terminalId: '10000001',
  channel: 'online',
  signedOn: '2026-03-02',
  signatory,
} as const
const validity = { validFrom: '2020-01-01', validTo: '2030-01-01' }

/** One good paper of each kind about people and applications. */
export const papers = {
  closure_request: { type: 'closure_request', ...filed },
  deregistration_form: {
    type: 'deregistration_form',
    ...filed,
    serialNumber: 'SN-0001',
    registeredMobile: '*******8000',
  },
  suspension_request: { type: 'suspension_request', ...filed, terminalIds: ['10000001', '10000002'] },
  reinstatement_request: { type: 'reinstatement_request', ...filed },
  application_record: {
    type: 'application_record',
    ...head,
    applicationId: 'APP-1',
    process: 'closure',
    submittedAt: at,
    steps: [{ at, event: 'closure.requested', byRole: 'merchant' }],
    decision: 'approved',
  },
  provider_notice: {
    type: 'provider_notice',
    ...head,
    kind: 'maintenance',
    reason: 'SYSTEM_MAINTENANCE',
    effectiveAt: at,
    window: { from: at, until: later },
    requiredActions: ['保持设备联网'],
  },
  rejection_notice: {
    type: 'rejection_notice',
    ...head,
    applicationId: 'APP-1',
    process: 'reinstatement',
    code: 'documents_incomplete',
    message: '缺少营业执照',
    resubmittable: true,
    deadline: later,
  },
  result_notice: {
    type: 'result_notice',
    ...head,
    applicationId: 'APP-1',
    process: 'closure',
    outcome: 'closed',
    effectiveAt: later,
    survivingObligations: ['保存交易凭证'],
  },
  closure_notice: {
    type: 'closure_notice',
    ...head,
    proposalId: 'PROP-1',
    reason: 'DORMANT',
    grounds: 'No transaction for two years',
    noticeUntil: later,
    appealRoute: 'By letter to the provider',
  },
  service_of_notice: {
    type: 'service_of_notice',
    ...head,
    servedRef: 'DOC-0',
    method: 'registeredPost',
    servedAt: at,
    trackingNo: 'RR-1',
  },
  business_licence: {
    type: 'business_licence',
    ...head,
    unifiedSocialCreditCode: creditCode,
    name: '晨光便利店',
    legalRepresentative: '王小明',
    ...validity,
  },
  identity_proof: {
    type: 'identity_proof',
    ...head,
    idType: 'residentIdentityCard',
    holderName: '王小明',
    idNumberMasked: '**************002X',
    role: 'owner',
    longTerm: true,
  },
  power_of_attorney: {
    type: 'power_of_attorney',
    ...head,
    grantor: '晨光便利店',
    attorneyName: '李四',
    attorneyPersonId: 'm-2',
    scope: ['apply', 'handOverDevice'],
    notarised: false,
    ...validity,
  },
  insolvency_notice: {
    type: 'insolvency_notice',
    ...head,
    court: 'Court of First Instance',
    caseReference: '(2026) No. 7',
    openedOn: '2026-02-01',
    administrator: { name: 'Ms Lin', personId: 'adm-1', contact: { email: 'lin@example.com' } },
  },
  account_info: {
    type: 'account_info',
    ...head,
    merchantId: '898440354110001',
    accountName: '晨光便利店',
    accountNumberMasked: '****1234',
  },
  account_explanation: {
    type: 'account_explanation',
    ...head,
    statement: 'Seasonal sale',
    attachments: ['DOC-2'],
  },
  service_contract: {
    type: 'service_contract',
    ...head,
    contractNo: '合同 2020-17',
    counterparty: { name: 'Harbour Acquiring', role: 'paymentInstitution' },
    signedOn: '2020-01-01',
    expiresOn: '2026-01-01',
    renewed: false,
    terminationClause: '§ 9',
    refundClause: '§ 10',
    breachLiability: '§ 11',
    fees: [{ kind: 'rental', amount: yuan(9900) }],
    deposits: [{ kind: 'guarantee', amount: yuan(200000) }],
    earlyTerminationFee: yuan(30000),
    reviewedAt: at,
  },
} as const

export { device as deviceHead, head }
