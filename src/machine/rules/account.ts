import {
  type Blocker,
  blocker,
  type EventOn,
  isSamePerson,
  needsAccount,
  type PayoutMethod,
} from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { hasRun } from '../facts/clocks.ts'
import { effectiveHolds } from '../facts/holds.ts'
import { papersAtHand } from '../facts/papers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Asked, Rules } from './kit.ts'

/** A transfer goes only to an account that somebody else verified, after it has cooled. */
const accountReady = (context: LifecycleContext, at: string): readonly Blocker[] =>
  all(
    when(!context.payoutAccount?.verifiedBy, 'ACCOUNT_UNVERIFIED'),
    when(
      context.deadlines.payoutAccountCooling !== undefined && !hasRun(context, 'payoutAccountCooling', at),
      'COOLING_OFF',
    ),
  )

/** The method decides what must be verified; a hold on payouts keeps money back however it would travel. */
export const moneyReady = (context: LifecycleContext, method: PayoutMethod, at: string): readonly Blocker[] =>
  all(
    needsAccount(method) && accountReady(context, at),
    effectiveHolds(context, 'payout').map(({ holdId }) => blocker('FUNDS_HELD', holdId)),
  )

/** A name as it is compared: width, blanks and case make no other one of it. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** A paper that says which account it is about proves none of another one. */
const ofOtherAccount = (
  context: LifecycleContext,
  token: string,
  { evidence = [], ...event }: Asked<'payoutAccount.verified'>,
): readonly Blocker[] =>
  papersAtHand(context, { ...event, documents: evidence })
    .filter(({ id, facts }) => evidence.some((paper) => paper.id === id) && (facts?.token ?? token) !== token)
    .map(({ id, type, digest }) =>
      blocker('EVIDENCE_UNSUITABLE', id, { fact: 'token', documentId: id, documentType: type, digest }),
    )

export const accountRules: Rules<EventOn<'account'>> = {
  'payoutAccount.changed': () => [],

  'payoutAccount.verified': (context, event) => {
    const account = context.payoutAccount
    if (account === null || (event.token !== undefined && event.token !== account.token))
      return [blocker('ACCOUNT_UNVERIFIED')]
    return all(
      ofOtherAccount(context, account.token, event),
      when(isSamePerson(account.enteredBy, event.by.personId), 'MAKER_IS_CHECKER'),
      when(plainName(account.name) !== plainName(context.identity.merchantName), 'NAME_MISMATCH'),
    )
  },
}
