import { supplemented, textOf } from '../../domain/index.ts'
import type { ApplicationRecordFacts, ApplicationStep } from '../facts.ts'
import { type Filed, filedIn, stepsOf } from '../filed.ts'
import type { Paper } from '../paper.ts'
import { eventOf, type Story } from '../story.ts'
import type { Voice } from '../voice.ts'

const papersOf = ({ entries, request }: Filed, story: Story): ApplicationRecordFacts['papers'] => {
  const all = entries.reduce<readonly Parameters<typeof supplemented>[1][number][]>((known, entry, place) => {
    const event = eventOf(entry)
    const isOwn = place === 0 || event?.type === 'application.supplemented'
    return isOwn && event && 'documents' in event ? supplemented(known, event.documents) : known
  }, [])
  return story.papers(all, request).map(({ type, digest }) => ({ type, digest }))
}

/** For several holds: without what was asked about a hidden one. */
export const reasonsOf = ({ request, entries }: Filed, story: Story): ApplicationRecordFacts['reasons'] => {
  if (request === null) {
    const [first] = entries
    const old = first && (eventOf(first) as { reason?: never; reasons?: never[] } | undefined)
    return old?.reasons ?? (old?.reason === undefined ? [] : [old.reason])
  }
  if (request.process !== 'reinstatement') return [request.reason]
  if (!request.holdIds.some(story.isHidden)) return request.reasons
  return request.holdIds.flatMap((id) => (story.isHidden(id) ? [] : (story.context.holds[id]?.code ?? [])))
}

const periodOf = ({ request }: Filed): Pick<ApplicationRecordFacts, 'from' | 'until' | 'disposition'> => {
  if (request?.process === 'suspension')
    return { from: request.plannedPeriod.from, until: request.plannedPeriod.until ?? null, disposition: null }
  if (request?.process !== 'closure') return { from: null, until: null, disposition: null }
  return { from: request.effectiveDate ?? null, until: null, disposition: request.disposition }
}

const stepRow = ({ at, event, by, isRecorded, items }: ApplicationStep, voice: Voice): readonly string[] => {
  const role = textOf('role', by, voice.locale)
  return [
    voice.moment(at),
    [textOf('event', event, voice.locale), ...items].join(voice.words.colon),
    isRecorded ? voice.say('recordedBy', { role }) : role,
  ]
}

/** What was applied for, when, by whose role, with which papers, and what became of it. */
export const applicationRecord: Paper<'application_record'> = {
  statements: (story) =>
    filedIn(story).flatMap((filed) => {
      const basis = filed.entries.at(-1)
      if (basis === undefined) return []
      const { applicationId, submittedAt, decision } = filed
      const facts: ApplicationRecordFacts = {
        applicationId,
        process: filed.process,
        submittedAt,
        reasons: reasonsOf(filed, story),
        ...periodOf(filed),
        papers: papersOf(filed, story),
        steps: stepsOf(filed, story),
        decision,
      }
      return [{ about: applicationId, basis, facts }]
    }),
  subject: (facts, { words }) => words.processes[facts.process],
  sections: (facts, voice) => [
    ...voice.lines(
      'application',
      voice.line('reference', facts.applicationId),
      voice.line('appliedFor', voice.words.processes[facts.process]),
      voice.line('submitted', voice.moment(facts.submittedAt)),
      ...(facts.reasons.length === 0
        ? []
        : [voice.line('reason', voice.list(facts.reasons.map((code) => voice.reason(facts.process, code))))]),
      ...voice.maybe('from', facts.from, voice.day),
      ...voice.maybe('until', facts.until, voice.day),
      ...voice.maybe('device', facts.disposition, (kind) => textOf('disposition', kind, voice.locale)),
      voice.line('decision', facts.decision ? voice.words.decisions[facts.decision] : voice.words.undecided),
    ),
    ...voice.table(
      'papers',
      ['paper', 'digest'],
      facts.papers.map(({ type, digest }) => [textOf('document', type, voice.locale), digest]),
    ),
    ...voice.table(
      'steps',
      ['at', 'what', 'by'],
      facts.steps.map((step) => stepRow(step, voice)),
    ),
  ],
}
