import type { EventOn } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { againstAct } from '../facts/data.ts'
import { inService, type Rules, report, withDevice } from './kit.ts'

export const bindingRules: Rules<EventOn<'binding'>> = {
  'unbinding.confirmed': report,
  'unbinding.failed': report,

  'unbinding.ordered': withDevice((context, item) =>
    all(
      inService(context, item),
      when(item.binding === 'unbindingOrdered', 'UNBINDING_PENDING', item.serial),
      when(item.binding === 'unbound', 'ORDER_ENDED', item.serial),
      againstAct(context, item, 'unbind'),
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
