import type { CaseView, JournalItem, TerminalSummary } from '../contract/index.ts'
import type { Actor } from '../domain/index.ts'
import {
  availableActions,
  capabilities,
  type LifecycleRecord,
  requirements,
  viewRecord,
} from '../machine/index.ts'
import type { SealedEntry } from '../runtime/index.ts'

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

/** A record as the actor may see it. */
export const caseOf = (record: LifecycleRecord, actor: Actor, at: string): CaseView => ({
  ...summaryOf(record),
  capabilities: capabilities(record),
  applicationId: record.context.application?.applicationId ?? null,
  requirements: requirements(record, { at, actor }),
  actions: availableActions(record, { at, actor }),
  notes: Object.values(viewRecord(record, actor.role).context.notes ?? {}).map(
    ({ id, text, at, written }) => ({
      ...{ id, text, at },
      role: written.role,
    }),
  ),
})

const eventOf = (cause: SealedEntry['cause']): JournalItem['event'] => {
  if ('opened' in cause) return 'opened'
  if ('migrated' in cause) return 'migrated'
  if ('timer' in cause) return 'timer.due'
  return cause.type
}

export const journalItemOf = (entry: SealedEntry): JournalItem => {
  const { seq, at, commandId, actor, cause, from, to, orderIds, issues, prevHash, hash } = entry
  const { role, personId, organisationId } = actor
  return {
    seq,
    at,
    commandId,
    actor: { role, personId, organisationId },
    event: eventOf(cause),
    from,
    to,
    orderIds,
    issues: issues.map(({ code, ref }) => ({ code, ref })),
    prevHash,
    hash,
  }
}
