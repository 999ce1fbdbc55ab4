import { type Blocker, blocker, type EventType, limitFor, recordLimits } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { papersIn } from './door.ts'
import type { Asked } from './kit.ts'

const codes = {
  documents: 'DOCUMENTS_FULL',
  followUps: 'FOLLOW_UPS_FULL',
  requests: 'REQUESTS_FULL',
} as const

type Counts = Readonly<Partial<Record<keyof typeof recordLimits, number>>>

/** What of the record grows by the event, and how many there would be then. */
const grown = (context: LifecycleContext, event: Asked<EventType>): Counts => {
  const { documents, followUps, requests } = context
  const added = new Set(papersIn(event).flatMap(({ id }) => (Object.hasOwn(documents, id) ? [] : [id])))
  const { kind } = event as { kind?: string }
  return {
    ...(added.size > 0 && { documents: Object.keys(documents).length + added.size }),
    ...(event.type === 'note.recorded' &&
      kind !== undefined &&
      kind !== 'note' && { followUps: items(followUps).filter(({ done }) => !done).length + 1 }),
    ...(event.type === 'request.made' && {
      requests: items(requests).filter(({ status }) => status === 'open').length + 1,
    }),
  }
}

/** Is there room in the record for what the event brings with it? */
export const room = (context: LifecycleContext, event: Asked<EventType>): readonly Blocker[] =>
  Object.entries(grown(context, event)).flatMap(([name, count]) => {
    const of = name as keyof Counts
    const most = limitFor(recordLimits[of], event.by.role)
    return count > most ? [blocker(codes[of], undefined, { most })] : []
  })
