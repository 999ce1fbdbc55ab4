import {
  type Blocker,
  type BlockerCode,
  type Data,
  type Role,
  remediesFor,
  remedyEvidence,
} from '../../domain/index.ts'
import { debtOf } from '../clearing/holds.ts'
import { seesAll } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'

type Order = LifecycleContext['orders'][string]
type Said = (context: LifecycleContext, ref: string | undefined, viewer: Role) => Data | undefined

/** A decision names what it is about, so that it never meets a supplement that nobody has read. */
const decided = ({ applicationId, digest }: Application): Data => ({ applicationId, digest })

/** What an application for the hold says of it, and the decision about one that is open. */
const ofHold = (context: LifecycleContext, hold: Hold): Data => {
  const { holdId, code } = hold
  const { application } = context
  const [debt] = debtOf(context, hold)
  const [kind] = remediesFor[code]
  return {
    ...{ holdId, holdIds: [holdId], reasons: [code] },
    ...(kind && { kind }),
    ...(debt && { chargeId: debt.chargeId }),
    ...(application?.kind === 'reinstatement' &&
      application.holdIds.includes(holdId) &&
      decided(application)),
  }
}

const aboutHold: Said = ({ holds, ...context }, ref) => {
  const hold = ref !== undefined && Object.hasOwn(holds, ref) ? holds[ref] : undefined
  return hold && ofHold({ holds, ...context }, hold)
}

/** Never where the money goes: only what a report of the result names. */
const ofOrder = ({ orderId, kind, params }: Order): Data => ({
  ...{ orderId, kind },
  ...('serial' in params && { serial: params.serial }),
  ...('payoutId' in params && { payoutId: params.payoutId }),
  ...('depositId' in params && { depositId: params.depositId }),
  ...('registryRef' in params && { registryRef: params.registryRef }),
  ...('amount' in params && { amount: params.amount }),
})

const aboutOrder: Said = ({ orders }, ref) => {
  const order = ref !== undefined && Object.hasOwn(orders, ref) ? orders[ref] : undefined
  return order && ofOrder(order)
}

/** The order that is on its way, where the item is what it is about. */
const inFlight =
  (kind: Order['kind'], field: 'depositId' | 'serial' | undefined): Said =>
  ({ orders }, ref) => {
    const isMeant = ({ params }: Order) =>
      field === undefined || (params as Readonly<Record<string, unknown>>)[field] === ref
    const found = items<Order>(orders).findLast(
      (order) => order.kind === kind && order.status === 'ordered' && isMeant(order),
    )
    return found && ofOrder(found)
  }

/** A sealed bag is named wherever it is handed over. */
const onItsWay: Said = ({ devices }, serial) => {
  const { bagNo, trackingNo } = (serial !== undefined && devices[serial]?.returnTo) || {}
  return bagNo == null ? undefined : { bagNo, ...(trackingNo != null && { trackingNo }) }
}

const said: Readonly<Partial<Record<BlockerCode, Said>>> = {
  HOLD_EFFECTIVE: aboutHold,
  REMEDY_OPEN: aboutHold,
  DOCUMENTS_INCOMPLETE: aboutHold,
  REMEDY_EVIDENCE_MISSING: (context, ref, viewer) => {
    const about = aboutHold(context, ref, viewer)
    const hold = about && context.holds[String(ref)]
    return hold && { ...about, wanted: [...remedyEvidence(hold.code)] }
  },
  TRANSACTIONS_OPEN: ({ transactions }, ref) => {
    const found = ref === undefined ? undefined : transactions[ref]
    if (!found) return undefined
    const { kind, occurredAt, serial, amount } = found
    return {
      ref: found.ref,
      kind,
      occurredAt,
      amount: amount.amount,
      ...(serial !== undefined && { serial }),
    }
  },
  DEVICE_NOT_RETURNED: onItsWay,
  DEVICE_NOT_RECEIVED: onItsWay,
  // whoever inspects the device again says what the journey did to it
  SEAL_BROKEN: ({ devices }, serial) => {
    const [fault] = (serial !== undefined && devices[serial]?.journeyFaults) || []
    return fault && { sealBreach: fault }
  },
  SETTLEMENT_NOT_CONFIRMED: (_, statementId) => (statementId === undefined ? undefined : { statementId }),
  // whoever verifies it names the account that it has looked at; nobody else needs it
  ACCOUNT_UNVERIFIED: ({ payoutAccount }, _, viewer) =>
    payoutAccount && seesAll(viewer) ? { token: payoutAccount.token } : undefined,
  PAYOUT_PENDING: inFlight('payOut', undefined),
  REFUND_PENDING: inFlight('refundDeposit', 'depositId'),
  UNBINDING_PENDING: inFlight('unbind', 'serial'),
  ORDER_FAILED: aboutOrder,
  ANSWER_REFUSED: aboutOrder,
  RESULT_OVERDUE: aboutOrder,
}

/** What whoever clears it has to name beside the item itself, under the names that the clearing events have for it. */
export const particulars = (
  context: LifecycleContext,
  { code, ref, data }: Blocker,
  viewer: Role,
): Data | undefined => {
  const more = said[code]?.(context, ref, viewer)
  return more ? { ...more, ...data } : data
}
