import { type Blocker, type EventOn, isSamePerson } from '../../domain/index.ts'
import { regions } from '../clearing/index.ts'
import { all, when } from '../clearing/kit.ts'
import { againstAct, backedUp, copyHolds, isErased, isRecordless, recordsOpen } from '../facts/data.ts'
import { isBlank } from '../facts/devices.ts'
import { covers } from '../facts/time.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import { type Asked, inService, type Rules, report, withDevice } from './kit.ts'

/** Why the device may not be wiped now; an authorisation lapses as soon as one of these is true again. */
export const erasureBlockers = (context: LifecycleContext, item: Device, whole = false): readonly Blocker[] =>
  all(
    item.role === 'bound' && regions.acceptance(context),
    againstAct(context, item, 'erase', whole),
    backedUp(item),
  )

const erased = (item: Device) => when(isErased(item), 'NOT_ALLOWED_IN_STATE', item.serial)

/** Wiped, and not set up since: a copy of it now would be one of nothing, in the place of the one that has everything. */
const blank = (item: Device) => when(isBlank(item) && !isErased(item), 'NOT_ALLOWED_IN_STATE', item.serial)

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

export const dataRules: Rules<EventOn<'data'>> = {
  'erasure.completed': report,
  'erasure.failed': report,

  'backup.recorded': withDevice((context, item) =>
    all(
      erased(item),
      erasing(item),
      copyHolds(context, item),
      isRecordless(item) ? recordsOpen(item) : blank(item),
    ),
  ),
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
  'backup.waived': withDevice((context, item, event: Asked<'backup.waived'>) => {
    const { coversUpTo } = event.statement?.facts ?? {}
    const isShort = typeof coversUpTo === 'string' && !covers(coversUpTo, item.lastTransactionAt)
    return all(
      erased(item),
      erasing(item),
      copyHolds(context, item),
      when(isShort, 'EVIDENCE_UNSUITABLE', event.statement?.id, { fact: 'coversUpTo' }),
    )
  }),

  'erasure.authorised': withDevice((context, item, event: Asked<'erasure.authorised'>) =>
    all(
      inService(context, item),
      erased(item),
      erasing(item),
      erasureClaimed(context, item),
      erasureBlockers(context, item, event.scope === 'device'),
    ),
  ),

  'erasure.verified': withDevice((_, item, event: Asked<'erasure.verified'>) =>
    all(
      when(item.erasure !== 'completed', 'ERASURE_NOT_COMPLETED', item.serial),
      when(isSamePerson(item.erasedBy, event.by.personId), 'MAKER_IS_CHECKER', item.serial),
    ),
  ),
}
