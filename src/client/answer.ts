import { longestReply, type OperationName, readBody, readJson } from '../contract/index.ts'
import type { Dialect } from './options.ts'
import { retryAfter } from './retry-after.ts'
import type { Answered } from './trail.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

const parse = (bytes: Uint8Array | undefined): Pick<Answered, 'body' | 'fault'> => {
  if (!bytes) return { body: undefined, fault: 'size' }
  if (bytes.length === 0) return { body: undefined }
  try {
    const read = readJson(decoder.decode(bytes))
    return 'value' in read ? { body: read.value } : { body: undefined, fault: read.fault }
  } catch {
    return { body: undefined, fault: 'syntax' }
  }
}

const isStatus = (status: unknown): boolean =>
  Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599

const versionOf = (headers: Headers): number | undefined => {
  const version = /^"(\d{1,15})"$/.exec(headers.get('etag') ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/**
 * Reads a whole answer and has the dialect translate it. A dialect that fails is a fault of the answer, not of the
 * connection.
 *
 * @throws whatever the stream of the body throws: then the answer was not whole.
 */
export const readAnswer = async (
  response: Response,
  dialect: Dialect,
  operation: OperationName,
): Promise<Answered> => {
  const { body, fault } = parse(await readBody(response, longestReply))
  const { headers } = response
  const read = { kind: 'answered', retryAfter: retryAfter(headers), version: versionOf(headers) } as const
  try {
    const translated = dialect({ status: response.status, body }, operation)
    if (isStatus(translated.status))
      return { ...read, status: translated.status, body: translated.body, fault }
  } catch {
    // told below
  }
  return { ...read, status: response.status, body: undefined, fault: 'dialect' }
}
