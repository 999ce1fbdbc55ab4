import { reasonProfiles, requiredDocuments } from '../../domain/index.ts'
import type { Hold } from '../../machine/index.ts'
import type { Flag, Values } from './lines.ts'
import type { Subject, Teller } from './subject.ts'

/** Who asked for it itself needs nothing put right, and no reason to object. */
const isMerchants = ({ placedBy }: Hold): boolean =>
  placedBy.role === 'merchant' || placedBy.onBehalfOf === 'merchant'

const wantedPapers = ({ context, tongue }: Subject, { code, release }: Hold): string | undefined => {
  if (release !== 'application' && release !== 'evidence') return undefined
  const { merchantType } = context.identity
  const needed = requiredDocuments({
    process: 'reinstatement',
    initiator: 'merchant',
    merchantType,
    reasons: [code],
  })
  // the application itself goes without saying
  const others = needed.filter(({ type }) => type !== 'reinstatement_request')
  return others.length === 0 ? undefined : tongue.papers(others)
}

/** A reason that may be told to others than the merchant: of work and faults, not of money or conduct. */
export const mayTellReason = ({ notice }: Subject, { code }: Hold): boolean => {
  const { category } = reasonProfiles[code]
  return notice.audience === 'provider' || category === 'technical' || category === 'planned'
}

const outwardReasons = (subject: Subject, hold: Hold): Values => {
  const { tongue } = subject
  const { category } = reasonProfiles[hold.code]
  const outward = tongue.words.publicReasons[category]
  return {
    ...(mayTellReason(subject, hold) && { openReason: tongue.name('suspensionReason', hold.code) }),
    ...(outward !== undefined && { publicReason: outward }),
  }
}

/** A hold that is placed: why, since when, until when, what it stops, and how it comes to an end. */
export const holdFacts = (subject: Subject, hold: Hold): { values: Values; flags: Flag[] } => {
  const { context, tongue, told } = subject
  const papers = wantedPapers(subject, hold)
  const remark = told(hold.words)
  return {
    values: {
      ...outwardReasons(subject, hold),
      reason: tongue.name('suspensionReason', hold.code),
      by: tongue.name('role', hold.placedBy.role === 'serviceProvider' ? 'serviceProvider' : 'provider'),
      since: tongue.moment(hold.startsAt),
      limits: tongue.list(hold.caps.map((cap) => tongue.name('limit', cap))),
      reviewTime: tongue.time(context.policy.clocks['reviewDue.reinstatement']),
      ...(hold.until !== null && { until: tongue.moment(hold.until) }),
      ...(remark !== undefined && { remark }),
      ...(papers !== undefined && { papers }),
    },
    flags: [
      // who asked for it itself has no cause to remove
      isMerchants(hold) && hold.release === 'application' ? 'release.own' : `release.${hold.release}`,
      isMerchants(hold) ? 'byMerchant' : 'byProvider',
      ...(hold.test !== 'none' && hold.caps.includes('sale') ? (['testOwed'] as const) : []),
    ],
  }
}

export const aboutHold: Teller = (subject) => {
  const hold = subject.holds.find(({ holdId }) => holdId === subject.notice.ref)
  return hold === undefined ? {} : holdFacts(subject, hold)
}

/** The end of a hold; what else is still in force is said as well. */
export const aboutHoldEnd: Teller = (subject) => {
  const { holds, notice, tongue } = subject
  const others = holds.filter(({ holdId, status }) => holdId !== notice.ref && status === 'effective')
  const { values, flags } = aboutHold(subject)
  return {
    ...(flags && { flags }),
    values: {
      ...values,
      ...(others.length > 0 && {
        otherReasons: tongue.list([
          ...new Set(others.map(({ code }) => tongue.name('suspensionReason', code))),
        ]),
      }),
    },
  }
}
