import { type ClockRule, type Instant, type RejectionCode, textOf } from '../../domain/index.ts'
import { filedIn } from '../filed.ts'
import type { Paper } from '../paper.ts'
import { eventOf } from '../story.ts'

const unitMs = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 } as const

/** When a clock ends that needs no calendar; `null` for one that does. */
export const endOf = ({ amount, unit }: ClockRule, from: Instant): Instant | null =>
  unit in unitMs
    ? new Date(Date.parse(from) + amount * unitMs[unit as keyof typeof unitMs]).toISOString()
    : null

/** Why an application was turned down, and how it may be mended. */
export const rejectionNotice: Paper<'rejection_notice'> = {
  statements: (story) =>
    filedIn(story).flatMap(({ applicationId, process: kind, entries }) =>
      entries.flatMap((entry) => {
        const event = eventOf(entry)
        if (event?.type !== 'review.rejected') return []
        const { code, reason, resubmittable } = event
        const { resubmitUntil } = story.context.policy.clocks
        const facts = {
          applicationId,
          process: kind,
          rejectedAt: entry.at,
          code: code as RejectionCode,
          message: story.tell(reason),
          resubmittable,
          deadline: resubmittable ? endOf(resubmitUntil, entry.at) : null,
        }
        return [{ about: applicationId, basis: entry, facts }]
      }),
    ),
  subject: (facts, { words }) => words.processes[facts.process],
  sections: (facts, voice) => [
    ...voice.lines(
      'application',
      voice.line('reference', facts.applicationId),
      voice.line('appliedFor', voice.words.processes[facts.process]),
      voice.line('decision', voice.words.decisions.rejected),
      voice.line('at', voice.moment(facts.rejectedAt)),
      voice.line('reason', textOf('rejection', facts.code, voice.locale)),
      ...voice.maybe('inWords', facts.message, (text) => text),
    ),
    ...voice.lines(
      'next',
      voice.say(facts.resubmittable ? 'mend' : 'applyAnew'),
      ...voice.maybe('until', facts.deadline, voice.day),
    ),
  ],
}
