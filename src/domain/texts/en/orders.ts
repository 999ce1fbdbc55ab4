/** What the library orders from the acquirer's systems. */
export const orders = {
  disableAcceptance: 'Disable payments',
  enableAcceptance: 'Enable payments',
  readStatus: 'Read the status back',
  uploadBatch: 'Upload the batch',
  readBackup: 'Read the back-up',
  eraseDevice: 'Erase the device',
  revokeKeys: 'Revoke the keys',
  requestStatement: 'Request the settlement statement',
  payOut: 'Pay out',
  refundDeposit: 'Refund the deposit',
  unbind: 'Unbind the device',
  confirmClosure: 'Confirm the closure',
  notify: 'Send a notice',
  openTicket: 'Open a support ticket',
} as const

export type OrderText = keyof typeof orders
