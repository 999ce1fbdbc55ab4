import type { AcquirerClient } from '../../../src/contract/index.ts'

/** What a portal calls, all of it by the name that people in the field use. */
export const fieldNames = [
  ...(['getTerminal', 'getTerminalStatus', 'getProcedure', 'getRequirements', 'getNotices'] as const),
  ...(['submitSuspension', 'submitReinstatement', 'submitClosure'] as const),
  ...(['getApplication', 'pollApplication', 'supplyInformation', 'resubmitApplication'] as const),
  ...(['withdrawApplication', 'uploadDocument', 'addMessage'] as const),
  ...(['getPendingTransactions', 'proposeTransactionResolution'] as const),
  ...(['getSettlementStatement', 'confirmSettlement', 'agreePayoutMethod', 'getFeeStatement'] as const),
  ...(['requestDepositRefund', 'getDeposit', 'escalate'] as const),
  ...(['requestBackup', 'recordBackup', 'recordErasure'] as const),
  ...(['requestDeviceReturn', 'requestDeviceCollection', 'confirmDeviceReceipt'] as const),
  ...(['reportDamage', 'requestRepair', 'requestReplacement', 'unbindTerminal'] as const),
  ...(['recordTest', 'reactivateCapabilities', 'recordFiling', 'recordNotification'] as const),
  ...(['openSupportTicket', 'submitFeedback', 'exportDossier'] as const),
] as const satisfies readonly (keyof AcquirerClient)[]
export type FieldName = (typeof fieldNames)[number]
