import type { EventType, Instant } from '../domain/index.ts'
import type { FiledRequest } from '../schemas/index.ts'
import type { ApplicationStep, Decision, Process } from './facts.ts'
import { beginsClosing, type Entry, eventOf, type Story } from './story.ts'

/** An application as the journal tells it. */
export interface Filed {
  readonly applicationId: string
  readonly process: Process
  readonly submittedAt: Instant
  /** `null`: filed under format 1, which dropped it. */
  readonly request: FiledRequest | null
  readonly entries: readonly Entry[]
  readonly decision: Decision | null
}

const processes: Readonly<Partial<Record<EventType, Process>>> = {
  'suspension.requested': 'suspension',
  'reinstatement.requested': 'reinstatement',
  'closure.requested': 'closure',
}

const endings: Readonly<Partial<Record<EventType, Decision>>> = {
  'application.withdrawn': 'withdrawn',
  'application.lapsed': 'lapsed',
}

type Open = Omit<Filed, 'entries' | 'decision'> & { entries: Entry[]; isRejected: boolean }

const opened = (entry: Entry): Open | undefined => {
  const event = eventOf(entry)
  const kind = event && processes[event.type]
  if (kind === undefined) return undefined
  const filed = event as { request?: FiledRequest; applicationId?: string }
  const request = filed.request ?? null
  const applicationId = request?.applicationId ?? filed.applicationId ?? ''
  return { applicationId, process: kind, submittedAt: entry.at, request, entries: [entry], isRejected: false }
}

/** A closure that was approved for a later day ends its application on that day, and nothing else does so as a clock. */
const overtakenBy = (entry: Entry, { isRejected }: Open): Decision =>
  'timer' in entry.cause ? 'approved' : isRejected ? 'rejected' : 'overtaken'

/** Reads on in an application; tells what it came to where this entry ends it. */
const readOn = (open: Open, entry: Entry): Decision | undefined => {
  const event = eventOf(entry)
  const isAbout =
    event !== undefined && 'applicationId' in event && event.applicationId === open.applicationId
  if (isAbout) {
    open.entries.push(entry)
    open.isRejected = event.type === 'review.rejected'
    if (event.type === 'review.approved')
      return open.process !== 'closure' || beginsClosing(entry) ? 'approved' : undefined
    return endings[event.type]
  }
  if (!beginsClosing(entry)) return undefined
  open.entries.push(entry)
  return overtakenBy(entry, open)
}

/** Every application of this life, oldest first. */
export const filedIn = ({ entries }: Story): readonly Filed[] => {
  const all: Filed[] = []
  let open: Open | undefined
  const end = (decision: Decision | null): void => {
    if (open) all.push({ ...open, decision })
    open = undefined
  }
  for (const entry of entries) {
    const next = opened(entry)
    if (next) {
      if (open) {
        open.entries.push(entry)
        end(open.isRejected ? 'rejected' : 'overtaken')
      }
      open = next
    } else if (open) {
      const decision = readOn(open, entry)
      if (decision) end(decision)
    }
  }
  end(null)
  return all
}

/** What somebody asked for, or why it was rejected. */
const itemsOf = (event: object): readonly string[] => {
  const { items, reason } = event as { items?: readonly string[]; reason?: unknown }
  return items ?? (typeof reason === 'string' ? [reason] : [])
}

const spoken = new Set<EventType>(['review.informationRequested', 'review.rejected'])

/** The acts on an application, without names. */
export const stepsOf = ({ entries, applicationId }: Filed, story: Story): readonly ApplicationStep[] =>
  entries.flatMap((entry, place) => {
    const event = eventOf(entry)
    const isOwn = place === 0 || (event && 'applicationId' in event && event.applicationId === applicationId)
    if (event === undefined || !isOwn) return []
    const { role, onBehalfOf } = event.by
    return [
      {
        at: entry.at,
        event: event.type,
        by: role,
        isRecorded: onBehalfOf !== undefined,
        items: spoken.has(event.type) ? itemsOf(event).flatMap((item) => story.tell(item) ?? []) : [],
      },
    ]
  })
