import type { RequiredDocument } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import { faultOf, papersOnFile } from '../facts/papers.ts'
import { askedFor } from '../rules/asked-papers.ts'
import { isServing } from '../rules/papers.ts'
import type { PaperFlaw, WantedPaper } from '../shape/answers.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { PaperOnFile } from '../shape/papers.ts'

/** What is on file of that kind and does not count, each with why. */
const flawsOf = (shown: LifecycleContext, required: RequiredDocument, at: string): readonly PaperFlaw[] =>
  items<PaperOnFile>(shown.documents)
    .filter(isServing(required))
    .flatMap((paper) => {
      const fault = paper.isRejected ? ({ code: 'EVIDENCE_UNSUITABLE' } as const) : faultOf(paper, at)
      const fact = fault && 'fact' in fault ? fault.fact : undefined
      return fault ? [{ documentId: paper.id, code: fault.code, ...(fact && { fact }) }] : []
    })

/**
 * The papers that an application still lacks, its form too: never one that is on file and counts. `shown` is the context as
 * the viewer may see it. Requirements and checks both ask here.
 */
export const wantedPapers = (
  context: LifecycleContext,
  shown: LifecycleContext,
  kind: Application['kind'],
  reasons: readonly string[],
  at: string,
): readonly WantedPaper[] => {
  const good = papersOnFile(context).filter((paper) => faultOf(paper, at) === undefined)
  return askedFor(context, { kind, reasons, request: null, compared: 'notOnRecord' })
    .filter((required) => !good.some(isServing(required)))
    .map((required) => ({
      anyOf: [required.type, ...(required.alternatives ?? [])],
      onFile: flawsOf(shown, required, at),
    }))
}
