import type { Instant } from '../../src/domain/index.ts'
import { isRemembered } from '../../src/machine/facts/acts.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'

/** Shorter than any clock, and longer than all that is said between two of them. */
export const grain = 300_000
/** How far off, in five minutes: what was begun at the same time ends at the same time. */
const farOff = (instant: Instant, now: Instant): number =>
  Math.round((Date.parse(instant) - Date.parse(now)) / grain)

/** A day that is still to come, and how far off it is. */
const ahead = (instant: Instant | null, now: Instant): number | null | 'past' =>
  instant === null ? null : Date.parse(instant) > Date.parse(now) ? farOff(instant, now) : 'past'

const isInstant = /^\d{4}-\d\d-\d\dT/
/** What was proposed says days, too. */
const wordsOf = (act: unknown, now: Instant): string =>
  JSON.stringify(act, (_, value) =>
    typeof value === 'string' && isInstant.test(value) ? ahead(value, now) : value,
  )

/** Counters that only grow: from here on nothing depends on them any more. */
const most = 4
const few = (count: number): number => Math.min(count, most)

type Items<Item> = Readonly<Record<string, Item>>
const each = <Item>(ledger: Items<Item>, piece: (item: Item) => unknown): Items<unknown> =>
  Object.fromEntries(Object.entries(ledger).map(([id, item]) => [id, piece(item)]))

/** Names that the library gives by itself, with a number that only grows. */
const isOwnName = (name: string): boolean => /:\d+(\.\d+)?$/.test(name)

/** They tell somebody something, and nothing waits for them. */
const isTalk = (kind: string): boolean => kind === 'notify' || kind === 'openTicket'
const isEcho = (name: string): boolean => name === 'reminder' || name === 'again'

type Kept = {
  readonly [K in keyof Required<LifecycleContext>]:
    | ((context: LifecycleContext, now: Instant) => unknown)
    | null
}

/**
 * What of each part of a record tells two states apart. `null`, and whatever a row leaves out, decides nothing: words for
 * people, who is told what, and instants, of which only the order counts (`order.ts`). That this is so is not believed: the
 * exploration takes records that it holds for the same and looks where each of them leads (`sameness.ts`).
 */
export const kept: Kept = {
  identity: null,
  policy: null,
  issues: null,
  // what is remembered of reports is asked saying by saying: `memory.ts`
  told: null,
  status: ({ status: { acceptance, registry, unsettled, capabilities } }) => [
    acceptance,
    registry,
    unsettled,
    capabilities,
  ],
  disabledAt: ({ disabledAt }) => disabledAt !== null,
  enabledAt: ({ enabledAt }) => enabledAt !== null,
  lastTransactionAt: ({ lastTransactionAt }) => lastTransactionAt !== null,
  holds: ({ holds }, now) =>
    each(holds, ({ startsAt, until, words: _, source: __, fault: ___, placedBy, ...hold }) => ({
      ...hold,
      startsAt: ahead(startsAt, now),
      until: ahead(until, now),
      placedBy: [placedBy.role, placedBy.personId],
    })),
  devices: ({ devices }) =>
    each(devices, ({ drainedUpTo, lastTransactionAt, keysRevokedAt, receivedAt, retiredAt, ...device }) => ({
      ...device,
      backup: device.backup && [device.backup.verified, device.backup.waived],
      batches: [...device.batches].sort(),
      receipts: [...device.receipts].sort(),
      known: [drainedUpTo, lastTransactionAt, keysRevokedAt, receivedAt, retiredAt].map((at) => at !== null),
    })),
  deposits: ({ deposits }) => deposits,
  charges: ({ charges }) => charges,
  disputes: ({ disputes }) => each(disputes, ({ dueAt: _, ...dispute }) => dispute),
  transactions: ({ transactions }) =>
    each(transactions, ({ occurredAt: _, resolution, ...transaction }) => ({
      ...transaction,
      resolution: resolution && [resolution.handling, resolution.proposedBy.personId, resolution.accepted],
    })),
  orders: ({ orders, closing }) =>
    each(
      Object.fromEntries(
        Object.entries(orders).filter(
          ([, { kind, status }]) =>
            !isTalk(kind) &&
            // it was stated: the order stays for a minute, and longer only where a sale comes to be known within it
            !(kind === 'requestStatement' && status === 'confirmed' && closing?.statement),
        ),
      ),
      ({ kind, status, claimed, parked, params }) => {
        const {
          upTo: _,
          notBefore: __,
          authorisedBySeq: ___,
          attempt: ____,
          ...rest
        } = params as unknown as Items<unknown>
        return [kind, status, claimed, parked?.code, rest]
      },
    ),
  deadlines: ({ deadlines }, now) =>
    Object.fromEntries(
      Object.values(deadlines)
        .filter(({ name, status }) => status !== 'cancelled' && !isEcho(name))
        .map(({ id, status, due, remaining }) => [
          id,
          status === 'running'
            ? farOff(due, now)
            : [status, remaining && Math.round(remaining / (remaining > 10_000 ? grain : 1))],
        ]),
    ),
  documents: ({ documents }) => documents,
  application: ({ application }, now) =>
    application && {
      ...application,
      request: null,
      documents: application.documents.map(({ id }) => id),
      attempt: few(application.attempt),
      resubmissions: few(application.resubmissions ?? 0),
      startsAt: ahead(application.startsAt, now),
      effectiveDate: ahead(application.effectiveDate, now),
      rejection: application.rejection && [application.rejection.code, application.rejection.resubmittable],
      approval: application.approval?.by ?? null,
    },
  proposal: ({ proposal }) =>
    proposal && {
      ...proposal,
      proposedAt: null,
      sentAt: proposal.sentAt !== undefined,
      servedAt: proposal.servedAt !== undefined,
    },
  payouts: ({ payouts }) => payouts,
  credit: ({ credit }) => credit,
  proposedActs: ({ proposedActs }, now) =>
    Object.entries(proposedActs).flatMap(([name, proposed]) =>
      isRemembered(proposed, now)
        ? [[name, proposed.by, wordsOf(proposed.act, now), farOff(proposed.at, now)]]
        : [],
    ),
  closing: ({ closing }) =>
    closing && {
      reason: closing.reason,
      disposition: closing.request?.disposition,
      attempt: few(closing.attempt),
      known: [closing.confirmedAt, closing.closedAt, closing.offReadAt].map((at) => at !== null),
      statement: closing.statement && { ...closing.statement, upTo: null },
      carriedOver: closing.settlementCarriedOver,
    },
  payoutAccount: ({ payoutAccount }) => payoutAccount && { ...payoutAccount, changedAt: null },
  carriedOver: ({ carriedOver }) => each(carriedOver, ({ reviewAt: _, ...item }) => item),
  refusedAnswers: ({ refusedAnswers }) => each(refusedAnswers, ({ codes }) => codes),
  requests: ({ requests }) => each(requests, ({ madeAt: _, ...request }) => request),
  agent: ({ agent }) => agent && [agent.agentId, agent.tasks],
  representatives: ({ representatives }) => representatives,
  unreachable: ({ unreachable }) => unreachable,
  // an item is known by what it is and what it is about, not by when it came
  tail: ({ tail }) =>
    [...new Set(tail.flatMap((item) => (item.open ? [`${item.kind} ${item.ref}`] : [])))].sort(),
  followUps: ({ followUps }) =>
    Object.values(followUps)
      .filter(({ done, id }) => !done || !isOwnName(id))
      .map(({ id, kind, done }) => [isOwnName(id) ? kind : id, done])
      .sort(),
  notes: ({ notes = {} }) => Object.keys(notes).filter((id) => !isOwnName(id)),
  endedHolds: ({ endedHolds = [] }) => endedHolds.filter((id) => !isOwnName(id)),
}
