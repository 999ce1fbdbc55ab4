import { type Instant, textOf } from '../../domain/index.ts'
import type { Outcome, ResultNoticeFacts, SurvivingObligation } from '../facts.ts'
import { type Filed, filedIn } from '../filed.ts'
import { newestOfMoney } from '../money-entries.ts'
import type { Paper, Statement } from '../paper.ts'
import { beginsClosing, type Entry, isLive, type Story } from '../story.ts'
import { duties, owedBeyond } from '../surviving.ts'
import type { Voice } from '../voice.ts'
import { reasonsOf } from './application-record.ts'

const approved = { suspension: 'suspended', reinstatement: 'reinstated', closure: 'closing' } as const

const later = (one: Instant, other: Instant | null): Instant =>
  other !== null && Date.parse(other) > Date.parse(one) ? other : one

/** A device that was off is tried before it sells. */
const owesTest = ({ request }: Filed, { context, isHidden }: Story): boolean =>
  request?.process === 'reinstatement' &&
  request.holdIds.some((id) => {
    const hold = context.holds[id]
    return hold !== undefined && !isHidden(id) && hold.caps.includes('sale') && hold.test !== 'none'
  })

const ofApplication = (filed: Filed, story: Story): readonly Statement<'result_notice'>[] => {
  const { applicationId, process: kind, submittedAt, decision, request, entries } = filed
  const basis = entries.at(-1)
  if (decision === null || basis === undefined) return []
  const outcome: Outcome = decision === 'approved' ? approved[kind] : decision
  const period =
    outcome === 'suspended' && request?.process === 'suspension' ? request.plannedPeriod : undefined
  const facts: ResultNoticeFacts = {
    applicationId,
    process: kind,
    outcome,
    submittedAt,
    effectiveAt: later(basis.at, period?.from ?? null),
    until: period?.until ?? null,
    reasons: reasonsOf(filed, story),
    testIsOwed: outcome === 'reinstated' && owesTest(filed, story),
    survivingObligations: [],
    successorTerminalId: null,
    keptUntil: null,
  }
  return [{ about: applicationId, basis, facts }]
}

/** The entry that froze the books, or what came up about money since. */
const closingBasis = (story: Story, closedAt: Instant): Entry => {
  const closed = story.entries.find(({ to, from }) => to === 'closed' && from !== 'closed') ?? story.opening
  const since = newestOfMoney(story)
  return since && Date.parse(since.at) > Date.parse(closedAt) ? since : closed
}

const ofClosure = (story: Story): readonly Statement<'result_notice'>[] => {
  const { closing, proposal, deadlines } = story.context
  if (closing === null || closing.closedAt === null) return []
  const applicationId = closing.request?.applicationId ?? null
  const facts: ResultNoticeFacts = {
    applicationId,
    process: 'closure',
    outcome: 'closed',
    submittedAt: null,
    effectiveAt: closing.closedAt,
    until: null,
    reasons: [closing.reason],
    testIsOwed: false,
    survivingObligations: [...owedBeyond(story), ...duties],
    successorTerminalId: closing.request?.successorTerminalId ?? null,
    keptUntil: deadlines.retention?.due ?? null,
  }
  const about = `${applicationId ?? proposal?.proposalId ?? story.record.lifecycleId}:closed`
  return [{ about, basis: closingBasis(story, closing.closedAt), facts }]
}

/** The closure, or its announcement, does not stand: by whom it was begun, and whether the device was off meanwhile. */
const ofCancellation = (story: Story): readonly Statement<'result_notice'>[] =>
  story.all('closure.cancelled', 'appeal.decided').flatMap(({ entry, at, event }) => {
    if (event.type === 'appeal.decided' && event.outcome !== 'upheld') return []
    const begun = story.entries.findLast((one) => one.seq < entry.seq && beginsClosing(one))
    const wasClosing = begun !== undefined && !isLive(entry.from)
    const filed = wasClosing ? filedIn(story).find(({ entries }) => entries.at(-1) === begun) : undefined
    const isOwn = filed?.process === 'closure' && filed.decision === 'approved'
    const proposed = story.all('closure.proposed').findLast((one) => one.entry.seq < entry.seq)
    const applicationId = isOwn ? filed.applicationId : null
    const facts: ResultNoticeFacts = {
      applicationId,
      process: 'closure',
      outcome: 'cancelled',
      submittedAt: null,
      effectiveAt: at,
      until: null,
      reasons: [],
      testIsOwed: wasClosing,
      survivingObligations: [],
      successorTerminalId: null,
      keptUntil: null,
    }
    const about = applicationId ?? proposed?.event.proposalId ?? story.record.lifecycleId
    return [{ about: `${about}:cancelled`, basis: entry, facts }]
  })

const obligationRow = ({ kind, owedBy, of, amount, due }: SurvivingObligation, voice: Voice): string[] => {
  const { words } = voice
  return [
    kind === 'rules' || kind === 'customerData' || kind === 'vouchers'
      ? voice.say(kind)
      : textOf('obligation', kind, voice.locale),
    words.owners[owedBy],
    of === null ? '–' : voice.charge(of),
    amount === null ? '–' : voice.money(amount),
    due === null ? '–' : voice.day(due),
  ]
}

const nextOf = ({ outcome, testIsOwed }: ResultNoticeFacts, voice: Voice): readonly string[] => [
  voice.say(outcome),
  ...(testIsOwed ? [voice.say('testFirst')] : []),
  ...(outcome === 'reinstated' ? [voice.say('otherCauses')] : []),
]

/** How it ended, and what still binds. */
export const resultNotice: Paper<'result_notice'> = {
  statements: (story) => [
    ...filedIn(story).flatMap((filed) => ofApplication(filed, story)),
    ...ofCancellation(story),
    ...ofClosure(story),
  ],
  subject: ({ outcome }, { words }) => words.outcomes[outcome],
  sections: (facts, voice) => [
    ...voice.lines(
      'result',
      ...voice.maybe('reference', facts.applicationId, (id) => id),
      voice.line('about', voice.words.processes[facts.process]),
      voice.line('result', voice.words.outcomes[facts.outcome]),
      ...(facts.reasons.length === 0
        ? []
        : [voice.line('reason', voice.list(facts.reasons.map((code) => voice.reason(facts.process, code))))]),
      ...voice.maybe('submitted', facts.submittedAt, voice.day),
      voice.line('effective', voice.moment(facts.effectiveAt)),
      ...voice.maybe('until', facts.until, voice.day),
      ...voice.maybe('successor', facts.successorTerminalId, (id) => id),
    ),
    ...voice.lines('next', ...nextOf(facts, voice)),
    ...voice.table(
      'surviving',
      ['what', 'owedBy', 'of', 'amount', 'due'],
      facts.survivingObligations
        .filter(({ amount }) => amount !== null)
        .map((one) => obligationRow(one, voice)),
    ),
    ...voice.lines(
      'duties',
      ...facts.survivingObligations.flatMap(({ kind }) =>
        kind === 'rules' || kind === 'customerData' || kind === 'vouchers' ? [voice.say(kind)] : [],
      ),
      ...voice.maybe('keptUntil', facts.keptUntil, voice.day),
    ),
  ],
}
