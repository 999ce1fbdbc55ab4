import { type Blocker, blocker, dayOf, type EventOn, isSamePerson } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { chargeOpen, chargePaid, isReservedCharge } from '../facts/charges.ts'
import { foundAtFault, isMerchantsDamage } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { type Asked, deviceNamed, type Rules } from './kit.ts'

/** Kinds that no fee table lists: they follow from a fact, not from a price. */
const fromFacts = new Set([
  'damage',
  'accessory',
  'device',
  'penalty',
  'arrears',
  'settlement',
  'chargeback',
  'overpayment',
])

const feeTableInForce = ({ policy }: LifecycleContext, version: string, at: string): boolean => {
  const day = dayOf(at)
  return policy.feeTables.some(
    (table) =>
      table.version === version && table.from <= day && (table.until === undefined || day <= table.until),
  )
}

/** On what the inspection of this device gives the provider a claim; once it has decided, no second one. */
const inspectionGround = (
  { policy }: LifecycleContext,
  device: Device,
  kind: 'damage' | 'accessory',
): readonly Blocker[] => {
  if (device.inspection === null) return [blocker('DEVICE_NOT_INSPECTED', device.serial)]
  if (!foundAtFault(policy, device).includes(kind))
    return [blocker('LIABILITY_WITHOUT_GROUND', device.serial)]
  return all(when(!device.undecided.includes(kind), 'CHARGE_ENDED', device.serial, { kind }))
}

const reportGround = (context: LifecycleContext, documentId: string, kind: string): readonly Blocker[] => {
  const paper = Object.hasOwn(context.documents, documentId) ? context.documents[documentId] : undefined
  if (paper?.type !== 'damage_report' || paper.isRejected) return [blocker('DOCUMENT_UNKNOWN', documentId)]
  const cause = paper.facts?.cause
  return all(
    when(
      typeof cause !== 'string' || !isMerchantsDamage(context.policy, cause),
      'LIABILITY_WITHOUT_GROUND',
      documentId,
    ),
    when(
      items(context.charges).some((charge) => charge.kind === kind && charge.ground === documentId),
      'CHARGE_ENDED',
      documentId,
      { kind },
    ),
  )
}

/** A damage, and what is missing, are charged on an inspection or a report; a loss and what never came back need none. */
const groundBlockers = (context: LifecycleContext, event: Asked<'charge.raised'>): readonly Blocker[] => {
  const { kind, chargeId, serial, documentId } = event
  if (kind !== 'damage' && kind !== 'accessory') return []
  if (serial !== undefined) {
    const { item: device, missing } = deviceNamed(context, event)
    return missing ?? inspectionGround(context, device, kind)
  }
  if (documentId !== undefined) return reportGround(context, documentId, kind)
  return all(when(chargeId !== undefined, 'LIABILITY_WITHOUT_GROUND', chargeId))
}

export const chargeRules: Rules<EventOn<'charges'>> = {
  'charge.waived': (context, event) => {
    const { item: device, missing } = deviceNamed(context, event)
    if (missing) return missing
    return all(
      when(device.inspection === null, 'DEVICE_NOT_INSPECTED', device.serial),
      when(
        event.kind !== undefined && device.inspection !== null && !device.undecided.includes(event.kind),
        'CHARGE_ENDED',
        device.serial,
      ),
    )
  },

  'charge.raised': (context, event) =>
    all(
      when(
        event.chargeId !== undefined &&
          (isReservedCharge(event.chargeId) || Object.hasOwn(context.charges, event.chargeId)),
        'REFERENCE_IN_USE',
        event.chargeId,
      ),
      when(
        event.kind !== undefined &&
          event.feeTableVersion !== undefined &&
          !fromFacts.has(event.kind) &&
          !feeTableInForce(context, event.feeTableVersion, event.at),
        'FEE_TABLE_NOT_IN_FORCE',
        event.chargeId,
      ),
      groundBlockers(context, event),
    ),

  'charge.disputed': (context, event) => {
    const { item: charge, missing } = lookUp(context.charges, event.chargeId, 'CHARGE_UNKNOWN')
    return (
      missing ??
      all(
        when(
          charge.status !== 'raised' || chargePaid(charge) >= charge.amount.amount,
          'CHARGE_ENDED',
          charge.chargeId,
        ),
      )
    )
  },

  'charge.determined': (context, event) => {
    const { item: charge, missing } = lookUp(context.charges, event.chargeId, 'CHARGE_UNKNOWN')
    if (missing) return missing
    return all(
      when(isSamePerson(charge.raisedBy, event.by.personId), 'MAKER_IS_CHECKER', charge.chargeId),
      when(
        event.amount !== undefined && event.amount.amount > charge.amount.amount,
        'AMOUNT_TOO_HIGH',
        charge.chargeId,
        { limit: charge.amount.amount },
      ),
    )
  },

  'charge.met': (context, event) => {
    const { item: charge, missing } = lookUp(context.charges, event.chargeId, 'CHARGE_UNKNOWN')
    if (missing) return missing
    const open = chargeOpen(context, charge)
    return all(
      when(
        event.paymentRef !== undefined &&
          (isReservedCharge(event.paymentRef) || Object.hasOwn(charge.payments, event.paymentRef)),
        'REFERENCE_IN_USE',
        event.paymentRef,
      ),
      when(open === 0, 'CHARGE_ENDED', charge.chargeId),
      when(
        open > 0 && event.amount !== undefined && event.amount.amount > open,
        'AMOUNT_TOO_HIGH',
        charge.chargeId,
        {
          limit: open,
        },
      ),
    )
  },
}
