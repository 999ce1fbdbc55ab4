import type { Locale } from '../domain/index.ts'
import { checkOptions } from '../errors/index.ts'
import { problemOf } from './errors.ts'
import { type FailureContext, isHangUp, type OnError, tell } from './failures.ts'
import { traceIdOf } from './headers.ts'
import { languageOf } from './language.ts'
import { ProblemError } from './problem-error.ts'
import { problemResponse } from './respond.ts'

/** Who is told of failures, and in which language callers are. */
export interface ProblemOptions {
  /** Told of every failure that nobody meant; the caller only learns the trace id. */
  readonly onError?: OnError
  /** Language for callers who do not ask for one by `Accept-Language`. @default 'en' */
  readonly locale?: Locale
}

/** The answer to what was thrown on the way to an answer. */
export const answerTo = (
  error: unknown,
  { headers, signal }: Request,
  about: FailureContext,
  { onError, locale = 'en' }: ProblemOptions,
): Response => {
  const problem = problemOf(error)
  if (!problem && !isHangUp(error, signal)) tell(onError, error, about)
  return problemResponse(problem ?? new ProblemError('INTERNAL'), {
    traceId: about.traceId,
    locale: languageOf(headers.get('accept-language'), locale),
  })
}

/**
 * What a route of one's own answers when a call of this library throws in it: the same `application/problem+json` as an operation
 * of the contract. Invalid input is 422 with its paths, a refusal and a stale version have their status, all else is 500 INTERNAL.
 *
 * @example app.onError((error, { req }) => problemFor(error, req.raw, { onError: (failure, about) => log(about, failure) }))
 */
export const problemFor = (error: unknown, request: Request, options: ProblemOptions = {}): Response => {
  checkOptions({ request, options }, { request: '.clone', options: 'object' })
  return answerTo(error, request, { operation: '', traceId: traceIdOf(request.headers) }, options)
}
