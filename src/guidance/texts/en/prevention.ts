import type { CodeOf } from '../../profiles.ts'

export const prevention: Readonly<Record<CodeOf<'prevention'>, string>> = {
  FOLLOW_RULE_CHANGES:
    'Read the notices about changed rules, and change what you do before the day they begin.',
  PROCEDURE_FOR_FAULTS:
    'Write on one page who does what when the terminal fails: whom to call, how to take payment, what to tell customers.',
  REGULAR_MAINTENANCE:
    'Have the device cleaned, inspected and serviced regularly; most faults announce themselves.',
  CHECK_DEVICES: 'Once a week look at printer, screen, reader and version. Report what looks odd.',
  KEEP_UPDATED: 'Keep software and hardware up to date; old versions are what attackers look for.',
  TRAIN_STAFF:
    'Train everybody who uses the terminal, newcomers first: handling, safe payment, what never to do.',
  SPARE_CONNECTION: 'Have a second connection, such as a SIM card beside the cable.',
  SECURE_DEVICES: 'Lock devices away at night, keep a list of serial numbers, and let no stranger near them.',
  ACT_ON_MAINTENANCE_NOTICES:
    'Read maintenance notices and do what they ask in time; an upgrade that you planned for costs no sales.',
  KEEP_ACCOUNT_IN_ORDER:
    'Keep to the rules of bank and provider for your account, and let nobody else use it.',
  CHECK_ACCOUNT: 'Look at the payment account every week: balance, fees, anything you do not recognise.',
  ANSWER_DISPUTES: 'Keep signed receipts, and answer a dispute before its date has passed.',
  KEEP_PROVIDERS_RULES: "Know the provider's rules and keep them; the terminal is for your own sales only.",
  KEEP_RULES_OF_TRADE: 'Know the rules of your own trade on taking payments, and follow how they change.',
  STAY_WHERE_INSTALLED:
    'Use the terminal at its registered place. Some regions limit where one may stand, so ask before you move it.',
  FAIR_TO_THE_MARKET:
    'Keep the market fair: no surcharge on cards where it is not allowed, no prices that mislead.',
  RENEW_LICENCE_IN_TIME: 'Note the day your licence expires, begin early, and send the new one unasked.',
  ANNOUNCE_CHANGES: 'Tell your provider of a new account, owner or user before the change, not after.',
  BE_REACHABLE:
    'Keep phone number and address with your provider up to date, so that a notice reaches you before the terminal stops.',
  PLAN_PAUSES: 'Plan pauses ahead for quiet weeks, and put the day you return in the calendar.',
  THINK_BEFORE_CLOSING:
    'Talk to your provider before you ask for a closure; often a pause, another fee or another device is enough.',
  PAUSE_WHAT_RESTS: 'Do not let a terminal lie about unused: pause it, or give it up in good time.',
  NOTE_END_OF_CONTRACT:
    'Note when the contract ends and by when you must give notice, so that you decide and not the calendar.',
  REPLACE_BEFORE_IT_FAILS:
    'Ask each year how long your device will still be supported, and replace it before that day.',
}
