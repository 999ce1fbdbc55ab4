import { type Blocker, blocker, type EventOn } from '../../domain/index.ts'
import { deviceOpen } from '../clearing/devices.ts'
import { all, when } from '../clearing/kit.ts'
import { isReservedCharge } from '../facts/charges.ts'
import { hasRun } from '../facts/clocks.ts'
import { againstAct, isErased, wantsConsent, wantsSeal } from '../facts/data.ts'
import { isMissing, isToBeFetched } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { isOrderedFor } from '../facts/orders.ts'
import { isDrained } from '../facts/transactions.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { secondPerson } from './acts.ts'
import { type Asked, deviceNamed, inService, type Rules, report, withDevice } from './kit.ts'
import { paperNamed } from './papers.ts'

/** The other tenants agree on paper. Where that is overdue, or the device is here already, two persons do as well. */
const consent = (
  context: LifecycleContext,
  item: Device,
  event: Asked<'return.authorised'>,
): readonly Blocker[] => {
  if (event.consent !== undefined || !wantsConsent(context, item)) return []
  const isLate = item.receivedAt !== null || hasRun(context, `deviceReturnDue:${item.serial}`, event.at)
  return isLate ? secondPerson(context, event) : [blocker('TENANT_CONSENT_MISSING', item.serial)]
}

/** Nobody sends or fetches a device without knowing where. The form of the closure says where the merchant is, and no other place. */
const lacksAddress = ({ closing }: LifecycleContext, event: Asked<'return.authorised'>): boolean =>
  event.addressDocumentId === undefined &&
  (event.destination === 'designatedPlace' ||
    (event.destination === 'collection' && closing?.formDocumentId == null))

/** The merchant asked that it be fetched, and nobody ever sent for it: that it is not back is not the merchant's doing. */
const neverSentFor = (context: LifecycleContext, item: Device, chargeId: string): Blocker | false =>
  item.returnTo === null &&
  isToBeFetched(context, item) && {
    ...blocker('LIABILITY_WITHOUT_GROUND', chargeId),
    clearedBy: ['return.authorised'],
  }

/** One that was here before and was mended comes back once nothing of its first time is left to do. */
const comingBack = (context: LifecycleContext, serial: string | undefined): readonly Blocker[] => {
  const again =
    serial !== undefined && Object.hasOwn(context.devices, serial) ? context.devices[serial] : undefined
  if (again === undefined) return []
  if (again.role === 'bound') return [blocker('REFERENCE_IN_USE', serial)]
  const begun = items(context.orders).find((order) => order.claimed && isOrderedFor(again.serial)(order))
  return all(
    isMissing(again) && { ...blocker('DEVICE_REPORTED_LOST', serial), clearedBy: ['device.found'] },
    when(!isDrained(context, again), 'DEVICE_NOT_DRAINED', serial),
    again.custody !== 'lost' && deviceOpen(context, again),
    when(again.undecided.length > 0, 'DAMAGE_UNDECIDED', serial),
    when(again.binding !== 'unbound', 'DEVICE_STILL_BOUND', serial),
    when(begun !== undefined, 'ORDER_CLAIMED', begun?.orderId),
  )
}

export const deviceRules: Rules<EventOn<'devices'>> = {
  'device.lost': report,
  'device.found': report,
  'device.shipped': report,
  'device.received': report,
  'device.inspected': report,

  'loss.accepted': withDevice((_, item, event: Asked<'loss.accepted'>) =>
    all(
      when(item.custody !== 'lost', 'DEVICE_NOT_LOST', item.serial),
      when(item.keys === 'loaded' && item.keysRevokedAt === null, 'KEYS_NOT_REVOKED', item.serial),
      when(item.lossReport === null && !event.evidence?.length, 'REPORT_MISSING', item.serial),
    ),
  ),

  'device.replaced': (context, event) => {
    const { item: old, missing } = deviceNamed(context, { serial: event.oldSerial })
    if (missing) return missing
    return all(
      when(old.role !== 'bound', 'WRONG_SERIAL', old.serial),
      comingBack(context, event.newSerial),
      event.exception !== undefined && secondPerson(context, event),
    )
  },

  'device.registered': withDevice(() => []),

  'return.authorised': withDevice((context, item, event: Asked<'return.authorised'>) =>
    all(
      when(lacksAddress(context, event), 'REQUIRED_HERE', item.serial, { path: '/addressDocumentId' }),
      // whoever is sent there has to be able to read where that is
      paperNamed(context, event.addressDocumentId),
      inService(context, item),
      when(
        (!isErased(item) || wantsSeal(context, item)) && event.seal === undefined,
        'ERASE_OR_SEAL_FIRST',
        item.serial,
      ),
      againstAct(context, item, 'return'),
      consent(context, item, event),
    ),
  ),

  'device.declaredUnreadable': withDevice((context, item) =>
    all(inService(context, item), when(item.receivedAt === null, 'DEVICE_NOT_RECEIVED', item.serial)),
  ),

  'device.declaredUnreturned': withDevice((context, item, event: Asked<'device.declaredUnreturned'>) =>
    all(
      when(item.receivedAt !== null || item.custody === 'lossAccepted', 'NOT_ALLOWED_IN_STATE', item.serial),
      when(!hasRun(context, `deviceReturnDue:${item.serial}`, event.at), 'NOT_YET_DUE', item.serial),
      when(
        event.charge !== undefined &&
          (isReservedCharge(event.charge.chargeId) || Object.hasOwn(context.charges, event.charge.chargeId)),
        'REFERENCE_IN_USE',
        event.charge?.chargeId,
      ),
      event.charge !== undefined && neverSentFor(context, item, event.charge.chargeId),
    ),
  ),
}
