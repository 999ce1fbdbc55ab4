import {
  type DocumentRef,
  type DocumentType,
  documentTypes,
  evidenceSlots,
  remedyEvidence,
  requiredDocuments,
} from 'terminal-lifecycle/domain'
import { requirements } from 'terminal-lifecycle/machine'
import { people } from '../case/people.ts'
import { digestOf, goodFacts } from '../stories/papers.ts'
import { type Found, nextName, type Wish } from './found.ts'

const isType = (name: unknown): name is DocumentType => documentTypes.some((type) => type === name)

/** A paper under a name that is free; the first of its type is called like it. */
const freshPaper = (type: DocumentType, { context }: Found): DocumentRef => {
  const taken = Object.keys(context.documents)
  const id = taken.includes(type) ? nextName(type, taken) : type
  const facts = goodFacts[type]
  return { id, type, digest: digestOf(id), ...(facts && { facts }) }
}

/** Types that something now waits for, the blocker's own first. */
function wanted({ moment, who, data }: Wish): readonly DocumentType[] {
  const named = [data?.missing, data?.anyOf, data?.document].flat().filter(isType)
  const { currentlyDue, pastDue } = requirements(moment.record, { at: moment.now, actor: people[who].actor })
  const papers = [...pastDue, ...currentlyDue].flatMap((one) => one.papers ?? [])
  return [...named, ...papers.flatMap(({ anyOf }) => anyOf.slice(0, 1))]
}

/** What the paper of `document.added` is, and whose notice it gives. */
export function addedPaper(wish: Wish, found: Found) {
  const { proposal } = found.context
  const { role } = people[wish.who].actor
  const notice =
    role !== 'provider' ? undefined : proposal && !proposal.servedAt ? 'closure_notice' : undefined
  const unserved = Object.values(found.context.holds).find(({ status }) => status === 'effective')
  const ofHold = role === 'provider' && !notice && unserved ? 'provider_notice' : undefined
  const type = notice ?? ofHold ?? wanted(wish)[0] ?? 'supporting_evidence'
  const about = notice ? proposal?.proposalId : ofHold ? unserved?.holdId : undefined
  return { document: freshPaper(type, found), ...(about !== undefined && { for: about }) }
}

/** Papers that an application of this kind needs. */
export function applicationPapers(
  process: 'closure' | 'suspension' | 'reinstatement',
  reasons: Parameters<typeof requiredDocuments>[0]['reasons'],
  found: Found,
  withoutMandate: boolean,
): readonly DocumentRef[] {
  const { merchantType } = found.context.identity
  const asked = requiredDocuments({ process, initiator: 'merchant', merchantType, reasons })
  const types = [...asked.map(({ type }) => type), ...(withoutMandate ? [] : ['power_of_attorney' as const])]
  return [...new Set(types)].map((type) => freshPaper(type, found))
}

/** The paper that belongs in this place of an event. */
export function slotPaper(field: string, wish: Wish, found: Found): DocumentRef {
  const slots = evidenceSlots as Readonly<Record<string, Readonly<Record<string, readonly DocumentType[]>>>>
  const own = slots[wish.type]?.[field]?.[0]
  const remedy = wish.type.startsWith('hold.') && found.hold ? remedyEvidence(found.hold.code)[0] : undefined
  // A supplement brings again what was brought, as a paper of its own.
  const again =
    wish.type === 'application.supplemented' ? found.context.application?.documents.at(-1)?.type : undefined
  return freshPaper(own ?? remedy ?? again ?? wanted(wish)[0] ?? 'supporting_evidence', found)
}

/** Whoever decides says to have seen all papers that lie before it. */
export const papersSeen = ({ context }: Found) => {
  const ids = context.application?.documents ?? Object.values(context.documents)
  return ids.map(({ id, digest }) => ({ documentId: id, digest }))
}
