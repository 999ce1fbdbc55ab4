import type { EventOn } from '../../domain/index.ts'
import type { Reducers } from './kit.ts'

export const requestReducers: Reducers<EventOn<'requests'>> = {
  'request.made': (turn, { requestId, kind, serial = null, depositId = null, text = null, by, at }) =>
    turn.put('requests', requestId, {
      requestId,
      kind,
      serial,
      depositId,
      text,
      madeBy: by.personId,
      madeAt: at,
      status: 'open',
      reason: null,
    }),

  'request.declined': (turn, { requestId, reason }) =>
    turn.update('requests', requestId, { status: 'declined', reason }),
}
