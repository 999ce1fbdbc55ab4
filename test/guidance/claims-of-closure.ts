import type { Claims } from './claims.ts'

const wish = { closure: 'MERCHANT_REQUEST' } as const
const contract = { closure: 'CONTRACT_TERMINATED_EARLY' } as const

/** What is said before, during and after a closure. */
export const claimsOfClosure: Claims = {
  'a suspension ends again, a closure does not [R-072]': [wish, 'beforeApplying', 'PAUSE_OR_CLOSE'],
  'closing has four parts, and one left out costs money [R-143 R-179]': [
    wish,
    'beforeApplying',
    'FOUR_PARTS_OF_CLOSING',
  ],
  'a terminal that nobody uses is given up, and never closes by itself [R-162]': [
    { closure: 'DORMANT' },
    'beforeApplying',
    'GIVE_UP_UNUSED_TERMINAL',
  ],
  'the contract is read before notice is given [R-184 R-308]': [
    contract,
    'beforeApplying',
    'READ_THE_CONTRACT',
  ],
  'a lawyer may explain a clause and how to end properly [R-187 R-188]': [
    contract,
    'beforeApplying',
    'ASK_A_LAWYER',
  ],
  'who has the list and the papers is faster [R-231]': [wish, 'beforeApplying', 'CHECKLIST_FOR_CLOSING'],
  'customer data are not erased without authority [R-038 R-039]': [
    wish,
    'closing',
    'ERASING_WITHOUT_AUTHORITY',
  ],
  'damage is told before the return, and how it is dealt with asked [R-239]': [
    wish,
    'closing',
    'ASK_HOW_DAMAGE_IS_HANDLED',
  ],
  'the device goes back whole, with all that belongs to it and with pictures of it [R-222]': [
    wish,
    'closing',
    'PACK_ALL_ACCESSORIES',
  ],
  'a clause misread costs money [R-186]': [contract, 'beforeApplying', 'READ_THE_CONTRACT'],
  'customer data are erased as the provider authorised [R-242]': [wish, 'closing', 'ERASE_AS_AUTHORISED'],
  'who owns the device decides what goes back [R-001]': [wish, 'closing', 'RETURN_WHAT_IS_NOT_YOURS'],
  'partners are told, lest they misunderstand [R-028]': [wish, 'closed', 'TELL_PARTNERS_OF_CLOSURE'],
  'papers of the closure are kept unchanged as proof [R-031 R-034]': [wish, 'closed', 'KEEP_CLOSURE_PAPERS'],
  'the merchant looks how it is paid now, and adapts [R-035 R-036]': [wish, 'closed', 'NEW_WAY_TO_BE_PAID'],
  'some rules bind after the closure [R-037]': [wish, 'closed', 'RULES_STILL_BIND'],
  'important data are copied regularly [R-203]': [
    { suspension: 'HARDWARE_FAULT' },
    'backInService',
    'COPY_DATA_REGULARLY',
  ],
  'every sale shows in the books, which are sorted anew [R-197 R-198]': [wish, 'closed', 'CLOSE_THE_BOOKS'],
  'old sales can be looked up [R-155]': [wish, 'closed', 'LOOK_UP_OLD_SALES'],
  'items that arrive late are dealt with [R-178]': [wish, 'closed', 'LATE_ITEMS'],
  'whether a terminal is needed again is looked at later [R-042]': [wish, 'closed', 'LOOK_AGAIN_LATER'],
  'what changes in payments is followed [R-040]': [wish, 'closed', 'FOLLOW_THE_INDUSTRY'],
  'new ways of payment are learnt [R-044]': [wish, 'closed', 'LEARN_NEW_PAYMENTS'],
}
