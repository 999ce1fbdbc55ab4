import { type Locale, type Role, textOf, type WorkingDayCalendar } from '../domain/index.ts'
import { digestOf } from '../schemas/index.ts'
import type { LetterType } from './facts.ts'
import type { Letter } from './letter.ts'
import type { Paper, Statement } from './paper.ts'
import { applicationRecord } from './papers/application-record.ts'
import { closureNotice } from './papers/closure-notice.ts'
import { depositRecord } from './papers/deposit-record.ts'
import { providerNotice } from './papers/provider-notice.ts'
import { rejectionNotice } from './papers/rejection-notice.ts'
import { resultNotice } from './papers/result-notice.ts'
import { settlementVoucher } from './papers/settlement-voucher.ts'
import { type Entry, type LetterSource, type Story, storyOf } from './story.ts'
import { type Voice, voiceIn } from './voice.ts'

/** Language and reader of a letter. Its facts do not depend on either. */
export interface LetterOptions {
  readonly locale: Locale
  /** Whose hands it goes to; only the provider's copy names the entry that it rests on. The merchant's when left out. */
  readonly viewer?: Role | undefined
  /** In whose zone its days are; UTC+8 when left out. */
  readonly calendar?: Pick<WorkingDayCalendar, 'utcOffsetMinutes'> | undefined
}

const papers: { readonly [Type in LetterType]: Paper<Type> } = {
  provider_notice: providerNotice,
  closure_notice: closureNotice,
  application_record: applicationRecord,
  rejection_notice: rejectionNotice,
  result_notice: resultNotice,
  settlement_voucher: settlementVoucher,
  deposit_record: depositRecord,
}
/** Every kind of letter, in the order in which those of one moment are given. */
export const letterTypes = Object.keys(papers) as readonly LetterType[]

const basisOf = ({ record }: Story, { at, seq, hash }: Entry, viewer: Role | undefined): Letter['basis'] => {
  const { lifecycleId } = record
  const own = viewer === 'provider' || viewer === 'system'
  return { lifecycleId, at, ...(own && { seq, ...(hash !== undefined && { hash }) }) }
}

/** What a letter says, without where in the journal it stands: the digest of either copy. */
const digestFor = ({ basis, ...said }: Omit<Letter, 'digest'>): Promise<string> =>
  digestOf({ ...said, basis: { lifecycleId: basis.lifecycleId, at: basis.at } })

const letterFrom = async <Type extends LetterType>(
  story: Story,
  type: Type,
  { about, basis, facts }: Statement<Type>,
  voice: Voice,
  viewer: Role | undefined,
): Promise<Letter> => {
  const { merchantId, merchantName, terminalId, predecessorTerminalId, acquirerId } = story.context.identity
  const paper: Paper<Type> = papers[type]
  const name = textOf('document', type, voice.locale)
  const subject = paper.subject?.(facts, voice)
  const said = {
    type,
    name: `${type}:${about}`,
    locale: voice.locale,
    title: subject === undefined ? name : `${name}${voice.words.colon}${subject}`,
    issuedFor: {
      ...{ merchantId, merchantName, terminalId },
      ...(predecessorTerminalId !== undefined && { predecessorTerminalId }),
    },
    issuedBy: { acquirerId },
    issuedAt: basis.at,
    sections: paper.sections(facts, voice),
    facts,
    basis: basisOf(story, basis, viewer),
  } as Omit<Letter, 'digest'>
  return { ...said, digest: await digestFor(said) } as Letter
}

/** An application that is rejected twice has two letters; the second bears its number. */
const numbered = <Type extends LetterType>(all: readonly Statement<Type>[]): readonly Statement<Type>[] =>
  all.map((one, place) => {
    const before = all.slice(0, place).filter(({ about }) => about === one.about).length
    return before === 0 ? one : { ...one, about: `${one.about}:${before + 1}` }
  })

/** The letters of one kind, oldest first. */
const ofType = <Type extends LetterType>(
  story: Story,
  type: Type,
  voice: Voice,
  { viewer }: LetterOptions,
): readonly Promise<Letter>[] => {
  const paper: Paper<Type> = papers[type]
  return numbered(paper.statements(story)).map((one) => letterFrom(story, type, one, voice, viewer))
}

/**
 * Every letter that a merchant has coming of this terminal, oldest first: made from the record and its whole journal alone, by
 * nobody's memory. The same record, journal and language give the same letters with the same digests; a hidden hold changes none
 * of them. (R-025, R-031 …)
 *
 * @throws RangeError where the journal is empty.
 * @example
 * const letters = await lettersOf({ record, entries }, { locale: 'zh-CN' })
 * letters.map(({ title }) => title) // ['申请记录：关闭终端', '办理结果通知：已关闭', …]
 */
export async function lettersOf(source: LetterSource, options: LetterOptions): Promise<readonly Letter[]> {
  const story = storyOf(source)
  const voice = voiceIn(options.locale, options.calendar)
  const letters = await Promise.all(letterTypes.flatMap((type) => ofType(story, type, voice, options)))
  const at = ({ issuedAt }: Letter) => Date.parse(issuedAt)
  return letters.toSorted((one, other) => at(one) - at(other))
}

/** Does the letter say what it said when it was made? */
export const isGenuine = async ({ digest, ...said }: Letter): Promise<boolean> =>
  digest === (await digestFor(said as Omit<Letter, 'digest'>))
