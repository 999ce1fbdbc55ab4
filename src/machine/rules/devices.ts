import type { EventOn } from '../../domain/index.ts'
import { type Blocker, blocker } from '../../domain/index.ts'
import { regions } from '../clearing/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { isReservedCharge } from '../facts/charges.ts'
import { hasRun } from '../facts/clocks.ts'
import { isErased } from '../facts/data.ts'
import { effectiveHolds } from '../facts/holds.ts'
import { covers } from '../facts/time.ts'
import { isDrained, openTransactions } from '../facts/transactions.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { type Asked, inService, type Rules } from './kit.ts'

type Named = { serial?: string | undefined }
const device = (context: LifecycleContext, { serial }: Named) =>
  lookUp(context.devices, serial, 'DEVICE_UNKNOWN')

/** What must be true of sale and transactions before anything on the device may be wiped. */
const quiet = (context: LifecycleContext, item: Device): readonly Blocker[] =>
  all(
    item.role === 'bound' && regions.acceptance(context),
    openTransactions(context)
      .filter(({ serial }) => serial === null || serial === item.serial)
      .map(({ ref }) => blocker('TRANSACTIONS_OPEN', ref)),
    when(!isDrained(context, item), 'DEVICE_NOT_DRAINED', item.serial),
  )

const backedUp = ({ serial, backup, lastTransactionAt }: Device): readonly Blocker[] => {
  if (backup === null) return [blocker('BACKUP_MISSING', serial)]
  return all(
    when(!backup.verified, 'BACKUP_UNVERIFIED', serial),
    when(!covers(backup.upTo, lastTransactionAt), 'BACKUP_STALE', serial),
  )
}

/** Why the device may not be wiped now; an authorisation lapses as soon as one of these is true again. */
export const erasureBlockers = (context: LifecycleContext, item: Device): readonly Blocker[] =>
  all(
    quiet(context, item),
    backedUp(item),
    effectiveHolds(context, 'erasure').map(({ holdId }) => blocker('LEGAL_HOLD', holdId)),
  )

const withDevice =
  <E extends Named>(rule: (context: LifecycleContext, item: Device, event: E) => readonly Blocker[]) =>
  (context: LifecycleContext, event: E): readonly Blocker[] => {
    const { item, missing } = device(context, event)
    return missing ?? rule(context, item, event)
  }

const erased = (item: Device) => when(isErased(item), 'NOT_ALLOWED_IN_STATE', item.serial)
/** The copy that the erasure was authorised on stays as it is. */
const erasing = ({ erasure, serial }: Device) =>
  when(erasure === 'authorised' || erasure === 'completed', 'ALREADY_DECIDED', serial)
/** An erasure that somebody has begun ends by its result, even when its authorisation has lapsed. */
const erasureClaimed = ({ orders }: LifecycleContext, { serial }: Device) =>
  when(
    Object.values(orders).some(
      (order) => order.kind === 'eraseDevice' && order.params.serial === serial && order.status === 'ordered',
    ),
    'ORDER_CLAIMED',
    serial,
  )
const report = () => []

export const deviceRules: Rules<EventOn<'devices' | 'data' | 'keys' | 'binding'>> = {
  'device.lost': report,
  'device.found': report,
  'device.shipped': report,
  'device.received': report,
  'device.inspected': report,
  'erasure.completed': report,
  'erasure.failed': report,
  'keys.removed': report,
  'unbinding.confirmed': report,
  'unbinding.failed': report,

  'loss.accepted': withDevice((_, item, event: Asked<'loss.accepted'>) =>
    all(
      when(item.custody !== 'lost', 'DEVICE_NOT_LOST', item.serial),
      when(item.keys === 'loaded' && item.keysRevokedAt === null, 'KEYS_NOT_REVOKED', item.serial),
      when(item.lossReport === null && !event.evidence?.length, 'REPORT_MISSING', item.serial),
    ),
  ),

  'device.replaced': (context, event) => {
    const { item: old, missing } = device(context, { serial: event.oldSerial })
    if (missing) return missing
    const empty = old.drainedUpTo !== null && covers(old.drainedUpTo, old.lastTransactionAt)
    return all(
      when(old.role !== 'bound', 'WRONG_SERIAL', old.serial),
      when(!empty && !old.writtenOff && old.custody !== 'lost', 'OLD_NOT_DRAINED_OR_LOST', old.serial),
      when(
        event.newSerial !== undefined && Object.hasOwn(context.devices, event.newSerial),
        'REFERENCE_IN_USE',
        event.newSerial,
      ),
    )
  },

  'return.authorised': withDevice((context, item, event: Asked<'return.authorised'>) =>
    all(
      inService(context, item),
      when(!isErased(item) && event.seal === undefined, 'ERASE_OR_SEAL_FIRST', item.serial),
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
    ),
  ),

  'backup.recorded': withDevice((_, item) => all(erased(item), erasing(item))),
  'backup.verified': withDevice((_, item, event: Asked<'backup.verified'>) =>
    all(
      when(item.backup === null || item.backup.waived, 'BACKUP_MISSING', item.serial),
      when(
        event.hash !== undefined && item.backup !== null && item.backup.hash !== event.hash,
        'BACKUP_UNVERIFIED',
        item.serial,
      ),
    ),
  ),
  'backup.waived': withDevice((_, item) => all(erased(item), erasing(item))),

  'erasure.authorised': withDevice((context, item, event: Asked<'erasure.authorised'>) =>
    all(
      inService(context, item),
      erased(item),
      erasing(item),
      erasureClaimed(context, item),
      erasureBlockers(context, item),
      when(item.tenancy === 'shared' && event.scope === 'device', 'SHARED_DEVICE', item.serial),
    ),
  ),

  'erasure.verified': withDevice((_, item, event: Asked<'erasure.verified'>) =>
    all(
      when(item.erasure !== 'completed', 'ERASURE_NOT_COMPLETED', item.serial),
      when(item.erasedBy === event.by.personId, 'MAKER_IS_CHECKER', item.serial),
    ),
  ),

  'unbinding.ordered': withDevice((context, item) =>
    all(
      inService(context, item),
      when(item.binding === 'unbindingOrdered', 'UNBINDING_PENDING', item.serial),
      when(item.binding === 'unbound', 'ORDER_ENDED', item.serial),
      when(!isDrained(context, item), 'DEVICE_NOT_DRAINED', item.serial),
      when(item.keys === 'loaded' && item.keysRevokedAt === null, 'KEYS_NOT_REMOVED', item.serial),
      when(
        context.policy.unbindRequires === 'received' &&
          item.receivedAt === null &&
          item.owner !== 'merchant' &&
          item.custody !== 'lossAccepted',
        'DEVICE_NOT_RECEIVED',
        item.serial,
      ),
    ),
  ),
}
