import type { CodeOf } from '../../profiles.ts'

export const preparation: Readonly<Record<CodeOf<'preparation'>, string>> = {
  NUMBERS_AT_HAND:
    'Have the merchant number, terminal number, serial number and registered mobile number at hand.',
  VALID_LICENCE:
    'Have a business licence that is still valid and easy to read. Without a licence, an identity document will do.',
  WEIGH_THE_PAUSE:
    'A pause is a nuisance at first, but can pay off if you use it to improve your service. Choose a quiet season.',
  SAY_FROM_WHEN_TO_WHEN: 'Say from which day to which the terminal is to rest. You may leave the end open.',
  PAUSE_WITHIN_THE_LAW:
    'Check that nothing in your trade forbids you to stop taking cards. Keep to the rules while you are closed, too.',
  FILE_WHERE_REQUIRED:
    'Ask whether the pause has to be filed with an authority. If so, file first and keep the number.',
  COPY_BEFORE_PAUSE: 'Copy sales and reports before the pause begins.',
  TIME_TO_ALLOW_FOR_PAUSE: 'Apply early: a decision may take up to {time}.',
  PROTECT_DATA_IN_PAUSE: 'Lock the device away while it rests, and encrypt data wherever they are kept.',
  OTHER_WAY_TO_BE_PAID:
    'A suspended terminal takes no payments. Have another way to take payment ready, and try it before you need it.',
  DESCRIBE_THE_CAUSE: 'Write down one cause, not five: what happened, since when, and what the notice said.',
  PROOF_OF_WHAT_WAS_DONE: 'Collect proof of what was put right: receipt, repair record, new licence, report.',
  TIME_TO_ALLOW_FOR_RETURN: 'Reckon with up to {time} for the review, and ask when it takes longer.',
  READ_THE_CONTRACT:
    'Read what the contract says on fees, ending and refunds before you give notice; a clause misread can cost you money.',
  ASK_A_LAWYER:
    'If a clause is unclear or a lot of money hangs on it, a lawyer can explain it and say how to end the contract properly.',
  COPY_BEFORE_CLOSING:
    'Copy sales, reports and receipts before you close, so that you can look them up later. What is not copied is lost.',
  FINISH_OPEN_SALES: 'Finish refunds and pre-authorisations before you apply; open ones hold everything up.',
  CHECKLIST_FOR_CLOSING:
    'There are many steps. Ask for the list, gather the papers first, and it goes faster.',
  TIME_TO_ALLOW_FOR_CLOSING: 'Plan how the shop takes payment meanwhile: the review may take up to {time}.',
  PACK_ALL_ACCESSORIES:
    'Pack power supply, cable, base and SIM card too, and photograph everything before you send it.',
}
