import { type EventOn, type EventType, requestAnswers } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import type { StampedEvent } from '../shape/record.ts'
import type { Reducers } from './kit.ts'
import type { Turn } from './turn.ts'

/** What is done about the same thing answers what was asked for; nobody answers himself. */
export const answerRequests = (turn: Turn, event: StampedEvent): void => {
  if (event.by.role === 'merchant') return
  const {
    serial,
    oldSerial = serial,
    depositId,
  } = event as { serial?: string; oldSerial?: string; depositId?: string }
  const about = (asked: string | null, done: string | undefined) => asked === null || asked === done
  for (const request of items(turn.context.requests)) {
    const answers: readonly EventType[] = requestAnswers[request.kind]
    if (request.status !== 'open' || !answers.includes(event.type)) continue
    if (about(request.serial, oldSerial) && about(request.depositId, depositId))
      turn.update('requests', request.requestId, { status: 'answered' })
  }
}

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
