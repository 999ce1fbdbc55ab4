import type { Lines, NoticeWords } from '../../notices/lines.ts'

/** How a hold comes to its end, and how to disagree. */
const wayOut: Lines = [
  'It is planned until {until}, and does not end by itself.',
  [
    {
      when: 'release.own',
      say: 'When you want to use it again, apply to have the suspension lifted. A review usually takes no more than {reviewTime}.',
    },
    {
      when: 'release.application',
      say: 'To end it, remove the cause, then apply to have the suspension lifted and enclose: {papers}. A review usually takes no more than {reviewTime}.',
    },
    {
      when: 'release.application',
      say: 'To end it, remove the cause, then apply to have the suspension lifted. A review usually takes no more than {reviewTime}.',
    },
    {
      when: 'release.evidence',
      say: 'To end it, remove the cause and send as proof: {papers}; no application is needed.',
    },
    {
      when: 'release.evidence',
      say: 'To end it, remove the cause and send proof of it; no application is needed.',
    },
    { when: 'release.provider', say: 'Your payment provider ends it; you need not apply.' },
    { when: 'release.authority', say: 'Only the authority that asked for it can end it.' },
    { when: 'release.none', say: 'Nobody can apply for its end.' },
  ],
  { when: 'testOwed', say: 'The device must pass a test before it takes payments again.' },
  { when: 'byProvider', say: 'If you disagree, tell your payment provider in writing.' },
]

const appeal: Lines = [
  [
    {
      when: 'appeal',
      say: 'You can appeal to your payment provider until something is done that cannot be undone; somebody who had no part in the decision decides.',
    },
    { when: 'byProvider', say: 'If you disagree, tell your payment provider in writing.' },
  ],
]

const test =
  'Before it takes payments again your payment provider checks it, and the device must pass a test.'

export const merchant: NoticeWords['merchant'] = {
  service_suspended: [
    [
      {
        when: 'byMerchant',
        say: 'As you asked or reported, terminal {terminal} has been suspended since {since} and takes no payments.',
      },
      'Terminal {terminal} takes no payments. Suspended since {since} by: {by}.',
      'Terminal {terminal} is suspended and takes no payments.',
    ],
    'Reason: {reason}.',
    'Remark: {remark}',
    'What does not work: {limits}.',
    ...wayOut,
  ],
  terminal_restricted: [
    [
      {
        when: 'byMerchant',
        say: 'As you asked or reported, terminal {terminal} has been restricted since {since}.',
      },
      'Terminal {terminal} has been restricted since {since} by: {by}.',
      'Terminal {terminal} is restricted.',
    ],
    'Reason: {reason}.',
    'Remark: {remark}',
    'What does not work: {limits}.',
    ...wayOut,
  ],
  work_planned: [
    [
      'Work on terminal {terminal} is planned from {since} until {until}: {reason}.',
      'Work on terminal {terminal} is planned from {since}: {reason}.',
      'Work on terminal {terminal} is planned.',
    ],
    'What does not work meanwhile: {limits}.',
    'Remark: {remark}',
    'You need not apply for anything. Copy your records before the work begins, and have another way to take payment ready.',
    { when: 'testOwed', say: 'The device must pass a test before it takes payments again.' },
  ],
  restriction_lifted: [
    [
      'The restriction of terminal {terminal} for this reason is lifted: {reason}.',
      'A restriction of terminal {terminal} is lifted.',
    ],
    'What it stopped works again, unless something else stops it.',
    'Still in force: {otherReasons}.',
  ],
  service_resuming: [
    'The cause of the suspension of terminal {terminal} is gone; it is about to take payments again.',
    'Tell your customers beforehand.',
  ],
  application_received: [
    'Your {kind} (number {reference}) has arrived.',
    'A review usually takes no more than {reviewTime}; quote the number to ask how it stands.',
  ],
  information_requested: [
    'Your {kind} (number {reference}) needs more information.',
    'What is missing: {items}.',
    'Send it by {due}, then the review goes on. After that the application may be ended.',
  ],
  application_approved: [
    'Your {kind} (number {reference}) is approved.',
    ['It takes effect on {from} and is planned until {until}.', 'It takes effect on {from}.'],
    { when: 'testOwed', say: 'The device must pass a test before it takes payments again.' },
    'The approval is valid until {due}; after that you have to apply again.',
  ],
  application_rejected: [
    'Your {kind} (number {reference}) is not approved.',
    'Reason: {reason}.',
    'Remark: {remark}',
    [
      { when: 'resubmittable', say: 'Correct it and send it again by {due}, with one of these: {papers}.' },
      { when: 'resubmittable', say: 'Correct it and send it again by {due}.' },
      { when: 'resubmittable', say: 'Correct it and send it again.' },
      { when: 'final', say: 'This one cannot be corrected any more; you can make a new application.' },
    ],
  ],
  application_lapsed: [
    'Your {kind} (number {reference}) was not completed or corrected in time and has ended.',
    'If you still need it, apply again.',
  ],
  application_ended: [
    'Your {kind} (number {reference}) is no longer under review: a newer application or decision takes its place.',
  ],
  closure_proposed: [
    'Your payment provider intends to close terminal {terminal}.',
    'Reason: {reason}.',
    'Grounds: {remark}',
    [
      {
        when: 'urgent',
        say: 'The notice runs from the day on which you are given it, at least until {due}; as the matter is urgent, the closure may come before.',
      },
      'The notice runs from the day on which you are given it, at least until {due}; after that the terminal may be closed.',
    ],
    ...appeal,
  ],
  closure_appealed: [
    'Your appeal against the closure of terminal {terminal} has arrived.',
    'Somebody who had no part in the decision decides on it, and you will hear the result.',
  ],
  appeal_upheld: [
    'Your appeal succeeded: terminal {terminal} is not closed.',
    'If it had stopped taking payments, the device must pass a test first.',
  ],
  appeal_dismissed: [
    'Your appeal did not succeed: the closure of terminal {terminal} goes on.',
    'Reason for the closure: {reason}.',
    'If you still disagree, tell your payment provider in writing.',
  ],
  closure_started: [
    [
      'Since {since} terminal {terminal} is being closed; it takes no more payments.',
      'Terminal {terminal} is being closed and takes no more payments.',
    ],
    'Reason: {reason}.',
    'Grounds: {remark}',
    [
      'Return the device (serial number: {serials}); it must arrive by {due}.',
      'Return the device (serial number: {serials}).',
    ],
    'Do not erase data on the device unless your payment provider has authorised it.',
    'You will hear separately about the settlement statement, charges and the refund of deposits.',
    ...appeal,
  ],
  closing_down: ['Terminal {terminal} is about to stop taking payments. Tell your customers beforehand.'],
  closure_cancelled: ['The closure of terminal {terminal} is cancelled; it stays in use.', test],
  closure_result: [
    [
      'Terminal {terminal} was closed on {closedAt} and takes no more payments.',
      'Terminal {terminal} is closed and takes no more payments.',
    ],
    'Reason for the closure: {reason}.',
    'Still to be settled: {remaining}.',
    'Tell your business partners, your bookkeeper and your bank, and keep the papers of the closure.',
    'Your payment provider keeps the file until {keptUntil}.',
  ],
  terminal_closed: [
    [
      'Terminal {terminal} was closed on {closedAt} and takes no more payments.',
      'Terminal {terminal} is closed and takes no more payments.',
    ],
    'Terminal {successor} takes over.',
  ],
  settlement_statement: [
    [
      'Settlement statement {reference} is ready, for transactions up to {upTo}.',
      'Settlement statement {reference} is ready.',
    ],
    [{ when: 'owes', say: 'Net amount: you owe {net}.' }, 'Net amount: {net} payable to you.'],
    'Agree or object by {due}; after that silence may count as agreement.',
  ],
  charge_raised: [
    [
      'A charge was raised (number {reference}): {item}, {amount}.',
      'A charge was raised: {item}, {amount}.',
      'A charge was raised (number {reference}).',
    ],
    'Ground: {ground}.',
    [
      { when: 'disputed', say: 'It is still to be decided on; nothing is taken before.' },
      'Pay it, or object by {due}; nothing is taken before an objection is decided.',
    ],
  ],
  charge_determined: [
    [
      {
        when: 'nothing',
        say: 'The charge with number {reference} ({item}) was decided: nothing is to be paid.',
      },
      { when: 'nothing', say: 'A charge ({item}) was decided: nothing is to be paid.' },
      'The charge with number {reference} ({item}) was decided: {amount} is to be paid.',
      'A charge ({item}) was decided: {amount} is to be paid.',
      'A charge was decided.',
    ],
    'If you paid more than that, the rest is given back.',
  ],
  deposit_deducted: [
    [
      '{item}, {amount} in all. Deducted: {deductions}. Left: {left}.',
      '{item}, {amount} in all. Deducted: {deductions}.',
      'Something was deducted from your deposit.',
    ],
    'If you disagree, tell your payment provider in writing.',
  ],
  return_label: [
    [
      'The device (serial number {serial}) can be returned: {destination} (address in paper {address}).',
      'The device (serial number {serial}) can be returned: {destination}.',
      'The device (serial number {serial}) can be returned.',
      'The device can be returned.',
    ],
    'Seal it in bag {bag}, and do not open the bag on the way.',
    'Tracking number: {tracking}.',
    [
      'Send all accessories with it, so that it arrives by {due}; take pictures before you send it.',
      'Send all accessories with it; take pictures before you send it.',
    ],
  ],
  deadline_near: [['Coming up: {clock}{about}, {due}.', 'Coming up: {clock}, {due}.'], '{what}'],
  deadline_passed: [['Passed: {clock}{about}, {due}.', 'Passed: {clock}, {due}.'], '{what}'],
}
