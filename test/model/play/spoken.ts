import { newBooks } from '../books.ts'
import { knownCodes, sceneOf, type Type, verdictsOn } from '../verdicts.ts'

const nowhere: ReadonlySet<string> = new Set()
const nothing = sceneOf(
  newBooks(),
  {
    ...{ phase: 'live', fundsHeld: false, lastTransactionAt: null, wantsSeal: () => false },
    ...{ erased: nowhere, keysGone: nowhere, revoked: nowhere },
  },
  { event: { type: 'timer.due', deadlineId: '' }, at: '', role: '' },
)
const verdicts = verdictsOn(nothing)

/** Events on which money or custody have a say. */
export const speaksOf = Object.keys(verdicts) as Type[]
/** Codes in which money or custody says no. What else is in the way is not the model's. */
export const ours: readonly string[] = [
  ...new Set([...knownCodes, ...Object.values(verdicts).flatMap((codes) => Object.keys(codes()))]),
].sort()
