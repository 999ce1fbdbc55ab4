import { type Blocker, blocker, needsAccount } from '../../domain/index.ts'
import { erasure } from '../clearing/data.ts'
import { openObligations } from '../clearing/index.ts'
import { all, when } from '../clearing/kit.ts'
import { isMoney, methodAsked } from '../facts/account.ts'
import { backedUp, isErased, legalHolds } from '../facts/data.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { isMissing } from '../facts/devices.ts'
import { effectiveHolds } from '../facts/holds.ts'
import { keysAreGone } from '../facts/keys.ts'
import { items } from '../facts/kit.ts'
import { isOpenFailure } from '../facts/orders.ts'
import { settlementRest } from '../facts/settlement.ts'
import type { LifecycleContext } from '../shape/context.ts'

/** What the copy of a device lacks as long as that keeps anybody from authorising its erasure; nobody copies what is gone. */
const copiesLacking = (context: LifecycleContext): readonly Blocker[] =>
  items(context.devices)
    .filter((device) => !isMissing(device))
    .filter((device) => erasure(device).some(({ code }) => code === 'ERASURE_NOT_AUTHORISED'))
    .flatMap(backedUp)

/** Each hold once, however many devices it binds. */
const forbiddenWipes = (context: LifecycleContext): readonly Blocker[] => {
  const all = items(context.devices)
    .filter((device) => !isErased(device) || !keysAreGone(context, device))
    .flatMap((device) => legalHolds(context, device))
  return [...new Map(all.map((item) => [item.ref, item])).values()]
}

/** A transfer is what was asked for, or what is left when the way that the money came turned out closed. */
const isForTransfer = (context: LifecycleContext): boolean =>
  needsAccount(methodAsked(context)) ||
  items(context.orders).some(
    (order) => isMoney(order) && order.params.method === 'originalRoute' && isOpenFailure(context, order),
  )

/** Something is owed to the merchant that nobody has ordered yet. */
const isOwed = (context: LifecycleContext): boolean =>
  settlementRest(context) > 0 || items(context.deposits).some((deposit) => freeDeposit(context, deposit) > 0)

const accountMissing = (context: LifecycleContext): readonly Blocker[] =>
  all(when(!context.payoutAccount?.verifiedBy && isForTransfer(context), 'ACCOUNT_UNVERIFIED'))

const fundsHeld = (context: LifecycleContext): readonly Blocker[] =>
  effectiveHolds(context, 'payout').map(({ holdId }) => blocker('FUNDS_HELD', holdId))

/** What keeps back money that outlived the closure. */
export const moneyKept = (context: LifecycleContext): readonly Blocker[] =>
  isOwed(context) ? [...fundsHeld(context), ...accountMissing(context)] : []

/** Money is to be transferred, or may yet turn out to be. */
const mayBeOwed = (context: LifecycleContext): boolean => {
  const { statement } = context.closing ?? {}
  return !statement || statement.stale || isOwed(context)
}

/**
 * What stands between this terminal and its end: what is still owed, and what will stop the acts that end it. The same list
 * before a closure is applied for and while it is under way.
 */
export const obstacles = (context: LifecycleContext): readonly Blocker[] => [
  ...openObligations(context),
  ...copiesLacking(context),
  ...fundsHeld(context),
  ...forbiddenWipes(context),
  ...(mayBeOwed(context) ? accountMissing(context) : []),
]
