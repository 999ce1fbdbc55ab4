import type { ClosureReason, SuspensionReason } from 'terminal-lifecycle/domain'
import type { Document, DocumentOf } from 'terminal-lifecycle/schemas'
import { demoScans, fileOf } from './scans.ts'
import type { EventOf, Situation } from './timeline.ts'
import { dayFrom } from './timeline.ts'

const idOf = ({ life }: Situation, name: string): string => `DOC-${life.terminalId}-${name}`

export const licence =
  (name = 'LICENCE') =>
  (situation: Situation): DocumentOf<'business_licence'> => {
    const { shop } = situation.life
    return {
      type: 'business_licence',
      id: idOf(situation, name),
      issuedAt: '2021-06-18T00:00:00+08:00',
      unifiedSocialCreditCode: shop.code,
      name: shop.name,
      legalRepresentative: shop.owner.names['zh-CN'],
      validTo: dayFrom(situation.at, 2_000),
      files: [fileOf(demoScans.licence), fileOf(demoScans.contract)],
    }
  }

export const photo = (situation: Situation): DocumentOf<'supporting_evidence'> => ({
  type: 'supporting_evidence',
  id: idOf(situation, 'PHOTO'),
  issuedAt: situation.at,
  kind: 'photo',
  title: '设备序列号照片',
  files: [fileOf(demoScans.device)],
})

export const paymentProof =
  (chargeId: string, amount: number) =>
  (situation: Situation): DocumentOf<'payment_proof'> => ({
    type: 'payment_proof',
    id: idOf(situation, 'PAYMENT'),
    issuedAt: situation.at,
    amount: { amount, currency: 'CNY' },
    paidAt: situation.at,
    reference: `PAY-${situation.life.terminalId}`,
    chargeIds: [chargeId],
  })

/** A hold acts at once; within two working days the merchant has it in writing. */
export const holdNotice =
  (holdId: string, reason: SuspensionReason, asks: string): EventOf =>
  async (situation) => ({
    type: 'document.added',
    document: await situation.file({
      type: 'provider_notice',
      id: idOf(situation, `NOTICE-${holdId}`),
      issuedAt: situation.at,
      kind: 'suspended',
      reason,
      effectiveAt: situation.record.context.holds[holdId]?.startsAt ?? situation.at,
      requiredActions: [asks],
    }),
    for: holdId,
  })

/** Nobody is closed unheard: why, from when, and where to object. */
export const closureNotice =
  (proposalId: string, reason: ClosureReason, grounds: string): EventOf =>
  async (situation) => ({
    type: 'document.added',
    document: await situation.file({
      type: 'closure_notice',
      id: idOf(situation, 'CLOSURE-NOTICE'),
      issuedAt: situation.at,
      ...{ proposalId, reason, grounds },
      noticeUntil: situation.record.context.deadlines.closureNotice?.due ?? situation.at,
      appealRoute: '期满前书面向客户服务部提出 (in writing to customer service, before the notice has run)',
    }),
    for: proposalId,
  })

export const accountChecked =
  (token: string, by: string) =>
  (situation: Situation): Document => {
    const { shop } = situation.life
    return {
      type: 'payout_account_verification',
      id: idOf(situation, 'ACCOUNT'),
      issuedAt: situation.at,
      accountToken: token,
      merchantName: shop.name,
      accountName: shop.name,
      method: 'bankConfirmation',
      verifiedAt: situation.at,
      enteredBy: shop.owner.actor.personId,
      verifiedBy: by,
    }
  }
