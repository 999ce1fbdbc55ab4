import type { Blocker, Catalogues, EventType } from '../../domain/index.ts'
import type { FiledRequest } from '../../schemas/index.ts'
import { isOfTables } from '../chart/setup.ts'
import { priceFaults } from '../rules/charges.ts'
import { currency, sender } from '../rules/door.ts'
import type { Asked } from '../rules/kit.ts'
import { isRepeat } from '../rules/repeats.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { asPriced, type FeeTables } from './deposits.ts'
import { procedureFaults } from './procedures.ts'

type Check = (
  catalogues: Catalogues,
  context: LifecycleContext,
  event: Asked<EventType>,
) => readonly Blocker[]

const requestFaults: Check = (catalogues, context, event) =>
  procedureFaults(catalogues, context, (event as { request?: FiledRequest }).request, event.at)

const checks: { readonly [T in EventType]?: Check } = {
  'suspension.requested': requestFaults,
  'reinstatement.requested': requestFaults,
  'closure.requested': requestFaults,
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
  (context, event, byRules) => {
    const { feeTables } = catalogues
    const found = feeTables ? judged(feeTables, context, event, byRules) : byRules
    const check = checks[event.type]
    return check && !isOutOfQuestion(context, event)
      ? [...found, ...check(catalogues, context, event)]
      : found
  }

/** The tables of the record's policy are not asked where others are published, and theirs are the prices. */
const judged = (
  feeTables: FeeTables,
  context: LifecycleContext,
  event: Asked<EventType>,
  byRules: readonly Blocker[],
): readonly Blocker[] =>
  event.type === 'refund.ordered'
    ? asPriced(feeTables, context, event as Asked<'refund.ordered'>, byRules)
    : byRules.filter((found) => !isOfTables(event.type, found))

/** What was accepted stands, whatever is published or asked for today. What a state does not hear at all was never accepted. */
export const asAccepted: Judge = (_, { type }, byRules) =>
  byRules.filter(({ code, ref }) => code === 'NOT_ALLOWED_IN_STATE' && ref === type)
