import type { RequiredDocument } from '../../domain/index.ts'
import { isOfAnother } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { paidFor } from '../facts/paid.ts'
import { faultOf, type Paper, papersOnFile } from '../facts/papers.ts'
import { askedFor } from '../rules/asked-papers.ts'
import { isServing } from '../rules/papers.ts'
import { allOfAnother } from '../rules/proofs.ts'
import type { PaperFlaw, WantedPaper } from '../shape/answers.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import type { PaperOnFile } from '../shape/papers.ts'

/** Payments that come to less than is asked for, and what has cleared another hold. */
const uncounted = (
  context: LifecycleContext,
  holdIds: readonly string[],
  at: string,
): ReadonlySet<string> => {
  const paid = paidFor(context, papersOnFile(context), { holdIds, own: [], at })
  if (paid === undefined) return new Set()
  const short = paid.covered < paid.asked ? paid.payments : []
  return new Set([...short, ...paid.spent].map(({ id }) => id))
}

/** What is on file of that kind and does not count, each with why. */
const flawsOf = (
  shown: LifecycleContext,
  required: RequiredDocument,
  at: string,
  { short, holds }: { short: ReadonlySet<string>; holds: readonly Hold[] },
): readonly PaperFlaw[] =>
  items<PaperOnFile>(shown.documents)
    .filter(isServing(required))
    .flatMap((paper) => {
      const fault = paper.isRejected
        ? ({ code: 'EVIDENCE_UNSUITABLE' } as const)
        : faultOf(paper, at, required)
      if (!fault && short.has(paper.id))
        return [{ documentId: paper.id, code: 'EVIDENCE_UNSUITABLE', fact: 'amount' }]
      if (!fault && holds.some((hold) => isOfAnother(shown, hold, paper.facts)))
        return [{ documentId: paper.id, code: 'EVIDENCE_UNSUITABLE', fact: 'serial' }]
      const fact = fault && 'fact' in fault ? fault.fact : undefined
      return fault ? [{ documentId: paper.id, code: fault.code, ...(fact && { fact }) }] : []
    })

/** An application that may be filed, and when. */
interface Wanting {
  readonly kind: Application['kind']
  readonly reasons: readonly string[]
  /** Which holds it is to clear. */
  readonly holdIds: readonly string[]
  readonly at: string
}

/** A paper that is lacking; what is on file of its kind is looked through only where it is shown, with the eyes of the reader. */
export interface LackingPaper {
  readonly anyOf: WantedPaper['anyOf']
  readonly flaws: (shown: LifecycleContext) => WantedPaper['onFile']
}

/**
 * The papers that an application still lacks, its form too: never one that is on file and counts. Requirements and checks both
 * ask here.
 */
export const wantedPapers = (
  context: LifecycleContext,
  { kind, reasons, holdIds, at }: Wanting,
): readonly LackingPaper[] => {
  const short = uncounted(context, holdIds, at)
  const isGood = (required: RequiredDocument) => (paper: Paper) =>
    isServing(required)(paper) && faultOf(paper, at, required) === undefined && !short.has(paper.id)
  const onFile = papersOnFile(context)
  const holds = holdIds.flatMap((id) => context.holds[id] ?? [])
  const isLacking = (required: RequiredDocument): boolean => {
    const good = onFile.filter(isGood(required))
    return good.length === 0 || holds.some((hold) => allOfAnother(context, hold, required, good))
  }
  return askedFor(context, { kind, reasons, request: null, compared: 'notOnRecord' })
    .filter(isLacking)
    .map((required) => ({
      anyOf: [required.type, ...(required.alternatives ?? [])],
      flaws: (shown) => flawsOf(shown, required, at, { short, holds }),
    }))
}

/** @param shown the context as the reader may see it. */
export const papersShown = (
  papers: readonly LackingPaper[],
  shown: LifecycleContext,
): readonly WantedPaper[] => papers.map(({ anyOf, flaws }) => ({ anyOf, onFile: flaws(shown) }))
