import type { CodeOf } from '../../profiles.ts'

export const steps: Readonly<Record<CodeOf<'step'>, string>> = {
  ASK_WHY_IT_STOPPED:
    'A terminal that does not work may have been suspended. Read its screen and your notices, then ask your provider why.',
  FOLLOW_PROVIDERS_GUIDE:
    'Ask your provider how it is done and go by its guide. Forms and order differ from one provider to the next.',
  REFUSED_CARD_FIRST:
    'One refused card does not mean a suspended terminal: the card may be short of money or the reader dirty. Try another card first.',
  RESTART_FIRST:
    'Restart the device, and check paper, power and network. If that does not help, call the official hotline.',
  TRY_DEVICES_OWN_HELP:
    'Try the help that the device shows on its screen. If that fails, call the official hotline.',
  WAIT_FOR_THE_END:
    'Upgrades make payments faster and safer, so there is nothing to apply for. Wait for the end named in the notice, then test.',
  REPORT_LOSS:
    'Report the loss at once by the official hotline, and a theft to the police as well. Give the serial number.',
  APPLY_WHEN_MENDED:
    'When the cause has been put right, apply for the end of the suspension and attach the proof.',
  REJECTED_THEN_ASK:
    'If the application is rejected, ask what was missing, put that right and hand it in again. Sending the same once more does not help.',
  TEST_BEFORE_SELLING:
    'Do not sell before the test has passed: one small payment, its void, and a look at the printed receipt.',
  PAUSE_OR_CLOSE:
    'Only away for a while? Then ask for a suspension, which ends again. A closure is final for this terminal number.',
  FOUR_PARTS_OF_CLOSING:
    'Closing has four parts: find out what is needed, copy your data, go through the procedure, check the result. Skipping one costs money.',
  GIVE_UP_UNUSED_TERMINAL:
    'Give up a terminal that nobody uses: it may go on costing fees, and nobody notices when it is misused. It does not close by itself.',
  END_CONTRACT_IN_WRITING: 'Give notice in writing first and keep a copy. Then begin with the terminal.',
  SUCCESSOR_FIRST:
    'Get the new device working before the old one is closed, so that the shop can always take payment.',
  NEW_USER_APPLIES:
    'A terminal cannot simply be handed over. Close yours, and let the new owner apply for one.',
  SAY_YOUR_REASON: 'Put your reason in a sentence or two of your own; without it nobody can decide.',
  READ_GROUNDS_OF_CLOSURE:
    'Read on what grounds the provider closes, and how long you may object. Your money and your deposit are still to be settled.',
  FINISH_TRANSACTIONS:
    'Finish every sale, refund and pre-authorisation. Where one cannot be finished, agree with the provider in writing what happens to it.',
  CHECK_STATEMENT:
    'Compare the final statement with your own books before you confirm it. Object at once if the figures differ.',
  RETURN_WHAT_IS_NOT_YOURS:
    'Send back what belongs to the provider, to the place it names. A device that is your own stays with you, without data and keys.',
  ERASE_AS_AUTHORISED:
    'Have customer data erased in the way the provider authorised, and ask for the erasure record.',
  ERASURE_FAILS:
    'If the erasure fails, keep the device and call technical support. A device that is half erased can leak data.',
  ASK_HOW_DAMAGE_IS_HANDLED:
    'Is something broken? Say so before you send it, and ask how the provider deals with damage, so that nobody argues later.',
  ASK_FOR_DEPOSIT:
    'Ask for your deposit. It should come back within {time} once the device is accepted and the fees are paid; if it is late, write.',
  SEE_THAT_IT_IS_CLOSED:
    'See for yourself that the terminal is shown as closed and the balance is zero. A phone call is no proof; ask for the written result.',
  GO_FURTHER_UP:
    'No answer? Call, then write with a date, then ask for a manager. After that you may turn to the competent authority.',
}
