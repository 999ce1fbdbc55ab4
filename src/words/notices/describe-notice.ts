import {
  defaultOffsetMinutes,
  inOwnWords,
  type Locale,
  type NoticeTemplate,
  type NoticeWording,
  type WorkingDayCalendar,
} from '../../domain/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'
import { aboutApplication, aboutApproval, aboutQuestion, aboutRejection } from './applications.ts'
import { aboutClock } from './clocks.ts'
import { aboutAppeal, aboutClosed, aboutClosing, aboutProposal } from './closing.ts'
import { aboutReturn } from './devices.ts'
import { aboutHold, aboutHoldEnd } from './holds.ts'
import type { Flag, Line, Lines, NoticeWords, Saying, Values } from './lines.ts'
import { aboutCharge, aboutDeposit, aboutStatement } from './money.ts'
import { type Facts, type Notice, subjectOf, type Teller } from './subject.ts'
import { filled, type Tongue, tongueIn } from './tongue.ts'

/** A notice in words. */
export interface DescribedNotice {
  readonly subject: string
  /** Lines, each of a sentence or a few. */
  readonly body: string
  /** What was filled in, for whoever has words of its own. */
  readonly values: Values
}

/** What a notice takes from the provider. */
export interface NoticeOptions {
  /** Dates are those of its zone; UTC+8 without it. */
  readonly calendar?: Pick<WorkingDayCalendar, 'utcOffsetMinutes'> | undefined
  /** Where the provider can be reached, a telephone number for instance. */
  readonly contact?: string | undefined
  /** The provider's own words, as far as they can be said; see `noticeWording`. */
  readonly wording?: Pick<NoticeWording, 'subject' | 'body'> | undefined
}

const nothing: Teller = () => ({})

const tellers: Readonly<Record<NoticeTemplate, Teller>> = {
  service_suspended: aboutHold,
  terminal_restricted: aboutHold,
  restriction_lifted: aboutHoldEnd,
  work_planned: aboutHold,
  service_resuming: nothing,
  application_received: aboutApplication,
  information_requested: aboutQuestion,
  application_approved: aboutApproval,
  application_rejected: aboutRejection,
  application_lapsed: aboutApplication,
  application_ended: aboutApplication,
  closure_proposed: aboutProposal,
  closure_appealed: aboutAppeal,
  appeal_upheld: aboutAppeal,
  appeal_dismissed: aboutAppeal,
  closure_started: aboutClosing,
  closing_down: nothing,
  closure_cancelled: nothing,
  closure_result: aboutClosed,
  terminal_closed: aboutClosed,
  settlement_statement: aboutStatement,
  charge_raised: aboutCharge,
  charge_determined: aboutCharge,
  deposit_deducted: aboutDeposit,
  return_label: aboutReturn,
  deadline_near: aboutClock,
  deadline_passed: aboutClock,
}

const isKnown = (text: string, values: Values): boolean =>
  [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) => name !== undefined && Object.hasOwn(values, name))

/** What a line comes to; nothing where not everything is known. */
const spoken = (line: Line, values: Values, flags: ReadonlySet<Flag>): readonly string[] => {
  const sayings: readonly Saying[] = Array.isArray(line) ? line : [line as Saying]
  const chosen = sayings
    .map((saying) => (typeof saying === 'string' ? { when: null, say: saying } : saying))
    .find(({ when, say }) => (when === null || flags.has(when)) && isKnown(say, values))
  return chosen ? [filled(chosen.say, values)] : []
}

const linesFor = (words: NoticeWords, { audience, template }: Notice): Lines => {
  if (audience === 'merchant') return words.merchant[template]
  return words.special[audience]?.[template] ?? words.others
}

/** Whom to ask; the provider asks nobody. */
const askLine = ({ ask }: NoticeWords, { audience }: Notice): Lines => {
  if (audience === 'provider') return []
  return [audience === 'merchant' || audience === 'customers' ? ask[audience] : ask.others]
}

const common = (tongue: Tongue, record: LifecycleRecord, contact: string | undefined): Values => {
  const { terminalId, merchantName } = record.context.identity
  const { provider, providerAt } = tongue.words.phrases
  return {
    terminal: terminalId,
    merchant: merchantName,
    provider: contact === undefined ? provider : tongue.fill(providerAt, { contact }),
  }
}

const withheld = (tongue: Tongue, notice: Notice, values: Values): DescribedNotice => {
  const { withheld: words } = tongue.words
  const lines = [...words.lines, ...askLine(tongue.words, notice)]
  return {
    subject: filled(words.subject, values),
    body: lines.flatMap((line) => spoken(line, values, new Set())).join('\n'),
    values,
  }
}

const flagsOf = ({ audience, disclosure }: Notice, flags: readonly Flag[]): ReadonlySet<Flag> =>
  new Set<Flag>([
    ...flags,
    ...(audience === 'provider' ? (['toProvider'] as const) : []),
    ...(disclosure === 'hidden' ? (['confidential'] as const) : []),
  ])

/**
 * The words of a notice: subject and body, from what its record says. Describe it when it is ordered or sent: what the record no
 * longer has is left out, the sentence with it. Nobody but the provider reads anything of a hidden hold.
 *
 * @example
 * const { subject, body } = describeNotice(order.params, record, 'zh-CN', { contact: '400-000-0000' })
 */
export function describeNotice(
  notice: Notice,
  record: LifecycleRecord,
  locale: Locale,
  { calendar = { utcOffsetMinutes: defaultOffsetMinutes }, contact, wording }: NoticeOptions = {},
): DescribedNotice {
  const tongue = tongueIn(locale, calendar, record.context.identity.currency)
  const given = common(tongue, record, contact)
  const told = subjectOf(notice, record, tongue)
  if (told === null) return withheld(tongue, notice, given)
  const { words } = tongue
  const teller: Teller | undefined = tellers[notice.template]
  const { values: known = {}, flags = [] }: Facts = teller?.(told) ?? {}
  const values: Values = { ...known, ...given, notice: tongue.name('notice', notice.template) }
  const own = wording && inOwnWords(wording, values)
  if (own) return { ...own, values }
  const lines = [...linesFor(words, notice), ...askLine(words, notice)]
  return {
    subject: filled(words.subject[notice.audience === 'customers' ? 'customers' : 'others'], values),
    body: lines.flatMap((line) => spoken(line, values, flagsOf(notice, flags))).join('\n'),
    values,
  }
}
