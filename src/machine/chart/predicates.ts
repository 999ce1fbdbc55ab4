import { type ClearingRegion, clearingRegions } from '../../domain/index.ts'
import { openObligations, regions } from '../clearing/index.ts'
import { contradictions, waitsForNotice } from '../facts/acceptance.ts'
import { effectiveHolds, holdsOwingTest, saleLimited } from '../facts/holds.ts'
import { settlementCarriedOver } from '../facts/settlement.ts'
import { isLater } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'

type Holds = (context: LifecycleContext) => boolean

const read = ({ status }: LifecycleContext, after: string | null): boolean =>
  status.readAt !== null && (after === null || isLater(status.readAt, after))

/** Of the reading that was taken after the closure was confirmed. */
const readAfterConfirmation: Holds = (context) => {
  const confirmedAt = context.closing?.confirmedAt ?? null
  return confirmedAt !== null && read(context, confirmedAt)
}

/** The chart's eventless transitions follow these, and nothing else: service the holds, regions the facts. */
export const predicates = {
  saleLimited,
  saleHeld: (context) => effectiveHolds(context, 'sale').length > 0,
  testOwed: (context) => effectiveHolds(context, 'sale').length === 0 && holdsOwingTest(context).length > 0,
  nothingOwed: (context) => !saleLimited(context),
  acceptanceReadOn: (context) =>
    context.status.acceptance === 'on' &&
    read(context, context.enabledAt) &&
    !waitsForNotice(context) &&
    contradictions(context).length === 0,
  closureDecided: ({ closing }) => closing !== null,
  closureDropped: ({ closing }) => closing === null,
  applicationEnded: ({ application }) => application === null,
  obligationsMet: (context) => context.closing !== null && openObligations(context).length === 0,
  obligationsOpen: (context) => openObligations(context).length > 0,
  closureConfirmed: ({ closing }) => closing?.confirmedAt != null,
  closureVerified: (context) =>
    readAfterConfirmation(context) &&
    context.status.registry === 'closed' &&
    context.status.unsettled !== null &&
    context.status.unsettled <= settlementCarriedOver(context),
  closureNotEffective: (context) => readAfterConfirmation(context) && context.status.registry !== 'closed',
  ...regionPredicates(),
} as const satisfies Readonly<Record<string, Holds>>

function regionPredicates() {
  return Object.fromEntries(
    clearingRegions.flatMap((name) => [
      // Inner states move before outer ones: a closure that was dropped must not look done on its way out.
      [
        `${name}Done`,
        (context: LifecycleContext) => context.closing !== null && regions[name](context).length === 0,
      ],
      [`${name}Open`, (context: LifecycleContext) => regions[name](context).length > 0],
    ]),
  ) as Record<`${ClearingRegion}${'Done' | 'Open'}`, Holds>
}

export type Predicate = keyof typeof predicates
