import type { DocumentType, SuspensionReason } from '../../../src/domain/index.ts'
import type { HoldPlaced } from '../../../src/schemas/index.ts'
import { paper } from '../../support/samples.ts'
import { byTwo, type Sayings, says, serial } from '../sayings-kit.ts'

type Differs = Partial<Omit<HoldPlaced, 'type' | 'code' | 'holdId'>>
const placed = (holdId: string, code: SuspensionReason, differs: Differs = {}): HoldPlaced => ({
  type: 'hold.placed',
  holdId,
  code,
  ...differs,
})

/** All that may be said about a hold of this name, which this paper shows to be put right. */
const about = (holdId: string, proof: DocumentType): Sayings => {
  const evidence = paper(proof, `${proof}-${holdId}`)
  const checked = [{ documentId: evidence.id, digest: evidence.digest }]
  return {
    [`${holdId} claimed`]: says('merchant', { type: 'hold.remedyClaimed', holdId, evidence: [evidence] }),
    [`${holdId} shown`]: says('clerk', { type: 'hold.remedyClaimed', holdId, evidence: [evidence] }),
    [`${holdId} verified`]: says('second', { type: 'hold.remedyVerified', holdId, checked }),
    [`${holdId} lifted`]: says('clerk', { type: 'hold.lifted', holdId }),
    [`${holdId} lifted by order`]: says('clerk', { type: 'hold.lifted', holdId, orderRef: 'release-1' }),
    [`${holdId} lifted by two`]: byTwo({ type: 'hold.lifted', holdId, evidence: [paper('waiver')] }),
    [`${holdId} rescinded`]: says('second', { type: 'hold.rescinded', holdId, reason: 'placed in error' }),
    [`${holdId} reviewed`]: says('clerk', { type: 'hold.reviewed', holdId, reason: 'still owed' }),
    [`${holdId} extended`]: says('merchant', { type: 'suspension.extended', holdId, until: '$in 40' }),
    [`${holdId} is arrears`]: byTwo({ type: 'hold.reclassified', holdId, code: 'ACCOUNT_ARREARS' }),
  }
}

const hidden = placed('case-5', 'RULE_VIOLATION', {
  disclosure: 'hidden',
  release: 'evidence',
  test: 'full',
  caps: ['sale', 'preAuth', 'payout'],
  words: 'sells what it must not',
})
/** The same limits for another cause, from another desk. */
const hiddenToo = placed('case-5', 'MALICIOUS_ATTACK', {
  disclosure: 'hidden',
  release: 'evidence',
  test: 'full',
  caps: ['sale', 'preAuth', 'payout'],
  words: 'a stranger has the password',
})
const ordered = placed('court-1', 'AUTHORITY_ORDER', { caps: ['sale', 'payout'], orderRef: 'order-7' })
const orderedToo = placed('court-1', 'AUTHORITY_ORDER', { caps: ['sale', 'payout'], orderRef: 'order-9' })

const checks = (passed: boolean) =>
  (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({ name, passed }))

/** Which paper shows that the cause is put right. */
const proofs: Readonly<Record<string, DocumentType>> = {
  arrears: 'payment_proof',
  network: 'device_test_record',
  upkeep: 'supporting_evidence',
  attack: 'rectification_report',
  vague: 'supporting_evidence',
  planned: 'supporting_evidence',
  frozen: 'supporting_evidence',
  'court-1': 'supporting_evidence',
  'case-5': 'rectification_report',
}

export const holdSayings: Sayings = {
  arrears: says('clerk', placed('arrears', 'ACCOUNT_ARREARS')),
  network: says('clerk', placed('network', 'NETWORK_FAULT')),
  upkeep: says('clerk', placed('upkeep', 'SYSTEM_MAINTENANCE')),
  attack: says('clerk', placed('attack', 'MALICIOUS_ATTACK', { release: 'none' })),
  vague: says('clerk', placed('vague', 'UNKNOWN')),
  planned: says('clerk', placed('planned', 'SYSTEM_MAINTENANCE', { startsAt: '$in 5', until: '$in 9' })),
  frozen: says('clerk', placed('frozen', 'SETTLEMENT_ACCOUNT_CHANGED')),
  'court-1': says('authority', ordered, { event: orderedToo }),
  'case-5': says('clerk', hidden, { by: 'third', event: hiddenToo }),
  ...Object.fromEntries(
    Object.entries(proofs).flatMap(([holdId, proof]) => Object.entries(about(holdId, proof))),
  ),
  'the hold rescinded': says('third', { type: 'hold.rescinded', holdId: '$hold', reason: 'placed in error' }),
  'test passed': says('clerk', { type: 'test.passed', serial, kind: 'full', checks: checks(true) }),
  'test failed': says('clerk', { type: 'test.failed', serial, kind: 'full', checks: checks(false) }),
  "the merchant's test": says('merchant', {
    type: 'test.passed',
    serial,
    kind: 'smoke',
    checks: checks(true),
  }),
}
