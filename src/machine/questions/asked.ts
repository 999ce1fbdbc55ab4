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
import type { WantedPaper } from '../shape/answers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { clearing, clearingLater } from './clearing.ts'
import { contactOnce, type Shown } from './contact.ts'
import { decisions, rejected } from './decisions.ts'
import { failures } from './failures.ts'
import { obstacles } from './obstacles.ts'
import { outlived } from './outlived.ts'
import { wantedPapers } from './papers.ts'
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

/** Who reads, when, and the context as they may see it, which is made only where papers are looked through. */
export interface Reading {
  readonly at: Instant
  readonly viewer: Role
  readonly shown: () => LifecycleContext
}

/** Nothing is lacking for the application but the merchant's word. */
const askedOf = (holdId: string): Blocker => ({
  ...blocker('HOLD_EFFECTIVE', holdId),
  owner: 'merchant',
  clearedBy: ['reinstatement.requested'],
})

/** What an application for this hold lacks. */
const beforeApplying = (context: LifecycleContext, hold: Hold, { at, shown }: Reading): readonly Need[] => {
  const why = unaskable(context, hold, at)
  // what is owed is one thing, and the papers for the day when it is settled another
  if (why.some(({ code }) => code !== 'REMEDY_OPEN')) return why
  const papers = wantedPapers(context, shown, {
    kind: 'reinstatement',
    reasons: [hold.code],
    holdIds: [hold.holdId],
    at,
  })
  if (papers.length > 0) return [...why, { ...blocker('DOCUMENTS_INCOMPLETE', hold.holdId), papers }]
  return why.length > 0 ? why : [askedOf(hold.holdId)]
}

/** Every paper that the reason asks for is needed, whatever its remedy was shown by. */
const ofProof = (
  context: LifecycleContext,
  { holdId, code }: Hold,
  { at, shown }: Reading,
): readonly Need[] => {
  const isAsked = ({ anyOf }: WantedPaper) =>
    proofPapers(context, code).some(({ type }) => anyOf.includes(type))
  const papers = wantedPapers(context, shown, {
    kind: 'reinstatement',
    reasons: [code],
    holdIds: [holdId],
    at,
  }).filter(isAsked)
  return papers.length > 0 ? [{ ...blocker('DOCUMENTS_INCOMPLETE', holdId), papers }] : []
}

const ofHold = (context: LifecycleContext, hold: Hold, reading: Reading): readonly Need[] => {
  const { holdId, release, remedy } = hold
  if (release === 'authority') return [blocker('AUTHORITY_ORDER_REQUIRED', holdId)]
  if (release === 'application') return beforeApplying(context, hold, reading)
  if (release === 'evidence')
    return [
      blocker(remedy ? 'REMEDY_OPEN' : 'REMEDY_EVIDENCE_MISSING', holdId),
      ...ofProof(context, hold, reading),
    ]
  return [blocker('HOLD_EFFECTIVE', holdId)]
}

/** What the review of the open application still lacks. What rests on a hold that is not told of is told to the provider alone. */
const ofReview = (context: LifecycleContext, { at, viewer }: Reading): readonly Blocker[] => {
  const { application } = context
  if (application === null || application.approval !== null || application.rejection !== null) return []
  const isOpen = application.holdIds.every((id) => !isHidden(context, id, viewer))
  if (!isOpen) return []
  const event = { by: nobody, at }
  return [...unreliableForApproval(context, event), ...ofOtherDevices(context, application.holdIds, event)]
}

/** A hold or a proposal of which the merchant has no written notice yet: its clock runs until there is one. */
const unservedNotices = ({ deadlines, holds, proposal }: LifecycleContext): readonly Blocker[] => {
  const isOpen = (ref: string | null) =>
    ref !== null &&
    (proposal?.proposalId === ref || (Object.hasOwn(holds, ref) && holds[ref]?.status !== 'lifted'))
  return items(deadlines)
    .filter(({ name, status, ref }) => name === 'noticeDue' && status !== 'cancelled' && isOpen(ref))
    .map(({ ref }) => blocker('NOTICE_MISSING', ref ?? undefined))
}

/** What the holds and the application ask for while the terminal lives. */
const living = (
  context: LifecycleContext,
  reading: Reading,
): { now: Need[]; waiting: Need[]; later: readonly Need[] } => {
  const { application } = context
  const asked = new Set(application?.kind === 'reinstatement' ? application.holdIds : [])
  const holds = items(context.holds).filter(({ status }) => status === 'effective')
  // an approval that has lapsed is asked for once more
  const lapsed = items(context.holds).filter(({ status }) => status === 'cleared')
  const again = lapsed.filter(({ holdId }) => askable(context, reading.at).includes(holdId))
  const now = [...holds, ...again]
    .filter(({ holdId }) => !asked.has(holdId))
    .flatMap((hold) => ofHold(context, hold, reading))
  const later = items(context.holds)
    .filter(
      ({ holdId, status, release }) =>
        status === 'planned' && release === 'application' && !asked.has(holdId),
    )
    .flatMap((hold) => beforeApplying(context, hold, reading))
  const review = ofReview(context, reading)
  now.push(...review.filter(({ owner }) => owner === 'merchant'))
  const waiting = [
    ...holds.filter(({ holdId }) => asked.has(holdId)).map(({ holdId }) => blocker('HOLD_EFFECTIVE', holdId)),
    ...review.filter(({ owner }) => owner !== 'merchant'),
  ]
  if (effectiveHolds(context, 'sale').length === 0)
    now.push(
      ...holdsOwingTest(context).map((hold) =>
        blocker('TEST_INCOMPLETE', hold.holdId, testOwed(context, hold)),
      ),
    )
  if (application && application.informationItems.length > 0)
    now.push(
      blocker('DOCUMENTS_INCOMPLETE', application.applicationId, {
        applicationId: application.applicationId,
        items: application.informationItems,
      }),
    )
  now.push(...rejected(context), ...unservedNotices(context), ...undecided(context))
  now.push(...items(context.devices).flatMap((one) => (isRecordless(one) ? recordsOpen(one) : [])))
  const found = contradictions(context)
  if (sellsThough(context)) now.push(blocker('STATUS_MISMATCH', undefined, { acceptance: 'on' }))
  if (found.length > 0) now.push(blocker('STATUS_MISMATCH', undefined, { denied: [...found] }))
  return { now, waiting, later }
}

const closingPhase = (context: LifecycleContext): Blocker[] => {
  const open = openObligations(context)
  if (open.length > 0) return [...obstacles(context)]
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

/** All that a record asks for, as this reader may know of it, each item as `asItem` shows it. */
export const askedFrom = <Item extends Blocker & { readonly due?: Instant | undefined }>(
  record: LifecycleRecord,
  reading: Reading,
  asItem: (item: Need) => Item,
): Shown<Item> => {
  const { context } = record
  const { at, viewer } = reading
  const seen = (blockers: readonly Need[]) => viewBlockers(context, blockers, viewer).map(asItem)
  const view = (blockers: readonly Need[]) => seen(blockers.map(clearing(record, at)))
  const phase = phaseOf(context)
  const { now, waiting, later } =
    phase === 'live' ? living(context, reading) : { now: [], waiting: [], later: [] }
  const open =
    phase === 'closing' ? closingPhase(context) : phase === 'closed' ? outlived(context, viewer) : []
  const asked = items(context.requests)
    .filter(({ status }) => status === 'open')
    .map(({ requestId, kind }) => ({
      ...blocker('REQUEST_OPEN', requestId, { kind }),
      clearedBy: ['request.declined', ...requestAnswers[kind]] as const,
    }))
  const decided = decisions(context, viewer)
  const known = [...now, ...asked, ...open, ...waiting, ...decided]
  const told = new Set(known.flatMap((item) => deadlineOf(context, item)?.id ?? []))
  const late = view(failures(context, told, viewer))
  const due = view([...now, ...asked, ...open.filter(({ code }) => !beingVerified.has(code))])
  const verified = view([...waiting, ...decided, ...open.filter(({ code }) => beingVerified.has(code))])
  const past = (item: Item) => isPast(item.due, at)
  const announced = phase === 'live' && (context.application?.kind === 'closure' || context.proposal !== null)
  const all = {
    currentlyDue: [...due.filter((item) => !past(item)), ...late.filter(({ due }) => due === undefined)],
    pastDue: [...due, ...verified, ...late].filter(past),
    eventuallyDue: seen(
      [...later, ...(announced ? obstacles(context) : []), ...followUps(context, viewer)].map(
        clearingLater(record, at),
      ),
    ),
    pendingVerification: verified.filter((item) => !past(item)),
  }
  return seesAll(viewer) ? all : contactOnce(context, all, asItem)
}
