import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../src/domain/index.ts'
import {
  ClosureRequest,
  errorsIn,
  formatIssues,
  issueCodes,
  parseForm,
  ReinstatementRequest,
  SuspensionRequest,
  worded,
} from '../../src/schemas/index.ts'
import { describeField, fieldsZhCn } from '../../src/words/index.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'

const forms = [
  { schema: ClosureRequest, example: closure() },
  { schema: ReinstatementRequest, example: reinstatement() },
  { schema: SuspensionRequest, example: suspension() },
] as const

/** The example with some members left out, and others of every kind in their place. */
const spoilt = (example: object): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.subarray(Object.keys(example)),
      fc.dictionary(fc.constantFrom(...Object.keys(example), 'colour', 'password'), fc.jsonValue()),
    )
    .map(([left, others]) => ({
      ...Object.fromEntries(Object.entries(example).filter(([name]) => !left.includes(name))),
      ...others,
    }))

/** No text of Zod's own, and no code: words in the language. */
const isOurs = (message: string, locale: Locale) =>
  (locale === 'en' ? /^[A-Z"][^\n]*[.?]$/ : /\p{Script=Han}/u).test(message) &&
  !/^Invalid |^Unrecognized|^Too (small|big)|^[A-Z_]+$/.test(message)

describe('a form with its words, as Standard Schema', () => {
  it.each(forms)('gives the data when it is good', ({ schema, example }) => {
    const { validate, version, vendor } = worded<unknown, unknown>(schema, 'en')['~standard']
    expect(validate(example)).toEqual({
      value: parseForm<unknown, unknown>(schema, example).success ? example : null,
    })
    expect([version, vendor]).toEqual([1, 'terminal-lifecycle'])
  })

  it('says what parseForm says, by the path of each field', () => {
    const form = { ...closure(), reason: 'OTHER', password: 'hunter2', documents: [{}] }
    const result = worded(ClosureRequest, 'zh-CN')['~standard'].validate(form)
    const parsed = parseForm(ClosureRequest, form)
    if (parsed.success || result.issues === undefined) throw new Error('it was taken')
    expect(result.issues.map(({ message, code }) => ({ message, code }))).toEqual(
      formatIssues(parsed.issues, 'zh-CN').map(({ message, code }) => ({ message, code })),
    )
    expect(result.issues.find(({ code }) => code === 'FORBIDDEN_FIELD')?.path).toEqual(['password'])
    expect(result.issues.map(({ path }) => path)).toContainEqual(['documents', 0, 'id'])
  })

  it('calls other fields as the page does [R-292]', () => {
    const labelOf = (field: string) => describeField('closure', field, fieldsZhCn).label
    const form = { ...closure(), reason: 'OTHER' }
    const { issues = [] } = worded(ClosureRequest, 'zh-CN', labelOf)['~standard'].validate(form)
    expect(issues.map(({ message }) => message)).toEqual(['根据“关闭原因”的内容，此项必填。'])
    const { error } = ClosureRequest.safeParse(form, { error: errorsIn('zh-CN', labelOf) })
    expect(error?.issues.map(({ message }) => message)).toEqual(issues.map(({ message }) => message))
  })

  it.each(forms)('speaks in our words, whatever is entered [R-292]', ({ schema, example }) => {
    for (const locale of locales)
      fc.assert(
        fc.property(spoilt(example), (form) => {
          const { issues = [] } = worded<unknown, unknown>(schema, locale)['~standard'].validate(form)
          for (const { message, code } of issues) {
            expect(issueCodes).toContain(code)
            expect(isOurs(message, locale), message).toBe(true)
          }
        }),
        { numRuns: 150 },
      )
  })
})

describe('words for whoever asks Zod itself', () => {
  it.each(forms)('are ours, whatever is entered', ({ schema, example }) => {
    for (const locale of locales)
      fc.assert(
        fc.property(spoilt(example), (form) => {
          const { error } = schema.safeParse(form, { error: errorsIn(locale) })
          for (const { message } of error?.issues ?? []) expect(isOurs(message, locale), message).toBe(true)
        }),
        { numRuns: 150 },
      )
  })

  it('say of a rule over several fields what parseForm says', () => {
    const form = { ...closure(), reason: 'OTHER' }
    const { error } = ClosureRequest.safeParse(form, { error: errorsIn('en') })
    const parsed = parseForm(ClosureRequest, form)
    const said = parsed.success ? [] : formatIssues(parsed.issues, 'en').map(({ message }) => message)
    expect(error?.issues.map(({ message }) => message)).toEqual(said)
    expect(said).not.toEqual([])
  })
})
