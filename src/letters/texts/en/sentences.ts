import type { LetterWords } from '../../texts.ts'

export const sentences: LetterWords['sentences'] = {
  suspended:
    'The terminal is suspended as you asked. When you want to take payments again, apply for the suspension to be lifted.',
  reinstated: 'The suspension is lifted, as you applied for.',
  closing:
    'The closure begins. Return what is not yours, settle what is open; the terminal is closed when everything is done.',
  closed: 'The terminal is closed. It no longer takes payments, and its number is not used for you again.',
  cancelled: 'The closure does not take place; the terminal stays in use.',
  rejected: 'The application has ended without approval. You may file a new one.',
  withdrawn: 'The application has ended because you withdrew it. You may file a new one.',
  lapsed:
    'The application has ended because what was asked for did not come in time. You may file a new one.',
  overtaken: 'The application has ended because something else was decided meanwhile.',
  recordedBy: '{role}, as recorded for the applicant',
  mend: 'You may put this right: send what is missing with reference to this application.',
  applyAnew: 'This application cannot be corrected. You may file a new one.',
  testFirst: 'The device must pass a test before it takes payments again.',
  otherCauses: 'Only what this application was about is lifted.',
  rules: "The payment provider's rules still bind you as far as they outlast the contract.",
  customerData:
    'You must not deal with customer information on your own: do not copy it, pass it on or delete it.',
  vouchers: 'Keep this notice and the vouchers of the procedure; they may be needed as evidence.',
  'by.application': 'Put the cause right and apply for the suspension to be lifted.',
  'by.evidence': 'Put the cause right and send evidence of it; no application is needed.',
  'by.provider': 'You need not apply for anything: the payment provider ends this.',
  'by.authority': 'An authority ordered this; only its own order ends it. Please ask the payment provider.',
  'by.none': 'This cannot be lifted. Please ask the payment provider what follows.',
  withPapers: 'With the application send: {papers}.',
  asProof: 'As proof send: {papers}.',
  testBefore: 'The device must pass a test before it takes payments again.',
  atOnce: 'The closure may take effect at once, before the notice has run.',
  afterNotice:
    'The closure takes effect when the notice has run: {time} from the day on which you are given it.',
  groundsWithheld: 'The grounds are not stated in this letter. Please ask the payment provider.',
  appeal:
    'You may appeal to the payment provider, before anything is done that cannot be undone; somebody who had no part in the decision decides.',
  object: 'You may object in writing to the payment provider while the notice runs.',
  outdated: 'Something has come up since; another statement follows.',
  liftedNow: 'What this had stopped is possible again as far as nothing else stands in its way.',
}
