import { type Blocker, blocker, reasonProfiles } from '../../domain/index.ts'
import { effectiveHolds } from '../facts/holds.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { ownFailures } from './failures.ts'

const isVague = ({ code, disclosure }: Hold): boolean =>
  disclosure === 'open' && reasonProfiles[code].category === 'other'

/** The device's own help did not help: the official channels do. */
const isUnhelped = ({ application }: LifecycleContext): boolean =>
  application?.request?.process === 'reinstatement' && application.request.selfService === 'unresolved'

/** What goes wrong at the provider itself, and a reason that says little, have the merchant ask, as a hidden hold has. */
const mayAsk = (context: LifecycleContext): boolean =>
  ownFailures(context).length > 0 || effectiveHolds(context, 'sale').some(isVague) || isUnhelped(context)

const isContact = ({ code }: Pick<Blocker, 'code'>): boolean => code === 'CONTACT_PROVIDER'

/** All that is asked for, sorted by when it is needed. */
export interface Shown<Item> {
  readonly currentlyDue: readonly Item[]
  readonly pastDue: readonly Item[]
  readonly eventuallyDue: readonly Item[]
  readonly pendingVerification: readonly Item[]
}

/** Whom to ask is said once, in one place and in the same words: it tells nobody that there is a hold that he does not see. */
export const contactOnce = <Item extends Blocker>(
  context: LifecycleContext,
  all: Shown<Item>,
  asItem: (item: Blocker) => Item,
): Shown<Item> => {
  const { currentlyDue, pastDue, eventuallyDue, pendingVerification } = all
  const isSaid = [currentlyDue, pastDue, eventuallyDue, pendingVerification].flat().some(isContact)
  const others = (list: readonly Item[]) => list.filter((item) => !isContact(item))
  const contact = isSaid || mayAsk(context) ? [asItem(blocker('CONTACT_PROVIDER'))] : []
  return {
    currentlyDue: [...others(currentlyDue), ...contact],
    pastDue: others(pastDue),
    eventuallyDue: others(eventuallyDue),
    pendingVerification: others(pendingVerification),
  }
}
