import type { Actor, LifecyclePolicy } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import { items } from './kit.ts'

/** Risk decides what is kept for a dispute; who only writes down what the merchant brings decides nothing. */
export const keepsEvidence = (
  { duties }: Pick<LifecyclePolicy, 'duties'>,
  by: Pick<Actor, 'role' | 'duties' | 'onBehalfOf'>,
): boolean =>
  by.role === 'provider' && by.onBehalfOf !== 'merchant' && (duties === 'any' || by.duties.includes('risk'))

/** The paper says that it is to be kept, and somebody has seen it. */
export const isToKeep = ({ type, facts, checkedBy, isRejected }: PaperOnFile): boolean =>
  type === 'dispute_evidence' && facts?.hold === true && checkedBy !== null && !isRejected

/** Every hold that was set for this paper, the ended ones too. */
export const holdsOnEvidence = ({ holds }: LifecycleContext, documentId: string): readonly Hold[] =>
  items(holds).filter(({ evidence }) => evidence?.documentId === documentId)
