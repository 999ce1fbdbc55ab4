import type { OrderKind, SystemsOperationName } from '../../orders.ts'

/** What the library orders from the acquirer's systems. */
export const orders: Readonly<Record<OrderKind, string>> = {
  disableAcceptance: 'Disable payments',
  enableAcceptance: 'Enable payments',
  readStatus: 'Read the status back',
  uploadBatch: 'Upload the batch',
  readBackup: 'Read the back-up',
  eraseDevice: 'Erase the device',
  revokeKeys: 'Revoke the keys',
  collectDevice: 'Collect the device',
  requestStatement: 'Request the settlement statement',
  payOut: 'Pay out',
  refundDeposit: 'Refund the deposit',
  unbind: 'Unbind the device',
  confirmClosure: 'Confirm the closure',
  notify: 'Send a notice',
  openTicket: 'Open a support ticket',
}

export const operations: Readonly<Record<SystemsOperationName, string>> = {
  ...orders,
  getResult: 'Ask what became of an order',
}
