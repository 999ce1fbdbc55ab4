import type { TerminalStatusView } from '../../contract/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'

export const statusOf = ({ context }: LifecycleRecord): TerminalStatusView => {
  const { acceptance, registry, unsettled, capabilities, readAt, acceptedReadAt, contradicted } =
    context.status
  const { lastTransactionAt, identity } = context
  return {
    ...{ acceptance, registry, capabilities, readAt, acceptedReadAt, lastTransactionAt },
    unsettled: unsettled === null ? null : { amount: unsettled, currency: identity.currency },
    contradicted: contradicted ?? 0,
  }
}
