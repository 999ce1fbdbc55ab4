import type { CodeOf } from '../../profiles.ts'

export const aftercare: Readonly<Record<CodeOf<'aftercare'>, string>> = {
  WATCH_WHILE_PAUSED:
    'While the terminal rests, watch that earlier sales are paid out and that complaints are answered.',
  SUPPORT_GOES_ON:
    'Know whom to call for hardware, software and network. Help your customers as before, too.',
  TALK_EARLY: 'Talk to customers and provider early. A problem they hear of in time is easier to forgive.',
  MAKE_UP_TO_CUSTOMERS: 'Give customers who had trouble a coupon or some points.',
  KEEP_EVIDENCE: 'As long as anything is in dispute, keep every transaction record, notice and letter.',
  SETTLE_LEFTOVERS: 'Settle whatever stayed unpaid during the suspension.',
  CARDS_ON_AGAIN: 'Check that credit and debit cards both work again, and have the missing one switched on.',
  PUT_THE_REST_RIGHT:
    'Note whatever else is still wrong and have it put right now, not when it stops the terminal again.',
  CHECK_FIRST_PAYOUT: 'Check that the first payout after the return reaches the right account in full.',
  TRAIN_ON_NEW_DEVICE:
    'Train your staff on the new device: how it works, what it can do, what to do when it fails. A fault that nobody can handle stops the shop.',
  ASK_CUSTOMERS: 'Ask customers now and then how paying went, and put right what they name.',
  USE_FEEDBACK: 'Invite feedback and show that you use it.',
  COPY_DATA_REGULARLY: 'Copy important data at fixed intervals, not only when the terminal has stopped.',
  LOOK_AFTER_CUSTOMERS:
    'Look after customers after the sale: refunds and questions do not end with the terminal.',
  KEEP_CLOSURE_PAPERS:
    'Keep application, settlement voucher and result together and unchanged; years later they are your proof.',
  CLOSE_THE_BOOKS:
    'Go through your books until every sale of the terminal shows in them, and sort accounts, income and expense anew.',
  NEW_WAY_TO_BE_PAID:
    'See how you are paid now and how your customers like to pay, and adapt your plans soon.',
  RULES_STILL_BIND:
    'Some rules still bind you, above all on customer data. Do not use or pass them on; you may be held liable.',
  LOOK_UP_OLD_SALES: 'Check once that you can open the copy of your old sales, before somebody asks for one.',
  LATE_ITEMS:
    'Refunds and chargebacks may still arrive for {time}. Keep an account open for them and answer when asked.',
  LOOK_AGAIN_LATER: 'Look once or twice a year whether you need a terminal again, a better one or none.',
  FOLLOW_THE_INDUSTRY: 'Keep an eye on what changes in payments, so that you can adapt in time.',
  LEARN_NEW_PAYMENTS: 'Try new ways of payment yourself before your customers ask for them.',
}
