import {
  attachment,
  type DocumentContent,
  type Operation,
  type Problem,
  readReply,
} from '../contract/index.ts'
import type { Locale } from '../domain/index.ts'
import { describe, safeIssues } from '../errors/index.ts'
import type { ProblemError } from './problem-error.ts'
import { titleOf } from './problems.ts'

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

/** As much as a reader of the contract takes. */
const longestDetail = 2000

/** What stands in the way, each reason once; else the words of the code itself. Of a foreign code nothing is said. */
const detailOf = ({ code, details }: ProblemError, locale: Locale): string => {
  const codes = details.blockers?.length ? details.blockers.map((blocker) => blocker.code) : [code]
  const texts = new Set(codes.map((each) => describe(each, locale).text))
  texts.delete(describe('UNEXPECTED', locale).text)
  return [...texts].join(locale === 'en' ? ' ' : '').slice(0, longestDetail)
}

export interface ProblemReader {
  readonly traceId: string
  readonly locale: Locale
}

/** A problem+json answer in the reader's language. */
export const problemResponse = (problem: ProblemError, { traceId, locale }: ProblemReader): Response => {
  const { code, status, details } = problem
  const detail = detailOf(problem, locale)
  const body: Problem = {
    type: 'about:blank',
    title: titleOf(code, locale),
    ...(detail !== '' && { detail }),
    status,
    code,
    ...(details.blockers && { blockers: details.blockers }),
    ...(details.issues && { issues: safeIssues(details.issues) }),
    ...(details.offset !== undefined && { offset: details.offset }),
    traceId,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...always,
      ...details.headers,
      'content-type': 'application/problem+json',
      'content-language': locale,
      vary: 'accept-language',
    },
  })
}

const versionOf = (reply: unknown): number | undefined =>
  typeof reply === 'object' && reply !== null && 'version' in reply && typeof reply.version === 'number'
    ? reply.version
    : undefined

/** Bytes that come from outside are a download, whoever made them, and no page may run or show them. */
const download = ({ content, mediaType, name }: DocumentContent): Response =>
  new Response(content, {
    headers: {
      ...always,
      'content-type': mediaType,
      'content-length': String(content.length),
      'content-disposition': attachment(name ?? 'document'),
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })

/**
 * The good answer: only what the row's reply schema names leaves the house.
 *
 * @throws Error when the implementation's answer does not fit the row; it names the places, not the values.
 */
export const replyResponse = (row: Operation, answer: unknown): Response => {
  const parsed = readReply(row.reply, answer)
  if (!parsed.ok) {
    const places = parsed.issues.map(({ path, code }) => `${path} ${code}`).join(', ')
    throw new TypeError(`The answer of ${row.name} does not fit the contract: ${places}`)
  }
  // Every row that replies with bytes has this schema.
  if (row.replyMedia) return download(parsed.value as DocumentContent)
  const version = versionOf(parsed.value)
  return new Response(JSON.stringify(parsed.value), {
    status: row.status ?? 200,
    headers: {
      ...always,
      'content-type': 'application/json',
      ...(version !== undefined && { etag: `"${version}"` }),
    },
  })
}
