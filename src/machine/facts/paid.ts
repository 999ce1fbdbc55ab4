import { type Blocker, blocker, type DocumentType, type SuspensionReason } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { items, sum } from './kit.ts'
import { faultOf, isSeen, type Paper, unchecked } from './papers.ts'

/** Holds of which a statement says what is to be paid. */
export const inArrears: ReadonlySet<SuspensionReason> = new Set([
  'ACCOUNT_ARREARS',
  'ACCOUNT_INSUFFICIENT_BALANCE',
])

const isStatement = ({ type }: Pick<Paper, 'type'>): boolean => type === 'arrears_statement'
const isPayment = ({ type }: { type: DocumentType }): boolean => type === 'payment_proof' || type === 'waiver'

/** What came on file under format 1 counts by its type: nobody read an amount off it. */
const countsWhole = ({ type, facts, addedBy }: Paper): boolean =>
  facts?.amount === undefined && (type === 'waiver' || addedBy === '')

/** Minor units that these papers say. */
const saidBy = (papers: readonly Paper[]): number =>
  papers.some(countsWhole)
    ? Number.MAX_SAFE_INTEGER
    : sum(papers.map(({ facts }) => (typeof facts?.amount === 'number' ? facts.amount : 0)))

/** Evidence that says less than is owed; an agreement of another kind beside it has no amount. */
export const shortOf = (papers: readonly Paper[], owed: number): readonly Blocker[] => {
  const [first] = papers
  if (first === undefined || !papers.every(isPayment)) return []
  const said = saidBy(papers)
  return said < owed
    ? [blocker('EVIDENCE_UNSUITABLE', first.id, { fact: 'amount', owed, covered: said })]
    : []
}

/** One asks for which holds, with which papers of its own. */
export interface Paying {
  readonly holdIds: readonly string[]
  /** Ids of the papers that it brings. */
  readonly own: readonly string[]
  readonly at: string
}

/** What has cleared another hold clears no second one, under whatever name it comes. */
const spentIn = (
  { documents }: LifecycleContext,
  atHand: readonly Paper[],
  holdIds: readonly string[],
): ReadonlySet<Paper> => {
  const spent = new Set(
    items(documents)
      .filter((paper) => paper.for !== null && !holdIds.includes(paper.for))
      .map(({ type, digest }) => `${type} ${digest}`),
  )
  return new Set(atHand.filter(({ type, digest }) => spent.has(`${type} ${digest}`)))
}

/** Each statement that comes along asks for its own; where none does, the newest on file. */
const asking = (statements: readonly Paper[], own: readonly string[]): readonly Paper[] => {
  const brought = statements.filter(({ id }) => own.includes(id))
  return brought.length > 0 ? brought : statements.slice(-1)
}

interface Paid {
  /** Minor units. */
  readonly asked: number
  readonly covered: number
  readonly statements: readonly Paper[]
  readonly payments: readonly Paper[]
  /** At hand, and for something else. */
  readonly spent: readonly Paper[]
}

const isOwing = ({ holds }: LifecycleContext, id: string): boolean =>
  Object.hasOwn(holds, id) && inArrears.has(holds[id]?.code ?? 'UNKNOWN')

/** What statements ask for, and what is said to be paid or let off; nothing: none of the holds is about arrears. */
export const paidFor = (
  context: LifecycleContext,
  atHand: readonly Paper[],
  { holdIds, own, at }: Paying,
): Paid | undefined => {
  if (!holdIds.some((id) => isOwing(context, id))) return undefined
  const known = atHand.filter((paper) => isStatement(paper) || isPayment(paper))
  const spent = spentIn(context, known, holdIds)
  const good = known.filter((paper) => !spent.has(paper) && faultOf(paper, at) === undefined)
  const statements = asking(good.filter(isStatement), own)
  const payments = good.filter(isPayment)
  const asked = sum(statements.map(({ facts }) => (typeof facts?.amount === 'number' ? facts.amount : 0)))
  return { asked, covered: saidBy(payments), statements, payments, spent: [...spent] }
}

/** Papers that are there, and all of them for something else. */
const missingIn = ({ spent, statements, payments }: Paid): readonly DocumentType[] => [
  ...(statements.length === 0 && spent.some(isStatement) ? (['arrears_statement'] as const) : []),
  ...(payments.length === 0 && spent.some(isPayment) ? (['payment_proof'] as const) : []),
]

/** Paid is less than the statement asks; who decides counts what somebody has seen. */
export const underpaid = (
  context: LifecycleContext,
  atHand: readonly Paper[],
  paying: Paying,
  decides: boolean,
): readonly Blocker[] => {
  const paid = paidFor(context, atHand, paying)
  if (paid === undefined) return []
  const { asked, payments } = paid
  const missing = missingIn(paid)
  if (missing.length > 0) return [blocker('DOCUMENTS_INCOMPLETE', undefined, { missing })]
  const short = shortOf(payments, asked)
  if (short.length > 0 || !decides) return short
  const seen = payments.filter(isSeen)
  const unseen = payments.find((paper) => !isSeen(paper))
  return unseen && shortOf(seen, asked).length > 0 ? [unchecked(unseen)] : []
}
