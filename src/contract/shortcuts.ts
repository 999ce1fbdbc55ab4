import { type EventType, followUpIdOf } from '../domain/index.ts'

/** A row that a shortcut goes through. */
export type ThroughRow =
  | 'recordEvent'
  | 'recordNote'
  | 'makeRequest'
  | 'supplyInformation'
  | 'getTransactions'
  | 'getSettlement'
  | 'getCharges'

/** A name for what a row does when some of its input is fixed. It has no path of its own. */
export interface Shortcut {
  readonly through: ThroughRow
  /** The events that it tells; of several the input names one as `type`. */
  readonly events?: readonly EventType[]
  /** Members of the input, or of the event, that are the same for every call. */
  readonly fixed: object
  readonly summary: string
}

const row = <const Through extends Exclude<ThroughRow, 'recordEvent'>, const Fixed extends object>(
  through: Through,
  fixed: Fixed,
  summary: string,
) => ({ through, fixed, summary })

const event = <const Events extends readonly EventType[], const Fixed extends object = Record<never, never>>(
  events: Events,
  summary: string,
  fixed: Fixed = {} as Fixed,
) => ({ through: 'recordEvent' as const, events, fixed, summary })

/**
 * What people call by a name of its own and what is one row of the contract with a part of its input fixed.
 *
 * @example shortcuts.requestRepair // { through: 'makeRequest', fixed: { kind: 'repair' }, summary: '…' }
 */
export const shortcuts = {
  getPendingTransactions: row('getTransactions', { state: 'open' }, 'Transactions that are still open.'),
  getSettlementStatement: row('getSettlement', {}, 'The statement that is to be confirmed.'),
  getFeeStatement: row('getCharges', {}, 'What the merchant is to pay.'),
  resubmitApplication: row('supplyInformation', {}, 'Mend a rejected application and hand it in again.'),

  addMessage: row('recordNote', { kind: 'note' }, 'Write to the other side.'),
  escalate: row('recordNote', { kind: 'escalation' }, 'Say that it takes too long or goes wrong.'),
  openSupportTicket: row('recordNote', { kind: 'supportContact' }, 'Ask the support for help.'),
  reportDamage: row(
    'recordNote',
    { kind: 'problemRaised', topic: 'damage' },
    'Say that a device is damaged.',
  ),
  submitFeedback: row('recordNote', { kind: 'note', topic: 'other' }, 'Say how it went.'),

  requestBackup: row('makeRequest', { kind: 'backup' }, 'Ask for a copy of what a device holds.'),
  requestRepair: row('makeRequest', { kind: 'repair' }, 'Ask for a repair.'),
  requestReplacement: row('makeRequest', { kind: 'replacement' }, 'Ask for another device.'),
  requestDeviceReturn: row('makeRequest', { kind: 'return' }, 'Ask how a device finds its way back.'),
  requestDeviceCollection: row('makeRequest', { kind: 'collection' }, 'Ask that a device is fetched.'),

  recordBackup: event(['backup.recorded'], 'A copy of what a device holds was made.'),
  recordErasure: event(['erasure.completed'], 'A device was wiped.'),
  recordTest: event(['test.passed', 'test.failed'], 'A device was tried; `type` says how it went.'),
  confirmDeviceReceipt: event(['device.received'], 'A device has come back.'),
  unbindTerminal: event(
    ['unbinding.ordered'],
    'Have terminal number and device taken apart in the register.',
  ),
  recordFiling: event(
    ['document.added'],
    'Put a filing with an authority on file: a paper `regulatory_filing` or `risk_listing_record`.',
  ),
  recordNotification: event(
    ['document.added'],
    'Put a notice to others on file: a paper `customer_notice` or `partner_notice`.',
  ),
  reactivateCapabilities: event(['followUp.done'], 'Credit and debit cards are taken again.', {
    followUpId: followUpIdOf('cardFunctions'),
  }),
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutName = keyof typeof shortcuts
