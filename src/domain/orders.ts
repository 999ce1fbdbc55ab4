/** What a record may order from the acquirer's systems. Each kind is an operation of the contract of the same name. */
export const orderKinds = [
  'disableAcceptance',
  'enableAcceptance',
  'readStatus',
  'uploadBatch',
  'readBackup',
  'eraseDevice',
  'revokeKeys',
  'collectDevice',
  'requestStatement',
  'payOut',
  'refundDeposit',
  'unbind',
  'confirmClosure',
  'notify',
  'openTicket',
] as const
export type OrderKind = (typeof orderKinds)[number]

/** Every operation of the acquirer's systems: the orders, and asking what became of one. */
export const systemsOperationNames = [...orderKinds, 'getResult'] as const
export type SystemsOperationName = (typeof systemsOperationNames)[number]
