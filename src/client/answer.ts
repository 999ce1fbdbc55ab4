import { longestReply, nameIn, type Operation, type OperationName, readJson } from '../contract/index.ts'
import { documentLimits } from '../schemas/index.ts'
import { mappingOf } from './mappings.ts'
import { retryAfter } from './retry-after.ts'
import type { Settings } from './settings.ts'
import type { Answered } from './trail.ts'
import type { TransportAnswer } from './transport.ts'

/** JSON has no byte order mark: whoever sends one has not sent what the contract says. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { fatal: true })

type Read = Pick<Answered, 'body' | 'fault' | 'faultPath'>

const parse = (bytes: Uint8Array | undefined, isPlain: boolean): Read => {
  if (!bytes) return { body: undefined, fault: 'size' }
  if (bytes.length === 0) return { body: undefined }
  try {
    const read = readJson((isPlain ? strict : lenient).decode(bytes))
    if ('value' in read) return { body: read.value }
    return { body: undefined, fault: read.fault, faultPath: read.path }
  } catch {
    return { body: undefined, fault: 'syntax' }
  }
}

const isStatus = (status: unknown): boolean =>
  Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599

const versionOf = (headers: TransportAnswer['headers']): number | undefined => {
  const version = /^"(\d{1,15})"$/.exec(headers.get('etag') ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/** Bytes of a document are no JSON; whatever else is answered always is. */
const contentOf = async (response: TransportAnswer): Promise<Read> => {
  const content = await response.bytes(documentLimits.largestFile)
  if (!content) return { body: undefined, fault: 'size' }
  const mediaType = response.headers.get('content-type')
  const name = nameIn(response.headers.get('content-disposition'))
  return { body: { content, mediaType, ...(name !== undefined && { name }) } }
}

const jsonOf = async (response: TransportAnswer, isPlain: boolean): Promise<Read> =>
  parse(await response.bytes(longestReply), isPlain)

/** No second attempt would be packed in another way. */
const foreign = (response: TransportAnswer): Read => {
  response.discard()
  return { body: undefined, fault: 'coding' }
}

/** What the headers of a good answer say against reading its body; one that says nothing of its type is read. */
const unreadable = ({ status, headers }: TransportAnswer, isPlain: boolean): Answered['fault'] => {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters
    .map((part) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(part)?.[1])
    .find(Boolean)
  if (charset !== undefined && !['utf-8', 'utf8', 'us-ascii'].includes(charset)) return 'charset'
  if (!isPlain || status >= 300) return undefined
  if (status === 206) return 'partial'
  return type === '' || /^[a-z]+\/([a-z0-9.-]+\+)?json$/.test(type.trim()) ? undefined : 'media'
}

/**
 * Reads a whole answer and has the dialect translate it. A dialect that fails is a fault of the answer, not of the
 * connection.
 *
 * @throws whatever the stream of the body throws: then the answer was not whole.
 */
export const readAnswer = async (
  response: TransportAnswer,
  { dialect, mappings, environment }: Settings,
  row: Operation,
): Promise<Answered> => {
  const operation = row.name as OperationName
  const { headers, status } = response
  const isDocument = row.replyMedia !== undefined && status === (row.status ?? 200)
  // Whoever answers in a way of his own may call it what he likes.
  const isPlain = !isDocument && dialect === undefined && !mappingOf(mappings, operation).reply
  const refused = unreadable(response, isPlain)
  const whole = () => (isDocument ? contentOf(response) : jsonOf(response, isPlain))
  const { body, fault = refused, faultPath } = response.isForeign ? foreign(response) : await whole()
  const read = {
    kind: 'answered',
    retryAfter: retryAfter(headers, environment),
    version: versionOf(headers),
    faultPath,
  } as const
  try {
    const answer = { status, body: fault ? undefined : body }
    const translated = dialect ? dialect(answer, operation) : answer
    if (isStatus(translated.status))
      return { ...read, status: translated.status, body: translated.body, fault }
  } catch {
    // told below
  }
  return { ...read, status, body: undefined, fault: dialect ? 'dialect' : 'status' }
}
