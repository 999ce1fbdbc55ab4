import type { NoticeWords } from '../../notices/lines.ts'

const review = {
  passed: 'The review takes longer than usual. Your payment provider was reminded; you need not do anything.',
}
const holdReview = {
  passed:
    'Your payment provider has to review whether the restriction is still needed; you need not do anything.',
}

export const clocks: NoticeWords['clocks'] = {
  'reviewDue.reinstatement': review,
  'reviewDue.suspension': review,
  'reviewDue.closure': review,
  informationDue: {
    near: 'Send what is missing before then, or the application may be ended.',
    passed: 'You can still send it; your payment provider may also end the application.',
  },
  resubmitUntil: {
    near: 'Correct the application and send it again before then, or it may be ended.',
    passed: 'You can still correct it; your payment provider may also end the application.',
  },
  approvalValidity: {
    near: 'Have the device tested before then, or the approval ends.',
    passed: 'The approval has ended. Apply again to have the suspension lifted.',
  },
  holdEnd: {
    near: 'The suspension does not end by itself. To take payments again, apply to have the suspension lifted; to go on with it, ask your payment provider to extend it.',
    passed:
      'The suspension goes on; it does not end by itself. To take payments again, apply to have it lifted; to go on with it, ask your payment provider to extend it.',
  },
  holdReview,
  fundsHoldReview: holdReview,
  drainDue: {
    passed:
      'The device still holds transactions. Connect it so that they are uploaded, or your payment provider may deal with them otherwise.',
  },
  preAuthMax: {
    passed:
      'A pre-authorisation has reached its longest life. Complete or void it, or your payment provider may deal with it otherwise.',
  },
  settlementObjection: {
    passed: 'You have neither agreed nor objected, which may count as agreement. You can still agree.',
  },
  assessmentDue: {
    passed:
      "The cause of the damage was not found in time. It counts as nobody's fault, and you are not charged.",
  },
  chargeObjection: { passed: 'The time to object is over; the charge may be taken from a deposit.' },
  obligationDue: {
    passed:
      'What was carried over is to be reviewed. If it is still open, check it with your payment provider.',
  },
  deviceReturnDue: {
    passed:
      'The device has not arrived. If it is on its way, give the tracking number; if it is lost, report it. It may now be declared unreturned and charged.',
  },
  depositDue: {
    passed:
      'The deposit has not been refunded. Your payment provider was reminded; you need not do anything.',
  },
  closureNotice: { passed: 'The notice has run; your payment provider may now close the terminal.' },
}
