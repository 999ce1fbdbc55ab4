import {
  type Department,
  departmentOfCategory,
  departmentOfRequest,
  type EventOn,
  type EventType,
  reasonProfiles,
  requestAnswers,
} from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { StampedEvent } from '../shape/record.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
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

/** Whoever looks after what the terminal is limited for, as far as the merchant knows of it. */
export const supportFor = ({ holds }: LifecycleContext): Department => {
  const known = items(holds).find(({ status, disclosure }) => status === 'effective' && disclosure === 'open')
  return known ? departmentOfCategory[reasonProfiles[known.code].category] : 'support'
}

export const requestReducers: Reducers<EventOn<'requests'>> = {
  'request.made': (turn, { requestId, kind, serial = null, depositId = null, text = null, by, at }) => {
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
    })
    const department = kind === 'support' ? supportFor(turn.context) : departmentOfRequest[kind]
    openTicket(turn, department, 'request_made', requestId)
  },

  'request.declined': (turn, { requestId, reason }) =>
    turn.update('requests', requestId, { status: 'declined', reason }),
}
