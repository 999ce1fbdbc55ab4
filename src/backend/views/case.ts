import type { CaseView, TerminalSummary } from '../../contract/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'
import type { Overview } from '../../runtime/index.ts'

export const summaryOf = ({ lifecycleId, version, at, value, context }: LifecycleRecord): TerminalSummary => {
  const { acquirerId, merchantId, terminalId, predecessorTerminalId } = context.identity
  const successorTerminalId = context.closing?.request?.successorTerminalId
  return {
    ...{ lifecycleId, acquirerId, merchantId, terminalId },
    ...(predecessorTerminalId !== undefined && { predecessorTerminalId }),
    ...(successorTerminalId !== undefined && { successorTerminalId }),
    ...{ version, at, state: value },
  }
}

const closingOf = ({ closing, deadlines }: LifecycleRecord['context']): CaseView['closing'] => {
  if (closing === null) return null
  const { reason, startedAt, confirmedAt, closedAt } = closing
  return { reason, startedAt, confirmedAt, closedAt, keepUntil: deadlines.retention?.due ?? null }
}

const proposalOf = ({ proposal }: LifecycleRecord['context']): CaseView['proposal'] => {
  if (proposal === null) return null
  const { proposalId, reason, basis, servedAt, imposedBy, appeal } = proposal
  return { proposalId, reason, basis, servedAt: servedAt ?? null, imposed: imposedBy !== null, appeal }
}

/** A life as its reader may see it. */
export const caseOf = ({ record, head, capabilities, requirements, actions }: Overview): CaseView => {
  const { context } = record
  const { merchantName, merchantType, currency } = context.identity
  return {
    ...summaryOf(record),
    ...{ merchantName, merchantType, currency, capabilities, requirements, actions },
    applicationId: context.application?.applicationId ?? null,
    agent: context.agent,
    closing: closingOf(context),
    proposal: proposalOf(context),
    issues: context.issues.map(({ code, at, ref, data }) => ({ code, at, ref, data })),
    notes: Object.values(context.notes ?? {}).map(({ id, text, at, written }) => ({
      ...{ id, text, at },
      role: written.role,
    })),
    ...(head !== null && { head }),
  }
}
