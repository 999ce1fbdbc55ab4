import { type Blocker, blocker } from '../../domain/index.ts'
import { openObligations } from '../clearing/index.ts'
import { isErased } from '../facts/data.ts'
import { effectiveHolds } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'

/**
 * What stands between this terminal and its end: what is still owed, and what will stop the acts that end it. The same list
 * before a closure is applied for and while it is under way.
 */
export const obstacles = (context: LifecycleContext): readonly Blocker[] => [
  ...openObligations(context),
  ...items(context.devices)
    .filter((device) => device.backup === null && !isErased(device))
    .map(({ serial }) => blocker('BACKUP_MISSING', serial)),
  ...effectiveHolds(context, 'payout').map(({ holdId }) => blocker('FUNDS_HELD', holdId)),
  ...effectiveHolds(context, 'erasure').map(({ holdId }) => blocker('LEGAL_HOLD', holdId)),
  ...(context.payoutAccount?.verifiedBy ? [] : [blocker('ACCOUNT_UNVERIFIED')]),
]
