import type { EventOn } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import type { Rules } from './kit.ts'

export const requestRules: Rules<EventOn<'requests'>> = {
  'request.made': (context, event) =>
    all(
      when(
        event.requestId !== undefined && Object.hasOwn(context.requests, event.requestId),
        'REFERENCE_IN_USE',
        event.requestId,
      ),
      when(
        event.serial !== undefined && !Object.hasOwn(context.devices, event.serial),
        'DEVICE_UNKNOWN',
        event.serial,
      ),
      when(
        event.depositId !== undefined && !Object.hasOwn(context.deposits, event.depositId),
        'DEPOSIT_UNKNOWN',
        event.depositId,
      ),
    ),

  'request.declined': (context, event) => {
    const { item: request, missing } = lookUp(context.requests, event.requestId, 'REQUEST_UNKNOWN')
    return missing ?? all(when(request.status !== 'open', 'REQUEST_ENDED', request.requestId))
  },
}
