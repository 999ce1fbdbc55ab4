import { type DocumentType, documentTypes, type RejectionCode, rejectionAnswers } from '../../domain/index.ts'
import type { Application } from '../../machine/index.ts'
import { holdFacts } from './holds.ts'
import type { Flag, Values } from './lines.ts'
import { clockOf, type Subject, type Teller } from './subject.ts'

const openApplication = ({ context, notice }: Subject): Application | undefined =>
  context.application?.applicationId === notice.ref ? (context.application ?? undefined) : undefined

/** An item that was asked for may be the code of a paper. */
const itemText = ({ tongue, told }: Subject, item: string): string | undefined =>
  (documentTypes as readonly string[]).includes(item)
    ? tongue.name('document', item as DocumentType)
    : told(item)

const kindOf = (subject: Subject): Application['kind'] | undefined => {
  const { context, holds, notice } = subject
  const application = openApplication(subject)
  if (application) return application.kind
  if (holds.some(({ holdId }) => holdId === `suspension:${notice.ref}`)) return 'suspension'
  return notice.ref !== null && context.closing?.request?.applicationId === notice.ref ? 'closure' : undefined
}

const common = (subject: Subject): Values => {
  const { notice, tongue } = subject
  const kind = kindOf(subject)
  return {
    kind: tongue.words.processes[kind ?? 'any'],
    ...(notice.ref !== null && { reference: notice.ref }),
  }
}

/** A service provider may have applied for the merchant; one that has not hears of the application, and not what is wrong with it. */
const asApplicant = ({ context, notice }: Subject, application: Application | undefined): readonly Flag[] => {
  const isAgents = application?.agentId !== undefined && application.agentId === context.agent?.agentId
  return notice.audience !== 'serviceProvider' || isAgents ? ['applicant'] : []
}

const due = ({ context, tongue }: Subject, clock: string): Values => {
  const deadline = clockOf(context, clock)
  return deadline ? { due: tongue.moment(deadline.due) } : {}
}

export const aboutApplication: Teller = (subject) => {
  const { context, tongue } = subject
  const kind = openApplication(subject)?.kind
  const values = common(subject)
  return {
    values: {
      ...values,
      ...(kind && { reviewTime: tongue.time(context.policy.clocks[`reviewDue.${kind}`]) }),
    },
  }
}

export const aboutQuestion: Teller = (subject) => {
  const application = openApplication(subject)
  const items = (application?.informationItems ?? []).flatMap((item) => itemText(subject, item) ?? [])
  return {
    flags: asApplicant(subject, application),
    values: {
      ...common(subject),
      ...(items.length > 0 && { items: subject.tongue.list(items) }),
      ...(application && due(subject, 'informationDue')),
    },
  }
}

/** As the rules have it: answered as often as the policy allows, only a new application is heard. */
const isFinal = ({ context }: Subject, { kind, resubmissions = 0, rejection }: Application): boolean => {
  const { maxResubmissions } = context.policy
  return (
    rejection?.resubmittable !== true ||
    (kind !== 'closure' && maxResubmissions !== null && resubmissions >= maxResubmissions)
  )
}

export const aboutRejection: Teller = (subject) => {
  const { tongue, told } = subject
  const application = openApplication(subject)
  const rejection = application?.rejection
  if (!application || !rejection) return { values: common(subject) }
  const answers = rejectionAnswers[rejection.code as RejectionCode] ?? []
  const remark = told(rejection.reason)
  return {
    flags: [...asApplicant(subject, application), isFinal(subject, application) ? 'final' : 'resubmittable'],
    values: {
      ...common(subject),
      ...due(subject, 'resubmitUntil'),
      reason: tongue.name('rejection', rejection.code as RejectionCode),
      ...(remark !== undefined && { remark }),
      ...(answers.length > 0 && {
        papers: answers.map((type) => tongue.name('document', type)).join(tongue.words.phrases.or),
      }),
    },
  }
}

/** What an approval brings: a pause on a day, a closure on a day, or a test and then the end of a suspension. */
export const aboutApproval: Teller = (subject) => {
  const { context, holds, notice, tongue } = subject
  const values = common(subject)
  const effective = openApplication(subject)?.effectiveDate
  if (effective) return { values: { ...values, from: tongue.moment(effective) } }
  const pause = holds.find(({ holdId }) => holdId === `suspension:${notice.ref}`)
  if (pause) {
    const { since, until } = holdFacts(subject, pause).values
    return { values: { ...values, ...(since && { from: since }), ...(until && { until }) } }
  }
  const cleared = holds.filter(({ status, release }) => status === 'cleared' && release === 'application')
  const ends = cleared
    .flatMap(({ holdId }) => clockOf(context, `approvalValidity:${holdId}`)?.due ?? [])
    .sort((one, other) => Date.parse(one) - Date.parse(other))
  return {
    values: { ...values, ...(ends[0] && { due: tongue.moment(ends[0]) }) },
    flags: cleared.some(({ test, caps }) => test !== 'none' && caps.includes('sale')) ? ['testOwed'] : [],
  }
}
