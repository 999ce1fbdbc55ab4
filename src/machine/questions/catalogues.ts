import {
  type Blocker,
  blocker,
  type EventType,
  inForce,
  type PricedFeeTable,
  type Procedure,
} from '../../domain/index.ts'
import { priceFaults } from '../rules/charges.ts'
import { currency, sender } from '../rules/door.ts'
import type { Asked } from '../rules/kit.ts'
import { isRepeat } from '../rules/repeats.ts'
import type { LifecycleContext } from '../shape/context.ts'

/** What the provider publishes, dated: it changes with time and is frozen in no record. */
export interface Catalogues {
  readonly procedures?: readonly Procedure[] | undefined
  /** In the place of those of the policy. Without them amounts stand as they are stated. */
  readonly feeTables?: readonly PricedFeeTable[] | undefined
}

type Check = (
  catalogues: Catalogues,
  context: LifecycleContext,
  event: Asked<EventType>,
) => readonly Blocker[]

const procedureFaults: Check = ({ procedures }, _, event) => {
  const { request } = event as Asked<'closure.requested'>
  const version = request?.acknowledgement.procedureVersion
  if (version === undefined || procedures === undefined) return []
  return inForce(procedures, event.at).some((known) => known.version === version)
    ? []
    : [
        blocker('PROCEDURE_NOT_IN_FORCE', request?.applicationId, {
          path: '/acknowledgement/procedureVersion',
        }),
      ]
}

const checks: { readonly [T in EventType]?: Check } = {
  'closure.requested': procedureFaults,
  'charge.raised': ({ feeTables }, context, event) =>
    feeTables ? priceFaults(feeTables, context, event as Asked<'charge.raised'>, event.at) : [],
  'device.declaredUnreturned': ({ feeTables }, context, event) => {
    const { charge, serial } = event as Asked<'device.declaredUnreturned'>
    return feeTables && charge
      ? priceFaults(feeTables, context, { ...charge, kind: 'device', serial }, event.at)
      : []
  },
}

/** Who may not say it at all hears nothing more; what was accepted before is not asked about again. */
const isOutOfQuestion = (context: LifecycleContext, event: Asked<EventType>): boolean =>
  isRepeat(context, event) || sender(context, event).length > 0 || currency(context, event).length > 0

/** Why not, by the rules of the record and by what is published beside it. */
export type Judge = (
  context: LifecycleContext,
  event: Asked<EventType>,
  byRules: readonly Blocker[],
) => readonly Blocker[]

export const judgeWith =
  (catalogues: Catalogues): Judge =>
  (context, event, byRules) => [
    ...(catalogues.feeTables ? asAccepted(context, event, byRules) : byRules),
    ...(isOutOfQuestion(context, event) ? [] : (checks[event.type]?.(catalogues, context, event) ?? [])),
  ]

/** What was accepted stands, whatever is published today. */
export const asAccepted: Judge = (_, __, byRules) =>
  byRules.filter((found) => found.code !== 'FEE_TABLE_NOT_IN_FORCE')
