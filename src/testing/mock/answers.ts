import { bombOf, gzipped } from './compress.ts'
import { drifted, echoed } from './drift.ts'
import type { FaultKind } from './faults.ts'

/** More than any client reads. */
const tooLong = 8 * 1024 * 1024 + 1
const bombLength = 64 * 1024 * 1024

/** The answer of a fault that keeps the request from the systems; `null` drops the connection, `undefined` lets it pass. */
export const instead = (fault: FaultKind | undefined): Response | null | undefined => {
  if (fault?.kind === 'dropRequest' || fault?.kind === 'resetUpload') return null
  if (fault?.kind === 'redirect') {
    return new Response(null, { status: fault.status ?? 307, headers: { location: fault.location } })
  }
  if (fault?.kind === 'status') {
    const { status, retryAfter, date } = fault
    const headers = {
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
      ...(date !== undefined && { date }),
    }
    return new Response(null, { status, headers })
  }
  return undefined
}

type Spoil<Kind extends FaultKind['kind']> = (
  fault: Extract<FaultKind, { kind: Kind }>,
  response: Response,
) => Promise<Response | null> | Response | null

const headersOf = (response: Response, more: Readonly<Record<string, string>> = {}): Headers => {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...more }))
    headers.set(name, value)
  return headers
}

const text = (body: BodyInit | null, response: Response, more?: Readonly<Record<string, string>>): Response =>
  new Response(body, { status: response.status, headers: headersOf(response, more) })

const changed =
  (change: (body: unknown) => unknown) =>
  async (response: Response): Promise<Response> =>
    text(JSON.stringify(change(await response.json())), response)

type SpoiltKind =
  | 'dropReply'
  | 'truncate'
  | 'html'
  | 'empty'
  | 'byteOrderMark'
  | 'mediaType'
  | 'brokenGzip'
  | 'encodings'
  | 'bomb'
  | 'oversize'
  | 'drift'
  | 'echo'
  | 'members'
  | 'body'

const spoil: { readonly [Kind in SpoiltKind]: Spoil<Kind> } = {
  dropReply: () => null,
  truncate: async ({ share = 0.5 }, response) => {
    const whole = await response.text()
    return text(whole.slice(0, Math.floor(whole.length * share)), response)
  },
  html: () =>
    new Response('<html><body>Please wait</body></html>', { headers: { 'content-type': 'text/html' } }),
  empty: () => new Response(null, { status: 200, headers: { 'content-type': 'application/json' } }),
  byteOrderMark: async (_, response) => text(`\uFEFF${await response.text()}`, response),
  mediaType: async ({ mediaType = 'text/plain' }, response) =>
    text(await response.text(), response, { 'content-type': mediaType }),
  brokenGzip: async (_, response) => text(await response.text(), response, { 'content-encoding': 'gzip' }),
  encodings: async ({ count = 6 }, response) => {
    const packed = await gzipped(new Uint8Array(await response.arrayBuffer()), count)
    return text(packed, response, {
      'content-encoding': Array.from({ length: count }, () => 'gzip').join(', '),
    })
  },
  bomb: ({ bytes = bombLength }, response) => text(bombOf(bytes), response, { 'content-encoding': 'gzip' }),
  oversize: (_, response) => text(`"${'x'.repeat(tooLong)}"`, response),
  drift: ({ how, path }, response) => changed((body) => drifted(body, how, path))(response),
  echo: ({ other }, response) => changed((body) => echoed(body, other))(response),
  members: ({ members }, response) => changed((body) => ({ ...(body as object), ...members }))(response),
  body: ({ change }, response) => changed(change)(response),
}

const spoils = (kind: FaultKind['kind']): kind is SpoiltKind => Object.hasOwn(spoil, kind)

/** What a fault makes of an answer on its way back; `null` drops the connection. */
export const spoilt = async (fault: FaultKind | undefined, response: Response): Promise<Response | null> => {
  if (!fault || !spoils(fault.kind)) return response
  // Kind and fault belong together; a fault of any kind cannot say so.
  return (spoil[fault.kind] as Spoil<FaultKind['kind']>)(fault as never, response)
}
