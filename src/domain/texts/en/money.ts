import type { Texts } from '../texts.ts'

export const charges: Texts['charge'] = {
  rental: 'Rental fee',
  maintenance: 'Maintenance fee',
  deactivation: 'Deactivation fee',
  annual: 'Annual fee',
  data_traffic: 'Data traffic fee',
  transaction: 'Transaction fee',
  early_termination: 'Early termination fee',
  damage: 'Compensation for damage',
  accessory: 'Missing accessories',
  device: 'Value of a device that did not come back',
  penalty: 'Penalty',
  arrears: 'Arrears',
  settlement: 'Amount owed under the settlement',
  chargeback: 'Chargeback',
  overpayment: 'Return of an overpayment',
  other: 'Other charge',
}

export const deposits: Texts['deposit'] = {
  guarantee: 'Guarantee deposit',
  device_pledge: 'Device deposit',
}

/** What may be left to be settled after a closure. */
export const obligations: Texts['obligation'] = {
  settlement: 'Settlement',
  deposit: 'Deposit',
  charge: 'Charge',
  dispute: 'Dispute or chargeback',
}

/** What becomes of a transaction that cannot be finished. */
export const handlings: Texts['handling'] = {
  complete: 'Completed',
  void: 'Voided',
  refund: 'Refunded',
  transfer: 'Moved to another terminal',
  writeOff: 'Written off',
}

export const payoutMethods: Texts['payoutMethod'] = {
  directTransfer: 'Transfer to the verified account',
  cheque: 'Cheque',
  originalRoute: 'Back the way it was paid',
}
