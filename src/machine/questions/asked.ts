import {
  type Blocker,
  blocker,
  followUpProfileOf,
  type Instant,
  type Role,
  requestAnswers,
} from '../../domain/index.ts'
import { undecided } from '../clearing/charges.ts'
import { openObligations } from '../clearing/index.ts'
import { all, when } from '../clearing/kit.ts'
import { contradictions, sellsThough } from '../facts/acceptance.ts'
import { isRecordless, recordsOpen } from '../facts/data.ts'
import { effectiveHolds, holdsOwingTest, isHidden, seesAll, testOwed } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { mayRead } from '../facts/notes.ts'
import { nobody } from '../facts/papers.ts'
import { phaseOf } from '../facts/phase.ts'
import { askable, unaskable } from '../rules/applications.ts'
import { proofPapers } from '../rules/asked-papers.ts'
import { unreliableForApproval } from '../rules/papers.ts'
import { ofOtherDevices } from '../rules/proofs.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { clearing, clearingLater } from './clearing.ts'
import { contactOnce, type Shown } from './contact.ts'
import { decisions, rejected } from './decisions.ts'
import { failures } from './failures.ts'
import { obstacles } from './obstacles.ts'
import { outlived } from './outlived.ts'
import { type LackingPaper, wantedPapers } from './papers.ts'
import { deadlineOf, type Need } from './requirement.ts'
import { viewBlockers } from './viewing.ts'

/** Somebody at the other side is looking at it; the one who reads this can only wait. */
const beingVerified = new Set<Blocker['code']>([
  'BACKUP_UNVERIFIED',
  'ERASURE_NOT_VERIFIED',
  'PAYOUT_PENDING',
  'REFUND_PENDING',
  'UNBINDING_PENDING',
  'DEVICE_NOT_INSPECTED',
  'CLOSURE_NOT_CONFIRMED',
  'STATUS_NOT_CLOSED',
])

/** Nothing is lacking for the application but the merchant's word. */
const askedOf = (holdId: string): Blocker => ({
  ...blocker('HOLD_EFFECTIVE', holdId),
  owner: 'merchant',
  clearedBy: ['reinstatement.requested'],
})

/** What an application for this hold lacks. */
const beforeApplying = (context: LifecycleContext, hold: Hold, at: Instant): readonly Need[] => {
  const why = unaskable(context, hold, at)
  // what is owed is one thing, and the papers for the day when it is settled another
  if (why.some(({ code }) => code !== 'REMEDY_OPEN')) return why
  const papers = wantedPapers(context, {
    kind: 'reinstatement',
    reasons: [hold.code],
    holdIds: [hold.holdId],
    at,
  })
  if (papers.length > 0) return [...why, { ...blocker('DOCUMENTS_INCOMPLETE', hold.holdId), papers }]
  return why.length > 0 ? why : [askedOf(hold.holdId)]
}

/** Every paper that the reason asks for is needed, whatever its remedy was shown by. */
const ofProof = (context: LifecycleContext, { holdId, code }: Hold, at: Instant): readonly Need[] => {
  const isAsked = ({ anyOf }: LackingPaper) =>
    proofPapers(context, code).some(({ type }) => anyOf.includes(type))
  const papers = wantedPapers(context, {
    kind: 'reinstatement',
    reasons: [code],
    holdIds: [holdId],
    at,
  }).filter(isAsked)
  return papers.length > 0 ? [{ ...blocker('DOCUMENTS_INCOMPLETE', holdId), papers }] : []
}

const ofHold = (context: LifecycleContext, hold: Hold, at: Instant): readonly Need[] => {
  const { holdId, release, remedy } = hold
  if (release === 'authority') return [blocker('AUTHORITY_ORDER_REQUIRED', holdId)]
  if (release === 'application') return beforeApplying(context, hold, at)
  if (release === 'evidence')
    return [
      blocker(remedy ? 'REMEDY_OPEN' : 'REMEDY_EVIDENCE_MISSING', holdId),
      ...ofProof(context, hold, at),
    ]
  return [blocker('HOLD_EFFECTIVE', holdId)]
}

/** What the review of the open application still lacks. */
const ofReview = (context: LifecycleContext, at: Instant): readonly Blocker[] => {
  const { application } = context
  if (application === null || application.approval !== null || application.rejection !== null) return []
  const event = { by: nobody, at }
  return [...unreliableForApproval(context, event), ...ofOtherDevices(context, application.holdIds, event)]
}

/** What rests on a hold that is not told of is told to the provider alone. */
const isReviewToldTo = (context: LifecycleContext, viewer: Role): boolean =>
  context.application?.holdIds.every((id) => !isHidden(context, id, viewer)) === true

/** A hold or a proposal of which the merchant has no written notice yet: its clock runs until there is one. */
const unservedNotices = ({ deadlines, holds, proposal }: LifecycleContext): readonly Blocker[] => {
  const isOpen = (ref: string | null) =>
    ref !== null &&
    (proposal?.proposalId === ref || (Object.hasOwn(holds, ref) && holds[ref]?.status !== 'lifted'))
  return items(deadlines)
    .filter(({ name, status, ref }) => name === 'noticeDue' && status !== 'cancelled' && isOpen(ref))
    .map(({ ref }) => blocker('NOTICE_MISSING', ref ?? undefined))
}

/** What the holds ask for while the terminal lives. */
const ofHolds = (context: LifecycleContext, at: Instant) => {
  const { application } = context
  const asked = new Set(application?.kind === 'reinstatement' ? application.holdIds : [])
  const holds = items(context.holds).filter(({ status }) => status === 'effective')
  // an approval that has lapsed is asked for once more
  const lapsed = items(context.holds).filter(({ status }) => status === 'cleared')
  const again = lapsed.filter(({ holdId }) => askable(context, at).includes(holdId))
  const planned = items(context.holds).filter(
    ({ holdId, status, release }) => status === 'planned' && release === 'application' && !asked.has(holdId),
  )
  return {
    now: [...holds, ...again]
      .filter(({ holdId }) => !asked.has(holdId))
      .flatMap((hold) => ofHold(context, hold, at)),
    waiting: holds
      .filter(({ holdId }) => asked.has(holdId))
      .map(({ holdId }) => blocker('HOLD_EFFECTIVE', holdId)),
    later: planned.flatMap((hold) => beforeApplying(context, hold, at)),
  }
}

/** What else is asked for while the terminal lives. */
const living = (context: LifecycleContext): readonly Need[] => {
  const { application } = context
  const { applicationId, informationItems = [] } = application ?? {}
  const tested = effectiveHolds(context, 'sale').length === 0 ? holdsOwingTest(context) : []
  const found = contradictions(context)
  return all(
    tested.map((hold) => blocker('TEST_INCOMPLETE', hold.holdId, testOwed(context, hold))),
    applicationId !== undefined &&
      when(informationItems.length > 0, 'DOCUMENTS_INCOMPLETE', applicationId, {
        applicationId,
        items: informationItems,
      }),
    rejected(context),
    unservedNotices(context),
    undecided(context),
    items(context.devices).flatMap((one) => (isRecordless(one) ? recordsOpen(one) : [])),
    when(sellsThough(context), 'STATUS_MISMATCH', undefined, { acceptance: 'on' }),
    when(found.length > 0, 'STATUS_MISMATCH', undefined, { denied: [...found] }),
  )
}

const closingPhase = (context: LifecycleContext): readonly Blocker[] => {
  if (openObligations(context).length > 0) return obstacles(context)
  return [blocker(context.closing?.confirmedAt === null ? 'CLOSURE_NOT_CONFIRMED' : 'STATUS_NOT_CLOSED')]
}

/** It waits for nobody, and nothing waits for it. */
const followUps = (context: LifecycleContext, viewer: Role): readonly Need[] =>
  items(context.followUps)
    .filter(({ done, written }) => !done && mayRead(context, written, viewer))
    .map(({ id, kind, due }) => {
      const item = blocker('FOLLOW_UP_OPEN', id)
      if (kind === undefined) return item
      const { owner, ends, paper } = followUpProfileOf(kind)
      const papers = paper ? (['document.added'] as const) : []
      return { ...item, owner, clearedBy: [...item.clearedBy, ...ends, ...papers], followUp: kind, due }
    })

const isPast = (due: Instant | undefined, at: Instant): boolean =>
  due !== undefined && Date.parse(due) <= Date.parse(at)

const requested = ({ requests }: LifecycleContext): readonly Blocker[] =>
  items(requests)
    .filter(({ status }) => status === 'open')
    .map(({ requestId, kind }) => ({
      ...blocker('REQUEST_OPEN', requestId, { kind }),
      clearedBy: ['request.declined', ...requestAnswers[kind]] as const,
    }))

/**
 * What a record asks for at one moment, whoever reads it, each item as it is cleared there and then. It is found out once for all
 * readers.
 */
export const foundIn = (record: LifecycleRecord, at: Instant) => {
  const { context } = record
  const phase = phaseOf(context)
  const isLive = phase === 'live'
  const { now, waiting, later } = isLive ? ofHolds(context, at) : { now: [], waiting: [], later: [] }
  const review = isLive ? ofReview(context, at) : []
  const isAnnounced = isLive && (context.application?.kind === 'closure' || context.proposal !== null)
  const cleared = (items: readonly Need[]) => items.map(clearing(record, at))
  return {
    record,
    at,
    holds: cleared(now),
    waiting: cleared(waiting),
    review: cleared(review.filter(({ owner }) => owner === 'merchant')),
    reviewing: cleared(review.filter(({ owner }) => owner !== 'merchant')),
    others: cleared([...(isLive ? living(context) : []), ...requested(context)]),
    closing: cleared(phase === 'closing' ? closingPhase(context) : []),
    later: [...later, ...(isAnnounced ? obstacles(context) : [])].map(clearingLater(record, at)),
  }
}

/** The part of it that is this reader's, and what is asked of this reader besides, each item as `asItem` shows it. */
export const toldTo = <Item extends Blocker & { readonly due?: Instant | undefined }>(
  found: ReturnType<typeof foundIn>,
  viewer: Role,
  asItem: (item: Need) => Item,
): Shown<Item> => {
  const { record, at, holds, waiting, others, closing, later } = found
  const { context } = record
  const seen = (blockers: readonly Need[]) => viewBlockers(context, blockers, viewer).map(asItem)
  const cleared = (items: readonly Need[]) => items.map(clearing(record, at))
  const { review, reviewing } = isReviewToldTo(context, viewer) ? found : { review: [], reviewing: [] }
  const open = phaseOf(context) === 'closed' ? cleared(outlived(context, viewer)) : closing
  const decided = cleared(decisions(context, viewer))
  const now = [...holds, ...review, ...others]
  const pending = [...waiting, ...reviewing, ...decided]
  const known = [...now, ...open, ...pending]
  const told = new Set(known.flatMap((item) => deadlineOf(context, item)?.id ?? []))
  const late = seen(cleared(failures(context, told, viewer)))
  const due = seen([...now, ...open.filter(({ code }) => !beingVerified.has(code))])
  const verified = seen([...pending, ...open.filter(({ code }) => beingVerified.has(code))])
  const past = (item: Item) => isPast(item.due, at)
  const lists = {
    currentlyDue: [...due.filter((item) => !past(item)), ...late.filter(({ due }) => due === undefined)],
    pastDue: [...due, ...verified, ...late].filter(past),
    eventuallyDue: seen([...later, ...followUps(context, viewer).map(clearingLater(record, at))]),
    pendingVerification: verified.filter((item) => !past(item)),
  }
  return seesAll(viewer) ? lists : contactOnce(context, lists, asItem)
}
