import { remediesFor } from 'terminal-lifecycle/domain'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { people } from '../case/people.ts'
import { digestOf } from '../stories/papers.ts'
import { type Found, nextName, type Wish } from './found.ts'
import { applicationPapers } from './papers.ts'

const day = 86_400_000
const from = (now: string, days: number) => new Date(Date.parse(now) + days * day).toISOString()

const common = ({ who }: Wish, { context, device }: Found, applicationId: string) => {
  const { personId, role, mandateRef } = people[who].actor
  const { merchantId, merchantName } = context.identity
  return {
    applicationId,
    merchantId,
    ...(device && { serialNumber: device.serial }),
    merchantName,
    channel: 'online',
    signatory:
      role === 'serviceProvider'
        ? { personId, authority: 'attorney' as const, ...(mandateRef !== undefined && { mandateRef }) }
        : { personId: role === 'provider' ? 'm1' : personId, authority: 'legalRepresentative' as const },
    attested: true,
  } as const
}

/** An application as a merchant would file it, complete. */
export function filedRequest(wish: Wish, found: Found): LifecycleEvent | undefined {
  const { context, hold, device } = found
  const { now } = wish.moment
  const applicationId = nextName('application', [context.application?.applicationId ?? ''])
  const beside = common(wish, found, applicationId)
  const digest = digestOf(applicationId)
  const isAgent = people[wish.who].actor.role === 'serviceProvider'
  const { terminalId } = context.identity
  if (wish.type === 'closure.requested') {
    const reason = 'NO_LONGER_NEEDED'
    const documents = applicationPapers('closure', [reason], found, !isAgent)
    const acknowledgement = { procedureVersion: 'standard-1', at: now, contractReviewed: true } as const
    const disposition = device?.owner === 'merchant' ? 'merchantOwned' : 'return'
    const request = {
      ...beside,
      terminalId,
      reason,
      duration: 'permanent',
      disposition,
      acknowledgement,
    } as const
    return { type: wish.type, request: { process: 'closure', ...request }, digest, documents }
  }
  if (wish.type === 'suspension.requested') {
    const reason = 'MERCHANT_REQUEST'
    const documents = applicationPapers('suspension', [reason], found, !isAgent)
    const plannedPeriod = { from: now, until: from(now, 14) }
    const request = { ...beside, terminalIds: [terminalId], reason, duration: 'temporary' } as const
    return {
      ...{ type: wish.type, digest, documents },
      request: { process: 'suspension', ...request, plannedPeriod, dataBackup: 'done' },
    }
  }
  if (wish.type !== 'reinstatement.requested') return undefined
  const holds = Object.values(context.holds).filter(({ status }) => status === 'effective')
  const about = hold && holds.length === 0 ? [hold] : holds
  const reasons = [...new Set(about.map(({ code }) => code))]
  return {
    ...{ type: wish.type, digest, documents: applicationPapers('reinstatement', reasons, found, !isAgent) },
    request: {
      ...{ process: 'reinstatement', ...beside, terminalId },
      holdIds: about.map(({ holdId }) => holdId),
      suspendedOn: (about[0]?.startsAt ?? now).slice(0, 10),
      reasons,
      reasonDescription: 'as the notice said',
      whyRestore: 'the shop has to sell',
      whyLift: 'the cause is put right',
      remedies: about.map(({ holdId, code }) => ({
        ...{ holdId, kind: remediesFor[code][0] ?? 'noneRequired' },
        ...{ performedBy: 'provider', evidence: [] },
      })),
    },
  } as LifecycleEvent
}
