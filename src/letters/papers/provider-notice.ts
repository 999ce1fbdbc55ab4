import {
  type DocumentType,
  type Instant,
  limits,
  reasonProfiles,
  requiredDocuments,
  type SuspensionReason,
  textOf,
} from '../../domain/index.ts'
import type { Hold } from '../../machine/index.ts'
import type { NoticeKind, ProviderNoticeFacts } from '../facts.ts'
import { liftedAt } from '../lifted.ts'
import type { Paper, Statement } from '../paper.ts'
import type { Entry, Story, Told } from '../story.ts'
import type { Voice } from '../voice.ts'

/** Holds that nobody writes about: those that follow from what the merchant knows itself. */
const unannounced: readonly SuspensionReason[] = ['DEVICE_LOST', 'REACTIVATION_CHECK']

const kindOf = ({ reason, restricts }: Pick<ProviderNoticeFacts, 'reason' | 'restricts'>): NoticeKind => {
  if (reason === 'SYSTEM_MAINTENANCE') return 'maintenance'
  if (reason === 'SOFTWARE_UPDATE') return 'upgrade'
  return restricts.includes('sale') ? 'suspended' : 'restricted'
}

/** Of each paper that an application needs, or the proof where none is asked for, the types that will do. */
const papersFor = (
  { context }: Story,
  { reason, release }: Pick<Own, 'reason' | 'release'>,
): readonly (readonly DocumentType[])[] => {
  if (release !== 'application' && release !== 'evidence') return []
  const { merchantType } = context.identity
  const extra = context.policy.extraPapers.reinstatement ?? {}
  const listed = requiredDocuments({
    process: 'reinstatement',
    initiator: 'merchant',
    merchantType,
    reasons: [reason],
  })
  const asked =
    release === 'evidence'
      ? listed.filter(({ type }) => type !== 'reinstatement_request')
      : [...listed, ...(extra['*'] ?? []), ...(extra[reason] ?? [])]
  return asked.map(({ type, alternatives = [] }) => [type, ...alternatives])
}

type Own = Pick<ProviderNoticeFacts, 'reason' | 'restricts' | 'release' | 'test' | 'effectiveAt'>

const stating = (
  story: Story,
  { holdId }: Hold,
  basis: Entry,
  own: Own & Partial<ProviderNoticeFacts>,
  part = '',
): Statement<'provider_notice'> => ({
  about: `${holdId}${part}`,
  basis,
  facts: {
    holdId,
    kind: kindOf(own),
    until: null,
    words: null,
    papers: papersFor(story, own),
    ...own,
  },
})

/** A code that was given later changes what it takes; before, it was what the profile of the first one says. */
const firstOf = (hold: Hold, changes: readonly Told<'hold.reclassified'>[], code: SuspensionReason): Own => {
  const { caps, release, test, startsAt } = hold
  if (changes.length === 0) return { reason: code, restricts: caps, release, test, effectiveAt: startsAt }
  const profile = reasonProfiles[code]
  return { ...profile, reason: code, restricts: limitsOf(profile.caps), effectiveAt: startsAt }
}
const limitsOf = (caps: Hold['caps']) => (caps.length > 0 ? caps : limits)

const placedIn = (
  { opening, all }: Story,
  { holdId, code, until, words }: Hold,
): { entry: Entry; code: SuspensionReason; until: Instant | null; words: string | null } | undefined => {
  const told = all('hold.placed').find(({ event }) => event.holdId === holdId)
  if (told)
    return {
      entry: told.entry,
      code: told.event.code,
      until: told.event.until ?? null,
      words: told.event.words ?? null,
    }
  const given = 'opened' in opening.cause && opening.cause.opened.holds?.find((one) => one.holdId === holdId)
  return given ? { entry: opening, code: given.code ?? code, until, words } : undefined
}

const ofHold = (story: Story, hold: Hold): readonly Statement<'provider_notice'>[] => {
  const placed = placedIn(story, hold)
  if (placed === undefined) return []
  const changes = story.all('hold.reclassified').filter(({ event }) => event.holdId === hold.holdId)
  const { until, words, entry, code } = placed
  const { caps, release, test } = hold
  const lifted = hold.status === 'lifted' ? liftedAt(story, hold) : undefined
  return [
    stating(story, hold, entry, {
      ...pickOwn(firstOf(hold, changes, code)),
      until,
      words: story.tell(words),
    }),
    ...changes.map(({ entry, at, event }, place) => {
      const profile = reasonProfiles[event.code]
      const own = { reason: event.code, restricts: event.caps ?? limitsOf(profile.caps), effectiveAt: at }
      return stating(
        story,
        hold,
        entry,
        { ...own, release: profile.release, test: profile.test },
        `:${place + 2}`,
      )
    }),
    ...(lifted
      ? [
          stating(
            story,
            hold,
            lifted,
            {
              ...{ kind: 'lifted', reason: hold.code, restricts: caps, release, test },
              ...{ effectiveAt: lifted.at, papers: [] },
            },
            ':lifted',
          ),
        ]
      : []),
  ]
}
const pickOwn = ({ reason, restricts, release, test, effectiveAt }: Own): Own => ({
  ...{ reason, restricts, release, test, effectiveAt },
})

const actionsOf = ({ kind, release, test, papers, restricts }: ProviderNoticeFacts, voice: Voice) => {
  if (kind === 'lifted') return [voice.say('liftedNow')]
  const wanted = papers.map((types) =>
    types.map((type) => textOf('document', type, voice.locale)).join(voice.words.or),
  )
  return [
    voice.say(`by.${release}`),
    ...(wanted.length === 0
      ? []
      : [voice.say(release === 'evidence' ? 'asProof' : 'withPapers', { papers: voice.list(wanted) })]),
    ...(test !== 'none' && restricts.includes('sale') ? [voice.say('testBefore')] : []),
  ]
}

/** A suspension, what it restricts and what ends it; and its end. None for a hidden one. */
export const providerNotice: Paper<'provider_notice'> = {
  statements: (story) =>
    Object.values(story.context.holds)
      .filter(({ disclosure, code }) => disclosure === 'open' && !unannounced.includes(code))
      .flatMap((hold) => ofHold(story, hold)),
  subject: ({ kind }, { words }) => words.noticeKinds[kind],
  sections: (facts, voice) => [
    ...voice.lines(
      'notice',
      voice.line('reference', facts.holdId),
      voice.line('about', voice.words.noticeKinds[facts.kind]),
      voice.line('reason', voice.reason('suspension', facts.reason)),
      voice.line('effective', voice.moment(facts.effectiveAt)),
      ...voice.maybe('until', facts.until, voice.moment),
      voice.line(
        facts.kind === 'lifted' ? 'hadStopped' : 'restricts',
        voice.list(facts.restricts.map((cap) => textOf('limit', cap, voice.locale))),
      ),
      ...voice.maybe('inWords', facts.words, (text) => text),
    ),
    ...voice.lines('next', ...actionsOf(facts, voice)),
  ],
}
