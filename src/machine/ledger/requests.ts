import {
  type Department,
  departmentOfCategory,
  departmentOfRequest,
  type EventOn,
  type EventType,
  mostEnded,
  reasonProfiles,
  requestAnswers,
} from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import { faultOf } from '../facts/papers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { PaperOnFile } from '../shape/papers.ts'
import type { StampedEvent } from '../shape/record.ts'
import type { MadeRequest } from '../shape/requests.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import type { Turn } from './turn.ts'

const isAbout = (asked: string | null, done: unknown): boolean => asked === null || asked === done

/** Which devices are mended since this event, by a record that somebody has seen. One that names none means the only one. */
const mendedNow = ({ context, before, at }: Turn): readonly unknown[] => {
  const [only, ...others] = items(context.devices)
  const isGood = (paper: PaperOnFile | undefined) =>
    paper?.checkedBy != null && !paper.isRejected && faultOf(paper, at) === undefined
  return items(context.documents)
    .filter(({ type }) => type === 'repair_or_replacement_record')
    .filter((paper) => isGood(paper) && !isGood(before.documents[paper.id]))
    .map(({ facts = {} }) => facts.serial ?? (others.length === 0 ? only?.serial : undefined))
}

/** What is done about the same thing, or said to be done by its name; nobody answers himself. */
const isAnsweredBy = ({ requestId, kind, ...asked }: MadeRequest, event: StampedEvent): boolean => {
  const answers: readonly EventType[] = requestAnswers[kind]
  if (event.by.role === 'merchant' || !answers.includes(event.type)) return false
  if (event.type === 'followUp.done') return event.followUpId === requestId
  // of papers only a record of the repair answers, whoever brings it
  if (event.type === 'document.added' || event.type === 'document.checked') return false
  const done = event as { serial?: string; oldSerial?: string; depositId?: string }
  return isAbout(asked.serial, done.oldSerial ?? done.serial) && isAbout(asked.depositId, done.depositId)
}

export const answerRequests = (turn: Turn, event: StampedEvent): void => {
  const open = items(turn.context.requests).filter(({ status }) => status === 'open')
  const mended = open.some(({ kind }) => kind === 'repair') ? mendedNow(turn) : []
  for (const request of open) {
    const isMended = request.kind === 'repair' && mended.some((serial) => isAbout(request.serial, serial))
    if (isMended || isAnsweredBy(request, event))
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
    turn.keepNewest('requests', mostEnded, ({ status }) => status !== 'open')
    const department = kind === 'support' ? supportFor(turn.context) : departmentOfRequest[kind]
    openTicket(turn, department, 'request_made', requestId)
  },

  'request.declined': (turn, { requestId, reason }) =>
    turn.update('requests', requestId, { status: 'declined', reason }),
}
