import type { ObligationKind } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { items, sum } from './kit.ts'
import { phaseOf } from './phase.ts'

const discharged = (context: LifecycleContext, kind: string, ref?: string): number =>
  sum(
    items(context.carriedOver).flatMap((item) =>
      item.kind === kind && item.discharged && (ref === undefined || item.ref === ref)
        ? [item.amount.amount]
        : [],
    ),
  )

/** Minor units to subtract from what is still open. Before closing: the amount carried over. After: only the discharged part. */
export const amountCarriedOver = (
  context: LifecycleContext,
  carriedOver: number,
  kind: ObligationKind,
  ref?: string,
): number => (phaseOf(context) === 'closed' ? discharged(context, kind, ref) : carriedOver)
