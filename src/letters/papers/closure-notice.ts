import type { Paper } from '../paper.ts'
import { endOf } from './rejection-notice.ts'

/** A closure that the provider announces: why, from when, and how to object. */
export const closureNotice: Paper<'closure_notice'> = {
  statements: (story) =>
    story.all('closure.proposed').map(({ entry, at, event }) => {
      const { policy } = story.context
      const { proposalId, reason, basis } = event
      const urgent = policy.urgentBases.includes(reason)
      const facts = {
        proposalId,
        reason,
        grounds: story.tell(basis),
        announcedAt: at,
        urgent,
        notice: policy.clocks.closureNotice,
        notBefore: urgent ? null : endOf(policy.clocks.closureNotice, at),
        appealAllowed: policy.appealAllowed,
      }
      return { about: proposalId, basis: entry, facts }
    }),
  sections: (facts, voice) => [
    ...voice.lines(
      'notice',
      voice.line('reference', facts.proposalId),
      voice.line('about', voice.words.processes.closure),
      voice.line('announced', voice.moment(facts.announcedAt)),
      ...voice.maybe('noticeUntil', facts.notBefore, voice.day),
      voice.say(facts.urgent ? 'atOnce' : 'afterNotice', { time: voice.time(facts.notice) }),
    ),
    ...voice.lines(
      'grounds',
      voice.line('reason', voice.reason('closure', facts.reason)),
      facts.grounds ?? voice.say('groundsWithheld'),
    ),
    ...voice.lines('appeal', voice.say(facts.appealAllowed ? 'appeal' : 'object')),
  ],
}
