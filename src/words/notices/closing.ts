import type { ClosureReason } from '../../domain/index.ts'
import type { Flag, Values } from './lines.ts'
import { remaining } from './money.ts'
import { clockOf, type Subject, type Teller } from './subject.ts'

const reasonOf = ({ context, notice, tongue }: Subject): Values => {
  const code: ClosureReason | undefined = context.closing?.reason ?? context.proposal?.reason
  if (code === undefined) return {}
  const reason = tongue.name('closureReason', code)
  return { reason, ...(notice.audience === 'provider' && { openReason: reason }) }
}

/** The proposal that is still before its decision, or behind what was imposed. */
const proposalFacts = ({ context, tongue, told }: Subject): { values: Values; flags: readonly Flag[] } => {
  const { proposal, policy } = context
  if (!proposal) return { values: {}, flags: [] }
  const notice = clockOf(context, 'closureNotice')
  const remark = told(proposal.basis)
  return {
    values: {
      ...(remark !== undefined && { remark }),
      ...(notice && { due: tongue.moment(notice.due) }),
    },
    flags: [
      ...(policy.appealAllowed && proposal.appeal !== 'dismissed' ? (['appeal'] as const) : []),
      ...(policy.urgentBases.includes(proposal.reason) ? (['urgent'] as const) : []),
      'byProvider',
    ],
  }
}

export const aboutProposal: Teller = (subject) => {
  const { values, flags } = proposalFacts(subject)
  return { values: { ...reasonOf(subject), ...values }, flags }
}

/** Devices that are somebody else's have to come back, by the day that comes first. */
const devicesOwed = ({ context, tongue }: Subject): Values => {
  const owed = Object.values(context.devices).filter(
    ({ owner, custody }) => owner !== 'merchant' && custody === 'merchant',
  )
  const ends = owed
    .flatMap(({ serial }) => clockOf(context, `deviceReturnDue:${serial}`)?.due ?? [])
    .sort((one, other) => Date.parse(one) - Date.parse(other))
  if (owed.length === 0) return {}
  return {
    serials: tongue.list(owed.map(({ serial }) => serial)),
    ...(ends[0] && { due: tongue.moment(ends[0]) }),
  }
}

export const aboutClosing: Teller = (subject) => {
  const { context, tongue } = subject
  const { values, flags } = proposalFacts(subject)
  const { due: _, ...grounds } = values
  const startedAt = context.closing?.startedAt
  return {
    flags,
    values: {
      ...reasonOf(subject),
      ...grounds,
      ...devicesOwed(subject),
      ...(startedAt && { since: tongue.moment(startedAt) }),
    },
  }
}

export const aboutAppeal: Teller = (subject) => ({ values: reasonOf(subject) })

/** What is over, what is left, and how long it is kept. */
export const aboutClosed: Teller = (subject) => {
  const { context, tongue } = subject
  const closedAt = context.closing?.closedAt
  const kept = clockOf(context, 'retention')
  const left = remaining(subject)
  const statement = context.closing?.statement
  return {
    values: {
      ...reasonOf(subject),
      ...(closedAt && { closedAt: tongue.day(closedAt) }),
      ...(kept && { keptUntil: tongue.day(kept.due) }),
      ...(left.length > 0 && { remaining: left.join(tongue.words.phrases.semicolon) }),
      ...(context.closing?.request?.successorTerminalId !== undefined && {
        successor: context.closing.request.successorTerminalId,
      }),
      ...(context.lastTransactionAt && { lastSale: tongue.day(context.lastTransactionAt) }),
      ...(statement && { net: tongue.money(Math.abs(statement.net)) }),
    },
    flags: statement && statement.net < 0 ? ['owes'] : [],
  }
}
