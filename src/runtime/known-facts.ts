import {
  type DocumentRef,
  type DocumentType,
  type Facts,
  isReference,
  misfitIn,
  namedPapers,
} from '../domain/index.ts'
import { pluginError, StoreError } from '../errors/index.ts'
import type { LifecycleEvent } from '../schemas/index.ts'
import type { Failure } from './options.ts'
import type { KnownPaper, Papers } from './papers.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isKnown = (type: DocumentType, answer: unknown): answer is KnownPaper =>
  isObject(answer) &&
  typeof answer.checked === 'boolean' &&
  isObject(answer.facts) &&
  misfitIn(type, answer.facts as Facts) === undefined

/** A store of papers that fails must neither let unchecked facts in nor use up the command. */
async function ask(papers: Papers, { type, digest }: DocumentRef, told: (error: unknown) => void) {
  try {
    const answer: unknown = await papers.facts({ type, digest })
    if (answer === undefined || isKnown(type, answer)) return answer
  } catch (error) {
    told(pluginError('papers', error))
  }
  throw new StoreError('papers')
}

/** Does it name any paper? */
export const namesPapers = (value: unknown): boolean => namedPapers(value).length > 0

async function withKnownFacts(
  value: unknown,
  ask: (paper: DocumentRef) => Promise<KnownPaper | undefined>,
): Promise<unknown> {
  const read = (inner: unknown) => withKnownFacts(inner, ask)
  if (Array.isArray(value)) return Promise.all(value.map(read))
  if (!isObject(value)) return value
  if (isReference(value)) {
    const known = await ask(value)
    return known ? { ...value, facts: { ...known.facts }, ...(known.checked && { checked: true }) } : value
  }
  const members = Object.entries(value).map(async ([name, member]) => [name, await read(member)] as const)
  return Object.fromEntries(await Promise.all(members))
}

export type KnowFacts = (lifecycleId: string, event: LifecycleEvent) => Promise<LifecycleEvent>

/**
 * Gives the event with what the acquirer knows of its papers in the place of what its sender says of them.
 *
 * @throws StoreError with the failure `papers` when they cannot be asked.
 */
export function createKnowFacts(
  papers: Papers | undefined,
  onFailure: (failure: Failure) => void,
): KnowFacts {
  return async (lifecycleId, event) => {
    if (!papers || !namesPapers(event)) return event
    const told = (error: unknown) => onFailure({ lifecycleId, error })
    return (await withKnownFacts(event, (paper) => ask(papers, paper, told))) as LifecycleEvent
  }
}
