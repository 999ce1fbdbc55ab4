// node scripts/errors.ts: writes docs/guides/errors.md and its Chinese sister, each code with an anchor of its own. test/docs holds them to
// what it would write today.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  blockerCodes,
  blockerProfiles,
  type ErrorCode,
  errorCodes,
  errorTexts,
  findingCodes,
  type Locale,
  locales,
  textOf,
  textsEn,
} from '../src/domain/index.ts'
import type { ErrorsWords } from './errors-shape.ts'
import { errorsEn } from './errors-words-en.ts'
import { errorsZhCn } from './errors-words-zh-cn.ts'
import { code } from './reference-kit.ts'
import { guidesFolder } from './run-guides.ts'

export const errorsFile = (locale: Locale): string =>
  join(guidesFolder, `errors${locale === 'en' ? '' : `.${locale}`}.md`)

export const errorsWords: Readonly<Record<Locale, ErrorsWords>> = { en: errorsEn, 'zh-CN': errorsZhCn }

/** The class of each code, as a program catches it. */
export const errorClasses: Readonly<Record<ErrorCode, string>> = {
  INVALID_INPUT: 'InvalidInputError',
  FORBIDDEN_FIELD: 'ForbiddenFieldError',
  INVARIANT_VIOLATED: 'InvariantViolationError',
  FUTURE_VERSION: 'FutureVersionError',
  MISSING_MIGRATION: 'MissingMigrationError',
  CORRUPT_RECORD: 'CorruptRecordError',
  VERSION_CONFLICT: 'VersionConflictError',
  STORE_FAILED: 'StoreError',
  REFUSED: 'RefusedError',
  SERVICE_ANSWER_REFUSED: 'ServiceAnswerError',
  SERVICE_FAILED: 'ServiceFailedError',
  PLUGGED_IN_FAILED: 'PluginError',
  CONNECTION_FAILED: 'ConnectionError',
  REQUEST_TIMEOUT: 'RequestTimeoutError',
  OUTCOME_UNKNOWN: 'OutcomeUnknownError',
  HTTP_ERROR: 'HttpError',
  PROTOCOL_ERROR: 'ProtocolError',
  UNTRUSTED_ENDPOINT: 'UntrustedEndpointError',
}

const problemNames = Object.keys(textsEn.problem) as (keyof typeof textsEn.problem)[]

/** A text of two sentences: what it is, and what to do about it. */
const divided = (text: string): readonly [what: string, fix: string] => {
  const [what = text, ...rest] = text.split(/(?<=。)|(?<=[.;]) /)
  return [what, rest.join(' ')]
}

/** Each code once: the anchor belongs to where it is met first. */
const headings = () => {
  const given = new Set<string>()
  return (name: string): string => {
    const isNew = !given.has(name)
    given.add(name)
    return isNew ? `### ${code(name)}` : ''
  }
}

export const errorsText = (locale: Locale): string => {
  const words = errorsWords[locale]
  const { labels } = words
  const heading = headings()
  const line = (label: 'cause' | 'fix' | 'turn' | 'clearedBy', text: string) =>
    text === '' ? [] : [`- **${labels[label]}**${labels.colon}${text}`]
  const entry = (name: string, what: string, lines: readonly string[]): string => {
    const title = heading(name)
    return title === ''
      ? `- [${code(name)}](#${name.toLowerCase()}) ${what} ${lines.join(' ').replaceAll('- **', '**')}`
      : [title, '', what, '', ...lines].join('\n')
  }
  const part = ({ title, about }: ErrorsWords['errors'], entries: readonly string[]) =>
    [`## ${title}`, '', about, '', entries.join('\n\n')].join('\n')

  const failures = Object.entries(errorTexts[locale].storeFix).map(
    ([failure, fix]) => `  - ${code(failure)}${words.labels.colon}${fix}`,
  )
  const errors = errorCodes.map((name) =>
    entry(name, `${code(errorClasses[name])} ${textOf('error', name, locale)}`, [
      ...line('cause', words.thrown[name]),
      ...line('fix', textOf('fix', name, locale)),
      ...(name === 'STORE_FAILED' ? failures : []),
    ]),
  )
  const blockers = blockerCodes.map((name) => {
    const { owner, clearedBy } = blockerProfiles[name]
    const [what, fix] = divided(textOf('blocker', name, locale))
    return entry(name, what, [
      ...line('cause', words.met[name]),
      ...line('fix', fix),
      ...line('turn', textOf('role', owner, locale)),
      ...line('clearedBy', clearedBy.map(code).join(locale === 'en' ? ', ' : '、')),
    ])
  })
  const said = (name: string, text: string): string => {
    const [what, fix] = divided(text)
    return entry(name, what, line('fix', fix))
  }
  const texts = [
    `# ${words.title}\n\n${words.about}`,
    part(words.errors, errors),
    part(words.blockers, blockers),
    part(
      words.problems,
      problemNames.map((name) => said(name, textOf('problem', name, locale))),
    ),
    part(
      words.findings,
      findingCodes.map((name) => said(name, textOf('finding', name, locale))),
    ),
  ]
  return `${texts.join('\n\n')}\n`
}

export const writeErrors = (): void => {
  for (const locale of locales) writeFileSync(errorsFile(locale), errorsText(locale))
}

if (import.meta.main) writeErrors()
