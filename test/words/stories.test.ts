import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { audiences, locales, noticeTemplates, type TextKind, textsIn } from '../../src/domain/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import { describeHidden } from './hidden.ts'
import { type ToldNotice, toldInStories } from './told.ts'

// A word such as `sale` or `other` is also English; these are told from words by how they are written.
const looksLikeCode =
  /^(?:[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+|[a-z]+[A-Z]\w*|[a-z]+[.:][a-zA-Z.]+|[A-Z]{4,})$/
const codes: ReadonlySet<string> = new Set(
  (Object.keys(textsIn('en')) as TextKind[])
    .flatMap((kind) => Object.keys(textsIn('en')[kind]))
    .filter((code) => looksLikeCode.test(code)),
)
/** Also what is written like a code and is none of ours, such as a name that the library made. */
const written = /\b(?:[A-Z]+(?:_[A-Z]+)+|[a-z]+[A-Z]\w*|[a-z]+_[a-z]+\w*|settlement:\w+|follow-up:\w+)\b/

let told: readonly ToldNotice[] = []
beforeAll(async () => {
  const inStories = await toldInStories()
  // no story has an appeal that was dismissed, and most notices go to the merchant alone
  const one = (template: string) => inStories.filter(({ notice }) => notice.template === template).at(-1)
  told = [
    ...inStories,
    ...noticeTemplates.flatMap((template) => {
      const { notice, record } = one(template) ?? (one('closure_appealed') as ToldNotice)
      return audiences.map((audience) => ({ notice: { ...notice, template, audience }, record }))
    }),
  ]
})

/** What somebody typed, and ids that somebody gave, may look like anything. */
const ownWords = ({ notice, record }: ToldNotice): readonly string[] => {
  const { holds, application, proposal, identity, devices, charges } = record.context
  return [
    ...Object.values(holds).flatMap(({ words }) => words ?? []),
    ...(application
      ? [application.applicationId, ...application.informationItems, application.rejection?.reason ?? '']
      : []),
    ...Object.values(devices).flatMap(({ serial, returnTo }) => [
      serial,
      returnTo?.bagNo ?? '',
      returnTo?.trackingNo ?? '',
      returnTo?.addressDocumentId ?? '',
    ]),
    ...Object.keys(charges).filter((id) => !id.includes(':')),
    proposal?.basis ?? '',
    identity.terminalId,
    identity.merchantName,
    /^(application|settlement)/.test(notice.template) ? (notice.ref ?? '') : '',
  ].filter((text) => text !== '')
}

const digestOf = (texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 8)

const broken = /[{}]|undefined|null|NaN|Invalid/
const said = () =>
  told.flatMap((one) =>
    locales.map((locale) => {
      const { subject, body } = describeNotice(one.notice, one.record, locale)
      const text = ownWords(one).reduce((rest, own) => rest.replaceAll(own, ' '), `${subject}\n${body}`)
      return { one, locale, subject, body, text }
    }),
  )

describe('notices of all stories', () => {
  test('are more than three hundred', () => expect(told.length).toBeGreaterThan(300))

  test('no code reaches a reader, in either language [R-130]', () => {
    const bad = said().filter(({ text }) => {
      const words = text.split(/[^\w.:-]+/).map((word) => word.replace(/[.:]$/, ''))
      return words.some((word) => codes.has(word)) || written.test(text) || broken.test(text)
    })
    expect(bad.map(({ text }) => text)).toEqual([])
  })

  test('no word of another language stands in a Chinese one', () => {
    const mixed = said().filter(
      ({ locale, text }) => locale === 'zh-CN' && /[A-Za-z]{2,}/.test(text.replaceAll('POS', '')),
    )
    expect(mixed.map(({ text }) => text)).toEqual([])
  })

  test('every day and every moment is that of the zone: where clocks are a day ahead, all are a day later', () => {
    const day = /\d{1,2} [A-Z][a-z]+ 20\d\d(?:, \d\d:\d\d)?/g
    const dates = (one: ToldNotice, utcOffsetMinutes: number) => {
      const { body } = describeNotice(one.notice, one.record, 'en', { calendar: { utcOffsetMinutes } })
      const text = ownWords(one).reduce((rest, own) => rest.replaceAll(own, ' '), body)
      return [...text.matchAll(day)].map(([date]) => Date.parse(`${date} UTC`))
    }
    // by the clocks of UTC+1 and of UTC+25, so that no moment is the end of a day by one of them alone
    const wrong = told.filter((one) => {
      const ahead = dates(one, 25 * 60).map((date) => date - 24 * 3_600_000)
      return JSON.stringify(dates(one, 60)) !== JSON.stringify(ahead)
    })
    expect(wrong.map(({ notice }) => notice)).toEqual([])
    expect(told.flatMap((one) => dates(one, 60)).length).toBeGreaterThan(100)
  })

  /** `npx vitest run test/words/stories.test.ts -u` writes them anew, where other words are meant. */
  test('none says anything else unseen, in either language', () => {
    const texts = new Map<string, string[]>()
    for (const { one, locale, subject, body } of said()) {
      const { template, audience } = one.notice
      const name = `${locale} ${template} ${audience}`
      texts.set(name, [...(texts.get(name) ?? []), subject, body])
    }
    const kept = [...texts].map(([name, all]) => `${name} ${digestOf(all)}`)
    expect(kept.toSorted()).toMatchSnapshot()
  })

  test('each has a subject and says something beside whom to ask', () => {
    const mute = said().filter(({ one, subject, body }) => {
      const least = one.notice.audience === 'provider' ? 1 : 2
      return subject === '' || body.split('\n').length < least
    })
    expect(mute.map(({ one }) => one.notice)).toEqual([])
  })
})

describeHidden(() => told)
