import {
  type Blocker,
  blocker,
  type EventOn,
  isSamePerson,
  type Money,
  type PricedFeeTable,
  pricesOf,
  wasInForce,
} from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { chargeOpen, chargePaid, isReservedCharge } from '../facts/charges.ts'
import { foundAtFault, isMerchantsDamage } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { type Asked, deviceNamed, type Rules } from './kit.ts'
import { paperNamed } from './papers.ts'

/** Kinds whose amount follows from a fact, not from a price: a table need not list them. What a repair costs is a price. */
const fromFacts = new Set(['device', 'penalty', 'arrears', 'settlement', 'chargeback', 'overpayment'])

interface Claim {
  chargeId?: string | undefined
  kind?: string | undefined
  serial?: string | undefined
  amount?: Money | undefined
  feeTableVersion?: string | undefined
}

/** What is charged names a table that is in force, and is what stands in it, where it stands in it. */
export const priceFaults = (
  given: readonly PricedFeeTable[],
  { devices }: LifecycleContext,
  { chargeId, kind, serial, amount, feeTableVersion }: Claim,
  at: string,
): readonly Blocker[] => {
  if (kind === undefined || feeTableVersion === undefined) return []
  const model = (serial !== undefined && devices[serial]?.model) || undefined
  const listed = (table: PricedFeeTable) =>
    amount === undefined ? [] : pricesOf(table, { kind, model, currency: amount.currency })
  const tables = given.filter((table) => wasInForce(table, at))
  if (fromFacts.has(kind) && tables.every((table) => listed(table).length === 0)) return []
  const named = tables.filter(({ version }) => version === feeTableVersion)
  if (named.length === 0) return [blocker('FEE_TABLE_NOT_IN_FORCE', chargeId)]
  const prices = named.flatMap(listed)
  return prices.length === 0 || amount === undefined || prices.includes(amount.amount)
    ? []
    : [blocker('AMOUNT_NOT_IN_FEE_TABLE', chargeId, { prices: prices.map(String) })]
}

/** On what the inspection of this device gives the provider a claim; once it has decided, no second one. */
const inspectionGround = (
  { policy }: LifecycleContext,
  device: Device,
  kind: 'damage' | 'accessory',
): readonly Blocker[] => {
  // found before the closure began, which forgets the inspection and not the claim
  if (device.undecided.includes(kind)) return []
  if (device.inspection === null) return [blocker('DEVICE_NOT_INSPECTED', device.serial)]
  if (!foundAtFault(policy, device).includes(kind))
    return [blocker('LIABILITY_WITHOUT_GROUND', device.serial)]
  return [blocker('CHARGE_ENDED', device.serial, { kind })]
}

const reportGround = (context: LifecycleContext, documentId: string, kind: string): readonly Blocker[] => {
  const paper = Object.hasOwn(context.documents, documentId) ? context.documents[documentId] : undefined
  if (paper?.type !== 'damage_report') return [blocker('DOCUMENT_UNKNOWN', documentId)]
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

/** The device and the paper that a charge names are there, whatever it is for. */
const strangers = (context: LifecycleContext, { serial, documentId }: Asked<'charge.raised'>) =>
  all(
    when(serial !== undefined && !Object.hasOwn(context.devices, serial), 'DEVICE_UNKNOWN', serial),
    paperNamed(context, documentId),
  )

/** A damage, and what is missing, are charged on an inspection or a report; a loss and what never came back need none. */
const groundBlockers = (context: LifecycleContext, event: Asked<'charge.raised'>): readonly Blocker[] => {
  const { kind, chargeId, serial, documentId } = event
  const unknown = strangers(context, event)
  if (unknown.length > 0 || (kind !== 'damage' && kind !== 'accessory')) return unknown
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
    const { inspection, undecided, serial } = device
    const isOpen = event.kind === undefined ? undecided.length > 0 : undecided.includes(event.kind)
    return all(
      when(inspection === null && !isOpen, 'DEVICE_NOT_INSPECTED', serial),
      when(inspection !== null && event.kind !== undefined && !isOpen, 'CHARGE_ENDED', serial),
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
      priceFaults(context.policy.feeTables, context, event, event.at),
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
