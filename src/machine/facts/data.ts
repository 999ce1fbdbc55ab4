import { type Blocker, blocker } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { Hold } from '../shape/holds.ts'
import { isBlank } from './devices.ts'
import { effectiveHolds } from './holds.ts'
import { items } from './kit.ts'
import { covers } from './time.ts'
import { isDrained, isOpenOn } from './transactions.ts'

export const isErased = (device: Device): boolean =>
  device.erasure === 'verified' || device.erasure === 'moot'

/** Is everything in its copy that is known to have happened on it? */
const isCovered = ({ backup, lastTransactionAt }: Device): boolean =>
  backup !== null && covers(backup.upTo, lastTransactionAt)

/** All that happened on it is in a copy that was read back, or two people did without one. */
export const isSaved = (device: Device): boolean => device.backup?.verified === true && isCovered(device)

/** A copy of all that the device holds, read back: what is kept for a dispute is in it. */
const isCopied = (device: Device): boolean => isSaved(device) && device.backup?.waived === false

/** Evidence that is kept for a dispute binds the verified copy, and the device only while there is none. */
export const evidenceHolds = (context: LifecycleContext): readonly Hold[] =>
  effectiveHolds(context, 'erasure').filter(({ evidence }) => evidence !== undefined)

const asLegalHold = ({ holdId, evidence }: Hold): Blocker =>
  evidence
    ? {
        ...blocker('LEGAL_HOLD', holdId),
        owner: 'provider',
        clearedBy: ['backup.verified', 'dispute.closed', 'hold.lifted'],
      }
    : blocker('LEGAL_HOLD', holdId)

/** What forbids wiping this device. */
export const legalHolds = (context: LifecycleContext, device: Device): readonly Blocker[] =>
  effectiveHolds(context, 'erasure')
    .filter(({ evidence }) => evidence === undefined || !isCopied(device))
    .map(asLegalHold)

/** What forbids replacing the copy of this device. */
export const copyHolds = (context: LifecycleContext, device: Device): readonly Blocker[] =>
  isCopied(device)
    ? evidenceHolds(context).map(({ holdId }) => ({
        ...blocker('LEGAL_HOLD', holdId),
        owner: 'provider',
        clearedBy: ['dispute.closed', 'hold.lifted'],
      }))
    : []

/** A wipe that somebody has begun goes on, whatever became of its authorisation, until it is told to have failed. */
export const erasureBegun = ({ orders }: LifecycleContext, { serial }: Device): boolean =>
  items(orders).some(
    (order) =>
      order.kind === 'eraseDevice' &&
      order.params.serial === serial &&
      (order.status === 'confirmed' || (order.status === 'ordered' && order.claimed)),
  )

/**
 * It was wiped before somebody had read back a copy of all that it held: nobody can make one any more. What is told of the time
 * before is in no copy either. Who accepted its loss accepted that too.
 */
export const isRecordless = (device: Device): boolean =>
  device.wiped != null &&
  !isErased(device) &&
  (device.wiped.recordsLost || (isBlank(device) && device.backup !== null && !isCovered(device)))

/** The copy that was made before may still be read back; two people decide what becomes of records that are gone. */
export const recordsOpen = (device: Device): Blocker => {
  const { serial, backup } = device
  if (backup?.verified === false && isCovered(device)) return blocker('BACKUP_UNVERIFIED', serial)
  return { ...blocker('BACKUP_MISSING', serial), owner: 'provider', clearedBy: ['backup.waived'] }
}

/** What its copy still lacks: there is none, nobody has read it back, or something happened since. */
export const backedUp = (device: Device): readonly Blocker[] => {
  const { serial, backup } = device
  if (isRecordless(device)) return [recordsOpen(device)]
  if (backup === null) return [blocker('BACKUP_MISSING', serial)]
  return [
    ...(backup.verified ? [] : [blocker('BACKUP_UNVERIFIED', serial)]),
    ...(isCovered(device) ? [] : [blocker('BACKUP_STALE', serial)]),
  ]
}

const hazards = {
  openItem: (context: LifecycleContext, device: Device) =>
    items(context.transactions)
      .filter((transaction) => isOpenOn(context, device, transaction))
      .map(({ ref }) => blocker('TRANSACTIONS_OPEN', ref)),
  shared: (_: LifecycleContext, { serial, tenancy }: Device) =>
    tenancy === 'shared' ? [blocker('SHARED_DEVICE', serial)] : [],
  undrained: (context: LifecycleContext, device: Device) =>
    isDrained(context, device) ? [] : [blocker('DEVICE_NOT_DRAINED', device.serial)],
  legalHold: legalHolds,
} satisfies Readonly<Record<string, (context: LifecycleContext, device: Device) => readonly Blocker[]>>
type Hazard = keyof typeof hazards

/**
 * What may be done to a device that is still wanted: `stops`, `goes`, `sealed` in its bag, with the `consent` of its
 * other tenants, or only the tenant's `own` part of it. A request against a cell is refused; a report is kept, with an issue, and does not count. (R-161, R-170, C-12)
 */
const actHazards = {
  erase: { openItem: 'stops', shared: 'own', undrained: 'stops', legalHold: 'stops' },
  zeroise: { openItem: 'stops', shared: 'own', undrained: 'stops', legalHold: 'stops' },
  unbind: { openItem: 'stops', shared: 'goes', undrained: 'stops', legalHold: 'goes' },
  return: { openItem: 'sealed', shared: 'consent', undrained: 'sealed', legalHold: 'goes' },
} as const satisfies Readonly<
  Record<string, Readonly<Record<Hazard, 'stops' | 'goes' | 'sealed' | 'consent' | 'own'>>>
>
export type DeviceAct = keyof typeof actHazards

const found = (
  context: LifecycleContext,
  device: Device,
  act: DeviceAct,
  verdict: string,
): readonly Blocker[] =>
  (Object.keys(hazards) as Hazard[]).flatMap((hazard) =>
    actHazards[act][hazard] === verdict ? hazards[hazard](context, device) : [],
  )

/** Why the act must not be done to this device now; `whole`: to the other tenants' part of it as well. */
export const againstAct = (
  context: LifecycleContext,
  device: Device,
  act: DeviceAct,
  whole = false,
): readonly Blocker[] => [
  ...found(context, device, act, 'stops'),
  ...(whole ? found(context, device, act, 'own') : []),
]

/** It may go only in a sealed bag. */
export const wantsSeal = (context: LifecycleContext, device: Device): boolean =>
  found(context, device, 'return', 'sealed').length > 0

/** Others use it too, and have to agree. */
export const wantsConsent = (context: LifecycleContext, device: Device): boolean =>
  found(context, device, 'return', 'consent').length > 0
