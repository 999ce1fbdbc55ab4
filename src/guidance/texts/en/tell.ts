import type { CodeOf } from '../../profiles.ts'

export const tell: Readonly<Record<CodeOf<'tell'>, string>> = {
  TELL_CUSTOMERS_OF_PAUSE:
    'Tell customers at the door and online that cards do not work, why, and how they can pay, so that nobody finds out at the till.',
  TELL_STAFF_OF_PAUSE:
    'Tell your staff what to say and what not to try, so that everybody gives the same answer.',
  TELL_CUSTOMERS_OF_RETURN: 'Tell customers a little ahead that cards work again, so that they come back.',
  TELL_CUSTOMERS_OF_CLOSURE: 'Tell customers beforehand how they can pay you from now on.',
  TELL_PARTNERS_OF_CLOSURE:
    'Tell suppliers and partners, so that nobody misunderstands or argues about a payment.',
  TELL_FINANCE_STAFF:
    'Tell your bookkeeper the last day and the last amount, so that the books are closed correctly.',
  TELL_BANK: 'Tell your bank, so that it recognises money that arrives late, and expects none after that.',
  TELL_SERVICE_PROVIDER:
    'Tell whoever installed or serviced the terminal, so that no further fees and visits follow.',
}
