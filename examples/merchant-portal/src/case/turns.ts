import type { BlockerView, CaseView, RequirementView } from 'terminal-lifecycle/contract'
import { isUnclear } from './unclear.ts'

export interface Turn extends RequirementView {
  readonly isOverdue: boolean
}

/** What is to be done, by whose turn it is. */
export interface Turns {
  readonly mine: readonly Turn[]
  readonly theirs: readonly Turn[]
  readonly later: readonly Turn[]
}

const last = '9999'
const byDue = (one: Turn, other: Turn): number => (one.due ?? last).localeCompare(other.due ?? last)

/**
 * A device that is late and still with the merchant may be declared unreturned by the provider, and the record says so. Until
 * that happens it is the merchant's to send.
 */
export const isLateReturn = ({ code, clearedBy }: Pick<RequirementView, 'code' | 'clearedBy'>): boolean =>
  code === 'DEVICE_NOT_RETURNED' && clearedBy.includes('device.declaredUnreturned')

const isMine = (item: RequirementView): boolean => item.owner === 'merchant' || isLateReturn(item)

/** Whose turn first: what the merchant is to do, what others do, and what comes later. */
export const turnsOf = (about: Pick<CaseView, 'requirements'>): Turns => {
  const { pastDue, currentlyDue, eventuallyDue, pendingVerification } = about.requirements
  const late = pastDue.map((item) => ({ ...item, isOverdue: true }))
  const isLate = ({ code, ref }: RequirementView) =>
    late.some((item) => item.code === code && item.ref === ref)
  const now = [...late, ...currentlyDue.filter((item) => !isLate(item)).map(onTime)].sort(byDue)
  return {
    mine: now.filter(isMine),
    theirs: [...now.filter((item) => !isMine(item)), ...pendingVerification.map(onTime)],
    later: eventuallyDue.map(onTime).sort(byDue),
  }
}

const onTime = (item: RequirementView): Turn => ({ ...item, isOverdue: false })

/** May the reader be told more of it than that it is there? `untold`: holds of which nobody is told why. */
export const isTellable =
  (untold: readonly string[]) =>
  ({ code, ref }: { readonly code: string; readonly ref?: string | undefined }): boolean =>
    !isUnclear(code) && (ref === undefined || !untold.includes(ref))

/** All that cannot be told. */
const contact = { code: 'CONTACT_PROVIDER', owner: 'provider', clearedBy: [] } as const

/** Why not: what can be told, and one item for whatever cannot. */
export const toldBlockers = (
  blockers: readonly BlockerView[],
  untold: readonly string[],
): readonly BlockerView[] => {
  const told = blockers.filter(isTellable(untold))
  return told.length < blockers.length ? [...told, contact] : told
}

/**
 * What cannot be told is one item, whatever it is made of, so that it does not tell by how much it says.
 *
 * @param untold holds of which nobody is told more than that they are there.
 */
export const withoutUntold = ({ mine, theirs, later }: Turns, untold: readonly string[]): Turns => {
  const isTold = isTellable(untold)
  const [first] = [...mine, ...theirs].filter((item) => !isTold(item))
  const one: Turn | undefined = first && { ...contact, isOverdue: false }
  return {
    mine: mine.filter(isTold),
    theirs: [...theirs.filter(isTold), ...(one ? [one] : [])],
    later: later.filter(isTold),
  }
}

/** Mine first, the earliest date before the others; what wants nothing comes last, as it was. */
export const byNeed = (one: Turns, other: Turns): number => {
  if (one.mine.length === 0 || other.mine.length === 0) return other.mine.length - one.mine.length
  return (one.mine[0]?.due ?? last).localeCompare(other.mine[0]?.due ?? last)
}
