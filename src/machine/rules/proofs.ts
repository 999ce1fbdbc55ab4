import {
  type Blocker,
  blocker,
  isSamePerson,
  type PaperFault,
  type RequiredDocument,
} from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { deviceOfHold, isOfAnother } from '../facts/holds.ts'
import { underpaid } from '../facts/paid.ts'
import {
  type Bringing,
  decisionFaultOf,
  faultOf,
  isSeen,
  type Paper,
  papersAtHand,
  unchecked,
} from '../facts/papers.ts'
import { covers, isLater } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { proofPapers } from './asked-papers.ts'
import { isServing, told, undecided } from './papers.ts'

/** Papers that speak of another device than the hold. */
export const ofAnother = (
  context: LifecycleContext,
  hold: Hold,
  papers: readonly Paper[],
): readonly Blocker[] =>
  papers
    .filter(({ facts }) => isOfAnother(context, hold, facts))
    .map((paper) => told({ code: 'EVIDENCE_UNSUITABLE', fact: 'serial' }, paper.id, paper))

/** Does this hold ask for that paper, and does every one of these speak of another device? */
export const allOfAnother = (
  context: LifecycleContext,
  hold: Hold,
  { type }: Pick<RequiredDocument, 'type'>,
  papers: readonly Paper[],
): boolean =>
  papers.every(({ facts }) => isOfAnother(context, hold, facts)) &&
  proofPapers(context, hold.code).some((asked) => asked.type === type)

/** Of each hold of one device, whether all that would show that its cause is gone speaks of another. */
export const ofOtherDevices = (
  context: LifecycleContext,
  holdIds: readonly string[],
  event: Bringing,
): readonly Blocker[] =>
  holdIds.flatMap((holdId) => {
    const hold = Object.hasOwn(context.holds, holdId) ? context.holds[holdId] : undefined
    if (hold === undefined || deviceOfHold(hold) === undefined) return []
    const atHand = papersAtHand(context, event)
    return proofPapers(context, hold.code).flatMap((required) => {
      const good = atHand.filter(
        (paper) => isServing(required)(paper) && faultOf(paper, event.at, required) === undefined,
      )
      return allOfAnother(context, hold, required, good) ? ofAnother(context, hold, good.slice(0, 1)) : []
    })
  })

/** What a remedy is shown by still says so when it is verified, and somebody has seen it who is not the one who brought it. */
export const unproven = (
  context: LifecycleContext,
  { hold, ids }: { readonly hold: Hold; readonly ids: readonly string[] },
  event: Bringing,
): readonly Blocker[] => {
  const shown = papersAtHand(context, event).filter(({ id }) => ids.includes(id))
  const [first] = ids
  if (shown.length === 0) return [blocker('EVIDENCE_UNSUITABLE', first)]
  const faults = shown.flatMap((paper) => {
    const fault = decisionFaultOf(paper, event.at)
    return all(
      fault && told(fault, paper.id, paper),
      !isSeen(paper) && unchecked(paper),
      when(isSamePerson(paper.addedBy, event.by.personId), 'MAKER_IS_CHECKER', paper.id),
    )
  })
  const paying = { holdIds: [hold.holdId], own: ids, at: event.at }
  return [
    ...faults,
    ...ofAnother(context, hold, shown),
    ...underpaid(context, papersAtHand(context, event), paying, false),
  ]
}

/** The host's word that it has the records, of a day before the last of them; a test of before the fault. */
const outdated =
  (context: LifecycleContext, hold: Hold) =>
  ({ type, facts = {} }: Paper): PaperFault | undefined => {
    if (isOfAnother(context, hold, facts)) return { code: 'EVIDENCE_UNSUITABLE', fact: 'serial' }
    if (
      type === 'server_side_records_statement' &&
      !covers(String(facts.coversUpTo ?? ''), context.lastTransactionAt)
    )
      return { code: 'EVIDENCE_UNSUITABLE', fact: 'coversUpTo' }
    const isOld = facts.testedAt !== undefined && isLater(hold.startsAt, String(facts.testedAt))
    return isOld ? { code: 'EVIDENCE_UNSUITABLE', fact: 'testedAt' } : undefined
  }

/**
 * A hold that ends on evidence ends on the papers that its reason asks for, with the remedy or on file. Other papers support
 * what they say, and are no proof.
 */
export const proofOpen = (
  context: LifecycleContext,
  hold: Hold,
  event: Bringing,
  judged: readonly string[],
): readonly Blocker[] => {
  const known = papersAtHand(context, event).filter(({ id }) => judged.includes(id))
  const asked = proofPapers(context, hold.code).filter((required) => !known.some(isServing(required)))
  return undecided(context, event, asked, { unfit: outdated(context, hold) })
}
