import type { Claims } from './claims.ts'

const fault = { suspension: 'HARDWARE_FAULT' } as const
const wish = { suspension: 'MERCHANT_REQUEST' } as const
const violation = { suspension: 'RULE_VIOLATION' } as const
const arrears = { suspension: 'ACCOUNT_ARREARS' } as const

/** What is said before and during a suspension, and after the return. */
export const claimsOfSuspension: Claims = {
  'nobody is asked for a password or a card number [R-087 R-307]': [
    fault,
    'suspended',
    'NEVER_GIVE_PASSWORDS',
  ],
  'a PIN is changed on the device and nowhere else [R-063]': [fault, 'suspended', 'PIN_ON_DEVICE_ONLY'],
  'only the numbers in the contract are called [R-150]': [fault, 'suspended', 'FALSE_PROVIDERS'],
  'a copy on a USB stick is encrypted and holds no card data [R-159]': [
    wish,
    'beforeApplying',
    'OPEN_USB_STICK',
  ],
  'a pause is weighed: a nuisance first, of use later [R-282]': [wish, 'beforeApplying', 'WEIGH_THE_PAUSE'],
  'a pause follows the law [R-304]': [wish, 'beforeApplying', 'PAUSE_WITHIN_THE_LAW'],
  'a pause is filed with an authority where that is asked for [R-305]': [
    wish,
    'beforeApplying',
    'FILE_WHERE_REQUIRED',
  ],
  'data stay protected during a pause [R-303]': [wish, 'suspended', 'PROTECT_DATA_IN_PAUSE'],
  'a suspended terminal takes no payments: have another way [R-275 R-278]': [
    fault,
    'suspended',
    'OTHER_WAY_TO_BE_PAID',
  ],
  'a device that stopped may be suspended: ask why [R-244]': [
    { suspension: 'UNKNOWN' },
    'suspended',
    'ASK_WHY_IT_STOPPED',
  ],
  "the provider's own guide comes first [R-285]": [fault, 'suspended', 'FOLLOW_PROVIDERS_GUIDE'],
  'where the device’s own help fails, the official channels do [R-065]': [
    fault,
    'suspended',
    'TRY_DEVICES_OWN_HELP',
  ],
  'the steps are looked up where the provider shows them [R-163]': [
    fault,
    'suspended',
    'FOLLOW_PROVIDERS_GUIDE',
  ],
  'one refused card is no suspension yet [R-180]': [fault, 'suspended', 'REFUSED_CARD_FIRST'],
  'an upgrade is for speed and safety, and is waited for [R-274]': [
    { suspension: 'SYSTEM_MAINTENANCE' },
    'suspended',
    'WAIT_FOR_THE_END',
  ],
  'when nobody answers there is somebody above [R-243]': [arrears, 'suspended', 'GO_FURTHER_UP'],
  'payouts and complaints are watched during a pause [R-297]': [wish, 'suspended', 'WATCH_WHILE_PAUSED'],
  'support goes on during a pause, for device, software and network [R-209 R-306]': [
    wish,
    'suspended',
    'SUPPORT_GOES_ON',
  ],
  'problems are talked about early [R-104]': [wish, 'suspended', 'TALK_EARLY'],
  'customers may be given something for the trouble [R-301]': [wish, 'suspended', 'MAKE_UP_TO_CUSTOMERS'],
  'evidence is kept while there is a dispute [R-261]': [
    { suspension: 'ACCOUNT_DISPUTE' },
    'suspended',
    'KEEP_EVIDENCE',
  ],
  'after the return what was left unpaid is settled [R-098]': [arrears, 'backInService', 'SETTLE_LEFTOVERS'],
  'after the return credit and debit cards are both on [R-099]': [arrears, 'backInService', 'CARDS_ON_AGAIN'],
  'after the return whatever is still wrong is put right [R-100]': [
    arrears,
    'backInService',
    'PUT_THE_REST_RIGHT',
  ],
  'staff are trained on a new device, lest a fault stop the shop [R-211 R-212 R-213]': [
    fault,
    'backInService',
    'TRAIN_ON_NEW_DEVICE',
  ],
  'customers are asked, and what they name is put right [R-206 R-208]': [
    fault,
    'backInService',
    'ASK_CUSTOMERS',
  ],
  'feedback is invited and used [R-310]': [fault, 'backInService', 'USE_FEEDBACK'],
  "customers' interests count after the sale [R-311]": [fault, 'backInService', 'LOOK_AFTER_CUSTOMERS'],
  'rule changes are followed [R-041 R-272]': [violation, 'backInService', 'FOLLOW_RULE_CHANGES'],
  'the shop has a page for faults and suspensions [R-103]': [fault, 'backInService', 'PROCEDURE_FOR_FAULTS'],
  'devices are maintained regularly [R-069 R-101 R-142]': [fault, 'backInService', 'REGULAR_MAINTENANCE'],
  'hardware and software are looked at regularly [R-264]': [fault, 'backInService', 'CHECK_DEVICES'],
  'software and hardware are kept up to date [R-070 R-101]': [
    { suspension: 'SOFTWARE_FAULT' },
    'backInService',
    'KEEP_UPDATED',
  ],
  'whoever uses the terminal is trained [R-071 R-102]': [fault, 'backInService', 'TRAIN_STAFF'],
  'devices are kept where no stranger gets at them [R-043]': [
    { suspension: 'MALICIOUS_ATTACK' },
    'backInService',
    'SECURE_DEVICES',
  ],
  'maintenance notices are acted on in time [R-141]': [
    { suspension: 'SYSTEM_MAINTENANCE' },
    'backInService',
    'ACT_ON_MAINTENANCE_NOTICES',
  ],
  'the account is kept as the rules ask [R-140]': [arrears, 'backInService', 'KEEP_ACCOUNT_IN_ORDER'],
  'the account is looked at regularly [R-263]': [arrears, 'backInService', 'CHECK_ACCOUNT'],
  "the provider's rules are kept [R-131 R-262]": [violation, 'backInService', 'KEEP_PROVIDERS_RULES'],
  'the rules of the trade are kept and followed [R-189 R-192]': [
    violation,
    'backInService',
    'KEEP_RULES_OF_TRADE',
  ],
  'a terminal stays where it may stand [R-191]': [violation, 'backInService', 'STAY_WHERE_INSTALLED'],
  'harm to the market is avoided [R-193]': [violation, 'backInService', 'FAIR_TO_THE_MARKET'],
}
