import type { Lines, NoticeWords } from '../../notices/lines.ts'

const closed: Lines = [
  [
    'Terminal {terminal} of {merchant} was closed on {closedAt} and takes no more payments.',
    'Terminal {terminal} of {merchant} is closed and takes no more payments.',
  ],
]

export const others: Lines = [
  'Terminal {terminal} of {merchant}: {notice}.',
  ['The {kind}, number {reference}.', 'Number: {reference}.'],
  'Reason: {openReason}.',
  ['Since {since}, planned until {until}.', 'Since {since}.'],
  'Concerns: {limits}.',
  ['Deadline: {clock}{about}, {due}.', 'Deadline: {clock}, {due}.', 'Deadline: {due}.'],
  { when: 'toProvider', say: 'Amount: {item}, {amount}.' },
  { when: 'toProvider', say: 'Remark: {remark}' },
  { when: 'confidential', say: 'Neither the merchant nor anybody else may be told of this.' },
]

export const special: NoticeWords['special'] = {
  customers: {
    service_suspended: [
      [
        'The card terminal of {merchant} does not work at present, because of {publicReason}; planned until {until}.',
        'The card terminal of {merchant} does not work at present, because of {publicReason}.',
        'The card terminal of {merchant} does not work at present.',
      ],
      'Please pay in another way. We apologise for the inconvenience.',
    ],
    service_resuming: ['The card terminal of {merchant} will soon work again. Thank you for your patience.'],
    closing_down: [
      'A card terminal of {merchant} will soon be taken out of service.',
      'Please pay in another way then.',
    ],
    terminal_closed: [
      'A card terminal of {merchant} is out of service for good.',
      'Please pay in another way.',
    ],
  },
  partners: {
    terminal_closed: [...closed, 'Please agree with the merchant how payments are made from now on.'],
  },
  finance: {
    terminal_closed: [
      ...closed,
      'Last transaction: {lastSale}.',
      [
        { when: 'owes', say: 'Net amount of the settlement: the merchant owes {net}.' },
        'Net amount of the settlement: {net} payable to the merchant.',
      ],
      'Still to be settled: {remaining}.',
      'Please check the books against this.',
    ],
  },
  bank: {
    terminal_closed: [
      ...closed,
      'Last transaction: {lastSale}.',
      'Late settlements and chargebacks may still arrive; no new transactions will.',
    ],
  },
  serviceProvider: {
    terminal_closed: [...closed, 'Please end services and fees for it.'],
    closure_started: [
      'Terminal {terminal} of {merchant}: {notice}.',
      'Devices to come back (serial number: {serials}), by {due}.',
    ],
    deadline_near: ['Terminal {terminal} of {merchant}: {notice}.', 'Coming up: {clock}, {due}.', '{what}'],
    deadline_passed: ['Terminal {terminal} of {merchant}: {notice}.', 'Passed: {clock}, {due}.', '{what}'],
    information_requested: [
      'Terminal {terminal} of {merchant}: the {kind} (number {reference}) needs more information.',
      { when: 'applicant', say: 'What is missing: {items}.' },
      { when: 'applicant', say: 'Send it by {due}. After that the application may be ended.' },
    ],
    application_rejected: [
      'Terminal {terminal} of {merchant}: the {kind} (number {reference}) is not approved.',
      { when: 'applicant', say: 'Reason: {reason}.' },
      { when: 'applicant', say: 'Remark: {remark}' },
    ],
  },
  provider: {
    closure_appealed: [
      '{merchant} appeals against the closure of terminal {terminal}.',
      'Reason for the closure: {reason}.',
      'Somebody who neither proposed nor decided the closure has to decide.',
    ],
  },
}
