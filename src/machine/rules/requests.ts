import { type EventOn, requestPhases } from '../../domain/index.ts'
import { all, lookUp, when } from '../clearing/kit.ts'
import { isFollowUpName } from '../facts/notes.ts'
import { phaseOf } from '../facts/phase.ts'
import type { Rules } from './kit.ts'

export const requestRules: Rules<EventOn<'requests'>> = {
  'request.made': (context, event) =>
    all(
      // nobody could answer it here
      when(
        event.kind !== undefined && !requestPhases(event.kind).includes(phaseOf(context)),
        'NOT_ALLOWED_IN_STATE',
        'request.made',
      ),
      when(
        event.requestId !== undefined &&
          (Object.hasOwn(context.requests, event.requestId) || isFollowUpName(context, event.requestId)),
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
