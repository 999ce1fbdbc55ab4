import { type Operation, readBody } from '../contract/index.ts'
import { documentLimits } from '../schemas/index.ts'
import { ProblemError } from './problem-error.ts'

/** The bytes of one body, read when they are first asked for and once; at most so many, where less is allowed than of its row. */
export type LazyBody = (atMost?: number) => Promise<Uint8Array<ArrayBuffer>>

/** The connection broke while a body was read: the caller's doing, or the network's. */
export class BrokenBody extends Error {}

/** JSON bodies of requests: ids, texts and references of documents; a megabyte is plenty. */
const longestJson = 1024 * 1024
const limitOf = ({ body, media }: Operation): number => {
  if (!body) return 0
  return media ? documentLimits.largestFile : longestJson
}

const tooLong = ({ body }: Operation): ProblemError =>
  body
    ? new ProblemError('BODY_TOO_LARGE')
    : new ProblemError('VALIDATION_FAILED', { issues: [{ path: '', code: 'UNKNOWN_FIELD' }] })

/**
 * Judges a body by what its headers say, before anything of it is read.
 *
 * @param limit the row's when left out.
 * @throws ProblemError 413 beyond the limit, 422 for a body where there is none, 400 for a length that is no number.
 */
export const checkDeclaredLength = (headers: Headers, row: Operation, limit = limitOf(row)): void => {
  const declared = headers.get('content-length')
  if (declared === null) return
  if (!/^\d{1,15}$/.test(declared)) throw new ProblemError('MALFORMED_REQUEST')
  if (Number(declared) > limit) throw tooLong(row)
}

const read = async (request: Request, row: Operation, limit: number): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = await readBody(request, limit).catch((cause: unknown) => {
    throw cause instanceof ProblemError ? cause : new BrokenBody('The body broke off', { cause })
  })
  if (!bytes) throw tooLong(row)
  return bytes
}

/**
 * The body, whatever its meaning. What was declared is not trusted: reading stops one byte beyond the row's limit.
 *
 * The function rejects with ProblemError 413 or 422 beyond the limit, and with BrokenBody when the connection breaks.
 */
export const lazyBody = (request: Request, row: Operation): LazyBody => {
  let bytes: ReturnType<LazyBody> | undefined
  return async (atMost = limitOf(row)) => {
    bytes ??= read(request, row, atMost)
    // whoever signs it may have read it before anybody knew what is allowed
    if ((await bytes).length > atMost) throw tooLong(row)
    return bytes
  }
}
