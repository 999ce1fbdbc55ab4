import type { CodeOf } from '../../profiles.ts'

export const remedies: Readonly<Record<CodeOf<'remedy'>, string>> = {
  INSTALL_UPDATE: 'Let the update finish without switching the device off, then note which version it shows.',
  CHECK_MIGRATED_DATA:
    'When the data have been moved, compare a few days of sales and your settings with the old system.',
  REPAIR_OR_REPLACE:
    'Have the device repaired or replaced by your provider, the supplier or a repairer they name. Keep the repair record.',
  HAVE_DAMAGE_ASSESSED:
    'Let the provider find out how the damage came about; who pays depends on it. If you disagree, say so in writing.',
  REINSTALL_BY_PROVIDER: 'Ask your provider to reinstall or update the software, on site or remotely.',
  RESTORE_CONNECTION:
    "Get the connection working again: cable, SIM card, router. If the shop's internet works elsewhere, call your provider.",
  PAY_ARREARS: 'Ask for the list of what you owe, pay it, and keep the proof of payment.',
  TOP_UP: 'Pay money into the payment account until it covers the minimum, and keep the receipt.',
  EXPLAIN_ACCOUNT: 'Ask what looked unusual, explain it in writing and prove who you are.',
  SETTLE_DISPUTE: 'Hand in receipts and records for the disputed payments, and settle or agree the case.',
  RECTIFY:
    'Stop what broke the rules, put it right, and report what you changed. Whoever caused it bears the cost.',
  CLEAR_AFTER_ATTACK:
    'Leave the device as it is and unplug it from the network. Your provider checks it and clears it before it works again.',
  RENEW_LICENCE: 'Renew the business licence and send the new one.',
  VERIFY_NEW_ACCOUNT: 'Prove that the new settlement account is yours, and wait until it has been checked.',
  GET_COMPLIANT_DEVICE:
    'Order a device that meets the new requirements, and have the old one taken out of use when it runs.',
  PROVE_NEW_USER: 'Have the person who now uses the terminal prove his or her identity.',
  NOTHING_TO_MEND: 'You asked for this pause and nothing is broken. Apply when you want to sell again.',
  NAME_THE_CAUSE:
    'Ask for the exact cause before you do or pay anything. What helps for one cause is no use for another.',
  REPLACE_LOST_DEVICE: 'Ask for another device; the lost one takes no more payments.',
  AUTHORITY_DECIDES:
    'Only the authority that gave the order can end it. Ask your provider for the reference and whom to write to.',
  PROVIDER_CHECKS:
    'You called off the closure, so your provider checks the terminal once more. Have someone in the shop who can test it.',
}
